// Draws with Cairo into a Bitmap: coverage only (white, to be tinted) or in full colour. Main thread.
#pragma once

#include "ui/bitmap.hpp"

#include <functional>

struct _cairo;

namespace ui {

using CairoDraw = std::function<void(_cairo*)>;

// What is drawn decides how opaque white is in each pixel.
[[nodiscard]] Bitmap draw_coverage(int width, int height, const CairoDraw& draw);
[[nodiscard]] Bitmap draw_colours(int width, int height, const CairoDraw& draw);

} // namespace ui
