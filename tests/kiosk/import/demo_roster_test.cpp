#include "crypto/start.hpp"
#include "kiosk/demo/demo_roster.hpp"
#include "kiosk/import/roster_csv.hpp"
#include "kiosk/visits/visit_code.hpp"

#include <doctest/doctest.h>
#include <set>

using namespace kiosk;
using namespace std::chrono;

TEST_CASE("the demo's visits pass the real import at every hour of both nights on which the clocks change") {
    REQUIRE(!crypto::start().is_error());
    for (const base::UtcTime day :
         {base::UtcTime(sys_days(2026y / March / 8)), base::UtcTime(sys_days(2026y / November / 1))}) {
        for (int hour = 0; hour < 30; ++hour) {
            const base::UtcTime now = day + hours(hour) + 17min + 31s;
            const std::string csv = demo_roster_csv(now, "willow");
            const RosterFile file = read_roster_csv(base::bytes_of(csv), "America/New_York", now).value();
            REQUIRE(file.errors.empty());
            REQUIRE(file.entries.size() == 10);
            CHECK(file.entries.front().visit.start == floor<minutes>(now) + 25min);
        }
    }
}

TEST_CASE("every demo code can be typed, its letter scanned, and all are in the demo's roster") {
    const std::string csv = demo_roster_csv(sys_days(2026y / March / 9) + 15h, "willow");
    std::set<std::string> codes;
    for (const DemoCode& code : demo_codes()) {
        CHECK(is_visit_code(code.visit_code));
        CHECK(read_letter(code.letter).has_value());
        CHECK(csv.find(code.visit_code) != std::string::npos);
        codes.insert(code.visit_code);
    }
    CHECK(codes.size() == demo_codes().size());
}
