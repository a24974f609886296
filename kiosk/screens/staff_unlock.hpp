// Staff sign-in (12): a badge, then its PIN. Tells a family that lands here how to leave, and tells nobody whether a
// badge is known. Nothing on this page is said or shown but how many digits there are.
#pragma once

#include "kiosk/app/session.hpp"
#include "kiosk/screens/next.hpp"
#include "kiosk/staff/unlocker.hpp"
#include "ui/canvas.hpp"

namespace kiosk::staff_unlock {

enum class Step { badge, pin, new_pin, new_pin_again };

enum class Message { none, no_match, wait, closed, incomplete, not_same, out_of_order, refused };

struct State {
    Step step = Step::badge;
    base::Secret badge;
    base::Secret digits; // of what the step asks for
    base::Secret chosen; // the new PIN, until it is typed again
    Message message = Message::none;
    PinFault fault{}; // of a PIN that was refused
    int tries_left = 0;
    int minutes_to_wait = 0;
    bool is_checking = false;
    int new_at_desk = 0; // on the board only: who waits and what was asked for, unseen
};

struct Type {
    char symbol;
};
struct Scan {
    base::Secret badge;
};
struct GoOn {};
struct Back {};
using Action = std::variant<Type, Scan, GoOn, Back>;

std::optional<Action> draw(ui::Canvas& canvas, const State& state);
Next update(State& state, const Action& action, Kiosk& kiosk);
Next tick(State& state, Kiosk& kiosk);

// How many digits the step needs before it can go on.
[[nodiscard]] std::size_t least_digits(const State& state);
// With a badge that was read on another page.
[[nodiscard]] State with_badge(const base::Secret& badge);

} // namespace kiosk::staff_unlock
