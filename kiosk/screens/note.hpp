// "Something else": what would help today, in the person's own words. Opened by that need on the confirm page.
#pragma once

#include "kiosk/app/session.hpp"
#include "kiosk/screens/next.hpp"
#include "ui/keyboard_plan.hpp"
#include "ui/typing.hpp"

namespace kiosk::note {

struct State {
    ui::TextField field{ui::FieldForm::text, most_other_note};
    ui::KeyboardState keyboard;
    bool was_needed = false; // chosen before: the page also lets go of it
    bool is_full = false;    // the last letter found no room
    bool is_masked = false;
};
// With the words that were left there before, if any, hidden if they were.
[[nodiscard]] State open(bool was_needed, std::string_view words, ui::Masking masking = ui::Masking::shown);

struct Press {
    ui::KeyAction key;
};
struct Type { // on a real keyboard
    base::Secret letters;
};
struct Place { // the caret, by a finger in the text
    ui::CaretStop stop;
};
struct Mask {};
struct Save {};
struct NotNeeded {};
struct Back {};
using Action = std::variant<Press, Type, Place, Mask, Save, NotNeeded, Back>;

std::optional<Action> draw(ui::Canvas& canvas, const State& state);
Next update(State& state, const Action& action, Kiosk& kiosk);

} // namespace kiosk::note
