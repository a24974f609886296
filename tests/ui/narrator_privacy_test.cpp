#include "tests/support/canvas_page.hpp"
#include "tests/support/told_page.hpp"

#include <doctest/doctest.h>

namespace {

using support::choice;
using support::only_read;
using ui::Key;
using ui::Role;

constexpr const char* hidden = "Hidden. Put on headphones to hear it.";

constexpr const char* overheard = "Without headphones, others can hear the keys you choose.";

ui::Node private_text(const char* id, const char* name) {
    ui::Node node = only_read(id, Role::text, name);
    node.is_private = true;
    return node;
}

struct CodePage : support::ToldPage {
    CodePage() {
        nodes.push_back(only_read("page.title", Role::title, "Type your code"));
        ui::Node digits = private_text("code", "Visit code");
        digits.role = Role::digits;
        nodes.push_back(digits);
        enter("");
        for (const char* key : {"1", "2"}) nodes.push_back(choice((std::string("key.") + key).c_str(), key, "key"));
        nodes.push_back(choice("find", "Find my visit"));
    }
    void enter(const char* digits) {
        node("code").private_value = digits;
        node("code").value = std::to_string(std::string_view(digits).size()) + " of 8 entered";
    }
};

} // namespace

TEST_CASE("private words are told only with headphones, and hidden once in a row") {
    support::ToldPage page;
    page.nodes = {only_read("title", Role::title, "Your visit"), private_text("one", "Maria"),
                  private_text("two", "Tom"), only_read("room", Role::text, "Garden Room")};
    CHECK(page.update() == std::string("Your visit. | ") + hidden + " | Garden Room.");
    page.headphones = ui::Headphones::in;
    CHECK(page.retell() == "Your visit. | Maria. | Tom. | Garden Room.");
}

TEST_CASE("a private choice tells how it stands and not what it is") {
    support::ToldPage page;
    page.nodes = {only_read("title", Role::title, "Choose"), choice("one", "Maria, 4:30")};
    page.node("one").is_private = true;
    page.node("one").is_selected = true;
    page.node("one").value = "with Tom, selected";
    page.update();
    CHECK(page.update({Key::down}) == std::string(hidden) + " button, selected, 1 of 1.");
}

TEST_CASE("digits are counted aloud and never said without headphones") {
    CodePage page;
    page.update();
    page.enter("4");
    CHECK(page.update() == "1 of 8 entered.");
    CHECK(page.manner == ui::Telling::Manner::at_once);
    page.enter("47");
    CHECK(page.update() == "2 of 8 entered.");
    page.enter("4");
    CHECK(page.update() == "1 of 8 entered.");
    CHECK(page.retell().find('4') == std::string::npos);
}

TEST_CASE("with headphones the digit that was typed is told, and all of them one by one when asked") {
    CodePage page;
    page.headphones = ui::Headphones::in;
    page.update();
    page.enter("4");
    CHECK(page.update() == "4, 1 of 8 entered.");
    page.enter("47");
    CHECK(page.update() == "7, 2 of 8 entered.");
    page.enter("4");
    CHECK(page.update() == "1 of 8 entered.");
    page.enter("47");
    page.update();
    CHECK(page.retell().find("Visit code, 2 of 8 entered, 4, 7.") != std::string::npos);
    page.headphones = ui::Headphones::out;
    page.speaker->repeat();
    CHECK(page.transcript.lines.back().text.find("There are 2 choices.") == 0);
}

TEST_CASE("keys of a keypad are one choice, and inside it only their names are told") {
    CodePage page;
    page.update();
    page.node("key.1").rect = {0, 0, 100, 100};
    page.node("key.2").rect = {200, 0, 100, 100};
    CHECK(page.update({Key::down}) == "1, button, 1 of 2.");
    CHECK(page.update({Key::right}) == "2.");
    CHECK(page.update({Key::next}) == "Find my visit, button, 2 of 2.");
    // With a name it is told on the way in, once.
    for (const char* key : {"key.1", "key.2"}) page.node(key).group_name = "Number pad";
    CHECK(page.update({Key::previous}) == "Number pad, 1 of 2. | 1, button.");
    CHECK(page.update({Key::right}) == "2.");
    page.update({Key::next});
    CHECK(page.update({Key::previous}).starts_with("Number pad, 1 of 2. | "));
}

