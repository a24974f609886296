#include "kiosk/visits/office_time.hpp"

#include <doctest/doctest.h>

using namespace kiosk;
using namespace std::chrono;

namespace {

const std::string new_york = "America/New_York";

local_time<minutes> wall(year_month_day day, hours hour, minutes minute) {
    return local_time<minutes>(local_days(day).time_since_epoch() + hour + minute);
}

} // namespace

TEST_CASE("the hour that spring skips is refused, the times around it are right") {
    const auto day = 2026y / March / 8;
    CHECK(utc_of_local(wall(day, 1h, 59min), new_york).value() == sys_days(day) + 6h + 59min);
    for (int minute = 0; minute < 60; ++minute) {
        CHECK(utc_of_local(wall(day, 2h, minutes(minute)), new_york).is_error());
        CHECK(utc_of_local(wall(day, 2h, minutes(minute)), new_york, true).is_error());
    }
    CHECK(utc_of_local(wall(day, 3h, 0min), new_york).value() == sys_days(day) + 7h);
}

TEST_CASE("the hour that autumn doubles is the earlier one, unless the later is asked for") {
    const auto day = 2026y / November / 1;
    CHECK(utc_of_local(wall(day, 1h, 30min), new_york).value() == sys_days(day) + 5h + 30min);
    CHECK(utc_of_local(wall(day, 1h, 30min), new_york, true).value() == sys_days(day) + 6h + 30min);
    CHECK(local_of_utc(sys_days(day) + 5h + 30min, new_york) == wall(day, 1h, 30min));
    CHECK(local_of_utc(sys_days(day) + 6h + 30min, new_york) == wall(day, 1h, 30min));
    CHECK(utc_of_local(wall(day, 2h, 0min), new_york).value() == sys_days(day) + 7h);
}

TEST_CASE("every hour of a year goes to office time and back, in zones of many kinds") {
    for (const char* zone : {"America/New_York", "UTC", "Asia/Kathmandu", "Australia/Lord_Howe", "America/Phoenix"}) {
        for (base::UtcTime time = sys_days(2026y / January / 1); time < sys_days(2027y / January / 1); time += 1h) {
            const auto local = local_of_utc(time, zone);
            const auto first = utc_of_local(local, zone).value();
            const auto second = utc_of_local(local, zone, true).value();
            REQUIRE((first == time || second == time));
            REQUIRE(second - first <= 1h);
        }
    }
}

TEST_CASE("the day is the office's own, also just before midnight") {
    CHECK(local_day(sys_days(2026y / March / 9) + 3h + 59min, new_york) == 2026y / March / 8);
    CHECK(local_day(sys_days(2026y / March / 9) + 4h, new_york) == 2026y / March / 9);
}

TEST_CASE("only IANA names are time zones") {
    for (const char* right : {"America/New_York", "UTC", "America/Argentina/Buenos_Aires", "Etc/GMT+5"}) {
        CHECK(is_time_zone(right));
    }
    for (const char* wrong :
         {"", "EST", "PST", "GMT+5", "New York", "America/New_Yorkk", "Etc/Unknown", "/", "Eastern Standard Time"}) {
        CHECK_FALSE(is_time_zone(wrong));
    }
    CHECK(utc_of_local(wall(2026y / March / 9, 1h, 0min), "Nowhere/At_All").is_error());
}
