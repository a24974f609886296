#include "tests/support/canvas_page.hpp"

#include <doctest/doctest.h>

using namespace ui;
using support::CanvasPage;
using support::Stroke;
using support::words;

TEST_CASE("whatever the canvas paints, its words, icons and edges can be seen in every theme and state") {
    for (const auto theme : {ThemeName::light, ThemeName::dark, ThemeName::white_on_black}) {
        CanvasPage page({.theme = theme});
        const auto check_strokes = [&](Color behind, bool is_ready, bool is_pressed) {
            const auto& strokes = page.painter.strokes;
            for (std::size_t i = 0; i < strokes.size(); ++i) {
                const Stroke& stroke = strokes[i];
                const bool is_text = stroke.kind == Stroke::Kind::text;
                const bool is_mark = stroke.kind == Stroke::Kind::icon;
                if (!is_text && !is_mark) continue;
                const Point probe{stroke.box.x + 2, stroke.box.y + stroke.box.h / 2};
                Color ground = behind;
                for (std::size_t under = 0; under < i; ++under) {
                    const Stroke& fill = strokes[under];
                    if (fill.kind != Stroke::Kind::fill || !fill.box.contains(probe)) continue;
                    const auto mixed = [&](std::uint8_t top, std::uint8_t bottom) {
                        return static_cast<std::uint8_t>((top * fill.color.a + bottom * (255 - fill.color.a)) / 255);
                    };
                    ground = {mixed(fill.color.r, ground.r), mixed(fill.color.g, ground.g),
                              mixed(fill.color.b, ground.b)};
                }
                const bool is_strict = theme == ThemeName::white_on_black && !is_pressed;
                const double least = is_mark ? 3 : !is_ready ? 4.5 : is_strict ? 16 : 10;
                CAPTURE(static_cast<int>(theme));
                CAPTURE(stroke.text);
                CHECK(contrast(stroke.color, ground) >= least);
            }
        };
        for (const auto style : {ButtonStyle::normal, ButtonStyle::main, ButtonStyle::help, ButtonStyle::tool,
                                 ButtonStyle::tile, ButtonStyle::key, ButtonStyle::card}) {
            for (const auto family : {Family::primary, Family::good, Family::care, Family::plum, Family::sky}) {
                for (int state = 0; state < 16; ++state) {
                    ButtonLook look;
                    look.style = style;
                    look.label = words("Back");
                    look.icon = Icon::place;
                    look.under = words("Under");
                    look.family = family;
                    look.is_selected = (state & 1) != 0 && style != ButtonStyle::main && style != ButtonStyle::help &&
                                       style != ButtonStyle::card;
                    look.is_ready = (state & 2) == 0;
                    look.is_main = (state & 8) != 0;
                    page.painter.touches["a.button"] = {.is_down = (state & 4) != 0};
                    page.frame([&](Canvas& canvas) { return canvas.button("a.button", {400, 300, 600, 200}, look); });
                    check_strokes(page.theme()[Tint::bg], look.is_ready, (state & 4) != 0);
                }
            }
        }
        for (const auto family : {Family::primary, Family::good, Family::care, Family::plum, Family::sky}) {
            page.frame([&](Canvas& canvas) {
                canvas.icon_tile(Icon::place, {0, 0, 64, 64}, family);
                canvas.chip("a.chip", {300, 0}, Icon::place, family, words("Ready"));
                canvas.steps("a.steps", {300, 200, 900, 68}, 1, 3, words("Step 1 of 3"));
                canvas.panel({0, 300, 900, 300});
                canvas.text("a.text", {10, 310, 800, 42}, words("Text"), {.ink = Tint::ink2});
                canvas.digit_boxes("a.code", {0, 700, 600, 96}, {.digits = "12", .shown = 3, .label = words("Code")});
                return 0;
            });
            check_strokes(page.theme()[Tint::bg], true, false);
        }
        const auto edge = theme == ThemeName::white_on_black ? 16.0 : 3.0;
        for (const auto ground : {Tint::bg, Tint::surface}) {
            CHECK(contrast(page.theme()[Tint::line_strong], page.theme()[ground]) >= edge);
            CHECK(contrast(page.theme()[Tint::focus], page.theme()[ground]) >= (edge > 3 ? 13 : 3));
        }
    }
}
