// Arrivals (13): who is expected, who is here and for how long, what they need, and the next step for the one chosen.
// Initials only. As a table where the drawing's sizes fit, else as a list that opens each arrival on its own page.
#pragma once

#include "kiosk/app/session.hpp"
#include "kiosk/screens/next.hpp"
#include "kiosk/screens/staff_frame.hpp"
#include "kiosk/staff/desk_day.hpp"
#include "kiosk/staff/requests.hpp"
#include "ui/canvas.hpp"

namespace kiosk {
enum class DeskStep;
}

namespace kiosk::staff_arrivals {

struct State {
    static constexpr StaffAction needed = StaffAction::see_arrivals;
    StaffRole role = StaffRole::front_desk;
    DeskDay day;
    NewRequests requests;
    base::UtcTime now{};
    std::optional<std::size_t> chosen; // a row of the day
    std::size_t first = 0;             // the row at the top of the table
    bool has_failed = false;
    bool keeps_sheet = true;        // until it could not be kept once
    std::uint64_t changes_seen = 0; // what other pages did since then shows at once
    base::Moment look_again{};
    base::Moment keep_again{}; // sheets
};

struct Choose {
    std::size_t row;
};
struct Open { // on its own page
    std::size_t row;
};
struct Move {
    int by;
};
struct Take {
    DeskStep step;
};
struct CheckSomebodyIn {};
struct PrintList {};
struct Go {
    StaffTab tab;
};
using Action = std::variant<Choose, Open, Move, Take, CheckSomebodyIn, PrintList, Go>;

[[nodiscard]] State open(Kiosk& kiosk);

std::optional<Action> draw(ui::Canvas& canvas, const State& state);
Next update(State& state, const Action& action, Kiosk& kiosk);
Next tick(State& state, Kiosk& kiosk);
std::optional<base::Moment> wake_at(const State& state);

} // namespace kiosk::staff_arrivals
