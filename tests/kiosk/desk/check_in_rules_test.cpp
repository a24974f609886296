#include "kiosk/visits/check_in_rules.hpp"

#include "tests/support/kiosk_world.hpp"

namespace {

using namespace std::chrono_literals;
using kiosk::Door;
using storage::VisitStatus;

storage::Visit visit_at(base::UtcTime start, VisitStatus status = VisitStatus::booked) {
    storage::Visit visit;
    visit.status = status;
    visit.start = start;
    visit.end = start + 90min;
    visit.check_in_opens = start - 1h;
    return visit;
}

struct Row {
    std::chrono::milliseconds from_start;
    Door door;
};

constexpr std::array<Row, 9> day{{{-24h, Door::not_yet},
                                  {-1h - 1ms, Door::not_yet},
                                  {-1h, Door::before_start},
                                  {-1ms, Door::before_start},
                                  {0ms, Door::under_way},
                                  {1ms, Door::under_way},
                                  {90min - 1ms, Door::under_way},
                                  {90min, Door::over},
                                  {24h, Door::over}}};

} // namespace

TEST_CASE("check-in opens to the millisecond at its time, says under way from the start, and closes at the end") {
    for (const auto status : {VisitStatus::booked, VisitStatus::pending}) {
        const auto visit = visit_at(support::morning, status);
        for (const auto& row : day) {
            CAPTURE(row.from_start.count());
            const Door door = kiosk::door_at(visit, visit.start + row.from_start);
            CHECK(door == row.door);
            CHECK(kiosk::is_open(door) == (row.from_start >= -1h && row.from_start < 90min));
        }
    }
}

TEST_CASE("a visit that is cancelled, moved or held is a matter for the front desk at every moment") {
    for (const auto status : {VisitStatus::cancelled, VisitStatus::moved, VisitStatus::held}) {
        const auto visit = visit_at(support::morning, status);
        for (const auto& row : day) {
            const Door door = kiosk::door_at(visit, visit.start + row.from_start);
            CHECK(door == Door::ask_desk);
            CHECK_FALSE(kiosk::is_open(door));
        }
    }
}

TEST_CASE("on both days on which the clocks change, check-in opens one real hour before the start") {
    using namespace std::chrono;
    struct Change {
        local_time<minutes> local;
        sys_time<minutes> utc;
    };
    // 2026: clocks go forward on 8 March at 2:00 (to 3:00), back on 1 November at 2:00 (to 1:00).
    const std::array<Change, 4> changes{{
        {local_days(2026y / March / 8) + 3h, sys_days(2026y / March / 8) + 7h},
        {local_days(2026y / March / 8) + 9h + 30min, sys_days(2026y / March / 8) + 13h + 30min},
        {local_days(2026y / November / 1) + 2h, sys_days(2026y / November / 1) + 7h},
        {local_days(2026y / November / 1) + 9h + 30min, sys_days(2026y / November / 1) + 14h + 30min},
    }};
    for (const auto& change : changes) {
        const auto start = support::value_of(kiosk::utc_of_local(change.local, "America/New_York"));
        CHECK(start == change.utc);
        const auto visit = visit_at(start);
        CHECK(kiosk::door_at(visit, start - 1h) == Door::before_start);
        CHECK(kiosk::door_at(visit, start - 1h - 1ms) == Door::not_yet);
        CHECK(kiosk::door_at(visit, start) == Door::under_way);
        CHECK(kiosk::door_at(visit, start + 90min) == Door::over);
    }
}

TEST_CASE("a visit whose check-in opens before midnight is found on both days") {
    support::KioskWorld world;
    const auto guest = support::guest(0);
    // 00:30 in New York on the 14th: check-in opens at 23:30 on the 13th.
    const base::UtcTime start = std::chrono::sys_days(support::tomorrow) + 4h + 30min;
    world.publish({support::visit_of(guest, "V-night", start)});
    world.clock.set_wall(start - 59min);
    auto evening = world.desk->look_up_typed(guest.code);
    REQUIRE(evening.found.has_value());
    const auto& visit = evening.found->visits.front();
    CHECK(kiosk::door_at(visit, world.clock.now()) == Door::before_start);
    const auto made = support::value_of(world.desk->check_in(&*evening.found, &visit, {}, "en"));
    CHECK_FALSE(made.was_already);
    world.clock.set_wall(start + 10min);
    auto night = world.desk->look_up_typed(guest.code);
    REQUIRE(night.found.has_value());
    const auto standing = support::value_of(world.desk->find_arrival(night.found->visits.front()));
    REQUIRE(standing.has_value());
    CHECK(standing->ticket == made.arrival.ticket);
}
