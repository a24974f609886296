// The report on the kiosk: every fact of its health in words, which versions these are, and what can be put right about
// it from here. Reached from page 14.
#pragma once

#include "kiosk/app/session.hpp"
#include "kiosk/screens/next.hpp"
#include "kiosk/staff/health.hpp"
#include "ui/canvas.hpp"

namespace kiosk::staff_report {

enum class Mended { nothing, clock, lockouts, failed };

struct State {
    static constexpr StaffAction needed = StaffAction::see_health;
    StaffRole role = StaffRole::front_desk;
    Health health;
    Mended mended = Mended::nothing;
};

struct Back {};
struct TrustClock {};
struct LiftAll {};
using Action = std::variant<Back, TrustClock, LiftAll>;

std::optional<Action> draw(ui::Canvas& canvas, const State& state);
Next update(State& state, const Action& action, Kiosk& kiosk);

[[nodiscard]] State open(Kiosk& kiosk);

} // namespace kiosk::staff_report
