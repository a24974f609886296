// What one person chose, entered or heard is gone for the next, however the visit ends.

#include "tests/support/kiosk_app.hpp"

namespace {

using namespace std::chrono_literals;
using support::guest;
using support::KioskApp;

std::vector<storage::RosterEntry> roster() {
    return {support::visit_of(guest(0), "V-0", support::morning + 30min),
            support::visit_of(guest(2), "V-2", support::morning + 20min),
            support::visit_of(guest(2), "V-3", support::morning + 40min),
            support::visit_of(guest(3), "V-4", support::morning + 8h)};
}

// Everything that can be set, on the way to a page that knows this person.
void change_everything(KioskApp& kiosk) {
    kiosk.tap("language.es");
    kiosk.tap("action.settings");
    for (const char* choice : {"theme.dark", "time.double", "repeats.skip"}) kiosk.tap(choice);
    kiosk.hold("hold.short");
    kiosk.key(ui::Key::text_size);
    kiosk.key(ui::Key::back);
    kiosk.scan(guest(0).letter());
    kiosk.pass(1s);
    REQUIRE(kiosk.has("confirm.title"));
    kiosk.hold("tool.low");
    for (const auto key : {ui::Key::listen, ui::Key::faster, ui::Key::louder, ui::Key::down, ui::Key::switch_next,
                           ui::Key::blank_screen}) {
        kiosk.key(key);
    }
    const kiosk::Comfort& comfort = kiosk.app->comfort();
    CHECK(comfort.theme == ui::ThemeName::dark);
    CHECK(comfort.text_size == ui::TextSize::large);
    CHECK(comfort.reach == kiosk::Reach::low);
    CHECK(comfort.time == 2);
    CHECK(comfort.hold == 300ms);
    CHECK(comfort.ignore_repeats == 500ms);
    CHECK(comfort.is_listening);
    CHECK(comfort.is_blank);
    CHECK(kiosk.words.language() == "es");
    CHECK(kiosk.speaker->rate() != ui::SpeechRate());
    CHECK(kiosk.speaker->volume() != ui::Volume());
}

void is_as_at_first(KioskApp& kiosk, const std::vector<std::uint8_t>& first_picture) {
    CHECK(kiosk.app->is_home());
    CHECK(kiosk.has("home.title"));
    CHECK(kiosk.app->comfort() == kiosk::Comfort{});
    CHECK(kiosk.words.language() == "en");
    CHECK(kiosk.speaker->rate() == ui::SpeechRate());
    CHECK(kiosk.speaker->volume() == ui::Volume());
    CHECK(kiosk.surface->pixels() == first_picture); // language, look, size, reach, ring and screen
    CHECK_FALSE(kiosk.app->wake_at().has_value());
    // No touch has to be held, none is ignored, nothing is said.
    (void)kiosk.heard();
    kiosk.tap("action.checkin");
    kiosk.pass(260ms);
    kiosk.tap_at_once("key.4");
    kiosk.pass(60ms);
    kiosk.tap_at_once("key.8");
    CHECK(kiosk.app->tree().find("code")->private_value == "48");
    CHECK(kiosk.heard().empty());
    // Time is what it was.
    kiosk.pass(60s - 1ms);
    CHECK(kiosk.has("identify.title"));
    kiosk.pass(2ms);
    CHECK(kiosk.has("hidden.title"));
}

struct End {
    std::string name;
    std::function<void(KioskApp&)> come;
};

} // namespace

TEST_CASE("every setting of one person is back for the next, however the visit ends") {
    const std::vector<End> ends{{"Finish",
                                 [](KioskApp& kiosk) {
                                     kiosk.key(ui::Key::blank_screen); // to be seen
                                     kiosk.hold("finish");
                                 }},
                                {"quick exit", [](KioskApp& kiosk) { kiosk.quick_exit(); }},
                                {"nobody there", [](KioskApp& kiosk) { kiosk.pass(20min); }},
                                {"hidden for too long",
                                 [](KioskApp& kiosk) {
                                     kiosk.key(ui::Key::hide);
                                     kiosk.pass(20min);
                                 }},
                                {"the ticket's page clears itself", [](KioskApp& kiosk) {
                                     kiosk.key(ui::Key::blank_screen);
                                     kiosk.hold("primary");
                                     REQUIRE(kiosk.has("checked_in.title"));
                                     kiosk.pass(20min);
                                 }}};
    for (const auto& end : ends) {
        CAPTURE(end.name);
        KioskApp kiosk(roster());
        const auto first = kiosk.surface->pixels();
        change_everything(kiosk);
        end.come(kiosk);
        is_as_at_first(kiosk, first);
    }
}

