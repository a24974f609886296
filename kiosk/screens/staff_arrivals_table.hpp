// The drawn form of Arrivals: the table and the panel beside it. Only the files of this page include it. Main thread.
#pragma once

#include "kiosk/screens/staff_arrivals.hpp"

namespace kiosk::staff_arrivals {

// What it needs is there in these words and this size; else the page flows.
[[nodiscard]] bool is_table_possible(ui::Canvas& canvas, const State& state);
// The one chosen: since when they are here, what they need, the next steps.
void draw_panel(ui::Canvas& canvas, const ui::Rect& box, const State& state, std::optional<Action>& action);
void draw_table(ui::Canvas& canvas, const State& state, std::optional<Action>& action);

// "Keep apart: Robin 12 and Star 5. Both are here."
[[nodiscard]] std::vector<ui::Words> alerts_of(const ui::Phrasebook& words, const State& state);

} // namespace kiosk::staff_arrivals
