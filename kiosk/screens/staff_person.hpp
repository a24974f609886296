// One arrival, or somebody who is expected: what they need, their next step, their full name after a touch, and undo with
// its reason.
#pragma once

#include "kiosk/app/session.hpp"
#include "kiosk/exchange/record_line.hpp"
#include "kiosk/screens/next.hpp"
#include "kiosk/screens/staff_frame.hpp"
#include "kiosk/staff/desk_day.hpp"
#include "ui/canvas.hpp"

namespace kiosk {
enum class DeskStep;
}

namespace kiosk::staff_person {

// What is asked before it is taken back.
enum class Asking { nothing, undo, undo_check_in };

struct State {
    static constexpr StaffAction needed = StaffAction::see_arrivals;
    DeskRow row;
    std::optional<storage::Expected> facts{}; // once the name was asked for
    bool is_off_list = false;                 // it was asked for, and today's list does not have it
    Asking asking = Asking::nothing;          // why
    bool has_failed = false;
};

struct Take {
    DeskStep step;
};
struct ShowName {};
struct AskUndo {
    Asking what = Asking::undo;
};
struct Undo {
    UndoReason reason;
};
struct KeepIt {};
struct Back {};
using Action = std::variant<Take, ShowName, AskUndo, Undo, KeepIt, Back>;

std::optional<Action> draw(ui::Canvas& canvas, const State& state);
Next update(State& state, const Action& action, Kiosk& kiosk);

} // namespace kiosk::staff_person
