#include "ui/shape_textures.hpp"

#include "ui/cairo_bitmap.hpp"

#include <array>
#include <cairo.h>
#include <cmath>
#include <numbers>

namespace ui {

namespace {

void rounded_path(cairo_t* cairo, double inset, double width, double height, double radius) {
    constexpr double quarter = std::numbers::pi / 2;
    const double r = std::max(radius, 0.0);
    const double right = width - inset, bottom = height - inset;
    cairo_new_sub_path(cairo);
    cairo_arc(cairo, right - r, inset + r, r, -quarter, 0);
    cairo_arc(cairo, right - r, bottom - r, r, 0, quarter);
    cairo_arc(cairo, inset + r, bottom - r, r, quarter, 2 * quarter);
    cairo_arc(cairo, inset + r, inset + r, r, 2 * quarter, 3 * quarter);
    cairo_close_path(cairo);
}

} // namespace

Bitmap draw_corners(int cell, float radius, float stroke) {
    const int side = 2 * cell;
    Bitmap corner = draw_coverage(cell, cell, [&](cairo_t* cairo) {
        const double r = static_cast<double>(radius), inner = static_cast<double>(stroke);
        cairo_set_antialias(cairo, CAIRO_ANTIALIAS_BEST);
        rounded_path(cairo, 0, side, side, r);
        if (stroke > 0) {
            rounded_path(cairo, inner, side, side, r - inner);
            cairo_set_fill_rule(cairo, CAIRO_FILL_RULE_EVEN_ODD);
        }
        cairo_fill(cairo);
    });
    // One corner, mirrored: Cairo's coverage differs by a few levels from side to side.
    Bitmap corners(side, side);
    for (int y = 0; y < side; ++y) {
        const std::uint32_t* from = corner.row(std::min(y, side - 1 - y));
        std::uint32_t* to = corners.row(y);
        for (int x = 0; x < side; ++x) to[x] = from[std::min(x, side - 1 - x)];
    }
    return corners;
}

Bitmap draw_dashed_outline(int width, int height, float radius, float stroke) {
    return draw_coverage(width, height, [&](cairo_t* cairo) {
        const double line = static_cast<double>(stroke);
        const double r = std::max(static_cast<double>(radius) - line / 2, 0.0);
        const double round_trip = 2 * (width - line + height - line) - 8 * r + 2 * std::numbers::pi * r;
        // Whole dashes all the way round: no odd one where the outline closes.
        const double pieces = std::max(std::round(round_trip / (7 * line)), 1.0);
        const double piece = round_trip / pieces;
        const std::array<double, 2> dashes{piece * 4 / 7, piece * 3 / 7};
        cairo_set_antialias(cairo, CAIRO_ANTIALIAS_BEST);
        cairo_set_line_width(cairo, line);
        cairo_set_dash(cairo, dashes.data(), 2, 0);
        rounded_path(cairo, line / 2, width, height, r);
        cairo_stroke(cairo);
    });
}

} // namespace ui
