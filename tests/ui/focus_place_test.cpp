// Where the focus is when pages change, are built again and are drawn in any order.

#include "tests/ui/stops_on_page.hpp"
#include "ui/focus.hpp"

#include <doctest/doctest.h>

using namespace ui;

namespace {

void press(Focus& focus, const SemanticTree& tree, std::initializer_list<Key> keys) {
    Input input;
    input.keys = keys;
    focus.take(input, tree);
}

SemanticTree list(const std::vector<std::string>& ids) {
    SemanticTree tree;
    for (const auto& id : ids) tree.add(support::stop(id));
    return tree;
}

} // namespace

TEST_CASE("keys walk title, content, main button, back and the frame, whatever the page draws first") {
    Focus focus;
    const auto tree = support::whole_page();
    focus.set_title_stop(TitleStop::first);
    std::vector<std::string> walked;
    do {
        press(focus, tree, {Key::next});
        walked.push_back(focus.id());
    } while (walked.size() < 2 || walked.back() != walked.front());
    CHECK(walked == std::vector<std::string>{"title", "show", "key.1", "nocode", "primary", "back", "help", "finish",
                                             "tool.low", "tool.language", "tool.text", "tool.contrast", "tool.listen",
                                             "tool.hide", "title"});
}

TEST_CASE("the title is a stop only while pages are spoken, and nothing else that is only read is one") {
    Focus focus;
    const auto tree = support::whole_page();
    press(focus, tree, {Key::next});
    CHECK(focus.is_on("show"));
    focus.set_title_stop(TitleStop::first);
    press(focus, tree, {Key::previous, Key::choose});
    CHECK(focus.is_on("title"));
    CHECK(focus.take_choose("title"));
    focus.set_title_stop(TitleStop::none);
    CHECK(focus.settle(tree));
    CHECK(focus.is_on("show"));
}

TEST_CASE("a ring that shows is on the first stop of the next page, and one that hides stays hidden") {
    Focus focus;
    const auto before = list({"a", "b", "c"});
    const auto after = list({"x", "b"});
    press(focus, before, {Key::down, Key::down});
    CHECK(focus.is_on("b"));
    focus.page_changed();
    press(focus, before, {}); // the frame that is drawn next still knows the old page only
    CHECK(focus.settle(after));
    CHECK(focus.is_on("x"));
    CHECK_FALSE(focus.settle(after));
    focus.touched();
    focus.page_changed();
    press(focus, after, {});
    CHECK_FALSE(focus.settle(before));
    CHECK_FALSE(focus.is_visible());
}

TEST_CASE("a key that comes with a new page presses nothing of the old one") {
    Focus focus;
    const auto before = list({"a", "b"});
    const auto after = list({"x", "a"});
    press(focus, before, {Key::down});
    for (const Key key : {Key::choose, Key::down}) {
        focus.page_changed();
        press(focus, before, {key});
        CHECK_FALSE(focus.take_choose("a"));
        CHECK(focus.settle(after));
        CHECK(focus.is_on("x"));
    }
}

TEST_CASE("a stop that is gone hands on to the nearest one that is left, the earlier of two") {
    struct Case {
        std::vector<std::string> left;
        std::string expected;
    };
    for (const Case& each : std::vector<Case>{{{"a", "b", "d", "e"}, "b"},
                                              {{"a", "d", "e"}, "d"},
                                              {{"a", "e"}, "a"},
                                              {{"new", "e"}, "e"},
                                              {{"new", "newer"}, "new"}}) {
        Focus focus;
        const auto tree = list({"a", "b", "c", "d", "e"});
        press(focus, tree, {Key::down, Key::down, Key::down});
        CHECK_FALSE(focus.settle(tree));
        REQUIRE(focus.is_on("c"));
        const auto rebuilt = list(each.left);
        CHECK(focus.settle(rebuilt));
        CHECK(focus.is_on(each.expected));
    }
}

TEST_CASE("in a group whose cells change the focus stays at the same place of it") {
    Focus focus;
    SemanticTree letters;
    letters.add(support::stop("first"));
    support::add_grid(letters, "kb", 5, 4);
    press(focus, letters, {Key::next, Key::next, Key::right, Key::down});
    REQUIRE(focus.is_on("kb.7"));
    CHECK_FALSE(focus.settle(letters));
    SemanticTree digits;
    digits.add(support::stop("first"));
    for (auto node : letters.nodes()) {
        if (node.group.empty()) continue;
        node.id = "digit" + node.id;
        digits.add(node);
    }
    CHECK(focus.settle(digits));
    CHECK(focus.is_on("digitkb.7"));
}

TEST_CASE("in a keyboard up and down go to the next row, also past a wide key, and leave at the edges") {
    SemanticTree tree;
    tree.add(support::stop("above"));
    support::add_grid(tree, "kb", 5, 2);
    for (const auto& [id, x, w] : {std::tuple{"kb.space", 0.0F, 620.0F}, std::tuple{"kb.done", 640.0F, 400.0F}}) {
        Node node = support::stop(id);
        node.group = "kb";
        node.rect = {x, 240, w, 92};
        tree.add(node);
    }
    tree.add(support::stop("below"));
    Focus focus;
    press(focus, tree, {Key::next, Key::down, Key::down, Key::right});
    CHECK(focus.is_on("kb.7"));
    press(focus, tree, {Key::down});
    CHECK(focus.is_on("kb.space"));
    press(focus, tree, {Key::right});
    CHECK(focus.is_on("kb.done"));
    press(focus, tree, {Key::up});
    CHECK(focus.is_on("kb.10"));
    press(focus, tree, {Key::up, Key::up});
    CHECK(focus.is_on("above"));
    press(focus, tree, {Key::down, Key::down, Key::down, Key::down});
    CHECK(focus.is_on("below"));
}

TEST_CASE("inside a group left and right follow the eye on a right-to-left page too") {
    SemanticTree tree;
    support::add_grid(tree, "key", 3, 4);
    tree.read_right_to_left(true);
    Focus focus;
    press(focus, tree, {Key::down, Key::right});
    CHECK(focus.is_on("key.2"));
    press(focus, tree, {Key::left});
    CHECK(focus.is_on("key.1"));
    press(focus, tree, {Key::left});
    CHECK(focus.is_on("key.1"));
}
