#include "ui/quilt_blocks.hpp"

#include <cairo.h>
#include <cmath>
#include <numbers>

namespace ui {

namespace {

constexpr double pi = std::numbers::pi;

using Colors = std::array<Color, 5>;

// Ground, ink and one accent, for each shape of its own, so that no part of it is lost.
Colors two_tone_colors(Shape shape, const Theme& theme) {
    const Color k = theme[Tint::bg];
    const Color w = theme[Tint::ink];
    const Color y = theme[Tint::primary];
    switch (shape) {
    case Shape::leaf: return {k, w, k};
    case Shape::person: return {k, w, y};
    case Shape::pair: return {k, w, w, y, y};
    case Shape::arcs: return {k, w, k, y};
    case Shape::house: return {k, w, y, k};
    case Shape::wave:
    case Shape::laurel:
    case Shape::star: return {k, w, y};
    case Shape::pin: return {k, w};
    case Shape::heart: return {k, y};
    case Shape::sun: return {k, y, w};
    case Shape::bird: return {k, w, k, y, k};
    case Shape::half: return {k, w};
    case Shape::patch: return {k, w, y};
    case Shape::plain: return {k};
    }
    return {};
}

struct Dot {
    double x;
    double y;
};

class Pen {
public:
    explicit Pen(cairo_t* context) : context_(context) {}

