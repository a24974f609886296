// The report on the kiosk: every fact of its health in words, and which versions these are. Reached from page 14.
#pragma once

#include "kiosk/app/session.hpp"
#include "kiosk/screens/next.hpp"
#include "kiosk/staff/health.hpp"
#include "ui/canvas.hpp"

namespace kiosk::staff_report {

struct State {
    static constexpr StaffAction needed = StaffAction::see_health;
    Health health;
};

struct Back {};
using Action = std::variant<Back>;

std::optional<Action> draw(ui::Canvas& canvas, const State& state);
Next update(State& state, const Action& action, Kiosk& kiosk);

[[nodiscard]] State open(Kiosk& kiosk);

} // namespace kiosk::staff_report
