// Kiosk health (14): does the kiosk work, what waits to be sent, what is to be looked at; with "Send now" and the ways
// to the report and to the care of the kiosk.
#pragma once

#include "kiosk/app/session.hpp"
#include "kiosk/screens/next.hpp"
#include "kiosk/screens/staff_frame.hpp"
#include "kiosk/staff/health.hpp"
#include "ui/canvas.hpp"

namespace kiosk::staff_health {

enum class Sending { none, sealed, nothing, failed };

struct State {
    static constexpr StaffAction needed = StaffAction::see_health;
    StaffRole role{};
    Seat seat = Seat::kiosk;
    std::optional<Health> health; // none: not looked yet
    Sending sending = Sending::none;
    base::Moment look_at{};
    base::Moment step_at{};
    bool is_checking_log = false;
    int new_requests = 0; // the mark on their tab
};

struct SendNow {};
struct Open {
    StaffTab tab;
};
struct OpenReport {};
struct OpenReadiness {};
struct OpenCare {};
using Action = std::variant<SendNow, Open, OpenReport, OpenReadiness, OpenCare>;

std::optional<Action> draw(ui::Canvas& canvas, const State& state);
Next update(State& state, const Action& action, Kiosk& kiosk);
Next tick(State& state, Kiosk& kiosk);
std::optional<base::Moment> wake_at(const State& state);

// Looks at everything, and begins to look through the audit log.
[[nodiscard]] State open(Kiosk& kiosk);

} // namespace kiosk::staff_health
