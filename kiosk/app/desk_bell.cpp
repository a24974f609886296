#include "kiosk/app/desk_bell.hpp"

#include "ui/chime.hpp"

#include <algorithm>

namespace kiosk {

namespace {

constexpr std::chrono::seconds look_every{1}; // whether it is free by now

} // namespace

void DeskBell::update(base::Moment now, bool is_needed) {
    if (!is_needed || !settings_.rings_desk_bell) is_wanted_ = false;
    if (!is_wanted_ || (rung_at_ && now - *rung_at_ < least_between)) return;
    if (!is_free_() || speaker_.is_speaking()) return;
    speaker_.remark({base::Secret(base::bytes_of(told_as)), "en", ui::Privacy::for_anyone, ui::desk_bell()});
    rung_at_ = now;
    is_wanted_ = false;
}

std::optional<base::Moment> DeskBell::wake_at(base::Moment now) const {
    if (!is_wanted_) return std::nullopt;
    const base::Moment soonest = rung_at_ ? *rung_at_ + least_between : now;
    return std::max(soonest, now + look_every);
}

} // namespace kiosk
