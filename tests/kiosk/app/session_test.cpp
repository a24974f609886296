#include "kiosk/exchange/record_parser.hpp"
#include "tests/support/kiosk_app.hpp"

namespace {

using namespace std::chrono_literals;
using support::guest;

std::vector<storage::RosterEntry> roster() {
    std::vector<storage::RosterEntry> entries{support::visit_of(guest(0), "V-0", support::morning + 30min),
                                              support::visit_of(guest(1), "V-1", support::morning + 24h),
                                              support::visit_of(guest(2), "V-2", support::morning + 20min),
                                              support::visit_of(guest(2), "V-3", support::morning + 40min)};
    entries[1].visit.status = storage::VisitStatus::booked;
    return entries;
}

} // namespace

TEST_CASE("right, unknown, mistyped and not-today codes look the same until one moment, and answer exactly then") {
    const std::string right = guest(0).code;
    const std::array<std::string, 4> codes{right, guest(1).code, support::code_from("9990001"),
                                           support::mistyped(right)};
    std::vector<std::string> told;
    std::vector<std::vector<std::uint8_t>> pictures;
    for (const auto& code : codes) {
        support::KioskApp kiosk(roster());
        kiosk.tap("action.checkin");
        kiosk.type(code);
        kiosk.pass(2s); // the last digit is hidden again
        kiosk.tap_at_once("primary");
        const auto begun = kiosk.world.clock.moment();
        for (auto passed = 0ms; passed < kiosk.world.settings.look_up_answer; passed += 1ms) {
            REQUIRE(kiosk.has("identify.title"));
            if (passed % 50 == 0ms || passed == 599ms) told.push_back(kiosk.told());
            if (passed == 599ms) pictures.push_back(kiosk.surface->pixels());
            REQUIRE(kiosk.app->wake_at() == begun + kiosk.world.settings.look_up_answer);
            kiosk.world.clock.advance(1ms);
            if (passed == 599ms || passed % 50 == 49ms) kiosk.update();
        }
        CHECK(kiosk.world.clock.moment() == begun + 600ms);
        CHECK(kiosk.has("confirm.title") == (code == right));
        CHECK(kiosk.has("identify.message") == (code != right));
    }
    const auto moments = told.size() / codes.size();
    for (std::size_t i = moments; i < told.size(); ++i) CHECK(told[i] == told[i % moments]);
    for (const auto& picture : pictures) CHECK(picture == pictures.front());
}

TEST_CASE("Finish leaves home at once, with the first language and look") {
    support::KioskApp kiosk(roster());
    const auto first = kiosk.surface->pixels();
    kiosk.tap("language.es");
    kiosk.tap("tool.contrast");
    kiosk.identify(guest(0));
    REQUIRE(kiosk.has("confirm.title"));
    kiosk.pass(400ms);
    const auto begun = kiosk.world.clock.moment();
    kiosk.tap_at_once("finish");
    CHECK(kiosk.world.clock.moment() == begun);
    CHECK(kiosk.app->is_home());
    CHECK(kiosk.words.language() == "en");
    CHECK(kiosk.told().find("Garden Room") == std::string::npos);
    CHECK_FALSE(kiosk.app->wake_at().has_value());
    CHECK(kiosk.surface->pixels() == first);
}

TEST_CASE(
    "asking for a person is kept and sealed while the page that says so is shown, and leads back to the same page") {
    support::KioskApp kiosk(roster());
    auto ask = [&](const std::string& page) {
        CAPTURE(page);
        kiosk.pass(400ms);
        const auto before = kiosk.told();
        const auto published = support::value_of(kiosk.world.store->published_count());
        kiosk.tap_at_once("help");
        CHECK(kiosk.has("help.title"));
        CHECK(support::value_of(kiosk.world.store->published_count()) == published + 1);
        kiosk.tap("primary");
        CHECK(kiosk.told() == before);
    };
    ask("home");
    kiosk.tap("action.checkin");
    ask("identify");
    kiosk.type(guest(0).code);
    kiosk.tap("primary");
    kiosk.pass(1s);
    ask("confirm");
}

TEST_CASE("the request for help reaches the batch with its page and, if they were found, the person") {
    support::KioskApp kiosk(roster());
    kiosk.tap("help");
    kiosk.tap("notsafe");
    kiosk.tap("finish");
    kiosk.identify(guest(0));
    kiosk.tap("help");
    std::vector<std::string> asked;
    for (const auto& line : kiosk.world.sent_lines()) {
        const auto record = support::value_of(kiosk::parse_record(line));
        const auto* help = std::get_if<kiosk::HelpRequestData>(&record.data);
        if (!help) continue;
        asked.push_back(help->page + " " + std::string(name_of(help->kind)) + " " +
                        (record.head.person ? record.head.person->text : "nobody"));
    }
    CHECK(asked ==
          std::vector<std::string>{"home person nobody", "help safety nobody", "confirm person " + guest(0).person});
}

