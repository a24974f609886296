#include "kiosk/staff/clock_watch.hpp"

#include "tests/support/stored_world.hpp"
#include "tests/support/temp_folder.hpp"

using namespace kiosk;
using namespace support;

namespace {

struct ClockWorld {
    TempFolder temp;
    base::FakeClock clock{morning};
    base::SystemRandom random;
    std::unique_ptr<storage::Store> store = open();

    std::unique_ptr<storage::Store> open() {
        return value_of(storage::Store::open(temp.path() / "kiosk.db", fixed_keys(), clock, random));
    }
    void restart() {
        store.reset();
        store = open();
    }
    [[nodiscard]] ClockState state() { return ClockWatch(store.get(), clock).health({}).state; }
};

} // namespace

TEST_CASE_FIXTURE(ClockWorld, "a clock that goes back, far ahead or before any kiosk is seen, also after a restart") {
    ClockWatch(store.get(), clock).observe();
    restart();
    CHECK(state() == ClockState::right);
    clock.set_wall(morning - 119s);
    CHECK(state() == ClockState::right);
    clock.set_wall(morning - 121s);
    CHECK(state() == ClockState::behind);
    clock.set_wall(base::UtcTime{});
    CHECK(state() == ClockState::before_release);
    clock.set_wall(morning + std::chrono::days(59));
    CHECK(state() == ClockState::right);
    clock.set_wall(morning + std::chrono::days(3650));
    CHECK(state() == ClockState::ahead);
}

TEST_CASE_FIXTURE(ClockWorld, "a wrong clock is never trusted by itself, only when somebody says so") {
    ClockWatch watch(store.get(), clock);
    watch.observe();
    clock.set_wall(morning + std::chrono::days(3650));
    watch.observe();
    CHECK(state() == ClockState::ahead);
    clock.set_wall(morning);
    CHECK(state() == ClockState::right);
    clock.set_wall(morning + std::chrono::days(200)); // the office was closed for long
    must(watch.trust_now());
    CHECK(state() == ClockState::right);
    clock.set_wall(base::UtcTime{});
    CHECK(watch.trust_now().is_error());
}

TEST_CASE_FIXTURE(ClockWorld, "a kiosk that never wrote the time down knows it from its roster") {
    must(store->replace_roster({}, roster_version(0)));
    clock.set_wall(morning - 1h);
    CHECK(state() == ClockState::behind);
}

TEST_CASE_FIXTURE(ClockWorld, "what the courier tells of another clock counts beyond a minute, either way") {
    const ClockWatch watch(store.get(), clock);
    CHECK(watch.health({}).condition == Condition::good);
    const auto told = [&](std::chrono::milliseconds behind) {
        return watch.health(ClockOffset{behind, morning}).condition;
    };
    CHECK(told(60s) == Condition::good);
    CHECK(told(61s) == Condition::look);
    CHECK(told(-61s) == Condition::look);
}

TEST_CASE_FIXTURE(ClockWorld, "what was told before somebody set the clock, or vouched for it, is of another clock") {
    ClockWatch watch(store.get(), clock);
    const ClockOffset before{5min, clock.now()};
    CHECK(watch.health(before).told == before);
    clock.set_wall(clock.now() + 5min);
    must(watch.trust_now());
    CHECK_FALSE(watch.health(before).told.has_value());
    CHECK(watch.health(before).condition == Condition::good);
    clock.advance(1min);
    const ClockOffset after{2min, clock.now()};
    CHECK(watch.health(after).condition == Condition::look);
    clock.set_wall(clock.now() - 1h); // back again, so that it was told at a time that has not come
    CHECK_FALSE(watch.health(after).told.has_value());
}

TEST_CASE("without records only an impossible clock is seen") {
    base::FakeClock clock(morning);
    ClockWatch watch(nullptr, clock);
    watch.observe();
    CHECK(watch.health({}).condition == Condition::good);
    clock.set_wall(base::UtcTime{});
    CHECK(watch.health({}).state == ClockState::before_release);
}
