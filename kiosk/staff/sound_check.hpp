// Can the kiosk be heard on both sides: plays the chime on one of them, through the way that speech goes. Whether it was
// heard there, only the person who stands before it knows. Main thread.
#pragma once

#include "kiosk/staff/staff_session.hpp"
#include "ui/speaker.hpp"

namespace kiosk {

class SoundCheck {
public:
    // Outlives it; none: this kiosk cannot be heard.
    void set_speaker(ui::Speaker* speaker) { speaker_ = speaker; }

    // Looks for the sound device, which takes a moment: `has_sound` tells later if there is none.
    [[nodiscard]] base::Result<void> begin(const StaffSession& by);
    // The chime, instead of what is being said or played; heard once `pass_time` was called.
    [[nodiscard]] base::Result<void> play(const StaffSession& by, ui::Side side);
    // After each frame: whoever listens is told what was chosen first, and then hears it.
    void pass_time();
    // As far as is known.
    [[nodiscard]] bool has_sound() const;

private:
    ui::Speaker* speaker_ = nullptr;
    std::optional<ui::Side> wanted_;
};

} // namespace kiosk
