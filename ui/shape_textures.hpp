// The curved parts of the house's shapes, drawn by Cairo at their exact radius: the four corners of a rounded box side
// by side, to be laid as nine slices, and whole dashed outlines. Coverage only. Pure; main thread.
#pragma once

#include "ui/bitmap.hpp"

namespace ui {

// Four corners of `cell` pixels each as a square of 2 × cell: filled, or a stroke inside the edge if `stroke` is not 0.
[[nodiscard]] Bitmap draw_corners(int cell, float radius, float stroke);
[[nodiscard]] Bitmap draw_dashed_outline(int width, int height, float radius, float stroke);

} // namespace ui
