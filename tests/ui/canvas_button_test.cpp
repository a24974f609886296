#include "tests/support/canvas_page.hpp"

#include <doctest/doctest.h>

using namespace ui;
using support::CanvasPage;
using support::Stroke;
using support::words;

namespace {

constexpr Rect place{400, 300, 300, 88};

ButtonLook look_of(ButtonStyle style, const char* label) {
    ButtonLook look;
    look.style = style;
    look.label = words(label);
    return look;
}

bool draw(CanvasPage& page, const ButtonLook& look, const Rect& box = place) {
    return page.frame([&](Canvas& canvas) { return canvas.button("a.button", box, look); });
}

} // namespace

TEST_CASE("a button has a lip of 4 under a face with a border of 2, and counts touches 12 around it") {
    CanvasPage page;
    CHECK_FALSE(draw(page, look_of(ButtonStyle::normal, "Back")));
    const auto fills = page.painter.of(Stroke::Kind::fill);
    REQUIRE(fills.size() == 2);
    CHECK(fills[0].color == page.theme()[Tint::lip]);
    CHECK(fills[0].box.y == 304);
    CHECK(fills[1].color == page.theme()[Tint::surface]);
    CHECK(fills[1].box.y == 300);
    CHECK(fills[1].radius == 24);
    const auto borders = page.painter.of(Stroke::Kind::border);
    REQUIRE(borders.size() == 1);
    CHECK(borders[0].width == 2);
    CHECK(borders[0].color == page.theme()[Tint::line_strong]);
    const Rect hit = page.painter.touch_areas.at("a.button");
    CHECK(hit.x == 388);
    CHECK(hit.y == 288);
    CHECK(hit.w == 324);
    CHECK(hit.h == 112);
    CHECK(page.node("a.button").hit.x == 388);
    CHECK(page.node("a.button").rect.x == 400);
    CHECK(page.node("a.button").is_focusable);
}

TEST_CASE("a button says where keys find it: content, the main one, the frame, or where the page puts it") {
    CanvasPage page;
    const auto order_of = [&](const ButtonLook& look) {
        CHECK_FALSE(draw(page, look));
        return page.node("a.button").order;
    };
    ButtonLook look = look_of(ButtonStyle::normal, "Back");
    CHECK(order_of(look) == StopOrder::content);
    look.order = StopOrder::back;
    look.place = 3;
    CHECK(order_of(look) == StopOrder::back);
    CHECK(page.node("a.button").place == 3);
    CHECK(order_of(look_of(ButtonStyle::main, "Check in")) == StopOrder::main);
    look = look_of(ButtonStyle::help, "I need help");
    look.is_constant = true;
    CHECK(order_of(look) == StopOrder::frame);
}

TEST_CASE("a pressed button moves 4 down, loses its lip and sinks") {
    const std::pair<ButtonStyle, Tint> faces[] = {{ButtonStyle::normal, Tint::sunken},
                                                  {ButtonStyle::main, Tint::primary_press},
                                                  {ButtonStyle::help, Tint::help_press}};
    for (const auto& [style, tint] : faces) {
        CanvasPage page;
        page.painter.touches["a.button"] = {.is_down = true};
        CHECK_FALSE(draw(page, look_of(style, "Back")));
        const auto fills = page.painter.of(Stroke::Kind::fill);
        REQUIRE(fills.size() == 1);
        CHECK(fills[0].box.y == 304);
        CHECK(fills[0].color == page.theme()[tint]);
        CHECK(page.node("a.button").rect.y == 300); // what is told stays where it is
    }
}

TEST_CASE("a button is used by a touch or by the chosen key, once") {
    CanvasPage page;
    page.painter.touches["a.button"] = {.is_activated = true};
    CHECK(draw(page, look_of(ButtonStyle::normal, "Back")));
    page.painter.touches.clear();
    CHECK_FALSE(draw(page, look_of(ButtonStyle::normal, "Back")));
    page.input.keys = {Key::down, Key::choose};
    CHECK(draw(page, look_of(ButtonStyle::normal, "Back")));
    page.input.keys = {};
    CHECK_FALSE(draw(page, look_of(ButtonStyle::normal, "Back")));
}

TEST_CASE("the ring stands 5 around the focused button, 6 wide, and hides at a touch") {
    CanvasPage page;
    draw(page, look_of(ButtonStyle::normal, "Back"));
    page.input.keys = {Key::down};
    draw(page, look_of(ButtonStyle::normal, "Back"));
    const auto borders = page.painter.of(Stroke::Kind::border);
    REQUIRE(borders.size() == 2);
    CHECK(borders[1].color == page.theme()[Tint::focus]);
    CHECK(borders[1].width == 6);
    CHECK(borders[1].box.x == 400 - 11);
    CHECK(page.node("a.button").is_focused);
    page.input.keys = {};
    page.painter.touches["a.button"] = {.is_down = true};
    draw(page, look_of(ButtonStyle::normal, "Back"));
    CHECK(page.painter.of(Stroke::Kind::border).size() == 1);
    CHECK_FALSE(page.node("a.button").is_focused);
}

