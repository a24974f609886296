#include "storage/database.hpp"
#include "tests/support/stored_world.hpp"
#include "tests/support/temp_folder.hpp"

using namespace storage;
using namespace support;

namespace {

struct LockoutWorld {
    TempFolder folder;
    base::FakeClock clock{morning};
    base::SystemRandom random;
    std::unique_ptr<Store> store = open();

    std::unique_ptr<Store> open() {
        return value_of(Store::open(folder.path() / "kiosk.db", fixed_keys(), clock, random));
    }
};

} // namespace

TEST_CASE_FIXTURE(LockoutWorld, "a new kiosk has no misses and no wait") {
    const Lockout fresh = value_of(store->lockout());
    CHECK(fresh.misses == 0);
    CHECK(fresh.wait_left == 0ms);
    CHECK(fresh.since_decay == 0ms);
}

TEST_CASE_FIXTURE(LockoutWorld, "the last lockout is kept over a restart, whatever the clock was set to") {
    must(store->set_lockout({3, 2000ms, 1min}));
    must(store->set_lockout({7, 4000ms, 2min}));
    store.reset();
    SUBCASE("the clock went on") { clock.advance(24h); }
    SUBCASE("the clock was set forward by years") { clock.set_wall(morning + 24h * 1000); }
    SUBCASE("the clock was set back by years") { clock.set_wall(morning - 24h * 1000); }
    store = open();
    const Lockout kept = value_of(store->lockout());
    CHECK(kept.misses == 7);
    CHECK(kept.wait_left == 4000ms);
    CHECK(kept.since_decay == 2min);
}

TEST_CASE_FIXTURE(LockoutWorld, "a lockout changed on the disk is an error, not a fresh start") {
    must(store->set_lockout({7, 4000ms, 2min}));
    store.reset();
    must(value_of(Database::open(folder.path() / "kiosk.db", 1000, nullptr))
             ->run("UPDATE lockout SET state = zeroblob(length(state))"));
    store = open();
    const auto changed = store->lockout();
    REQUIRE(changed.is_error());
    CHECK(changed.error().kind == base::ErrorKind::out_of_service);
}

TEST_CASE_FIXTURE(LockoutWorld, "the lockout's key stays when the days before are forgotten") {
    must(store->set_lockout({7, 4000ms, 2min}));
    clock.advance(48h);
    must(store->forget_before(tomorrow));
    store.reset();
    store = open();
    CHECK(value_of(store->lockout()).misses == 7);
}
