// The picture of what to do with the letter: its square code held over the scanner. Says nothing a word does not.
#pragma once

#include "ui/canvas.hpp"

namespace kiosk {

void draw_letter_picture(ui::Canvas& canvas, const ui::Rect& box);

} // namespace kiosk
