// What the two ways of drawing Confirm share: as the drawings have it (confirm_page), and flowing (confirm_flow); and who
// comes and what would help, which staff fill in for somebody else (staff_find). Main thread.
#pragma once

#include "kiosk/screens/confirm.hpp"
#include "ui/flow.hpp"

#include <functional>

namespace kiosk::confirm {

// How many come along: fewer, a number, more.
struct Stepper {
    const char* id;
    ui::Icon icon;
    const char* label;
    const char* spoken_less;
    const char* spoken_more;
    int count;
};
[[nodiscard]] std::pair<Stepper, Stepper> steppers(const State& state); // adults, children
// By how much it was used to change; 0 if not.
int draw_stepper(ui::Canvas& canvas, const ui::Rect& box, const Stepper& stepper);

// Chosen, a need says more: the language, or the person's own words, as many of them as fit a tile of this height; 0: as
// high as they take.
[[nodiscard]] ui::ButtonLook need_look(ui::Canvas& canvas, const State& state, std::size_t need, ui::Size tile = {});

// "Who is with you?" with its two steppers; nothing is used twice in one frame.
void add_party(ui::Flow& flow, ui::Canvas& canvas, const State& state, const ui::Words& heading,
               const std::function<void(Change)>& use);
// "What would help today?" with the first `most` of the needs.
void add_needs(ui::Flow& flow, ui::Canvas& canvas, const State& state, std::size_t most, const ui::Words& heading,
               const std::function<void(Toggle)>& use);

void draw_drawn(ui::Canvas& canvas, const ui::Rect& content, const State& state, std::optional<Action>& action);
void draw_flowing(ui::Canvas& canvas, const State& state, std::optional<Action>& action);

} // namespace kiosk::confirm
