#include "kiosk/staff/sound_check.hpp"

#include "ui/chime.hpp"

namespace kiosk {

base::Result<void> SoundCheck::begin(const StaffSession& by) {
    TRY(demand(by, StaffAction::check_readiness));
    if (speaker_ != nullptr) speaker_->wake();
    return {};
}

base::Result<void> SoundCheck::play(const StaffSession& by, ui::Side side) {
    TRY(demand(by, StaffAction::check_readiness));
    if (!has_sound()) return base::ask_again("sound: there is no device");
    speaker_->stop();
    wanted_ = side;
    return {};
}

void SoundCheck::pass_time() {
    if (!wanted_) return;
    speaker_->remark({{}, {}, ui::Privacy::for_anyone, ui::chime(), *wanted_});
    wanted_.reset();
}

bool SoundCheck::has_sound() const { return speaker_ != nullptr && speaker_->state() != ui::SpeechState::no_sound; }

} // namespace kiosk