TEST_CASE("a change of language keeps the digits, the party and the needs that were entered") {
    support::KioskApp kiosk(roster());
    kiosk.tap("action.checkin");
    kiosk.type(guest(0).code.substr(0, 5));
    kiosk.tap("tool.language");
    kiosk.tap("language.es");
    REQUIRE(kiosk.has("identify.title"));
    CHECK(kiosk.app->tree().find("code")->value.find('5') != std::string::npos);
    kiosk.type(guest(0).code.substr(5));
    kiosk.tap("primary");
    kiosk.pass(1s);
    REQUIRE(kiosk.has("confirm.title"));
    kiosk.tap("adults.more");
    kiosk.tap("children.more");
    kiosk.tap("children.more");
    kiosk.tap("need.quiet_room");
    kiosk.tap("need.interpreter");
    kiosk.tap("speak.ht");
    const std::string spanish = kiosk.app->tree().find("confirm.title")->name;
    kiosk.tap("tool.language");
    kiosk.tap("language.en");
    REQUIRE(kiosk.has("confirm.title"));
    CHECK(kiosk.app->tree().find("confirm.title")->name != spanish);
    CHECK(kiosk.app->tree().find("adults.count")->name == "1");
    CHECK(kiosk.app->tree().find("children.count")->name == "2");
    CHECK(kiosk.app->tree().find("need.quiet_room")->is_selected);
    CHECK(kiosk.app->tree().find("need.interpreter")->is_selected);
    kiosk.tap("primary");
    REQUIRE(kiosk.has("checked_in.title"));
    const auto lines = kiosk.world.sent_lines();
    REQUIRE(lines.size() == 1);
    const auto record = support::value_of(kiosk::parse_record(lines.front()));
    const auto& data = std::get<kiosk::CheckInData>(record.data);
    CHECK(record.head.language == "en");
    CHECK(data.adults == 1);
    CHECK(data.children == 2);
    CHECK(data.needs == std::vector<std::string>{"interpreter", "quiet_room"});
    CHECK(data.interpreter_language == "ht");
}

TEST_CASE("the second tap of an impatient finger does not hit the next page") {
    support::KioskApp kiosk(roster());
    kiosk.identify(guest(0));
    REQUIRE(kiosk.has("confirm.title"));
    kiosk.pass(400ms);
    const auto main = kiosk.app->tree().find("primary")->rect.centre();
    for (int i = 0; i < 5; ++i) {
        kiosk.surface->push_touch(main, main);
        kiosk.update();
        kiosk.world.clock.advance(40ms);
    }
    REQUIRE(kiosk.has("checked_in.title"));
    // Where "Yes, check in" was, "I need more time" is now: it was not used.
    kiosk.pass(60s - 200ms);
    CHECK(kiosk.has("home.title"));
}

TEST_CASE("undo asks first, takes back one check-in, and the next one gets a place again") {
    support::KioskApp kiosk(roster());
    kiosk.check_in(guest(0));
    REQUIRE(kiosk.has("checked_in.title"));
    kiosk.tap("undo");
    REQUIRE(kiosk.has("undo.no"));
    kiosk.tap("undo.no");
    CHECK(support::value_of(kiosk.world.store->arrivals(support::today)).size() == 1);
    kiosk.tap("undo");
    kiosk.tap("undo");
    CHECK(kiosk.has("notice.title"));
    CHECK(support::value_of(kiosk.world.store->arrivals(support::today)).empty());
    kiosk.tap("primary");
    CHECK(kiosk.app->is_home());
    kiosk.check_in(guest(0));
    CHECK(kiosk.has("checked_in.title"));
    CHECK(support::value_of(kiosk.world.store->arrivals(support::today)).size() == 1);
}

TEST_CASE("two visits are both listed, earliest first, and each is checked in once") {
    support::KioskApp kiosk(roster());
    kiosk.identify(guest(2));
    REQUIRE(kiosk.has("choose.title"));
    kiosk.tap("visit.1");
    kiosk.tap("primary");
    REQUIRE(kiosk.has("checked_in.title"));
    kiosk.tap("finish");
    kiosk.identify(guest(2));
    REQUIRE(kiosk.has("choose.title"));
    kiosk.tap("visit.1");
    CHECK(kiosk.has("checked_in.title"));
    CHECK_FALSE(kiosk.has("undo"));
    kiosk.tap("finish");
    kiosk.identify(guest(2));
    kiosk.tap("visit.2");
    kiosk.tap("primary");
    REQUIRE(kiosk.has("checked_in.title"));
    CHECK(kiosk.has("undo"));
    CHECK(support::value_of(kiosk.world.store->arrivals(support::today)).size() == 2);
}
