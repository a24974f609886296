// The family quilt: blocks of squares, circles, arcs and triangles, drawn by Cairo once a theme and cached. Pure apart
// from Cairo. Main thread.
#pragma once

#include "ui/theme.hpp"

struct _cairo; // cairo_t

namespace ui {

enum class Quilt {
    home,       // 6 × 3 blocks
    side_start, // 2 × 6, beside the time-out question
    side_end,
    cover, // fills the page when the screen is hidden: the home blocks, repeated
    logo,  // 2 × 2
};
enum class BlockName { robin, maple, harbor, laurel, star, sunny, house, heart };

// Fills width × height pixels with whole blocks, seams and rounded corners. `is_pale`: 62 %, behind a question.
void draw_quilt(_cairo* context, Quilt pattern, const Theme& theme, double width, double height, double radius,
                bool is_pale);
void draw_block(_cairo* context, BlockName block, const Theme& theme, double side, double radius);

} // namespace ui
