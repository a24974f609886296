#include "tests/support/kiosk_app.hpp"

#include <set>

namespace {

using namespace std::chrono_literals;
using support::guest;

std::vector<storage::RosterEntry> roster() { return {support::visit_of(guest(0), "V-0", support::morning + 30min)}; }

bool is_hidden(const support::KioskApp& kiosk) { return kiosk.has("hidden.title"); }
bool is_asked(const support::KioskApp& kiosk) { return kiosk.has("warning.title"); }

} // namespace

TEST_CASE("home that nobody touched asks for no time and draws no frame, however long it stands") {
    support::KioskApp kiosk(roster());
    CHECK(kiosk.app->is_home());
    CHECK_FALSE(kiosk.app->wake_at().has_value());
    const auto drawn = kiosk.surface->frames().drawn;
    for (int hour = 0; hour < 48; ++hour) {
        kiosk.world.clock.advance(1h);
        kiosk.update();
        CHECK_FALSE(kiosk.app->wake_at().has_value());
    }
    CHECK(kiosk.surface->frames().drawn == drawn);
    CHECK(kiosk.has("home.title"));
}

TEST_CASE("a page without input is covered after 60 seconds, warns after 120 and is cleared 45 seconds later") {
    support::KioskApp kiosk(roster());
    kiosk.identify(guest(0));
    REQUIRE(kiosk.has("confirm.title"));
    kiosk.tap("adults.more");
    CHECK(kiosk.shows("Garden Room"));
    kiosk.pass(60s - 1ms);
    CHECK(kiosk.has("confirm.title"));
    kiosk.pass(1ms);
    CHECK(is_hidden(kiosk));
    CHECK_FALSE(kiosk.shows("Garden Room"));
    CHECK_FALSE(kiosk.shows("M. and T."));
    kiosk.pass(60s - 1ms);
    CHECK(is_hidden(kiosk));
    kiosk.pass(1ms);
    CHECK(is_asked(kiosk));
    CHECK_FALSE(kiosk.shows("Garden Room"));
    kiosk.pass(45s - 1ms);
    CHECK(is_asked(kiosk));
    kiosk.pass(1ms);
    CHECK(kiosk.app->is_home());
    CHECK(kiosk.has("home.title"));
    CHECK_FALSE(kiosk.app->wake_at().has_value());
    CHECK(kiosk.world.pending().empty());
}

TEST_CASE("the page that was covered comes back as it was left") {
    support::KioskApp kiosk(roster());
    kiosk.identify(guest(0));
    kiosk.tap("adults.more");
    kiosk.tap("need.snack");
    kiosk.pass(70s);
    REQUIRE(is_hidden(kiosk));
    kiosk.tap("show");
    REQUIRE(kiosk.has("confirm.title"));
    CHECK(kiosk.app->tree().find("adults.count")->name == "1");
    CHECK(kiosk.app->tree().find("need.snack")->is_selected);
}

TEST_CASE("the warning tells the seconds that are left, one by one") {
    support::KioskApp kiosk(roster());
    kiosk.tap("action.checkin");
    kiosk.pass(120s);
    REQUIRE(is_asked(kiosk));
    std::set<std::string> told;
    for (int second = 0; second < 45; ++second) {
        told.insert(kiosk.app->tree().find("warning.seconds")->name);
        kiosk.pass(1s);
    }
    CHECK(told.size() == 45);
    CHECK(kiosk.app->is_home());
}

TEST_CASE("whoever answers the warning goes on as often as they want, and is cleared when they stop answering") {
    for (const std::string answer : {"stay", "more2"}) {
        support::KioskApp kiosk(roster());
        kiosk.identify(guest(0));
        kiosk.tap("children.more");
        for (int time = 0; time < 12; ++time) {
            CAPTURE(time);
            kiosk.pass(answer == "stay" || time == 0 ? 120s : 240s);
            kiosk.world.clock.advance(44s);
            kiosk.update();
            REQUIRE(is_asked(kiosk));
            kiosk.tap(answer);
            REQUIRE(kiosk.has("confirm.title"));
            CHECK(kiosk.app->tree().find("children.count")->name == "1");
        }
        kiosk.pass(10min);
        CHECK(kiosk.app->is_home());
        CHECK(kiosk.has("home.title"));
    }
}

TEST_CASE("two more minutes are two more minutes before the next cover") {
    support::KioskApp kiosk(roster());
    kiosk.identify(guest(0));
    kiosk.pass(130s);
    REQUIRE(is_asked(kiosk));
    kiosk.tap("more2");
    kiosk.pass(3min - 2s);
    CHECK(kiosk.has("confirm.title"));
    kiosk.pass(3s);
    CHECK(is_hidden(kiosk));
}

TEST_CASE("a page hidden by choice waits a minute and is cleared without a warning") {
    support::KioskApp kiosk(roster());
    kiosk.identify(guest(0));
    kiosk.tap("tool.hide");
    REQUIRE(is_hidden(kiosk));
    CHECK_FALSE(kiosk.shows("Garden Room"));
    kiosk.pass(60s - 1ms);
    CHECK(is_hidden(kiosk));
    kiosk.pass(1ms);
    CHECK(kiosk.app->is_home());
    CHECK(kiosk.has("home.title"));
}

TEST_CASE("the page with the ticket clears itself after a minute, and later for whoever needs more time") {
    support::KioskApp kiosk(roster());
    kiosk.check_in(guest(0));
    REQUIRE(kiosk.has("checked_in.title"));
    kiosk.pass(60s - 1ms);
    CHECK(kiosk.has("checked_in.title"));
    kiosk.pass(1ms);
    CHECK(kiosk.has("home.title"));

    kiosk.identify(guest(0));
    REQUIRE(kiosk.has("checked_in.title"));
    for (int time = 0; time < 10; ++time) {
        kiosk.pass(50s);
        REQUIRE(kiosk.has("checked_in.title"));
        kiosk.tap("moretime");
    }
    kiosk.pass(2min - 1ms);
    CHECK(kiosk.has("checked_in.title"));
    kiosk.pass(1ms);
    CHECK(kiosk.has("home.title"));
    CHECK(kiosk.world.store->arrivals(support::today).value().size() == 1);
}

TEST_CASE("the ticket's page that somebody hides still clears at its own time") {
    support::KioskApp kiosk(roster());
    kiosk.check_in(guest(0));
    kiosk.pass(30s);
    kiosk.tap("tool.hide");
    REQUIRE(is_hidden(kiosk));
    kiosk.pass(30s);
    CHECK(kiosk.app->is_home());
    CHECK(kiosk.has("home.title"));
}

TEST_CASE("another language or theme left on home goes back by itself") {
    for (const std::string tool : {"language.es", "tool.contrast"}) {
        support::KioskApp kiosk(roster());
        const auto first = kiosk.surface->pixels();
        kiosk.tap(tool);
        kiosk.pass(100ms);
        CHECK(kiosk.surface->pixels() != first);
        CHECK(kiosk.app->wake_at().has_value());
        kiosk.pass(200s);
        CHECK(kiosk.words.language() == "en");
        CHECK_FALSE(kiosk.app->wake_at().has_value());
        CHECK(kiosk.surface->pixels() == first);
    }
}
