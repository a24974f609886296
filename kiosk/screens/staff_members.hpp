// Who may sign in: the members by number, a new one, a new code for who forgot their PIN, another try for who is closed
// out. A code is shown once, to whoever asked for it, and is gone when its page is left.
#pragma once

#include "kiosk/app/session.hpp"
#include "kiosk/screens/next.hpp"
#include "kiosk/staff/enrolment.hpp"
#include "ui/canvas.hpp"

namespace kiosk::staff_members {

enum class Step { list, member, badge, role, sure, making, code };
enum class Message { none, badge_short, badge_taken, oneself, lifted, failed };

constexpr std::size_t least_badge = 2;
constexpr std::size_t most_badge = 12; // of one that is typed; what is scanned may be longer

struct State {
    static constexpr StaffAction needed = StaffAction::see_staff;
    Step step = Step::list;
    std::vector<StaffLine> members;
    std::int64_t self = 0;              // who looks
    std::optional<std::int64_t> number; // of the member that was opened
    base::Secret badge;                 // of a new one
    std::optional<NewCode> code;
    Message message = Message::none;
};

struct Open {
    std::int64_t number;
};
struct Add {};
struct Type {
    char symbol;
};
struct Scan {
    base::Secret badge;
};
struct Choose {
    StaffRole role;
};
struct Reset {}; // asks once more
struct Lift {};
struct GoOn {};
struct Back {};
using Action = std::variant<Open, Add, Type, Scan, Choose, Reset, Lift, GoOn, Back>;

[[nodiscard]] State open(Kiosk& kiosk);
std::optional<Action> draw(ui::Canvas& canvas, const State& state);
Next update(State& state, const Action& action, Kiosk& kiosk);
Next tick(State& state, Kiosk& kiosk);

// The member that was opened; null if nobody is.
[[nodiscard]] const StaffLine* member_of(const State& state);

} // namespace kiosk::staff_members
