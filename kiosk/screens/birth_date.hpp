// Full names also ask the birth date of the person whose code it was.
#pragma once

#include "kiosk/app/session.hpp"
#include "kiosk/screens/next.hpp"
#include "ui/canvas.hpp"

namespace kiosk::birth_date {

struct State {
    base::Secret digits; // MMDDYYYY, 0 to 8
    bool has_missed = false;
    bool is_incomplete = false;
    bool is_closed = false; // too many misses, here or at the code: the names stay hidden, the check-in stays open
};

struct Type {
    char symbol;
};
struct Check {};
struct Back {};
using Action = std::variant<Type, Check, Back>;

std::optional<Action> draw(ui::Canvas& canvas, const State& state);
Next update(State& state, const Action& action, Kiosk& kiosk);

} // namespace kiosk::birth_date