TEST_CASE("who comes to keys that write something private is told once a page that others can hear them") {
    CodePage page;
    for (const char* key : {"key.1", "key.2"}) page.node(key).writes_private = true;
    page.node("key.1").rect = {0, 0, 100, 100};
    page.node("key.2").rect = {200, 0, 100, 100};
    page.update();
    CHECK(page.update({Key::down}).starts_with(overheard));
    CHECK(page.update({Key::right}) == "2.");
    page.update({Key::next});
    CHECK(page.update({Key::previous}).find(overheard) == std::string::npos);
    page.update({Key::next});
    page.narrator.page_changed();
    page.update();
    CHECK(page.update({Key::previous}).starts_with(overheard));
    // With headphones nobody else hears; pulled out among the keys, the next one is no surprise either.
    page.headphones = ui::Headphones::in;
    page.narrator.page_changed();
    page.update();
    page.update({Key::next});
    CHECK(page.update({Key::previous}).find(overheard) == std::string::npos);
    page.headphones = ui::Headphones::out;
    page.update();
    CHECK(page.update({Key::right}).starts_with(overheard));
}

TEST_CASE("what the widgets tell is whole: a page walked by keys is covered by its transcript") {
    support::CanvasPage page;
    ui::Phrasebook words = support::house_phrases({"en"});
    ui::Narrator narrator({1, 2});
    ui::Transcript transcript;
    const auto speaker = ui::Speaker::silent(transcript);
    const auto draw = [](ui::Canvas& canvas) {
        const auto& say = canvas.words();
        canvas.text("title", {100, 100, 900, 100}, say("title_identify"), {.role = Role::title});
        canvas.text("names", {100, 200, 900, 100}, support::words("Maria"), {.is_private = true});
        canvas.chip("chip", {100, 300}, ui::Icon::lock, ui::Family::good, say("status_on_time"));
        ui::DigitBoxes boxes;
        boxes.digits = "123";
        boxes.label = say("label_visit_code");
        boxes.value = support::words("3 of 8 entered");
        canvas.digit_boxes("code", {100, 400, 800, 100}, boxes);
        canvas.countdown("seconds", {1000, 100, 300, 300}, 30, 60, support::words("seconds"),
                         support::words("30 seconds left"));
        static_cast<void>(canvas.keypad("key", {1000, 450, 600, 500}, say("button_clear"), say("spoken_erase")));
        ui::ButtonLook find;
        find.label = say("button_find_visit");
        find.under = say("note_check_in");
        find.is_ready = false;
        static_cast<void>(canvas.button("find", {100, 600, 500, 120}, find));
        ui::ButtonLook quiet;
        quiet.label = say("need_quiet_room");
        quiet.is_selected = true;
        static_cast<void>(canvas.button("quiet", {100, 800, 500, 120}, quiet));
        return 0;
    };
    const auto update = [&](std::vector<Key> keys) {
        page.input.keys = std::move(keys);
        page.frame(draw);
        ui::say(*speaker, narrator.tell({page.tree, page.focus, words}));
    };
    update({});
    CHECK_FALSE(support::transcript_covers(page.tree, transcript, hidden)); // the choices were not walked
    for (int i = 0; i < 3; ++i) update({Key::next});
    update({Key::next});
    for (const Key key : {Key::right, Key::right, Key::down, Key::left, Key::left, Key::down, Key::right, Key::right,
                          Key::down, Key::left, Key::left}) {
        update({key});
    }
    CHECK(support::left_out(page.tree, transcript, hidden).empty());
    CHECK_FALSE(support::was_said(transcript, "Maria"));
    CHECK_FALSE(support::was_said(transcript, "1, 2, 3"));
    CHECK(page.node("code").private_value == "123"); // for headphones
    CHECK(page.node("seconds").seconds_left == 30);
}

TEST_CASE("of what is written only the letter that came or went is told, and only with headphones") {
    support::ToldPage page;
    ui::Node field = private_text("note", "Your words");
    field.role = Role::field;
    field.is_focusable = true;
    field.value = "empty";
    page.nodes = {only_read("title", Role::title, "Something else"), field};
    const auto write = [&](const char* text) {
        page.node("note").value = text;
        page.node("note").private_value = text;
        return page.update();
    };
    const auto again = [&] {
        page.speaker->repeat();
        return page.transcript.lines.back().text;
    };
    page.update();
    CHECK(write("a").empty());
    CHECK(write("ab").empty());
    CHECK(write("a").empty());
    CHECK(again() == std::string("Your words, ") + hidden);
    page.headphones = ui::Headphones::in;
    page.retell();
    CHECK(write("ab") == "b.");
    CHECK(page.manner == ui::Telling::Manner::at_once);
    CHECK(write("ab ") == "Space.");
    CHECK(write("ab cd") == "c, d.");
    CHECK(write("ab cde") == "e.");
    CHECK(write("ab cde\u0301") == "e\u0301.");
    CHECK(again() == "Your words, ab cde\u0301.");
    CHECK(write("ab cd") == "erased.");
    CHECK(write("aXb cd") == "aXb cd."); // in the middle of it
    CHECK(page.update({Key::down}) == "Your words, aXb cd, 1 of 1.");
    page.headphones = ui::Headphones::out;
    CHECK(write("aXb cde").empty());
}
