#include "tests/support/told_page.hpp"

#include <doctest/doctest.h>

namespace {

using support::choice;
using support::only_read;
using ui::Key;
using ui::Role;

// A small page, as the confirm page is one.
struct Page : support::ToldPage {
    Page() {
        nodes.push_back(only_read("frame.name", Role::text, "Family Access"));
        nodes.push_back(only_read("page.when", Role::text, "Today at 4:30 PM"));
        nodes.push_back(only_read("page.title", Role::title, "Is this your visit today?"));
        nodes.push_back(choice("quiet", "A quiet room"));
        nodes.push_back(choice("send", "Yes, check me in"));
        node("send").is_ready = false;
        node("send").value = "not ready yet";
        nodes.push_back(choice("help", "I need help"));
        node("help").is_constant = true;
    }
};

} // namespace

TEST_CASE("a page tells its title, what is only read, and how many choices there are") {
    Page page;
    CHECK(page.update() == "Is this your visit today? | Family Access. | Today at 4:30 PM. | "
                           "There are 2 choices. Press the down key to hear the first.");
    CHECK(page.manner == ui::Telling::Manner::at_once);
    CHECK(page.update().empty());
}

TEST_CASE("each move of the focus tells name, kind, state and place") {
    Page page;
    page.update();
    CHECK(page.update({Key::down}) == "A quiet room, button, 1 of 2.");
    CHECK(page.manner == ui::Telling::Manner::at_once);
    CHECK(page.update({Key::down}) == "Yes, check me in, button, not ready yet, 2 of 2.");
    CHECK(page.update({Key::down}) == "I need help, button."); // the frame's controls are beside the page
    CHECK(page.update().empty());
}

TEST_CASE("a focus that shows again after a touch is told again") {
    Page page;
    page.update();
    page.update({Key::down});
    page.focus.touched();
    CHECK(page.update().empty());
    CHECK(page.update({Key::down}) == "A quiet room, button, 1 of 2.");
}

TEST_CASE("a choice that the page asks the focus for is told") {
    Page page;
    page.update();
    page.focus.go_to("send");
    CHECK(page.update() == "Yes, check me in, button, not ready yet, 2 of 2.");
}

TEST_CASE("choosing tells only what is different") {
    Page page;
    page.update();
    page.update({Key::down});
    page.node("quiet").is_selected = true;
    page.node("quiet").value = "selected";
    CHECK(page.update({Key::choose}) == "selected.");
    page.node("quiet").is_selected = false;
    page.node("quiet").value = "";
    CHECK(page.update({Key::choose}) == "not selected.");
    page.node("send").is_ready = true;
    page.node("send").value = "";
    CHECK(page.update() == "Yes, check me in, button.");
    page.node("quiet").name = "A room that is quiet";
    CHECK(page.update() == "A room that is quiet, button.");
}

TEST_CASE("what was chosen by touch is told by name") {
    Page page;
    page.update();
    page.node("quiet").is_selected = true;
    page.node("quiet").value = "selected";
    CHECK(page.update() == "A quiet room, selected.");
}

TEST_CASE("a text that is new or different is told, the rest of the page is not") {
    Page page;
    page.update();
    page.nodes.insert(page.nodes.begin() + 2, only_read("page.warning", Role::status, "Please try again."));
    CHECK(page.update() == "Please try again.");
    CHECK(page.manner == ui::Telling::Manner::after_the_rest);
    page.node("page.when").name = "Today at 5:00 PM";
    CHECK(page.update() == "Today at 5:00 PM.");
}

TEST_CASE("a press that changes nothing is answered with what stands there") {
    Page page;
    page.nodes.push_back(only_read("page.warning", Role::status, "Please try again."));
    page.update();
    page.update({Key::down});
    CHECK(page.update({Key::choose}) == "Please try again. | A quiet room.");
}

TEST_CASE("choices that come and go are counted") {
    Page page;
    page.update();
    page.nodes.push_back(choice("undo", "Undo"));
    CHECK(page.update() == "There are 3 choices now.");
    page.nodes.pop_back();
    CHECK(page.update() == "There are 2 choices now.");
}

TEST_CASE("the next page does not repeat the frame, the page told again does") {
    Page page;
    page.update();
    page.node("page.title").id = "next.title";
    CHECK(page.update() == "Is this your visit today? | There are 2 choices. Press the down key to hear the first.");
    CHECK(page.retell() == "Is this your visit today? | Family Access. | Today at 4:30 PM. | "
                           "There are 2 choices. Press the down key to hear the first.");
}

TEST_CASE("a page whose title has the id of the last is new if the kiosk says so") {
    Page page;
    page.update();
    page.node("page.when").name = "Today at 5:00 PM";
    page.narrator.page_changed();
    CHECK(page.update() ==
          "Is this your visit today? | Today at 5:00 PM. | There are 2 choices. Press the down key to hear the first.");
}

TEST_CASE("in another language the page is told again by another voice") {
    Page page;
    page.update();
    REQUIRE(page.words.set_language("es"));
    page.node("page.title").name = "¿Es su visita de hoy?";
    CHECK(page.update() == "¿Es su visita de hoy? | Hay 2 opciones. Oprima la tecla de bajar para oír la primera.");
    CHECK(page.transcript.lines.back().language == "es");
}

TEST_CASE("a name in another language is read by its own voice") {
    Page page;
    page.nodes.push_back(choice("language.es", "Español"));
    page.node("language.es").language = "es";
    page.update();
    page.update({Key::up, Key::up});
    REQUIRE(page.update({Key::up}) == "Español. | button, 3 of 3.");
    CHECK(page.transcript.lines.rbegin()[1].language == "es");
    CHECK(page.transcript.lines.back().language == "en");
}

TEST_CASE("a language without a voice is told so once, in English") {
    Page page;
    page.has_voice = false;
    REQUIRE(page.words.set_language("es"));
    CHECK(page.update() == "This kiosk cannot read Spanish aloud yet. The front desk can read it to you.");
    CHECK(page.transcript.lines.back().language == "en");
    CHECK(page.update({Key::down}).empty());
}

TEST_CASE("a countdown is told at 45, 20 and 10 seconds, even if one of them is missed") {
    Page page;
    page.nodes.push_back(only_read("seconds", Role::status, "60 seconds left"));
    std::string told;
    for (const int left : {60, 59, 46, 45, 44, 30, 21, 19, 18, 11, 10, 9, 1, 0}) {
        page.node("seconds").seconds_left = left;
        page.node("seconds").name = std::to_string(left) + " seconds left";
        const std::string said = page.update();
        if (left != 60) told += said;
    }
    CHECK(told == "45 seconds left.19 seconds left.10 seconds left.");
}

TEST_CASE("what is quiet is told with its page and not by itself") {
    Page page;
    page.nodes.push_back(only_read("clears", Role::status, "Clears in 60 seconds"));
    page.node("clears").is_quiet = true;
    CHECK(page.update().find("Clears in 60 seconds") != std::string::npos);
    page.node("clears").name = "Clears in 45 seconds";
    CHECK(page.update().empty());
}

TEST_CASE("a narrator that forgot tells everything again") {
    Page page;
    const std::string first = page.update();
    page.narrator.forget();
    CHECK(page.update() == first);
}
