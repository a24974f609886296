#include "storage/database.hpp"
#include "tests/support/crash_disk.hpp"
#include "tests/support/stored_world.hpp"
#include "tests/support/temp_folder.hpp"

#include <algorithm>

using namespace storage;
using namespace support;

namespace {

struct KeptWorld {
    TempFolder folder;
    base::Path path = folder.path() / "kiosk.db";
    base::FakeClock clock{morning};
    base::SystemRandom random;
    std::unique_ptr<Store> store;
    base::Uuid first = base::Uuid::v7(morning, random);
    base::Uuid second = base::Uuid::v7(morning + 1ms, random);

    KeptWorld() {
        store = open();
        const std::vector roster{roster_entry("10000001", "p1", "v1"), roster_entry("20000002", "p2", "v1")};
        must(store->replace_roster(roster, roster_version(2)));
        CHECK_FALSE(value_of(store->check_in(submission(first), arrival(first, "v1", "p1", 1), today)).has_value());
        clock.advance(24h); // another daily key
        CHECK_FALSE(value_of(store->check_in(submission(second), arrival(second, "v1", "p2", 2), today)).has_value());
        must(store->append_audit("kiosk_started"));
    }
    std::unique_ptr<Store> open() { return value_of(Store::open(path, fixed_keys(), clock, random)); }
    base::Bytes bytes() { return value_of(base::DiskFiles().read(path, std::size_t{64} << 20)); }
    // Changes the file while no store has it open.
    void tamper(const std::string& sql) {
        store.reset();
        must(value_of(Database::open(path, 1000, nullptr))->run(sql));
        store = open();
    }
};

template <typename T>
bool is_out_of_service(const base::Result<T>& result) {
    return result.is_error() && result.error().kind == base::ErrorKind::out_of_service;
}

bool holds(const base::Bytes& all, const base::Bytes& part) { return !std::ranges::search(all, part).empty(); }

} // namespace

TEST_CASE_FIXTURE(KeptWorld, "what is sealed opens in its own row and column only") {
    const auto swapped = [&](const std::string& column) {
        return "CREATE TEMP TABLE other AS SELECT * FROM submission; UPDATE submission SET " + column +
               " = (SELECT other." + column + " FROM temp.other WHERE other.id <> submission.id)";
    };
    SUBCASE("untouched") {
        CHECK(value_of(store->pending()).size() == 2);
        CHECK(value_of(store->arrivals(today)).size() == 2);
    }
    SUBCASE("two lines in each other's row") {
        tamper(swapped("line"));
        CHECK(is_out_of_service(store->pending()));
    }
    SUBCASE("two lines in each other's row with their keys") {
        tamper(swapped("line") + ", key = (SELECT other.key FROM temp.other WHERE other.id <> submission.id)");
        CHECK(is_out_of_service(store->pending()));
    }
    SUBCASE("two stubs in each other's row with their keys") {
        tamper(swapped("stub") + ", key = (SELECT other.key FROM temp.other WHERE other.id <> submission.id)");
        CHECK(is_out_of_service(store->arrivals(today)));
        CHECK(is_out_of_service(store->find_arrival({"v1"}, {"p1"}, today)));
    }
    SUBCASE("a stub in the column of the line") {
        tamper("UPDATE submission SET line = stub");
        CHECK(is_out_of_service(store->pending()));
    }
    SUBCASE("a line in the column of the stub") {
        tamper("UPDATE submission SET stub = line");
        CHECK(is_out_of_service(store->arrivals(today)));
    }
    SUBCASE("two daily keys in each other's row") {
        tamper("CREATE TEMP TABLE other AS SELECT * FROM daily_key WHERE use = 'submission'; UPDATE daily_key SET"
               " wrapped = (SELECT other.wrapped FROM temp.other WHERE other.id <> daily_key.id)"
               " WHERE use = 'submission'");
        CHECK(is_out_of_service(store->pending()));
    }
    SUBCASE("two roster rows under each other's tag") {
        tamper("CREATE TEMP TABLE other AS SELECT * FROM roster_day; UPDATE roster_day SET record = (SELECT record FROM"
               " temp.other WHERE other.tag <> roster_day.tag ORDER BY other.tag LIMIT 1)");
        CHECK(is_out_of_service(store->look_up("10000001", today)));
    }
    SUBCASE("a submission's line in the lockout") {
        tamper("INSERT INTO lockout (id, key, state) SELECT 1, key, line FROM submission LIMIT 1");
        CHECK(is_out_of_service(store->lockout()));
    }
}

TEST_CASE_FIXTURE(KeptWorld, "with another vault key nothing opens and nothing is changed") {
    store.reset();
    const base::Bytes before = bytes();
    auto other = Store::open(path, fixed_keys(40), clock, random);
    if (!other.is_error()) {
        CHECK(is_out_of_service(other.value()->pending()));
        CHECK(is_out_of_service(other.value()->look_up("10000001", today)));
        CHECK(other.value()->append_audit("kiosk_started").is_error());
        other.value().reset();
    }
    CHECK(bytes() == before);
}

TEST_CASE("forgotten days take their keys with them: the wrapped key is in no file any more, also while it is open") {
    CrashDisk disk;
    const base::Path path = "/state/kiosk.db";
    base::FakeClock clock(morning);
    base::SystemRandom random;
    const auto open = [&] { return value_of(Store::open(path, fixed_keys(), clock, random, disk.vfs_name())); };
    const auto is_on_disk = [&](const base::Bytes& key) {
        const auto names = value_of(disk.list("/state"));
        return std::ranges::any_of(names, [&](const std::string& name) {
            return holds(value_of(disk.read("/state/" + name, std::size_t{64} << 20)), key);
        });
    };
    auto store = open();
    const base::Uuid id = base::Uuid::v7(morning, random);
    CHECK_FALSE(value_of(store->check_in(submission(id), arrival(id, "v", "p", 1), today)).has_value());
    must(store->begin_epoch("0123abcd"));
    must(store->record_batch({"0123abcd", 1, std::string(64, 'a'), BatchState::written, morning, {id}, 0, 0}));
    must(store->mark_published("0123abcd", 1));
    store.reset();
    base::Bytes key;
    {
        auto database = value_of(Database::open(path, 1000, disk.vfs_name()));
        Statement find = value_of(database->prepare("SELECT wrapped FROM daily_key WHERE use = 'submission'"));
        REQUIRE(value_of(find.step()));
        key.assign(find.blob(0).begin(), find.blob(0).end());
    }
    store = open();
    clock.advance(24h);
    must(store->add(submission(base::Uuid::v7(clock.now(), random), "{}", SubmissionKind::message)));
    must(store->forget_before(today));
    CHECK(is_on_disk(key));
    CHECK(value_of(store->arrivals(today)).size() == 1);

    must(store->forget_before(tomorrow));
    CHECK_FALSE(is_on_disk(key));
    CHECK(value_of(store->arrivals(today)).empty());
    CHECK(value_of(store->pending()).size() == 1);
    store.reset();
    CHECK_FALSE(is_on_disk(key));
}
