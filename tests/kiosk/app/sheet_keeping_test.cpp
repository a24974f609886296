// When the sealed sheets of the desk are made, over the whole application.

#include "tests/support/kiosk_app.hpp"

namespace {

using namespace support;

std::vector<storage::RosterEntry> roster(int number) {
    return {visit_of(guest(number), "V-" + std::to_string(number), morning + 30min)};
}

struct Desk : KioskApp {
    Desk() : KioskApp(roster(1), small_panel, {"en", "es"}, nullptr, Staffed::yes) {}

    [[nodiscard]] std::int64_t made() {
        const auto entries = value_of(world.store->audit_entries(0));
        return std::ranges::count_if(
            entries, [](const auto& entry) { return entry.text.find(R"("event":"sheet_made")") != std::string::npos; });
    }
};

} // namespace

TEST_CASE_FIXTURE(Desk, "the sheets are sealed soon after the arrivals open, a day at a time, and after a new roster") {
    sign_in("400007", desk_pin);
    REQUIRE(has("arrivals.print"));
    CHECK(made() == 0); // the page is on the glass first
    pass(300ms);
    CHECK(made() == 1);
    CHECK(value_of(staff->sheet.is_there()));
    pass(2s);
    CHECK(staff->sheet.is_kept());
    CHECK(made() == 5);
    pass(20s);
    CHECK(made() == 5);
    auto version = roster_version(1);
    version.sha256 = std::string(64, 'b');
    must(world.store->replace_roster(roster(2), version));
    CHECK_FALSE(staff->sheet.is_kept());
    pass(2s);
    CHECK(made() > 5);
    pass(2s);
    CHECK(staff->sheet.is_kept());
    CHECK(made() == 10);
}
