// What the two ways of drawing "You are checked in" share: as the drawings have it (checked_in_page), and flowing
// (checked_in_flow). Only the files of this page include it. Main thread.
#pragma once

#include "kiosk/screens/checked_in.hpp"
#include "kiosk/screens/page_layout.hpp"

namespace kiosk::checked_in {

struct NextStep {
    const char* id;
    ui::Icon icon;
    ui::Family family;
    ui::Words head;
    ui::Words note;
    bool is_private = false; // a name stands in the note
};
[[nodiscard]] std::vector<NextStep> next_steps(const ui::Phrasebook& words, const State& state);

// What a phone reads: the ticket and the time, nobody's name.
[[nodiscard]] std::string carried_text(const ui::Phrasebook& words, const State& state);

[[nodiscard]] ui::ButtonLook more_time_look(const ui::Canvas& canvas);

void draw_drawn(ui::Canvas& canvas, const PageLayout& page, const State& state, std::optional<Action>& action);
void draw_flowing(ui::Canvas& canvas, const State& state, std::optional<Action>& action);

} // namespace kiosk::checked_in
