#include "tests/support/canvas_page.hpp"

#include <doctest/doctest.h>

using namespace ui;
using support::CanvasPage;
using support::Stroke;
using support::words;

TEST_CASE("text tells what it says, where it stands and that it fits") {
    CanvasPage page;
    const float height = page.frame([](Canvas& canvas) {
        return canvas.text("a.title", {64, 136, 1000, 68}, words("Is this your visit today?"),
                           {.type = Type::title, .role = Role::title});
    });
    CHECK(height == 68);
    const Node& node = page.node("a.title");
    CHECK(node.role == Role::title);
    CHECK(node.name == "Is this your visit today?");
    CHECK(node.rect.x == 64);
    CHECK(node.rect.h == 68);
    CHECK_FALSE(node.is_cut);
    CHECK_FALSE(node.is_focusable);
    const auto painted = page.painter.of(Stroke::Kind::text);
    REQUIRE(painted.size() == 1);
    CHECK(painted[0].run.em_px == 56);
    CHECK(painted[0].run.weight == Weight::bold);
}

TEST_CASE("text that is higher than its box, or wider than one word allows, is told to be cut") {
    CanvasPage page;
    page.frame([](Canvas& canvas) {
        canvas.text("a.high", {0, 0, 300, 42}, words("one two three four five six seven eight nine"));
        canvas.text("a.wide", {0, 0, 60, 0}, words("Unbreakable"));
        canvas.text("a.fits", {0, 0, 300, 0}, words("one two three four five six seven eight nine"));
        canvas.text("a.lines", {0, 0, 300, 0}, words("one two three four five six seven eight"), {.most_lines = 1});
        return 0;
    });
    CHECK(page.node("a.high").is_cut);
    CHECK(page.node("a.wide").is_cut);
    CHECK_FALSE(page.node("a.fits").is_cut);
    CHECK(page.node("a.lines").is_cut);
}

TEST_CASE("empty words paint nothing and tell nothing") {
    CanvasPage page;
    page.frame([](Canvas& canvas) { return canvas.text("a.none", {0, 0, 300, 42}, {}); });
    CHECK(page.painter.strokes.empty());
    CHECK(page.tree.nodes().empty());
}

TEST_CASE("a page in a right-to-left language stands mirrored, words and all") {
    CanvasPage page({.language = "ar-XB"});
    page.frame([](Canvas& canvas) {
        canvas.text("a.text", {64, 10, 400, 42}, words("Hello"));
        canvas.icon(Icon::arrow_back, {64, 100, 40, 40}, Tint::primary);
        canvas.icon(Icon::home, {64, 200, 40, 40}, Tint::primary);
        return 0;
    });
    CHECK(page.node("a.text").rect.x == 1920 - 64 - 400);
    CHECK(page.painter.of(Stroke::Kind::text)[0].run.right_to_left);
    CHECK(page.painter.of(Stroke::Kind::text)[0].run.language == "en");
    const auto icons = page.painter.of(Stroke::Kind::icon);
    CHECK(icons[0].box.x == 1920 - 64 - 40);
    CHECK(icons[0].is_mirrored);
    CHECK_FALSE(icons[1].is_mirrored);
    CHECK(page.tree.is_right_to_left());
}

TEST_CASE("design units become whole pixels of the panel") {
    CanvasPage page({.pixels_per_unit = 1.25F});
    page.frame([](Canvas& canvas) {
        canvas.text("a.text", {64, 10, 401, 42}, words("Hello"));
        canvas.panel({3, 3, 101, 51});
        return 0;
    });
    CHECK(page.painter.of(Stroke::Kind::text)[0].run.em_px == doctest::Approx(37.5));
    const Rect panel = page.painter.of(Stroke::Kind::fill)[0].box;
    CHECK(panel.x == 4);
    CHECK(panel.right() == 130);
}

