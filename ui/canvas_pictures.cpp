// Pictures made by Cairo: quilts, tickets' marks, the countdown.

#include "ui/canvas_parts.hpp"

#include <cairo.h>
#include <cmath>
#include <numbers>

namespace ui {

void Canvas::Parts::paint_picture(const Rect& box, const std::string& key, const std::function<void(_cairo*)>& draw) {
    const Rect place = pixels(box);
    const std::string whole_key = key + "/" + std::to_string(static_cast<int>(theme.name)) + "/" +
                                  std::to_string(static_cast<int>(place.w)) + "x" +
                                  std::to_string(static_cast<int>(place.h)) + "@" + std::to_string(px(1));
    painter.picture(whole_key, place, [&](cairo_t* context) {
        cairo_scale(context, place.w / box.w, place.h / box.h);
        draw(context);
    });
}

void Canvas::quilt(const Rect& box, Quilt pattern, bool is_pale) {
    const auto radius = [&]() -> float {
        switch (pattern) {
        case Quilt::home:
        case Quilt::side_start:
        case Quilt::side_end: return 36;
        case Quilt::cover: return 0;
        case Quilt::logo: return box.w * 0.22F;
        }
        return 0;
    }();
    const std::string key = "quilt." + std::to_string(static_cast<int>(pattern)) + (is_pale ? ".pale" : "");
    parts_->paint_picture(box, key, [&](cairo_t* context) {
        draw_quilt(context, pattern, parts_->theme, box.w, box.h, radius, is_pale);
    });
}

void Canvas::block(const Rect& box, BlockName block) {
    const float side = std::min(box.w, box.h);
    parts_->paint_picture({box.x + (box.w - side) / 2, box.y + (box.h - side) / 2, side, side},
                          "block." + std::to_string(static_cast<int>(block)),
                          [&](cairo_t* context) { draw_block(context, block, parts_->theme, side, side * 0.16); });
}

void Canvas::picture(const char* id, const Rect& box, const std::string& key, const Words& name,
                     const std::function<void(_cairo*)>& draw) {
    parts_->paint_picture(box, "picture." + key, draw);
    parts_->tell(id, Role::image, box, name);
}

void Canvas::squares(const Rect& box, const Squares& squares) {
    std::string key = "squares.";
    for (const bool is_dark : squares.dark) key += is_dark ? '1' : '0';
    parts_->paint_picture(box, key, [&](cairo_t* context) {
        // A quiet zone of four modules all around (ISO/IEC 18004), and edges on whole pixels of the module grid.
        const double module = static_cast<double>(std::min(box.w, box.h)) / (squares.width + 8);
        cairo_set_source_rgb(context, 1, 1, 1);
        cairo_paint(context);
        cairo_set_source_rgb(context, 0, 0, 0);
        cairo_set_antialias(context, CAIRO_ANTIALIAS_NONE);
        for (std::size_t i = 0; i < squares.dark.size(); ++i) {
            const int place = static_cast<int>(i);
            if (!squares.dark[i]) continue;
            const int column = place % squares.width + 4;
            const int row = place / squares.width + 4;
            cairo_rectangle(context, column * module, row * module, module, module);
        }
        cairo_fill(context);
    });
}

void Canvas::countdown(const char* id, const Rect& box, int seconds_left, int seconds_whole, const Words& unit,
                       const Words& spoken) {
    const float side = std::min(box.w, box.h);
    const Rect ring{box.x + (box.w - side) / 2, box.y + (box.h - side) / 2, side, side};
    const std::string key = "countdown." + std::to_string(seconds_left) + "." + std::to_string(seconds_whole);
    parts_->paint_picture(ring, key, [&](cairo_t* context) {
        const double width = side / 15.0;
        const double radius = side / 2.0 - side * 16.0 / 300;
        const double start = -std::numbers::pi / 2;
        const double part =
            seconds_whole > 0 ? std::clamp(static_cast<double>(seconds_left) / seconds_whole, 0.0, 1.0) : 0.0;
        const auto arc = [&](Tint tint, double line, double turn) {
            const Color color = parts_->theme[tint];
            cairo_set_source_rgb(context, color.r / 255.0, color.g / 255.0, color.b / 255.0);
            cairo_set_line_width(context, line);
            cairo_arc(context, side / 2.0, side / 2.0, radius, start, start + turn * 2 * std::numbers::pi);
            cairo_stroke(context);
        };
        // In black and white the way that is gone is thin, since its colour cannot tell it apart.
        arc(Tint::line, parts_->is_two_tone() ? width / 4 : width, 1);
        cairo_set_line_cap(context, CAIRO_LINE_CAP_ROUND);
        if (part > 0) arc(Tint::primary, width, part);
    });
    const TypeSize number = size_of(Type::big_number);
    const TypeSize below = size_of(Type::small);
    const float upper = parts_->shown(number).line;
    const float lower = unit.is_empty() ? 0 : parts_->shown(below).line;
    const float top = ring.y + (side - upper - lower) / 2;
    parts_->paint_text({ring.x, top, side, upper}, Words::of_record(std::to_string(seconds_left)), number, Tint::ink,
                       Align::centre, 1);
    if (!unit.is_empty()) {
        parts_->paint_text({ring.x, top + upper, side, lower}, unit, below, Tint::ink2, Align::centre, 1);
    }
    parts_->tell(id, Role::status, ring, spoken).seconds_left = seconds_left;
}

} // namespace ui
