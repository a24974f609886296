// Carrying by stick, for a kiosk without a network: copy the sealed records to a USB stick, bring in what the agency put
// on one. Reached from the page of what staff can do to the kiosk.
#pragma once

#include "kiosk/app/session.hpp"
#include "kiosk/screens/next.hpp"
#include "kiosk/staff/stick_carrier.hpp"
#include "ui/canvas.hpp"

namespace kiosk::staff_stick {

struct State {
    static constexpr StaffAction needed = StaffAction::export_batches;
    StaffRole role = StaffRole::front_desk;
    StickIs stick = StickIs::none;
    Carried carried;
    bool has_failed = false; // it could not be begun
    base::Moment look_at{};
};

struct CopyOut {};
struct BringIn {};
struct Back {};
using Action = std::variant<CopyOut, BringIn, Back>;

std::optional<Action> draw(ui::Canvas& canvas, const State& state);
Next update(State& state, const Action& action, Kiosk& kiosk);
Next tick(State& state, Kiosk& kiosk);
std::optional<base::Moment> wake_at(const State& state);

[[nodiscard]] State open(Kiosk& kiosk);

} // namespace kiosk::staff_stick
