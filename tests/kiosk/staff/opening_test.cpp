#include "kiosk/staff/opening.hpp"

#include "kiosk/visits/office_time.hpp"
#include "tests/kiosk/staff/staff_world.hpp"

using namespace kiosk;
using namespace support;

namespace {

const std::string new_york = "America/New_York";

base::UtcTime at(int month, int day, std::chrono::minutes time, bool second_fold = false) {
    const std::chrono::local_days date{std::chrono::year{2026} / month / day};
    return value_of(utc_of_local(date + time, new_york, second_fold));
}

WeekHours every_day(std::chrono::minutes opens, std::chrono::minutes closes) {
    WeekHours hours;
    hours.days.fill({opens, closes});
    return hours;
}

struct OpeningWorld : StaffWorld {
    StaffSession lead = session(StaffRole::supervisor);
    Opening again() { return Opening{*store, clock, health.clock_watch(), settings}; }
};

} // namespace

TEST_CASE("hours are those of the wall clock, by the day of the week") {
    WeekHours hours = every_day(8h + 30min, 17h);
    hours.days[0] = {0min, 0min};
    CHECK_FALSE(is_open_at(hours, at(10, 13, 8h + 29min), new_york));
    CHECK(is_open_at(hours, at(10, 13, 8h + 30min), new_york));
    CHECK(is_open_at(hours, at(10, 13, 16h + 59min), new_york));
    CHECK_FALSE(is_open_at(hours, at(10, 13, 17h), new_york));
    CHECK_FALSE(is_open_at(hours, at(10, 18, 12h), new_york)); // a Sunday
    CHECK(next_change(hours, at(10, 13, 7h), new_york) == at(10, 13, 8h + 30min));
    CHECK(next_change(hours, at(10, 13, 12h), new_york) == at(10, 13, 17h));
    CHECK(next_change(hours, at(10, 17, 20h), new_york) == at(10, 19, 8h + 30min));
}

TEST_CASE("a day that ends at midnight goes on into one that begins there") {
    WeekHours hours = every_day(0min, 0min);
    hours.days[5] = {20h, whole_day};
    hours.days[6] = {0min, 2h};
    CHECK(next_change(hours, at(10, 16, 12h), new_york) == at(10, 16, 20h));
    CHECK(is_open_at(hours, at(10, 17, 0min), new_york));
    CHECK(next_change(hours, at(10, 16, 21h), new_york) == at(10, 17, 2h));
    CHECK_FALSE(next_change(every_day(0min, 0min), at(10, 16, 12h), new_york).has_value());
    CHECK_FALSE(next_change(WeekHours{}, at(10, 16, 12h), new_york).has_value());
    CHECK(is_always_open(WeekHours{}));
}

TEST_CASE("hours hold over both changes of the clocks") {
    // In spring 2:00 to 3:00 is skipped: what opens at half past two opens at three.
    CHECK(next_change(every_day(2h + 30min, 12h), at(3, 8, 1h), new_york) == at(3, 8, 3h));
    CHECK(next_change(every_day(8h, 17h), at(3, 7, 18h), new_york) == at(3, 8, 8h));
    // In autumn 1:00 to 2:00 comes twice: what closes at half past one is open again for half an hour.
    const WeekHours hours = every_day(0min, 1h + 30min);
    CHECK(next_change(hours, at(11, 1, 30min), new_york) == at(11, 1, 1h + 30min));
    CHECK(next_change(hours, at(11, 1, 1h + 30min), new_york) == at(11, 1, 1h, true));
    CHECK(next_change(hours, at(11, 1, 1h, true), new_york) == at(11, 1, 1h + 30min, true));
    CHECK(next_change(every_day(8h, 17h), at(10, 31, 18h), new_york) == at(11, 1, 8h));
}

TEST_CASE("hours are read back as they were written, and what are none is refused") {
    const WeekHours hours = every_day(8h + 15min, 17h + 45min);
    CHECK(value_of(read_week_hours(written(hours))) == hours);
    CHECK(read_week_hours(written(every_day(8h, 7h))).is_error());
    CHECK(read_week_hours(written(every_day(8h + 1min, 17h))).is_error());
    CHECK(read_week_hours(written(every_day(8h, 25h))).is_error());
    CHECK(read_week_hours(written(every_day(-15min, 8h))).is_error());
    CHECK(read_week_hours(base::Secret(base::bytes_of("8 to 5"))).is_error());
}

TEST_CASE_FIXTURE(OpeningWorld,
                  "what staff close stays closed over a restart, until they open it; the log tells by whom") {
    CHECK(opening.now().is_open);
    CHECK(opening.close(technician).is_error());
    CHECK(opening.now().is_open);
    must(opening.close(front_desk));
    CHECK_FALSE(opening.now().is_open);
    CHECK_FALSE(opening.now().opens.has_value());
    CHECK_FALSE(opening.now().changes_at.has_value());
    CHECK_FALSE(again().now().is_open);
    CHECK(logged("kiosk_closed") == 1);
    must(opening.open(lead));
    CHECK(opening.now().is_open);
    CHECK(again().now().is_open);
    CHECK(logged("kiosk_opened") == 1);
}

TEST_CASE_FIXTURE(OpeningWorld,
                  "outside its hours a kiosk says when it opens, and asks to be woken then and no sooner") {
    CHECK(opening.set_hours(front_desk, every_day(11h, 17h)).is_error());
    must(opening.set_hours(lead, every_day(11h, 17h))); // it is ten
    CHECK(logged("hours_set") == 1);
    const auto now = opening.now();
    CHECK_FALSE(now.is_open);
    CHECK(now.opens == clock.now() + 1h);
    CHECK(now.changes_at == clock.moment() + 1h);
    clock.advance(1h - 1ms);
    CHECK_FALSE(opening.now().is_open);
    clock.advance(1ms);
    CHECK(opening.now().is_open);
    CHECK(opening.now().changes_at == clock.moment() + 6h);
    CHECK(again().hours() == every_day(11h, 17h));
    must(opening.set_hours(lead, every_day(0min, 0min)));
    CHECK_FALSE(opening.now().is_open);
    CHECK_FALSE(opening.now().opens.has_value());
}

TEST_CASE_FIXTURE(OpeningWorld, "a clock that nobody believes closes nothing") {
    health.clock_watch().observe();
    must(opening.set_hours(lead, every_day(11h, 12h)));
    CHECK_FALSE(opening.now().is_open);
    clock.set_wall(morning - 10h);
    CHECK(opening.now().is_open);
    CHECK_FALSE(opening.now().changes_at.has_value());
    clock.set_wall(morning + std::chrono::days(400));
    CHECK(opening.now().is_open);
    clock.set_wall(morning);
    CHECK_FALSE(opening.now().is_open);
}
