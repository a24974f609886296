// The hours in which families can check in here: a day of the week after the other, each with its hours, closed, or open
// all day. Kept only when "Save" is chosen. Reached from "Look after this kiosk".
#pragma once

#include "kiosk/app/session.hpp"
#include "kiosk/screens/next.hpp"
#include "kiosk/staff/week_hours.hpp"
#include "ui/canvas.hpp"

namespace kiosk::staff_hours {

enum class Saved { not_yet, kept, failed };

struct State {
    static constexpr StaffAction needed = StaffAction::set_hours;
    WeekHours hours; // as they are on the page
    std::string time_zone = "UTC";
    std::size_t day = 1; // chosen; 0 is Sunday
    Saved saved = Saved::not_yet;
};

struct Back {};
struct Save {};
struct Choose {
    std::size_t day;
};
struct Set { // the chosen day
    DayHours hours;
};
struct UseOnWorkdays {}; // Monday to Friday as the chosen day
using Action = std::variant<Back, Save, Choose, Set, UseOnWorkdays>;

std::optional<Action> draw(ui::Canvas& canvas, const State& state);
Next update(State& state, const Action& action, Kiosk& kiosk);

[[nodiscard]] State open(Kiosk& kiosk);

} // namespace kiosk::staff_hours
