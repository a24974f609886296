// Somebody who listens: what can be said and what not, who may hear it, how long they have.

#include "tests/support/fake_speech.hpp"
#include "tests/support/kiosk_app.hpp"

namespace {

using namespace std::chrono_literals;
using support::guest;
using support::KioskApp;

std::vector<storage::RosterEntry> roster() { return {support::visit_of(guest(0), "V-0", support::morning + 30min)}; }

bool holds(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

// A kiosk whose sound a test listens to.
struct SoundedKiosk {
    support::KeptSound* sound = nullptr;
    std::atomic<bool> has_trouble{false};
    std::unique_ptr<KioskApp> kiosk;

    SoundedKiosk() {
        auto kept = std::make_unique<support::KeptSound>();
        sound = kept.get();
        ui::Speaker::Parts parts{std::make_unique<support::LetterVoice>(), std::move(kept)};
        parts.tell_trouble = [this] {
            has_trouble = true;
            has_trouble.notify_all();
        };
        kiosk = std::make_unique<KioskApp>(roster(), support::small_panel, std::vector<std::string>{"en", "es"},
                                           std::make_unique<ui::Speaker>(std::move(parts)));
    }
};

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

TEST_CASE("without a sound device the screen says so as soon as it is known, and listening can be tried again") {
    SoundedKiosk sounded;
    KioskApp& kiosk = *sounded.kiosk;
    sounded.sound->has_device = false;
    kiosk.tap("action.checkin");
    kiosk.type("48");
    kiosk.key(ui::Key::listen);
    sounded.has_trouble.wait(false); // what wakes the program's loop
    kiosk.update();
    REQUIRE(kiosk.has("notice.title"));
    CHECK(kiosk.app->tree().find("notice.note")->name == ui::plain_text(kiosk.words("warning_no_sound").text()));
    CHECK_FALSE(kiosk.app->comfort().is_listening);
    kiosk.tap("primary");
    REQUIRE(kiosk.has("identify.title"));
    CHECK(kiosk.app->tree().find("code")->private_value == "48");
    sounded.sound->has_device = true;
    kiosk.key(ui::Key::listen);
    CHECK(sounded.sound->hear(9) == "Listening");
    CHECK(kiosk.app->comfort().is_listening);
}

TEST_CASE("whatever a person does stops what is being said") {
    const std::vector<std::function<void(KioskApp&)>> deeds{
        [](KioskApp& kiosk) { kiosk.surface->push_text("5"); },
        [](KioskApp& kiosk) { kiosk.surface->push_key(ui::Key::erase); },
        [](KioskApp& kiosk) { kiosk.surface->push_key(ui::Key::back); }};
    for (const auto& deed : deeds) {
        SoundedKiosk sounded;
        sounded.kiosk->key(ui::Key::listen);
        sounded.sound->wait_for(3);
        deed(*sounded.kiosk);
        sounded.kiosk->update();
        CHECK(sounded.sound->waiting().empty());
    }
    SoundedKiosk touched;
    touched.kiosk->key(ui::Key::listen);
    touched.sound->wait_for(3);
    touched.kiosk->tap("tool.contrast");
    CHECK(touched.sound->hear(8) == "Contrast");
    SoundedKiosk scanned;
    scanned.kiosk->key(ui::Key::listen);
    scanned.sound->wait_for(3);
    scanned.kiosk->scan(guest(0).letter());
    CHECK(scanned.sound->hear(3) == "Let");
}

TEST_CASE("the key for repeat pauses what is being said, goes on with it, and in silence says it again") {
    SoundedKiosk sounded;
    KioskApp& kiosk = *sounded.kiosk;
    kiosk.key(ui::Key::listen);
    sounded.sound->wait_for(3);
    for (const int times : {1, 2}) {
        kiosk.key(ui::Key::repeat);
        CHECK(sounded.sound->pauses == times);
        CHECK(sounded.sound->resumes == times - 1);
        CHECK(kiosk.speaker->is_paused());
        kiosk.key(ui::Key::repeat);
        CHECK(sounded.sound->resumes == times);
        CHECK_FALSE(kiosk.speaker->is_paused());
    }
    const std::string first = sounded.sound->hear(20);
    CHECK(first == "Listening is on.What");
    std::string rest;
    while (kiosk.speaker->is_speaking()) {
        if (!sounded.sound->waiting().empty()) rest += sounded.sound->hear(1);
    }
    CHECK(rest.ends_with("to hear the first."));
    kiosk.key(ui::Key::repeat);
    CHECK(sounded.sound->hear(20) == first);
    CHECK(sounded.sound->pauses == 2);
}

TEST_CASE("speech goes on, louder or faster, where a key sets that, and tells the number only in silence") {
    SoundedKiosk sounded;
    KioskApp& kiosk = *sounded.kiosk;
    kiosk.key(ui::Key::listen);
    CHECK(sounded.sound->hear(4) == "List");
    for (const auto key : {ui::Key::louder, ui::Key::faster, ui::Key::slower, ui::Key::quieter}) kiosk.key(key);
    CHECK(sounded.sound->hear(5) == "ening");
    kiosk.key(ui::Key::louder);
    CHECK(sounded.sound->volume == ui::Volume().louder());
    std::string rest;
    while (kiosk.speaker->is_speaking()) {
        if (!sounded.sound->waiting().empty()) rest += sounded.sound->hear(1);
    }
    CHECK(rest.ends_with("to hear the first."));
    kiosk.key(ui::Key::louder);
    CHECK(sounded.sound->hear(10) == "Volume: 12");
    kiosk.key(ui::Key::louder); // of the number before nothing more is heard
    CHECK(sounded.sound->hear(10) == "Volume: 13");
}

TEST_CASE("typed numbers and names are said only with headphones in") {
    for (const auto headphones : {ui::Headphones::out, ui::Headphones::in}) {
        const bool may_be_said = headphones == ui::Headphones::in;
        KioskApp kiosk(roster());
        kiosk.headphones = headphones;
        kiosk.key(ui::Key::listen);
        kiosk.tap("action.checkin");
        (void)kiosk.heard();
        kiosk.type("48");
        CHECK(kiosk.heard() == (may_be_said ? "4, 8, 2 of 8 entered.\n" : "2 of 8 entered.\n"));
        kiosk.tap("key.clear");
        kiosk.type(guest(0).code);
        kiosk.tap("primary");
        kiosk.pass(1s);
        REQUIRE(kiosk.has("confirm.title"));
        CHECK(holds(kiosk.heard(), "M. and T.") == may_be_said);
        kiosk.tap("names.show");
        (void)kiosk.heard();
        kiosk.type("02031990");
        CHECK(holds(kiosk.heard(), "0, 2, 0, 3, 1") == may_be_said);
        kiosk.tap("primary");
        REQUIRE(kiosk.shows("Maya and Theo"));
        CHECK(holds(kiosk.heard(), "Maya") == may_be_said);
        // Pulled out: not a word more of it, also when the page is asked for again.
        kiosk.headphones = ui::Headphones::out;
        kiosk.update();
        kiosk.key(ui::Key::repeat);
        CHECK_FALSE(holds(kiosk.heard(), "Maya"));
        // And back in: the page, with what is private.
        kiosk.headphones = ui::Headphones::in;
        kiosk.update();
        CHECK(holds(kiosk.heard(), "Maya"));
    }
}

TEST_CASE("without headphones no name is said from the first page to the ticket, however large its words are") {
    for (const int larger : {0, 2}) {
        CAPTURE(larger);
        KioskApp kiosk(roster());
        kiosk.key(ui::Key::listen);
        for (int i = 0; i < larger; ++i) kiosk.key(ui::Key::text_size);
        std::string all;
        std::string shown;
        // Each page, all its parts, and each of its stops.
        const auto walk = [&] {
            for (bool is_last = false; !is_last;) {
                shown += kiosk.told();
                for (int i = 0; i < 30; ++i) kiosk.key(ui::Key::next);
                is_last = !kiosk.has("page.more");
                if (!is_last) kiosk.tap("page.more");
            }
            kiosk.key(ui::Key::repeat);
            all += kiosk.heard();
        };
        kiosk.identify(guest(0));
        walk();
        while (!kiosk.has("names.show")) kiosk.tap("page.up");
        kiosk.tap("names.show");
        kiosk.type("02031990");
        kiosk.tap("primary");
        walk();
        kiosk.tap("primary");
        REQUIRE(kiosk.has("checked_in.title"));
        walk();
        const auto visit = roster().front().visit;
        CHECK(holds(shown, visit.text("helper_name")));
        CHECK(holds(all, "Garden Room"));
        for (const auto& name : {visit.given_name, visit.family_name, visit.text("helper_name"), std::string("Maya"),
                                 std::string("Theo")}) {
            CHECK_MESSAGE(!holds(all, name), name);
        }
    }
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
