#include "ui/switch_scan.hpp"

#include "tests/ui/stops_on_page.hpp"

#include <doctest/doctest.h>
#include <set>

using namespace ui;

namespace {

using std::chrono::milliseconds;

// One person at a page that stays as it is.
struct Switches {
    base::FakeClock clock{base::UtcTime{}};
    SemanticTree tree;
    Focus focus;
    SwitchScan scan;

    explicit Switches(SemanticTree page = support::whole_page()) : tree(std::move(page)) {}

    void frame(std::initializer_list<Key> keys = {}) {
        Input input;
        input.keys = keys;
        focus.take(input, tree);
        scan.take(input, tree, focus, clock.moment());
    }
    void next() { frame({Key::switch_next}); }
    // What it did, if anything.
    std::string choose() {
        frame({Key::switch_choose});
        return taken();
    }
    std::string taken() {
        for (const auto& node : tree.nodes()) {
            if (focus.take_choose(node.id)) return node.id;
        }
        return {};
    }
    [[nodiscard]] std::string ringed() const {
        std::string ids;
        for (const auto& node : tree.nodes()) {
            if (focus.is_on(node.id)) ids += (ids.empty() ? "" : " ") + node.id;
        }
        return ids;
    }
};

constexpr std::string_view whole_grid = "key.1 key.2 key.3 key.4 key.5 key.6 key.7 key.8 key.9 key.10 key.11 key.12";

// Walks with "next" until choosing would do something for `id`; how many presses that took.
int presses_to(Switches& switches, const std::string& id) {
    int presses = 1;
    switches.next();
    while (presses < 100) {
        const Node* wanted = switches.tree.find(id);
        const bool is_inside = switches.focus.is_on(id);
        ++presses;
        if (!is_inside || switches.scan.is_at_way_out()) {
            switches.next();
            continue;
        }
        const std::string done = switches.choose();
        if (done == id) return presses;
        CHECK(done.empty());
        CHECK_FALSE(wanted->group.empty());
    }
    return presses;
}

} // namespace

TEST_CASE("with two switches every stop and every key of a keypad is chosen in at most 24 presses") {
    const auto tree = support::whole_page();
    for (const auto& node : tree.nodes()) {
        if (!node.is_focusable) continue;
        CAPTURE(node.id);
        Switches switches;
        // 13 stops; a row and its cell are at most 4 + 3 further.
        CHECK(presses_to(switches, node.id) <= 24);
    }
}

TEST_CASE("the first press only shows where it is, whichever switch it was") {
    for (const Key key : {Key::switch_next, Key::switch_choose}) {
        Switches switches;
        switches.frame({key});
        CHECK(switches.taken().empty());
        CHECK(switches.ringed() == "show");
    }
}

TEST_CASE("a keypad is chosen whole, then by row, then by key, and each has a way out after its last") {
    Switches switches;
    switches.next();
    switches.next();
    CHECK(switches.ringed() == whole_grid);
    CHECK_FALSE(switches.scan.is_at_way_out());
    CHECK(switches.choose().empty());
    CHECK(switches.ringed() == "key.1 key.2 key.3");
    switches.next();
    CHECK(switches.ringed() == "key.4 key.5 key.6");
    CHECK(switches.choose().empty());
    CHECK(switches.ringed() == "key.4");
    switches.next();
    switches.next();
    CHECK(switches.ringed() == "key.6");
    switches.next();
    CHECK(switches.ringed() == "key.4 key.5 key.6");
    CHECK(switches.scan.is_at_way_out());
    CHECK(switches.choose().empty());
    CHECK(switches.ringed() == "key.7 key.8 key.9"); // on to the next row
    switches.next();
    switches.next();
    CHECK(switches.ringed() == whole_grid);
    CHECK(switches.scan.is_at_way_out());
    CHECK(switches.choose().empty());
    CHECK(switches.ringed() == "nocode"); // on to the next stop
    CHECK_FALSE(switches.scan.is_at_way_out());
    CHECK(switches.choose() == "nocode");
}

TEST_CASE("after a digit the rows begin again, so that a code is typed without leaving the keypad") {
    Switches switches;
    switches.next();
    switches.next();
    (void)switches.choose();
    for (int digit = 0; digit < 3; ++digit) {
        switches.next();
        CHECK(switches.choose().empty());
        switches.next();
        CHECK(switches.choose() == "key.5");
        CHECK(switches.ringed() == "key.1 key.2 key.3");
    }
}

TEST_CASE("places that are not chosen come round again") {
    Switches switches;
    switches.next();
    switches.next();
    (void)switches.choose();
    for (int i = 0; i < 5; ++i) switches.next();
    CHECK(switches.ringed() == "key.1 key.2 key.3");
    (void)switches.choose();
    for (int i = 0; i < 4; ++i) switches.next();
    CHECK(switches.ringed() == "key.1");
}

