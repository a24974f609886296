#include "tests/support/memory_places.hpp"
#include "ui/semantics.hpp"
#include "ui/words.hpp"

#include <doctest/doctest.h>

using namespace ui;

namespace {

SemanticTree tree_of(std::initializer_list<std::pair<Role, const char*>> nodes) {
    SemanticTree tree;
    int number = 0;
    for (const auto& [role, name] : nodes) {
        Node node;
        node.id = "node." + std::to_string(++number);
        node.role = role;
        node.name = name;
        tree.add(node);
    }
    return tree;
}

} // namespace

TEST_CASE("a thing on the page is found by its exact name before any name that holds it") {
    const auto tree = tree_of({{Role::text, "Show code"}, {Role::button, "Show"}});
    int matches = 0;
    REQUIRE(tree.find_by_name("Show", false, &matches) != nullptr);
    CHECK(tree.find_by_name("Show", false)->id == "node.2");
    CHECK(matches == 1);
}

TEST_CASE("a part of a name finds it only if no other name holds that part") {
    const auto tree = tree_of({{Role::button, "Yes, check me in"}, {Role::button, "Yes, later"}});
    int matches = 0;
    CHECK(tree.find_by_name("check me", false)->id == "node.1");
    CHECK(tree.find_by_name("Yes", false, &matches) == nullptr);
    CHECK(matches == 2);
    CHECK(tree.find_by_name("No", false, &matches) == nullptr);
    CHECK(matches == 0);
}

TEST_CASE("only buttons are found where only buttons are asked for") {
    const auto tree = tree_of({{Role::title, "Check in"}, {Role::button, "Check in"}});
    int matches = 0;
    CHECK(tree.find_by_name("Check in", true, &matches)->id == "node.2");
    CHECK(matches == 1);
    CHECK(tree.find_by_name("Check in", false, &matches)->id == "node.1");
    CHECK(matches == 2);
}

TEST_CASE("a page shows a text that stands in a name or a value, however its spaces are made") {
    auto tree = tree_of({{Role::text, "Your visit is at 4:30 PM"}});
    CHECK(tree.shows("4:30 PM"));
    CHECK(tree.shows("4:30\xC2\xA0PM"));
    CHECK(tree.shows("4:30\xE2\x80\xAFPM"));
    CHECK_FALSE(tree.shows("5:30"));
    Node node;
    node.id = "code";
    node.name = "Visit code";
    node.value = "3 of 8 entered";
    tree.add(node);
    CHECK(tree.shows("3 of 8"));
    CHECK(tree.find("code") != nullptr);
    CHECK(tree.find("cod") == nullptr);
}

TEST_CASE("what is said holds no bold marks and no direction marks") {
    CHECK(plain_text("Touch *Finish* to\nclear") == "Touch Finish to clear");
    CHECK(plain_text("\xE2\x81\xA8"
                     "Ana"
                     "\xE2\x81\xA9 \xE2\x80\x8F\xE2\x80\xAE"
                     "x\xE2\x80\xAC") == "Ana x");
}

TEST_CASE("a record can neither make text bold nor turn its direction") {
    CHECK(Words::of_record("a*b*c").text() == "a\xE2\x88\x97"
                                              "b\xE2\x88\x97"
                                              "c");
    CHECK(plain_text(Words::of_record("a*b*c").text()) == "a*b*c");
    CHECK(Words::of_record("x\xE2\x80\xAEy\xE2\x81\xA9z").text() == "xyz");
    CHECK(Words::of_record("Zoë 李 علي").text() == "Zoë 李 علي");
}

TEST_CASE("a page that is cleared leaves nothing private in memory") {
    const std::string_view disguised = "hsbojufsnpo"; // each letter is one too high
    ui::SemanticTree tree;
    for (int i = 0; i < 3; ++i) {
        ui::Node node;
        const base::Secret text = support::undisguised(disguised);
        node.is_private = true;
        ui::Node& kept = tree.add(std::move(node));
        kept.name.assign(text.text());
        kept.value.assign(text.text());
        kept.private_value.assign(text.text());
    }
    CHECK(support::places_in_memory(disguised) >= 9);
    tree.clear();
    CHECK(support::places_in_memory(disguised) == 0);
}
