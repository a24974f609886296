// Somebody who listens: what can be said and what not, how long they have.

#include "tests/support/kiosk_app.hpp"

namespace {

using namespace std::chrono_literals;
using support::guest;
using support::KioskApp;

std::vector<storage::RosterEntry> roster() { return {support::visit_of(guest(0), "V-0", support::morning + 30min)}; }

bool holds(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

} // namespace

TEST_CASE("listening says that it is on and off, and so does the screen") {
    KioskApp kiosk(roster());
    kiosk.key(ui::Key::listen);
    const std::string begun = kiosk.heard();
    CHECK(begun.starts_with("Listening is on.\nWhat would you like to do?\n"));
    CHECK(holds(begun, "There are 4 choices. Press the down key to hear the first."));
    kiosk.key(ui::Key::blank_screen);
    CHECK(kiosk.heard() == "The screen is off. Press F4 to turn it on.\n");
    kiosk.key(ui::Key::down);
    CHECK(kiosk.heard() == "Check in for a visit. Scan your letter or type your code, button, 1 of 4.\n");
    kiosk.key(ui::Key::up);
    CHECK(kiosk.heard() == "What would you like to do?\n");
    kiosk.key(ui::Key::blank_screen);
    CHECK(kiosk.heard() == "The screen is on.\n");
    kiosk.key(ui::Key::listen);
    CHECK(kiosk.heard() == "Listening is off.\n");
    kiosk.key(ui::Key::down);
    CHECK(kiosk.heard().empty());
    kiosk.key(ui::Key::listen);
    (void)kiosk.heard();
    kiosk.tap("finish");
    CHECK(kiosk.heard() == "Listening is off.\n");
}

TEST_CASE("volume and speed are told, and the page can still be said again") {
    KioskApp kiosk(roster());
    kiosk.key(ui::Key::listen);
    const std::string page = kiosk.heard();
    kiosk.key(ui::Key::louder);
    CHECK(kiosk.heard() == "Volume: 11 of 17.\n");
    kiosk.key(ui::Key::faster);
    CHECK(kiosk.heard() == "Speed: 125 percent.\n");
    kiosk.key(ui::Key::repeat);
    CHECK(kiosk.heard() == page);
}

TEST_CASE("whoever comes to the keys of a number pad or a keyboard hears which it is, and inside it only the keys") {
    KioskApp kiosk(roster());
    kiosk.headphones = ui::Headphones::in;
    kiosk.key(ui::Key::listen);
    kiosk.tap("action.checkin");
    const auto walk_to = [&](const char* key) {
        for (int i = 0; i < 20 && !kiosk.app->tree().find(key)->is_focused; ++i) {
            (void)kiosk.heard();
            kiosk.key(ui::Key::next);
        }
    };
    walk_to("key.1");
    CHECK(kiosk.heard() == "Number pad, 1 of 5.\n1, button.\n");
    kiosk.key(ui::Key::right);
    CHECK(kiosk.heard() == "2.\n");
    kiosk.type(guest(0).code);
    kiosk.tap("primary");
    kiosk.pass(1s);
    kiosk.tap("need.other");
    walk_to("kb.q");
    CHECK(kiosk.heard() == "Keyboard, 3 of 5.\nQ, button.\n");
    kiosk.key(ui::Key::right);
    CHECK(kiosk.heard() == "W.\n");
}

TEST_CASE("a touch on the dark screen only turns it on") {
    KioskApp kiosk(roster());
    kiosk.key(ui::Key::blank_screen);
    const auto dark = kiosk.surface->pixels();
    kiosk.tap("action.checkin");
    CHECK(kiosk.has("home.title"));
    CHECK_FALSE(kiosk.app->comfort().is_blank);
    CHECK(kiosk.surface->pixels() != dark);
    kiosk.tap("action.checkin");
    CHECK(kiosk.has("identify.title"));
}

TEST_CASE("a language without a voice is told in its own words on the screen, and the way goes on") {
    for (const bool is_listening_before : {false, true}) {
        KioskApp kiosk(roster(), support::small_panel, {"en", "es", "ps"});
        if (is_listening_before) kiosk.key(ui::Key::listen);
        kiosk.tap("language.ps");
        if (!is_listening_before) kiosk.tap("tool.listen");
        REQUIRE(kiosk.has("notice.title"));
        CHECK(kiosk.words.language() == "ps");
        const std::string note =
            ui::plain_text(kiosk.words("spoken_no_voice", {{"language", kiosk.words("language_own_name")}}).text());
        CHECK(kiosk.app->tree().find("notice.note")->name == note);
        CHECK_FALSE(kiosk.app->comfort().is_listening);
        // Asked again, it says so again and piles up no pages.
        kiosk.key(ui::Key::listen);
        kiosk.tap("primary");
        CHECK(kiosk.has("home.title"));
        CHECK(kiosk.words.language() == "ps");
    }
}

TEST_CASE("a language's button that has no voice is read by the voice of the page") {
    KioskApp kiosk(roster(), support::small_panel, {"en", "es", "ps"});
    kiosk.key(ui::Key::listen);
    (void)kiosk.heard();
    kiosk.key(ui::Key::down);
    kiosk.key(ui::Key::down);
    REQUIRE(kiosk.said.lines.size() == 3);
    CHECK(kiosk.said.lines[1].language == "es");
    CHECK(holds(kiosk.said.lines[1].text, "Español"));
    CHECK(kiosk.said.lines[2].text == "button, 2 of 5.");
    (void)kiosk.heard();
    kiosk.key(ui::Key::down);
    CHECK(kiosk.heard() == "Pashto, button, 3 of 5.\n");
}

TEST_CASE("time to read is as much longer as a person asked for, and twice that for whoever listens") {
    for (const auto& [choice, times] : {std::pair{"time.usual", 1}, std::pair{"time.double", 2}, {"time.five", 5}}) {
        for (const int listening : {1, 2}) {
            const auto all = times * listening;
            CAPTURE(all);
            KioskApp kiosk(roster());
            kiosk.tap("action.settings");
            kiosk.tap(choice);
            if (listening == 2) kiosk.key(ui::Key::listen);
            kiosk.tap("primary");
            kiosk.tap("action.checkin");
            kiosk.pass(60s * all - 1ms);
            CHECK(kiosk.has("identify.title"));
            kiosk.pass(1ms);
            CHECK(kiosk.has("hidden.title"));
            kiosk.pass(60s * all);
            CHECK(kiosk.has("warning.title"));
            kiosk.pass(45s * all - 1ms);
            CHECK(kiosk.has("warning.title"));
            kiosk.tap_at_once("stay");
            kiosk.tap("back");
            kiosk.check_in(guest(0));
            REQUIRE(kiosk.has("checked_in.title"));
            kiosk.pass(60s * all - 1ms);
            CHECK(kiosk.has("checked_in.title"));
            kiosk.pass(1ms);
            CHECK(kiosk.has("home.title"));
        }
    }
}

TEST_CASE("who begins to listen on the ticket's page has the time for it") {
    KioskApp kiosk(roster());
    kiosk.check_in(guest(0));
    kiosk.pass(50s);
    kiosk.key(ui::Key::listen);
    kiosk.pass(69s);
    CHECK(kiosk.has("checked_in.title"));
    kiosk.pass(1s);
    CHECK(kiosk.has("home.title"));
}

TEST_CASE("the seconds that the ticket's page has left are told with it, not as they pass") {
    KioskApp kiosk(roster());
    kiosk.key(ui::Key::listen);
    kiosk.check_in(guest(0));
    CHECK(holds(kiosk.heard(), "about 120 seconds"));
    kiosk.pass(100s);
    CHECK(kiosk.heard().empty());
}

TEST_CASE("a change of language keeps all that was entered while somebody listens, and tells the page anew") {
    KioskApp kiosk(roster());
    kiosk.headphones = ui::Headphones::in;
    kiosk.key(ui::Key::listen);
    kiosk.tap("action.checkin");
    kiosk.type(guest(0).code.substr(0, 5));
    kiosk.key(ui::Key::language);
    kiosk.tap("language.es");
    REQUIRE(kiosk.has("identify.title"));
    CHECK(holds(kiosk.heard(), "Busquemos su visita"));
    CHECK(kiosk.app->tree().find("code")->private_value == guest(0).code.substr(0, 5));
    kiosk.type(guest(0).code.substr(5));
    kiosk.tap("primary");
    kiosk.pass(1s);
    kiosk.tap("adults.more");
    kiosk.tap("need.quiet_room");
    kiosk.key(ui::Key::language);
    kiosk.tap("language.en");
    REQUIRE(kiosk.has("confirm.title"));
    const std::string told = kiosk.heard();
    CHECK(holds(told, "Is this your visit today?"));
    CHECK(kiosk.app->comfort().is_listening);
    CHECK(kiosk.app->tree().find("adults.count")->name == "1");
    CHECK(kiosk.app->tree().find("need.quiet_room")->is_selected);
    kiosk.tap("primary");
    CHECK(kiosk.has("checked_in.title"));
}