TEST_CASE("a group of one row is scanned by its cells at once") {
    SemanticTree tree;
    support::add_grid(tree, "face", 5, 1);
    tree.add(support::stop("primary"));
    Switches switches(std::move(tree));
    switches.next();
    (void)switches.choose();
    switches.next();
    CHECK(switches.ringed() == "face.2");
    CHECK(switches.choose() == "face.2");
    for (int i = 0; i < 5; ++i) switches.next();
    CHECK(switches.scan.is_at_way_out());
    CHECK(switches.choose().empty());
    CHECK(switches.ringed() == "primary");
}

TEST_CASE("a new page or a focus that a page asks for is scanned from its stops again") {
    Switches switches;
    switches.next();
    switches.next();
    (void)switches.choose();
    switches.focus.go_to("primary");
    CHECK(switches.scan.settle(switches.tree, switches.focus));
    CHECK(switches.ringed() == "primary");
    switches.next();
    CHECK(switches.ringed() == "back");

    SemanticTree other;
    support::add_grid(other, "key", 3, 4);
    other.add(support::stop("primary"));
    other.add(support::stop("show")); // the first stop of the page before
    switches.focus.page_changed();
    CHECK(switches.choose().empty()); // a second press of an impatient hand
    switches.tree = other;
    CHECK(switches.focus.settle(switches.tree));
    CHECK(switches.scan.settle(switches.tree, switches.focus));
    CHECK(switches.ringed() == whole_grid);
    CHECK_FALSE(switches.scan.settle(switches.tree, switches.focus));
    switches.next();
    CHECK(switches.ringed() == "primary");
}

TEST_CASE("arrows and switches move the same focus") {
    Switches switches;
    switches.frame({Key::down, Key::down});
    switches.next();
    CHECK(switches.ringed() == "nocode");
    switches.frame({Key::up});
    switches.frame({Key::right});
    CHECK(switches.ringed() == "key.2");
    CHECK(switches.choose().empty());
    CHECK(switches.ringed() == "key.1 key.2 key.3");
}

TEST_CASE("a key that leaves a keypad leaves its rows too") {
    Switches switches;
    switches.next();
    switches.next();
    (void)switches.choose();
    switches.frame({Key::next});
    CHECK(switches.ringed() == "nocode");
    switches.next();
    CHECK(switches.ringed() == "primary");
}

TEST_CASE("presses of a trembling hand that come too soon do not count") {
    Switches switches;
    switches.scan.set({.pause = milliseconds{500}});
    switches.next();
    switches.clock.advance(milliseconds{499});
    switches.next();
    CHECK(switches.ringed() == "show");
    switches.clock.advance(milliseconds{1});
    switches.next();
    CHECK(switches.ringed() == whole_grid);
}

TEST_CASE("with one switch places come by themselves, each for one step, and a press chooses") {
    Switches switches;
    switches.scan.set({.step = milliseconds{1500}});
    CHECK_FALSE(switches.scan.deadline());
    CHECK(switches.choose().empty());
    CHECK(switches.ringed() == "show");
    const auto at = switches.scan.deadline();
    REQUIRE(at);
    CHECK(*at == switches.clock.moment() + milliseconds{1500});
    switches.clock.advance(milliseconds{1499});
    switches.frame();
    CHECK(switches.ringed() == "show");
    switches.clock.advance(milliseconds{1});
    switches.frame();
    CHECK(switches.ringed() == whole_grid);
    CHECK(switches.choose().empty());
    switches.clock.advance(milliseconds{1500});
    switches.frame();
    CHECK(switches.choose().empty());
    CHECK(switches.ringed() == "key.4");
    switches.clock.advance(milliseconds{1500});
    switches.frame();
    CHECK(switches.choose() == "key.5");
}

TEST_CASE("one switch that nobody presses rests after three rounds, and the next press begins again") {
    Switches switches;
    switches.scan.set({.step = milliseconds{1000}});
    (void)switches.choose();
    int steps = 0;
    while (switches.scan.deadline() && steps < 100) {
        switches.clock.advance(milliseconds{1000});
        switches.frame();
        ++steps;
    }
    CHECK(steps == 39); // 13 stops, three times
    CHECK(switches.choose().empty());
    CHECK(switches.ringed() == "show");
    CHECK(switches.scan.deadline());
    CHECK(switches.choose() == "show");
}

TEST_CASE("a touch or another key ends what goes on by itself, and so does the end of a visit") {
    for (int way = 0; way < 3; ++way) {
        Switches switches;
        switches.scan.set({.step = milliseconds{1000}});
        (void)switches.choose();
        REQUIRE(switches.scan.deadline());
        Input input;
        if (way == 0) input.was_touched = true;
        if (way == 1) input.keys = {Key::louder};
        if (way == 2) switches.scan.forget();
        switches.scan.take(input, switches.tree, switches.focus, switches.clock.moment());
        CHECK_FALSE(switches.scan.deadline());
    }
}