TEST_CASE("a selected button is tinted, has a border of 4 and a tick, and says so") {
    CanvasPage page;
    auto look = look_of(ButtonStyle::tile, "Quiet");
    look.icon = Icon::self_improvement;
    look.is_selected = true;
    look.value = words("1 of 2");
    const Rect wide{place.x, place.y, 373, place.h};
    draw(page, look, wide);
    CHECK(page.painter.of(Stroke::Kind::fill)[1].color == page.theme()[Tint::primary_soft]);
    CHECK(page.painter.of(Stroke::Kind::border)[0].width == 4);
    const auto icons = page.painter.of(Stroke::Kind::icon);
    REQUIRE(icons.size() == 2);
    CHECK(icons[1].box.right() == wide.right() - 16);
    CHECK(page.node("a.button").value == "1 of 2, selected");
    CHECK(page.node("a.button").is_selected);
    // Where words need the room, the tick stands in the icon's place.
    draw(page, look, {place.x, place.y, 312, place.h});
    CHECK(page.painter.of(Stroke::Kind::icon).size() == 1);
    CHECK(page.node("a.button").is_selected);
}

TEST_CASE("a button that is not ready is dashed, has no lip, says so and still answers") {
    CanvasPage page;
    auto look = look_of(ButtonStyle::main, "Find my visit");
    look.is_ready = false;
    page.painter.touches["a.button"] = {.is_activated = true};
    CHECK(draw(page, look, {400, 300, 500, 88}));
    CHECK(page.painter.of(Stroke::Kind::fill).size() == 1);
    CHECK(page.painter.of(Stroke::Kind::border).empty());
    CHECK(page.painter.of(Stroke::Kind::dashed_border).size() == 1);
    CHECK(page.node("a.button").value == "not ready yet");
    CHECK_FALSE(page.node("a.button").is_ready);
}

TEST_CASE("in high contrast every button has a white border of 3 and no lip; selected is yellow and 6 wide") {
    for (const auto style : {ButtonStyle::normal, ButtonStyle::main, ButtonStyle::help, ButtonStyle::tool,
                             ButtonStyle::tile, ButtonStyle::key, ButtonStyle::card}) {
        CanvasPage page({.theme = ThemeName::white_on_black});
        draw(page, look_of(style, "Back"));
        CHECK(page.painter.of(Stroke::Kind::fill).size() == 1);
        const auto border = page.painter.of(Stroke::Kind::border)[0];
        CHECK(border.width == 3);
        CHECK(border.color == Color{255, 255, 255});
    }
    CanvasPage page({.theme = ThemeName::white_on_black});
    auto look = look_of(ButtonStyle::tile, "Quiet");
    look.is_selected = true;
    draw(page, look);
    CHECK(page.painter.of(Stroke::Kind::border)[0].width == 6);
    CHECK(page.painter.of(Stroke::Kind::border)[0].color == page.theme()[Tint::primary]);
    CHECK(page.painter.of(Stroke::Kind::fill)[0].color == Color{0, 0, 0});
}

TEST_CASE("the natural width of a button fits its words in one line, and one letter less does not") {
    CanvasPage page;
    for (const auto style : {ButtonStyle::normal, ButtonStyle::main, ButtonStyle::help, ButtonStyle::tool,
                             ButtonStyle::tile, ButtonStyle::card}) {
        auto look = look_of(style, "Check me in");
        look.icon = Icon::check_circle;
        look.icon_after = style == ButtonStyle::main ? Icon::arrow_forward : Icon::none;
        const float width = page.frame([&](Canvas& canvas) { return canvas.natural_width(look); });
        draw(page, look, {10, 10, width, 200});
        CHECK(page.painter.of(Stroke::Kind::text)[0].run.width_px >=
              page.painter.measure(page.painter.of(Stroke::Kind::text)[0].run).size.w);
        CHECK(page.painter.measure(page.painter.of(Stroke::Kind::text)[0].run).lines == 1);
        draw(page, look, {10, 10, width - 20, 200});
        CHECK(page.painter.measure(page.painter.of(Stroke::Kind::text)[0].run).lines == 2);
    }
}

