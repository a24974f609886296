#include "storage/database.hpp"
#include "tests/support/stored_world.hpp"
#include "tests/support/temp_folder.hpp"

using namespace storage;
using namespace support;

namespace {

struct KeptWorld {
    TempFolder folder;
    base::FakeClock clock{morning};
    base::SystemRandom random;
    std::unique_ptr<Store> store = open();

    std::unique_ptr<Store> open() {
        return value_of(Store::open(folder.path() / "kiosk.db", fixed_keys(), clock, random));
    }
    template <typename Work>
    void in_file(Work work) {
        store.reset();
        {
            auto database = value_of(Database::open(folder.path() / "kiosk.db", 1000, nullptr));
            work(*database);
        }
        store = open();
    }
};

BatchRow batch(std::int64_t seq, KindCounts kinds) {
    BatchRow row;
    row.epoch = "0123abcd";
    row.seq = seq;
    row.sha256 = std::string(63, 'a') + static_cast<char>('0' + seq);
    row.created = morning + std::chrono::minutes(seq);
    row.kinds = std::move(kinds);
    return row;
}

} // namespace

TEST_CASE_FIXTURE(KeptWorld, "a kept value is there after a restart, is replaced by the next, and lies sealed") {
    CHECK_FALSE(value_of(store->find_kept("clock")).has_value());
    must(store->keep("clock", base::Secret(base::bytes_of("first"))));
    must(store->keep("clock", base::Secret(base::bytes_of("second value"))));
    must(store->keep("other", base::Secret(base::bytes_of("another"))));
    store.reset();
    store = open();
    CHECK(value_of(store->find_kept("clock"))->text() == "second value");
    CHECK(value_of(store->find_kept("other"))->text() == "another");
    in_file([](Database& database) {
        CHECK(value_of(database.number("SELECT count(*) FROM kept_value WHERE instr(value, 'second') > 0")) == 0);
        CHECK(value_of(database.number("SELECT count(*) FROM kept_value")) == 2);
    });
}

TEST_CASE_FIXTURE(KeptWorld, "a kept value that was moved under another name is refused") {
    must(store->keep("clock", base::Secret(base::bytes_of("first"))));
    in_file([](Database& database) { must(database.run("UPDATE kept_value SET name = 'other'")); });
    CHECK(store->find_kept("other").is_error());
}

TEST_CASE_FIXTURE(KeptWorld, "how far the roster reaches is known from the last day of its visits") {
    CHECK_FALSE(value_of(store->roster_reach()).has_value());
    const std::array entries{roster_entry("10000001", "p1", "v1"), roster_entry("10000002", "p2", "v2", tomorrow)};
    must(store->replace_roster(entries, roster_version(2)));
    CHECK(value_of(store->roster_reach()) == tomorrow);
    must(store->replace_roster(std::span(entries).first(1), roster_version(1)));
    CHECK(value_of(store->roster_reach()) == today);
    must(store->replace_roster({}, roster_version(0)));
    CHECK_FALSE(value_of(store->roster_reach()).has_value());
}

TEST_CASE_FIXTURE(KeptWorld, "what lies in a batch is counted by kind, and only published batches are listed") {
    must(store->begin_epoch("0123abcd"));
    const KindCounts kinds{{SubmissionKind::check_in, 2}, {SubmissionKind::audit, 5}};
    must(store->record_batch(batch(1, kinds)));
    must(store->mark_published("0123abcd", 1));
    must(store->record_batch(batch(2, {})));
    CHECK(value_of(store->published_batches()).size() == 1);
    must(store->mark_published("0123abcd", 2));
    must(store->record_batch(batch(3, kinds)));
    must(store->mark_lost("0123abcd", 3));
    const auto published = value_of(store->published_batches());
    REQUIRE(published.size() == 2);
    CHECK(published[0].seq == 1);
    CHECK(published[0].created == morning + 1min);
    CHECK(value_of(store->batch_kinds("0123abcd", 1)) == kinds);
    CHECK(value_of(store->batch_kinds("0123abcd", 2)).empty());
}