TEST_CASE("in high contrast a panel, a chip and an icon tile have borders instead of tints") {
    CanvasPage page({.theme = ThemeName::white_on_black});
    page.frame([](Canvas& canvas) {
        canvas.panel({0, 0, 100, 100});
        canvas.icon_tile(Icon::place, {0, 0, 64, 64}, Family::primary);
        return canvas.chip("a.chip", {0, 0}, Icon::check_circle, Family::good, words("Ready"));
    });
    const auto borders = page.painter.of(Stroke::Kind::border);
    REQUIRE(borders.size() == 3);
    for (const auto& border : borders) CHECK(border.width == 3);
    for (const auto& fill : page.painter.of(Stroke::Kind::fill)) CHECK(fill.color == Color{0, 0, 0});
}

TEST_CASE("in high contrast the page's ground has no edge and a bar only the one towards the page") {
    CanvasPage page({.theme = ThemeName::white_on_black});
    page.frame([](Canvas& canvas) {
        canvas.panel({0, 0, 1920, 1080}, Tint::bg, 0);
        canvas.panel({0, 944, 1920, 136}, Tint::sunken, 0);
        return 0;
    });
    CHECK(page.painter.of(Stroke::Kind::border).empty());
    const auto fills = page.painter.of(Stroke::Kind::fill);
    REQUIRE(fills.size() == 3);
    CHECK(fills[2].box.y == 944);
    CHECK(fills[2].box.h == 3);
    CHECK(fills[2].color == Color{255, 255, 255});
}

TEST_CASE("a chip is as wide as its icon and words and says them") {
    CanvasPage page;
    const float width = page.frame([](Canvas& canvas) {
        return canvas.chip("a.chip", {10, 20}, Icon::check_circle, Family::good, words("Ready"));
    });
    CHECK(width == doctest::Approx(14 + 34 + 12 + 5 * 28 * 0.6 + 20));
    CHECK(page.node("a.chip").role == Role::status);
    CHECK(page.node("a.chip").name == "Ready");
    CHECK(page.node("a.chip").rect.h == 50);
}

TEST_CASE("steps show how many are done and end at the end of their box") {
    CanvasPage page;
    page.frame([](Canvas& canvas) {
        canvas.steps("a.steps", {1000, 136, 856, 68}, 1, 3, words("Step 1 of 3"));
        return 0;
    });
    CHECK(page.painter.of(Stroke::Kind::fill).size() == 1);
    CHECK(page.painter.of(Stroke::Kind::border).size() == 2);
    CHECK(page.node("a.steps").rect.right() == doctest::Approx(1856).epsilon(0.001));
    CHECK(page.node("a.steps").name == "Step 1 of 3");
}

TEST_CASE("the countdown is one picture a second, with the number and its unit inside, and says a sentence") {
    CanvasPage page;
    std::vector<std::string> keys;
    for (const int left : {28, 28, 27}) {
        page.frame([&](Canvas& canvas) {
            canvas.countdown("a.count", {425, 289, 300, 300}, left, 45, words("seconds"), words("28 seconds left"));
            return 0;
        });
        keys.push_back(page.painter.of(Stroke::Kind::picture)[0].text);
    }
    CHECK(keys[0] == keys[1]);
    CHECK(keys[1] != keys[2]);
    const auto texts = page.painter.of(Stroke::Kind::text);
    CHECK(texts[0].text == "27");
    CHECK(texts[1].text == "seconds");
    CHECK(page.node("a.count").name == "28 seconds left");
}

TEST_CASE("pictures are cached apart for each theme and size") {
    std::vector<std::string> keys;
    for (const auto theme : {ThemeName::light, ThemeName::dark}) {
        for (const float scale : {1.0F, 2.0F}) {
            CanvasPage page({.theme = theme, .pixels_per_unit = scale});
            page.frame([](Canvas& canvas) {
                canvas.quilt({64, 136, 600, 300}, Quilt::home);
                canvas.block({0, 0, 100, 120}, BlockName::robin);
                canvas.picture("a.letter", {0, 0, 560, 420}, "letter", words("A letter"), [](_cairo*) {});
                return 0;
            });
            for (const auto& picture : page.painter.of(Stroke::Kind::picture)) keys.push_back(picture.text);
            CHECK(page.node("a.letter").role == Role::image);
        }
    }
    std::sort(keys.begin(), keys.end());
    CHECK(std::adjacent_find(keys.begin(), keys.end()) == keys.end());
    CHECK(keys.size() == 12);
}

