#include "ui/quilt.hpp"

#include "ui/quilt_blocks.hpp"

#include <array>
#include <cairo.h>
#include <cmath>
#include <numbers>

namespace ui {

namespace {

using enum Fabric;

// Marks of tickets; the same on the kiosk, on paper and on the screen of the waiting room.
constexpr Block robin{Shape::bird, {sky, plum, rose, sun, milk}};
constexpr Block maple{Shape::leaf, {oat, moss, milk}};
constexpr Block harbor{Shape::wave, {navy, sky, pine}};
constexpr Block mountain_laurel{Shape::laurel, {teal, rose, sun}};
constexpr Block mint_star{Shape::star, {mint, teal, sun}};
constexpr Block plum_sun{Shape::sun, {peach, plum, plum}};
constexpr Block mint_house{Shape::house, {mint, sun, teal, plum}};
constexpr Block plum_heart{Shape::heart, {rose, plum}};

constexpr std::array<std::array<Block, 6>, 3> home_blocks{{
    {{{Shape::arcs, {sky, sun, milk, peach}, 2},
      mountain_laurel,
      {Shape::house, {peach, milk, plum, teal}},
      {Shape::half, {mint, pine}},
      {Shape::bird, {oat, navy, sky, sun, milk}},
      {Shape::arcs, {plum, rose, milk, sun}}}},
    {{maple,
      {Shape::pair, {sun, plum, plum, teal, teal}},
      mint_star,
      plum_heart,
      {Shape::pair, {sky, teal, teal, navy, navy}},
      {Shape::leaf, {moss, oat, teal}, 1}}},
    {{{Shape::pin, {milk, rose}},
      {Shape::leaf, {teal, mint, pine}, 1},
      harbor,
      plum_sun,
      {Shape::laurel, {milk, pine, sun}},
      mint_house}},
}};
constexpr std::array<std::array<Block, 2>, 2> logo_blocks{{
    {{{Shape::house, {peach, milk, plum, teal}}, {Shape::leaf, {teal, mint, pine}}}},
    {{{Shape::laurel, {mint, teal, sun}}, {Shape::heart, {sun, plum}}}},
}};

struct Grid {
    int columns;
    int rows;
};

// The number of blocks that comes nearest to squares, with 5 to 9 of them on the short side.
Grid covering(double width, double height) {
    Grid best{6, 6};
    double least = 2;
    for (int count = 5; count <= 9; ++count) {
        const double side = std::min(width, height) / count;
        const Grid grid{static_cast<int>(std::lround(width / side)), static_cast<int>(std::lround(height / side))};
        const double ratio = (width / grid.columns) / (height / grid.rows);
        const double distortion = std::abs(std::log(ratio));
        if (distortion < least - 1e-6) {
            least = distortion;
            best = grid;
        }
    }
    return best;
}

Grid grid_of(Quilt pattern, double width, double height) {
    switch (pattern) {
    case Quilt::home: return {6, 3};
    case Quilt::side_start:
    case Quilt::side_end: return {2, 6};
    case Quilt::cover: return covering(width, height);
    case Quilt::logo: return {2, 2};
    }
    return {1, 1};
}

const Block& block_at(Quilt pattern, int column, int row) {
    int x = column;
    int y = row;
    switch (pattern) {
    case Quilt::home: break;
    case Quilt::side_start:
    case Quilt::side_end: {
        const bool is_end = pattern == Quilt::side_end;
        x = column + (row > 2 ? 2 : 0) + (is_end ? 3 : 0);
        y = row + (is_end ? 1 : 0);
        break;
    }
    case Quilt::cover:
        // Shifted by three blocks each time, so that no picture stands above itself.
        x = column + 3 * (row / 3);
        break;
    case Quilt::logo: return logo_blocks[static_cast<std::size_t>(y)][static_cast<std::size_t>(x)];
    }
    return home_blocks[static_cast<std::size_t>(y % 3)][static_cast<std::size_t>(x % 6)];
}

void rounded_path(cairo_t* context, double x, double y, double w, double h, double radius) {
    constexpr double quarter = std::numbers::pi / 2;
    cairo_new_sub_path(context);
    cairo_arc(context, x + w - radius, y + radius, radius, -quarter, 0);
    cairo_arc(context, x + w - radius, y + h - radius, radius, 0, quarter);
    cairo_arc(context, x + radius, y + h - radius, radius, quarter, 2 * quarter);
    cairo_arc(context, x + radius, y + radius, radius, 2 * quarter, 3 * quarter);
    cairo_close_path(context);
}

void draw_seams(cairo_t* context, const Grid& grid, double width, double height, const Theme& theme) {
    constexpr std::array<double, 2> dashes{9, 8};
    const bool is_two_tone = theme.is_two_tone();
    if (!is_two_tone) cairo_set_dash(context, dashes.data(), 2, 0);
    cairo_set_line_width(context, is_two_tone ? 3 : 2.5);
    const Color seam = is_two_tone ? theme[Tint::line] : Color{255, 255, 255};
    cairo_set_source_rgba(context, seam.r / 255.0, seam.g / 255.0, seam.b / 255.0, is_two_tone ? 1 : 0.75);
    for (int column = 1; column < grid.columns; ++column) {
        cairo_move_to(context, column * width / grid.columns, 0);
        cairo_rel_line_to(context, 0, height);
        cairo_stroke(context);
    }
    for (int row = 1; row < grid.rows; ++row) {
        cairo_move_to(context, 0, row * height / grid.rows);
        cairo_rel_line_to(context, width, 0);
        cairo_stroke(context);
    }
    cairo_set_dash(context, nullptr, 0, 0);
}

// The edge on a whole pixel: two blocks that share half a pixel would let through what the quilt hides.
double snapped(cairo_t* context, double x) {
    double y = 0;
    cairo_user_to_device_distance(context, &x, &y);
    x = std::round(x);
    y = 0;
    cairo_device_to_user_distance(context, &x, &y);
    return x;
}

template <typename DrawBlocks>
void draw_sewn(cairo_t* context, const Theme& theme, const Grid& grid, double width, double height, double radius,
               const DrawBlocks& draw_at) {
    cairo_save(context);
    rounded_path(context, 0, 0, width, height, radius);
    cairo_clip(context);
    const auto edge_x = [&](int column) { return snapped(context, column * width / grid.columns); };
    const auto edge_y = [&](int row) { return snapped(context, row * height / grid.rows); };
    for (int row = 0; row < grid.rows; ++row) {
        for (int column = 0; column < grid.columns; ++column) {
            cairo_save(context);
            const double x = edge_x(column);
            const double y = edge_y(row);
            const double w = edge_x(column + 1) - x;
            const double h = edge_y(row + 1) - y;
            cairo_translate(context, x, y);
            cairo_scale(context, w, h);
            draw_shape(context, draw_at(column, row), theme);
            cairo_restore(context);
        }
    }
    draw_seams(context, grid, width, height, theme);
    cairo_restore(context);
    if (theme.is_two_tone()) {
        cairo_save(context);
        rounded_path(context, 1.5, 1.5, width - 3, height - 3, std::max(0.0, radius - 1.5));
        cairo_set_line_width(context, 3);
        const Color edge = theme[Tint::line];
        cairo_set_source_rgb(context, edge.r / 255.0, edge.g / 255.0, edge.b / 255.0);
        cairo_stroke(context);
        cairo_restore(context);
    }
}

const Block& mark(BlockName name) {
    switch (name) {
    case BlockName::robin: return robin;
    case BlockName::maple: return maple;
    case BlockName::harbor: return harbor;
    case BlockName::laurel: return mountain_laurel;
    case BlockName::star: return mint_star;
    case BlockName::sunny: return plum_sun;
    case BlockName::house: return mint_house;
    case BlockName::heart: return plum_heart;
    }
    return robin;
}

} // namespace

void draw_quilt(cairo_t* context, Quilt pattern, const Theme& theme, double width, double height, double radius,
                bool is_pale) {
    const Grid grid = grid_of(pattern, width, height);
    if (is_pale) cairo_push_group(context);
    draw_sewn(context, theme, grid, width, height, radius,
              [&](int column, int row) -> const Block& { return block_at(pattern, column, row); });
    if (is_pale) {
        cairo_pop_group_to_source(context);
        cairo_paint_with_alpha(context, 0.62);
    }
}

void draw_block(cairo_t* context, BlockName block, const Theme& theme, double side, double radius) {
    draw_sewn(context, theme, {1, 1}, side, side, radius, [&](int, int) -> const Block& { return mark(block); });
}

} // namespace ui
