// How the controls of a bar share its width. Only page_layout includes it, which says what stands in which bar. Main
// thread.
#pragma once

#include "kiosk/screens/page_layout.hpp"

namespace kiosk {

constexpr float row_gap = 24;
constexpr float least_row = 88;

enum class Fill { natural, whole };

// Places the buttons from the start of a row of this width: as wide as their words if they fit, else in columns of one
// width, with words over several lines, under their icons, or in two rows - whatever cuts no word first.
[[nodiscard]] Row place_row(ui::Canvas& canvas, std::vector<ui::ButtonLook> looks, float width, Fill fill);
void move_row(Row& row, float x, float y);
// The narrowest that cuts no word, to a few units.
[[nodiscard]] float least_width(ui::Canvas& canvas, const ui::ButtonLook& look);

} // namespace kiosk