TEST_CASE("a button grows for a label of more lines, and tells when it was not let") {
    CanvasPage page;
    auto look = look_of(ButtonStyle::tile, "A place to feed a baby and to rest");
    look.icon = Icon::child_friendly;
    const float height = page.frame([&](Canvas& canvas) { return canvas.height_at(look, 372); });
    CHECK(height > 88);
    draw(page, look, {10, 10, 372, height});
    CHECK_FALSE(page.node("a.button").is_cut);
    draw(page, look, {10, 10, 372, 60});
    CHECK(page.node("a.button").is_cut);
    draw(page, look, {10, 10, 208, 400});
    CHECK_FALSE(page.node("a.button").is_cut);
    draw(page, look, {10, 10, 198, 400});
    CHECK(page.node("a.button").is_cut); // "place" is wider than what is left
    CHECK(page.frame([&](Canvas& canvas) { return canvas.height_at(look_of(ButtonStyle::normal, "No"), 88); }) == 88);
}

TEST_CASE("a button's name is its label and the line under it, or what is spoken instead") {
    CanvasPage page;
    auto look = look_of(ButtonStyle::help, "I need help");
    look.under = words("Talk to a person now");
    draw(page, look, {64, 960, 600, 96});
    CHECK(page.node("a.button").name == "I need help. Talk to a person now");
    look.label = words("Welcome.");
    draw(page, look, {64, 960, 600, 96});
    CHECK(page.node("a.button").name == "Welcome. Talk to a person now");
    ButtonLook bare;
    bare.icon = Icon::add;
    bare.spoken = words("One more adult");
    draw(page, bare, {64, 960, 88, 88});
    CHECK(page.node("a.button").name == "One more adult");
    CHECK_FALSE(page.node("a.button").is_cut);
    CHECK(page.painter.of(Stroke::Kind::icon)[0].box.centre().x == 108);
}

TEST_CASE("the main card of a page is filled, with a breath of white on its icon's tile") {
    CanvasPage page;
    auto look = look_of(ButtonStyle::card, "Check in");
    look.icon = Icon::how_to_reg;
    look.is_main = true;
    draw(page, look, {64, 232, 560, 248});
    const auto fills = page.painter.of(Stroke::Kind::fill);
    REQUIRE(fills.size() == 3);
    CHECK(fills[0].color == page.theme()[Tint::primary_lip]);
    CHECK(fills[1].color == page.theme()[Tint::primary]);
    CHECK(fills[2].color == Color{255, 255, 255, 36});
    CHECK(page.painter.of(Stroke::Kind::text)[0].color == page.theme()[Tint::on_primary]);
    look.is_main = false;
    draw(page, look, {64, 232, 560, 248});
    CHECK(page.painter.of(Stroke::Kind::fill)[1].color == page.theme()[Tint::surface]);
}

TEST_CASE("icon and label of a button stand in the middle, and mirrored where the page is") {
    for (const std::string language : {"en", "ar-XB"}) {
        CanvasPage page({.language = language});
        auto look = look_of(ButtonStyle::normal, "Back");
        look.icon = Icon::arrow_back;
        draw(page, look, {100, 0, 300, 88});
        const Rect icon = page.painter.of(Stroke::Kind::icon)[0].box;
        const Stroke text = page.painter.of(Stroke::Kind::text)[0];
        const float letters = 4 * 30 * 0.6F;
        const float content = 40 + 16 + letters;
        const float start = 100 + (300 - content) / 2;
        if (language == "en") {
            CHECK(icon.x == doctest::Approx(start).epsilon(0.01));
            CHECK(text.box.x == doctest::Approx(start + 56).epsilon(0.01));
        } else {
            CHECK(icon.right() == doctest::Approx(1920 - start).epsilon(0.01));
            CHECK(text.box.right() == doctest::Approx(1920 - start - 56).epsilon(0.01));
        }
    }
}

TEST_CASE("a keypad has twelve keys in the order of a telephone, also on a mirrored page") {
    for (const std::string language : {"en", "ar-XB"}) {
        CanvasPage page({.language = language});
        const auto draw_pad = [](Canvas& canvas) {
            return canvas.keypad("key", {848, 456, 600, 452}, words("Clear"), words("Erase"));
        };
        CHECK(page.frame(draw_pad) == 0);
        const float left = language == "en" ? 848 : 1920 - 848 - 600;
        CHECK(page.node("key.1").rect.x == left);
        CHECK(page.node("key.3").rect.x == left + 416);
        CHECK(page.node("key.0").rect.x == left + 208);
        CHECK(page.node("key.0").rect.y == 816);
        CHECK(page.node("key.clear").name == "Clear");
        CHECK(page.node("key.back").name == "Erase");
        CHECK(page.node("key.7").group == "key");
        const std::pair<const char*, char> keys[] = {
            {"key.1", '1'}, {"key.9", '9'}, {"key.0", '0'}, {"key.clear", 'c'}, {"key.back", '<'}};
        for (const auto& [id, used] : keys) {
            page.painter.touches = {{id, {.is_activated = true}}};
            CHECK(page.frame(draw_pad) == used);
        }
        page.painter.touches.clear();
        page.input.keys = {Key::next, Key::right, Key::down, Key::choose};
        page.focus.forget();
        CHECK(page.frame(draw_pad) == '5');
    }
}
