// A page that is worked with keys and switches alone, by real events of SDL, wired as an application wires it.

#include "tests/support/off_screen.hpp"
#include "tests/support/phrases.hpp"
#include "ui/canvas.hpp"
#include "ui/switch_scan.hpp"

#include <doctest/doctest.h>

using namespace ui;

namespace {

using std::chrono::milliseconds;

struct Kiosk {
    support::OffScreen screen{Panel{480, 270, 476, 268}};
    Phrasebook phrases = support::house_phrases({"en"});
    Focus focus;
    SwitchScan scan;
    Paging paging;
    SemanticTree tree;
    std::string code;
    std::string done;
    std::string typed;
    int exits = 0;
    bool has_next_page = false;
    bool has_field = false;

    Kiosk() { update(); }
    Surface& surface() { return *screen.surface; }
    void update() {
        surface().update([this](Painter& painter, const Input& input) { return build(painter, input); });
    }
    void press(std::initializer_list<Key> keys) {
        for (const Key key : keys) surface().push_key(key);
        update();
    }
    bool build(Painter& painter, const Input& input) {
        for (const Key key : input.keys) exits += key == Key::quick_exit ? 1 : 0;
        typed += input.typed.text();
        focus.take(input, tree);
        scan.take(input, tree, focus, screen.clock.moment());
        tree.clear();
        if (has_field) painter.expect_text();
        Canvas canvas(painter, {surface().scale()}, phrases, focus, paging, tree, input);
        bool has_changed = has_next_page ? draw_next(canvas) : draw_code(canvas);
        if (!has_changed) has_changed = focus.settle(tree);
        return scan.settle(tree, focus) || has_changed;
    }
    bool button(Canvas& canvas, const char* id, Point at, ButtonStyle style, bool is_constant = false) {
        ButtonLook look;
        look.style = style;
        look.label = Words::of_record(id);
        look.is_constant = is_constant;
        const bool is_used = canvas.button(id, {at.x, at.y, 300, 88}, look);
        if (is_used) done = id;
        return is_used;
    }
    bool draw_code(Canvas& canvas) {
        bool has_changed = button(canvas, "help", {64, 960}, ButtonStyle::help, true);
        const bool is_main = button(canvas, "find", {1500, 960}, ButtonStyle::main);
        if (is_main) {
            has_next_page = true;
            focus.page_changed();
            surface().guard_touches();
        }
        const char key =
            canvas.keypad("key", {848, 300, 600, 452}, Words::of_record("Clear"), Words::of_record("Erase"));
        if (key != 0) code += key;
        return button(canvas, "nocode", {64, 300}, ButtonStyle::normal) || is_main || key != 0 || has_changed;
    }
    bool draw_next(Canvas& canvas) {
        const bool has_changed = button(canvas, "names", {64, 300}, ButtonStyle::normal);
        return button(canvas, "help", {64, 960}, ButtonStyle::help, true) || has_changed;
    }
};

constexpr Key on = Key::switch_next;
constexpr Key choose = Key::switch_choose;

} // namespace

TEST_CASE("two switches type a code and find the visit, and the next page has the ring at its first stop") {
    Kiosk kiosk;
    kiosk.press({on});
    CHECK(kiosk.focus.is_on("key.1"));
    CHECK(kiosk.focus.is_on("key.0"));
    kiosk.press({choose, on, choose, choose}); // second row, first key
    kiosk.press({choose, on, choose});
    CHECK(kiosk.code == "42");
    kiosk.press({on, on, on, on, choose, on}); // past the rows, out, past "nocode"
    CHECK(kiosk.focus.is_on("find"));
    kiosk.press({choose});
    CHECK(kiosk.done == "find");
    CHECK(kiosk.has_next_page);
    CHECK(kiosk.focus.is_on("names"));
    kiosk.press({on});
    CHECK(kiosk.focus.is_on("help"));
}

TEST_CASE("a keypad does the same with arrows, and presses that hurry on press nothing of the next page") {
    Kiosk kiosk;
    kiosk.press({Key::down, Key::down, Key::choose, Key::up, Key::right, Key::choose});
    CHECK(kiosk.code == "42");
    kiosk.press({Key::down, Key::down, Key::down, Key::down, Key::down, Key::choose, Key::choose});
    CHECK(kiosk.has_next_page);
    kiosk.screen.clock.advance(milliseconds{249});
    kiosk.press({Key::choose, Key::switch_choose});
    CHECK(kiosk.done == "find");
    CHECK(kiosk.focus.is_on("names"));
    kiosk.screen.clock.advance(milliseconds{1});
    kiosk.press({Key::choose});
    CHECK(kiosk.done == "names");
}

TEST_CASE("a touch hides the ring, also the one around a whole keypad") {
    Kiosk kiosk;
    kiosk.press({on});
    kiosk.surface().push_touch({1, 1}, {1, 1});
    kiosk.focus.touched();
    kiosk.update();
    for (const auto& node : kiosk.tree.nodes()) CHECK_FALSE(node.is_focused);
}

TEST_CASE("what is typed follows what the page waits for, and three Shifts leave from either") {
    Kiosk kiosk;
    kiosk.surface().push_text("1*+");
    kiosk.update();
    CHECK(kiosk.typed == "1");
    kiosk.has_field = true;
    kiosk.update();
    kiosk.surface().push_text("a-b *");
    kiosk.update();
    CHECK(kiosk.typed == "1a-b *");
    kiosk.press({Key::quick_exit});
    CHECK(kiosk.exits == 1);
    kiosk.has_field = false;
    kiosk.update();
    kiosk.press({Key::quick_exit});
    CHECK(kiosk.exits == 2);
}

TEST_CASE("switches of another interface are told to the surface") {
    Kiosk kiosk;
    kiosk.surface().set_switch_keys(SwitchKeys::parse("1", "2").release_value());
    kiosk.surface().push_text("121");
    kiosk.update();
    CHECK(kiosk.typed.empty());
    CHECK(kiosk.focus.is_on("key.4"));
    CHECK_FALSE(kiosk.focus.is_on("key.1"));
}