    void ink(Color color) { cairo_set_source_rgb(context_, color.r / 255.0, color.g / 255.0, color.b / 255.0); }
    void rect(double x, double y, double w, double h, Color color) {
        cairo_rectangle(context_, x, y, w, h);
        fill(color);
    }
    void circle(double x, double y, double radius, Color color) {
        cairo_new_sub_path(context_);
        cairo_arc(context_, x, y, radius, 0, 2 * pi);
        fill(color);
    }
    void polygon(std::initializer_list<Dot> dots, Color color) {
        add_polygon(dots);
        fill(color);
    }
    void add_polygon(std::initializer_list<Dot> dots) {
        for (const auto& dot : dots) cairo_line_to(context_, dot.x, dot.y);
        cairo_close_path(context_);
    }
    // The upper half of an ellipse standing on y.
    void dome(double x, double y, double rx, double ry, Color color) {
        cairo_save(context_);
        cairo_translate(context_, x, y);
        cairo_scale(context_, rx, ry);
        cairo_arc(context_, 0, 0, 1, pi, 2 * pi);
        cairo_restore(context_);
        cairo_close_path(context_);
        fill(color);
    }
    // The lower half of a circle hanging from y.
    void bowl(double x, double y, double radius, Color color) {
        cairo_arc(context_, x, y, radius, 0, pi);
        cairo_close_path(context_);
        fill(color);
    }
    // A quarter disc in the lower left corner.
    void quarter(double radius, Color color) {
        cairo_move_to(context_, 0, 1);
        cairo_arc(context_, 0, 1, radius, -pi / 2, 0);
        cairo_close_path(context_);
        fill(color);
    }
    void line(Dot from, Dot to, double width, Color color) {
        cairo_move_to(context_, from.x, from.y);
        cairo_line_to(context_, to.x, to.y);
        cairo_set_line_width(context_, width);
        cairo_set_line_cap(context_, CAIRO_LINE_CAP_ROUND);
        ink(color);
        cairo_stroke(context_);
    }
    void turn(int quarters) {
        cairo_translate(context_, 0.5, 0.5);
        cairo_rotate(context_, quarters * pi / 2);
        cairo_translate(context_, -0.5, -0.5);
    }
    void fill(Color color) {
        ink(color);
        cairo_fill(context_);
    }

private:
    cairo_t* context_;
};

void leaf(Pen& pen, cairo_t* context, const Colors& c) {
    // Two arcs of 90 degrees and radius 0.8, about (0.9, 0.9) and (0.1, 0.1).
    cairo_arc(context, 0.9, 0.9, 0.8, pi, 1.5 * pi);
    cairo_arc(context, 0.1, 0.1, 0.8, 0, 0.5 * pi);
    cairo_close_path(context);
    pen.fill(c[1]);
    pen.line({0.16, 0.84}, {0.74, 0.26}, 0.045, c[2]);
}

void wave(Pen& pen, const Colors& c) {
    for (int i = 0; i < 3; ++i) pen.bowl(i * 0.5, 0.5, 0.25, c[1]);
    for (int i = 0; i < 2; ++i) pen.bowl(i * 0.5 + 0.25, 0.8, 0.25, c[2]);
    for (int i = 0; i < 2; ++i) pen.bowl(i * 0.5 + 0.25, 0.2, 0.25, c[2]);
}

void laurel(Pen& pen, const Colors& c) {
    for (int i = 0; i < 5; ++i) {
        const double angle = i * 2 * pi / 5;
        pen.circle(0.5 + 0.235 * std::sin(angle), 0.5 - 0.235 * std::cos(angle), 0.19, c[1]);
    }
    pen.circle(0.5, 0.5, 0.13, c[2]);
}

void star(Pen& pen, const Colors& c) {
    for (int i = 0; i < 4; ++i) {
        pen.polygon({{0.3, 0.3}, {0.5, 0.06}, {0.5, 0.3}}, c[1]);
        pen.polygon({{0.7, 0.3}, {0.5, 0.06}, {0.5, 0.3}}, c[1]);
        pen.polygon({{0.3, 0.3}, {0.12, 0.12}, {0.5, 0.3}}, c[1]);
        pen.turn(1);
    }
    pen.rect(0.3, 0.3, 0.4, 0.4, c[2]);
}

void sun(Pen& pen, const Colors& c) {
    pen.circle(0.5, 0.5, 0.23, c[1]);
    for (int i = 0; i < 8; ++i) {
        const double x = std::cos(i * pi / 4);
        const double y = std::sin(i * pi / 4);
        pen.line({0.5 + 0.31 * x, 0.5 + 0.31 * y}, {0.5 + 0.41 * x, 0.5 + 0.41 * y}, 0.07, c[2]);
    }
}

void bird(Pen& pen, const Colors& c) {
    pen.bowl(0.5, 0.36, 0.38, c[1]);
    pen.circle(0.7, 0.33, 0.19, c[1]);
    pen.polygon({{0.85, 0.26}, {0.965, 0.34}, {0.85, 0.42}}, c[3]);
    pen.circle(0.735, 0.29, 0.035, c[4]);
    pen.bowl(0.43, 0.36, 0.19, c[2]);
}

void pair(Pen& pen, const Colors& c) {
    pen.circle(0.36, 0.3, 0.17, c[1]);
    pen.dome(0.36, 1, 0.34, 0.44, c[2]);
    pen.circle(0.74, 0.55, 0.13, c[3]);
    pen.dome(0.74, 1, 0.24, 0.28, c[4]);
}

} // namespace

void draw_shape(cairo_t* context, const Block& block, const Theme& theme) {
    Colors c{};
    for (std::size_t i = 0; i < c.size(); ++i) c[i] = theme[block.fabrics[i]];
    if (theme.is_two_tone()) c = two_tone_colors(block.shape, theme);

    cairo_save(context);
    cairo_rectangle(context, 0, 0, 1, 1);
    cairo_clip(context);
    Pen pen(context);
    pen.rect(0, 0, 1, 1, c[0]);
    pen.turn(block.quarter_turns);
    switch (block.shape) {
    case Shape::leaf: leaf(pen, context, c); break;
    case Shape::person:
        pen.circle(0.5, 0.36, 0.19, c[1]);
        pen.dome(0.5, 1, 0.38, 0.38, c[2]);
        break;
    case Shape::pair: pair(pen, c); break;
    case Shape::arcs:
        pen.quarter(1, c[1]);
        pen.quarter(0.68, c[2]);
        pen.quarter(0.36, c[3]);
        break;
    case Shape::house:
        pen.rect(0.2, 0.48, 0.6, 0.52, c[1]);
        pen.polygon({{0.08, 0.52}, {0.5, 0.14}, {0.92, 0.52}}, c[2]);
        pen.rect(0.42, 0.68, 0.16, 0.32, c[3]);
        break;
    case Shape::wave: wave(pen, c); break;
    case Shape::laurel: laurel(pen, c); break;
    case Shape::star: star(pen, c); break;
    case Shape::pin:
        for (int i = 0; i < 4; ++i) {
            pen.polygon({{0.5, 0.5}, {0, 0}, {0.5, 0}}, c[1]);
            pen.turn(1);
        }
        break;
    case Shape::heart:
        pen.circle(0.34, 0.4, 0.2, c[1]);
        pen.circle(0.66, 0.4, 0.2, c[1]);
        pen.polygon({{0.175, 0.51}, {0.5, 0.87}, {0.825, 0.51}, {0.5, 0.3}}, c[1]);
        break;
    case Shape::sun: sun(pen, c); break;
    case Shape::bird: bird(pen, c); break;
    case Shape::half: pen.polygon({{0, 1}, {1, 1}, {0, 0}}, c[1]); break;
    case Shape::patch:
        pen.polygon({{0.5, 0.08}, {0.92, 0.5}, {0.5, 0.92}, {0.08, 0.5}}, c[1]);
        pen.rect(0.34, 0.34, 0.32, 0.32, c[2]);
        break;
    case Shape::plain: break;
    }
    cairo_restore(context);
}

} // namespace ui
