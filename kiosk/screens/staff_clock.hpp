// The clock of the kiosk: what it says and whether that is believed, to be set in steps or vouched for. Where it is not
// believed, the newest time that was is shown, and the steps can begin there. Reached from the page of what staff can do.
#pragma once

#include "kiosk/app/session.hpp"
#include "kiosk/screens/next.hpp"
#include "kiosk/staff/health.hpp"
#include "ui/canvas.hpp"

#include <array>

namespace kiosk::staff_clock {

enum class Message { none, set, trusted, may_not, too_early, not_kept };
enum class Unit { year, month, day, hour, ten_minutes, minute };
inline constexpr std::array all_units{Unit::year, Unit::month, Unit::day, Unit::hour, Unit::ten_minutes, Unit::minute};

struct State {
    static constexpr StaffAction needed = StaffAction::set_clock;
    ClockHealth clock;                  // as it was when `now` was read
    base::UtcTime now{};                // what the clock says
    std::chrono::milliseconds shift{0}; // by which it is to be set
    Message message = Message::none;
    base::Moment look_again{};
};

struct Move {
    Unit unit;
    int by; // 1 or -1
};
struct BeginAtLast {}; // at the newest time that was believed
struct KeepAsItIs {};  // the steps are taken back
struct Set {};         // or, without steps, vouch for it
struct Back {};
using Action = std::variant<Move, BeginAtLast, KeepAsItIs, Set, Back>;

[[nodiscard]] State open(Kiosk& kiosk);
std::optional<Action> draw(ui::Canvas& canvas, const State& state);
Next update(State& state, const Action& action, Kiosk& kiosk);
Next tick(State& state, Kiosk& kiosk);
std::optional<base::Moment> wake_at(const State& state);

} // namespace kiosk::staff_clock