TEST_CASE("a ring, a voice and its loudness that somebody left on the first page go by themselves") {
    for (const auto& keys : std::vector<std::vector<ui::Key>>{{ui::Key::down},
                                                              {ui::Key::switch_next},
                                                              {ui::Key::louder},
                                                              {ui::Key::listen},
                                                              {ui::Key::listen, ui::Key::louder, ui::Key::listen},
                                                              {ui::Key::blank_screen}}) {
        KioskApp kiosk(roster());
        const auto first = kiosk.surface->pixels();
        for (const auto key : keys) kiosk.key(key);
        kiosk.pass(20min);
        is_as_at_first(kiosk, first);
    }
}

TEST_CASE("quick exit leaves every page and every cover at once, and says nothing") {
    const std::vector<End> places{{"home", [](KioskApp& kiosk) { kiosk.tap("tool.contrast"); }},
                                  {"identify", [](KioskApp& kiosk) { kiosk.tap("action.checkin"); }},
                                  {"identify while it looks",
                                   [](KioskApp& kiosk) {
                                       kiosk.tap("action.checkin");
                                       kiosk.type(guest(0).code);
                                       kiosk.tap("primary");
                                   }},
                                  {"languages", [](KioskApp& kiosk) { kiosk.tap("tool.language"); }},
                                  {"preferences", [](KioskApp& kiosk) { kiosk.tap("action.settings"); }},
                                  {"privacy", [](KioskApp& kiosk) { kiosk.tap("action.privacy"); }},
                                  {"help", [](KioskApp& kiosk) { kiosk.tap("help"); }},
                                  {"confirm", [](KioskApp& kiosk) { kiosk.identify(guest(0)); }},
                                  {"interpreter",
                                   [](KioskApp& kiosk) {
                                       kiosk.identify(guest(0));
                                       kiosk.tap("need.interpreter");
                                   }},
                                  {"birth date",
                                   [](KioskApp& kiosk) {
                                       kiosk.identify(guest(0));
                                       kiosk.tap("names.show");
                                   }},
                                  {"choose visit", [](KioskApp& kiosk) { kiosk.identify(guest(2)); }},
                                  {"checked in", [](KioskApp& kiosk) { kiosk.check_in(guest(0)); }},
                                  {"notice", [](KioskApp& kiosk) { kiosk.identify(guest(3)); }},
                                  {"hidden",
                                   [](KioskApp& kiosk) {
                                       kiosk.identify(guest(0));
                                       kiosk.tap("tool.hide");
                                   }},
                                  {"still here?", [](KioskApp& kiosk) {
                                       kiosk.identify(guest(0));
                                       kiosk.pass(250s); // listening doubles all time
                                   }}};
    for (const auto& place : places) {
        CAPTURE(place.name);
        KioskApp kiosk(roster());
        const auto first = kiosk.surface->pixels();
        kiosk.key(ui::Key::listen);
        place.come(kiosk);
        REQUIRE_FALSE(kiosk.surface->pixels() == first);
        (void)kiosk.heard();
        const auto begun = kiosk.world.clock.moment();
        kiosk.quick_exit();
        CHECK(kiosk.world.clock.moment() == begun);
        CHECK(kiosk.app->is_home());
        CHECK(kiosk.has("home.title"));
        CHECK(kiosk.surface->pixels() == first);
        CHECK_FALSE(kiosk.app->wake_at().has_value());
        CHECK(kiosk.told().find("Garden Room") == std::string::npos);
        CHECK(kiosk.heard().empty());
    }
}