TEST_CASE("a code's boxes stand in two groups, hide what is hidden and never tell a digit") {
    CanvasPage page;
    page.frame([](Canvas& canvas) {
        canvas.digit_boxes(
            "code", {848, 334, 600, 96},
            {.digits = "124", .shown = 0b100, .label = words("Visit code"), .value = words("3 of 8 entered")});
        return 0;
    });
    const auto borders = page.painter.of(Stroke::Kind::border);
    REQUIRE(borders.size() == 8);
    CHECK(borders[1].box.x - borders[0].box.right() == doctest::Approx(12).epsilon(0.1));
    CHECK(borders[4].box.x - borders[3].box.right() == doctest::Approx(28).epsilon(0.1));
    CHECK(borders[0].box.x == 848);
    CHECK(borders[7].box.right() == doctest::Approx(1448));
    CHECK(borders[3].width == 4); // the one that waits for a digit
    CHECK(borders[2].width == 3);
    const auto texts = page.painter.of(Stroke::Kind::text);
    REQUIRE(texts.size() == 1);
    CHECK(texts[0].text == "4");
    const Node& node = page.node("code");
    CHECK(node.role == Role::digits);
    CHECK(node.is_private);
    CHECK(node.name == "Visit code");
    CHECK(node.value == "3 of 8 entered");
}

TEST_CASE("a code reads from left to right on a mirrored page too") {
    CanvasPage page({.language = "ar-XB"});
    page.frame([](Canvas& canvas) {
        canvas.digit_boxes("code", {848, 334, 600, 96}, {.digits = "1", .shown = 1, .label = words("Visit code")});
        return 0;
    });
    const auto texts = page.painter.of(Stroke::Kind::text);
    CHECK(texts[0].box.x == doctest::Approx(1920 - 848 - 600));
    CHECK(page.node("code").rect.x == 1920 - 848 - 600);
}

TEST_CASE("back and erase are taken once in a frame") {
    CanvasPage page;
    page.input.keys = {Key::back, Key::erase};
    page.frame([](Canvas& canvas) {
        CHECK(canvas.took_back());
        CHECK_FALSE(canvas.took_back());
        CHECK(canvas.took_erase());
        CHECK_FALSE(canvas.took_erase());
        return 0;
    });
    page.input.keys = {};
    page.frame([](Canvas& canvas) {
        CHECK_FALSE(canvas.took_back());
        return 0;
    });
}

TEST_CASE("a touch that hit nothing leaves a small ring where it was") {
    CanvasPage page;
    page.frame([](Canvas& canvas) {
        canvas.show_missed_touch();
        return 0;
    });
    CHECK(page.painter.strokes.empty());
    page.painter.missed = Point{500, 400};
    page.frame([](Canvas& canvas) {
        canvas.show_missed_touch();
        return 0;
    });
    REQUIRE(page.painter.strokes.size() == 1);
    CHECK(page.painter.strokes[0].box.centre().x == 500);
}

TEST_CASE("a title that is a stop has the ring while it has the focus") {
    CanvasPage page;
    page.focus.set_title_stop(TitleStop::first);
    const auto draw_title = [](Canvas& canvas) {
        return canvas.text("title", {64, 136, 800, 136}, words("Hello"), {.type = Type::title, .role = Role::title});
    };
    page.frame(draw_title);
    CHECK(page.painter.of(Stroke::Kind::border).empty());
    page.input.keys = {Key::down};
    page.frame(draw_title);
    const auto borders = page.painter.of(Stroke::Kind::border);
    REQUIRE(borders.size() == 1);
    CHECK(borders[0].color == page.theme()[Tint::focus]);
    CHECK(page.node("title").is_focused);
}
