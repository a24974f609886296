#include "ui/focus.hpp"

#include "tests/ui/stops_on_page.hpp"

#include <doctest/doctest.h>

using namespace ui;
using support::stop;

namespace {

void press(Focus& focus, const SemanticTree& tree, std::initializer_list<Key> keys) {
    Input input;
    input.keys = keys;
    focus.take(input, tree);
}

// Two constant controls told first, as the frame does, and the page's own after them.
SemanticTree page() {
    SemanticTree tree;
    for (const char* id : {"help", "finish"}) {
        Node node = stop(id);
        node.is_constant = true;
        tree.add(node);
    }
    Node title = stop("title");
    title.is_focusable = false;
    tree.add(title);
    for (const char* id : {"first", "second", "third"}) tree.add(stop(id));
    return tree;
}

// A stop, a keypad of 3×4, a stop.
SemanticTree page_with_keypad() {
    SemanticTree tree;
    tree.add(stop("show"));
    const char* keys[] = {"1", "2", "3", "4", "5", "6", "7", "8", "9", "clear", "0", "back"};
    for (int i = 0; i < 12; ++i) {
        Node node = stop(std::string("key.") + keys[i]);
        node.group = "key";
        node.rect = {static_cast<float>(i % 3) * 208, static_cast<float>(i / 3) * 120, 184, 92};
        tree.add(node);
    }
    tree.add(stop("next"));
    return tree;
}

} // namespace

TEST_CASE("no ring shows before a key is used, and the first key only shows it") {
    Focus focus;
    const auto tree = page();
    CHECK_FALSE(focus.is_visible());
    press(focus, tree, {Key::down});
    CHECK(focus.is_on("first"));
}

TEST_CASE("keys walk the page's own stops in the order told, then the frame's, and start again") {
    Focus focus;
    const auto tree = page();
    std::vector<std::string> walked;
    for (int i = 0; i < 6; ++i) {
        press(focus, tree, {Key::next});
        walked.push_back(focus.id());
    }
    CHECK(walked == std::vector<std::string>{"first", "second", "third", "help", "finish", "first"});
    press(focus, tree, {Key::previous});
    CHECK(focus.is_on("finish"));
    press(focus, tree, {Key::up, Key::up});
    CHECK(focus.is_on("third"));
}

TEST_CASE("left and right follow the eye: forward is left on a right-to-left page") {
    Focus focus;
    auto tree = page();
    press(focus, tree, {Key::right, Key::right});
    CHECK(focus.is_on("second"));
    press(focus, tree, {Key::left});
    CHECK(focus.is_on("first"));
    tree.read_right_to_left(true);
    press(focus, tree, {Key::left});
    CHECK(focus.is_on("second"));
    press(focus, tree, {Key::right});
    CHECK(focus.is_on("first"));
}

TEST_CASE("choose reaches the focused widget once, and nobody else") {
    Focus focus;
    const auto tree = page();
    press(focus, tree, {Key::down, Key::choose});
    CHECK_FALSE(focus.take_choose("second"));
    CHECK(focus.take_choose("first"));
    CHECK_FALSE(focus.take_choose("first"));
    press(focus, tree, {});
    CHECK_FALSE(focus.take_choose("first"));
}

TEST_CASE("choose that nobody took is gone in the next frame") {
    Focus focus;
    const auto tree = page();
    press(focus, tree, {Key::down, Key::choose});
    press(focus, tree, {});
    CHECK_FALSE(focus.take_choose("first"));
}

TEST_CASE("choose with a hidden ring shows where it is and acts on nothing") {
    Focus focus;
    const auto tree = page();
    press(focus, tree, {Key::choose});
    CHECK(focus.is_on("first"));
    CHECK_FALSE(focus.take_choose("first"));
}

TEST_CASE("a touch hides the ring and keeps the place") {
    Focus focus;
    const auto tree = page();
    press(focus, tree, {Key::down, Key::down});
    focus.touched();
    CHECK_FALSE(focus.is_on("second"));
    press(focus, tree, {Key::choose});
    CHECK(focus.is_on("second"));
    CHECK_FALSE(focus.take_choose("second"));
    focus.touched();
    press(focus, tree, {Key::down});
    CHECK(focus.is_on("second"));
    press(focus, tree, {Key::down});
    CHECK(focus.is_on("third"));
}

TEST_CASE("a screen may ask for the focus, and choose then acts at once") {
    Focus focus;
    const auto tree = page();
    focus.go_to("third");
    CHECK_FALSE(focus.is_on("third")); // no key was used yet
    press(focus, tree, {Key::choose});
    CHECK(focus.take_choose("third"));
    CHECK(focus.is_on("third"));
}

TEST_CASE("a new person starts at the first stop, and so does a page of which nothing was there before") {
    Focus focus;
    const auto tree = page();
    press(focus, tree, {Key::down, Key::down});
    focus.forget();
    CHECK_FALSE(focus.is_visible());
    press(focus, tree, {Key::up});
    CHECK(focus.is_on("first"));
    press(focus, page_with_keypad(), {Key::down});
    CHECK(focus.is_on("show"));
}

TEST_CASE("a page without stops takes every key in peace") {
    Focus focus;
    const SemanticTree empty;
    press(focus, empty, {Key::down, Key::choose, Key::previous, Key::back, Key::erase});
    CHECK_FALSE(focus.settle(empty));
    CHECK(focus.id().empty());
}

TEST_CASE("a keypad is one stop whose keys are reached by arrows") {
    Focus focus;
    const auto tree = page_with_keypad();
    press(focus, tree, {Key::next, Key::next});
    CHECK(focus.is_on("key.1"));
    press(focus, tree, {Key::next});
    CHECK(focus.is_on("next"));
    press(focus, tree, {Key::previous});
    CHECK(focus.is_on("key.1"));
    press(focus, tree, {Key::right, Key::down});
    CHECK(focus.is_on("key.5"));
    press(focus, tree, {Key::down, Key::down});
    CHECK(focus.is_on("key.0"));
    press(focus, tree, {Key::left});
    CHECK(focus.is_on("key.clear"));
    press(focus, tree, {Key::left});
    CHECK(focus.is_on("key.clear")); // no way out at the sides
    press(focus, tree, {Key::down});
    CHECK(focus.is_on("next"));
    press(focus, tree, {Key::up, Key::up});
    CHECK(focus.is_on("show"));
}
