// Somebody who listens: who may hear what.

#include "tests/support/kiosk_app.hpp"

namespace {

using namespace std::chrono_literals;
using support::guest;
using support::KioskApp;

std::vector<storage::RosterEntry> roster() { return {support::visit_of(guest(0), "V-0", support::morning + 30min)}; }

bool holds(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

} // namespace

TEST_CASE("who comes to the keys of a code, a birth date or a note without headphones is told who can hear them") {
    for (const auto headphones : {ui::Headphones::out, ui::Headphones::in}) {
        const bool is_told = headphones == ui::Headphones::out;
        KioskApp kiosk(roster());
        kiosk.headphones = headphones;
        const std::string overheard = ui::plain_text(kiosk.words("spoken_keys_overheard").text());
        // All of a page's stops, twice round.
        const auto times_told = [&] {
            (void)kiosk.heard();
            for (int i = 0; i < 40; ++i) kiosk.key(ui::Key::next);
            std::string heard = kiosk.heard();
            int times = 0;
            for (auto at = heard.find(overheard); at != std::string::npos; at = heard.find(overheard, at + 1)) ++times;
            return times;
        };
        kiosk.key(ui::Key::listen);
        CHECK(times_told() == 0);
        kiosk.tap("action.checkin");
        CHECK(times_told() == is_told);
        kiosk.type(guest(0).code);
        kiosk.tap("primary");
        kiosk.pass(1s);
        REQUIRE(kiosk.has("confirm.title"));
        CHECK(times_told() == 0);
        kiosk.tap("names.show");
        REQUIRE(kiosk.has("birth.title"));
        CHECK(times_told() == is_told);
        kiosk.tap("back");
        kiosk.tap("need.other");
        REQUIRE(kiosk.has("note.title"));
        CHECK(times_told() == is_told);
    }
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
