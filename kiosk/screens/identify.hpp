// Identify (02): find today's visit by the letter's square code or the 8-digit visit code, both live at once. Right,
// wrong and unknown codes are answered in the same words at the same moment.
#pragma once

#include "kiosk/app/session.hpp"
#include "kiosk/screens/next.hpp"
#include "ui/canvas.hpp"

namespace kiosk::identify {

enum class Message { none, not_found, try_another_way, cannot_scan, wait, resting, incomplete, out_of_order };

struct State {
    base::Secret digits; // ASCII, 0 to 8
    base::Moment last_digit_shown_until{};
    base::Moment all_shown_until{};
    std::optional<LookUp> looking; // the answer, held back until its moment
    bool was_scanned = false;
    int misses = 0; // of this person, only to offer another way
    Message message = Message::none;
    int minutes_to_wait = 0;
    // What draw may know of time, set by tick.
    bool is_last_shown = false;
    bool are_all_shown = false;
};

struct Type {
    char symbol; // '0'…'9', 'c' clear, '<' erase
};
struct Show {};
struct Find {};
struct Scan {
    base::Secret letter;
};
struct NoCode {};
struct Back {};
using Action = std::variant<Type, Show, Find, Scan, NoCode, Back>;

std::optional<Action> draw(ui::Canvas& canvas, const State& state);
Next update(State& state, const Action& action, Kiosk& kiosk);
Next tick(State& state, Kiosk& kiosk);
std::optional<base::Moment> wake_at(const State& state);

// A page that has already been given a scanned letter (from home).
[[nodiscard]] State with_scan(const base::Secret& letter, Kiosk& kiosk);

} // namespace kiosk::identify
