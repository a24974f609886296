// Somebody who listens: who may hear what.

#include "tests/support/kiosk_app.hpp"

namespace {

using namespace std::chrono_literals;
using support::guest;
using support::KioskApp;

std::vector<storage::RosterEntry> roster() { return {support::visit_of(guest(0), "V-0", support::morning + 30min)}; }

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
