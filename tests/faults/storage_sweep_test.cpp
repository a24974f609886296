// The store on a disk that fails at each of its operations in turn: what was acknowledged is there exactly once, and
// nothing is ever there twice or in part.
#include "tests/support/crash_disk.hpp"
#include "tests/support/stored_world.hpp"

#include <algorithm>

using namespace storage;
using namespace support;

namespace {

const base::Path database = "/state/kiosk.db";

// A disk too small for the ballast, which is large to write thousands of times.
constexpr std::size_t without_ballast = 1024 * 1024;

std::vector<RosterEntry> roster_of(const std::string& letter, int persons) {
    std::vector<RosterEntry> entries;
    for (int i = 0; i < persons; ++i) {
        const std::string number = std::to_string(i);
        entries.push_back(roster_entry((letter == "a" ? "1000000" : "2000000") + number, letter + number, "v"));
    }
    return entries;
}

// One morning of a kiosk, step by step. `done` counts the steps whose success was told to the caller.
class Morning {
public:
    explicit Morning(CrashDisk& disk) : disk_(disk) {}

    base::Result<void> open() {
        store_.reset();
        auto opened = Store::open(database, fixed_keys(), clock_, random_, disk_.vfs_name());
        if (opened.is_error()) return opened.error();
        store_ = opened.release_value();
        return {};
    }
    static constexpr int steps = 10;
    base::Result<void> step(int number) {
        switch (number) {
        case 0: return store_->begin_epoch("0123abcd");
        case 1: return store_->replace_roster(roster_of("a", 3), roster_version(3, "aa"));
        case 2: return check_in(first, "a0", 1);
        case 3: return store_->append_audit("batch_lost", {{"seq", 1}});
        case 4: return check_in(second, "a1", 2);
        case 5:
            return store_->record_batch(
                {"0123abcd", 1, std::string(64, 'a'), BatchState::written, morning, {first, second}, 0, 1});
        case 6: return store_->mark_published("0123abcd", 1);
        case 7: return check_in(third, "a2", 3);
        case 8: return store_->replace_roster(roster_of("b", 4), roster_version(4, "bb"));
        case 9: return store_->set_lockout({2, 1000ms, 0ms});
        }
        return {};
    }
    // Goes on until something fails.
    void run() {
        if (open().is_error()) return;
        while (done < steps && !step(done).is_error()) ++done;
    }
    void close() { store_.reset(); }
    Store& store() { return *store_; }

    const base::Uuid first = id(1);
    const base::Uuid second = id(2);
    const base::Uuid third = id(3);
    int done = 0;

private:
    static base::Uuid id(std::uint64_t seed) {
        base::SeededRandom random(seed);
        return base::Uuid::v7(morning, random);
    }
    base::Result<void> check_in(const base::Uuid& id, const std::string& person, int ticket) {
        const auto done_before = store_->check_in(submission(id), arrival(id, "v", person, ticket), today);
        return done_before.is_error() ? base::Result<void>(done_before.error()) : base::Result<void>();
    }

    CrashDisk& disk_;
    base::FakeClock clock_{morning};
    base::SeededRandom random_{7};
    std::unique_ptr<Store> store_;
};

int times_pending(Store& store, const base::Uuid& id) {
    const auto pending = value_of(store.pending());
    return static_cast<int>(std::ranges::count(pending, id, &PendingSubmission::id));
}

int times_arrived(Store& store, const base::Uuid& id) {
    const auto arrivals = value_of(store.arrivals(today));
    return static_cast<int>(std::ranges::count(arrivals, id, &Arrival::submission));
}

bool finds_all(Store& store, const std::vector<RosterEntry>& entries) {
    return std::ranges::all_of(entries, [&](const RosterEntry& entry) {
        return value_of(store.look_up(entry.visit_code, today)).has_value();
    });
}

bool finds_none(Store& store, const std::vector<RosterEntry>& entries) {
    return std::ranges::none_of(entries, [&](const RosterEntry& entry) {
        return value_of(store.look_up(entry.visit_code, today)).has_value();
    });
}

// Steps 0 to done-1 were acknowledged; the one after may have been done or not; no other. An audit event has no id by
// which a second try could be known, so it is there once for each of `tries`.
void check_state(Store& store, const Morning& morning_was, int done, int tries = 1) {
    const auto is_done = [&](int step) { return done > step; };
    const auto may_be_done = [&](int step) { return done >= step; };

    CHECK(value_of(store.verify_audit()).is_whole());
    const std::int64_t audited = value_of(store.audit_head()).count;
    CHECK(audited >= (is_done(3) ? 1 : 0));
    CHECK(audited <= (may_be_done(3) ? tries : 0));

    const auto version = value_of(store.roster_version());
    const std::string which = version.has_value() ? version->sha256.substr(62) : "";
    CHECK((which == "" || which == "aa" || which == "bb"));
    CHECK((!is_done(1) || which != ""));
    CHECK((!is_done(8) || which == "bb"));
    CHECK((may_be_done(8) || which != "bb"));
    CHECK(finds_all(store, which == "bb"   ? roster_of("b", 4)
                           : which == "aa" ? roster_of("a", 3)
                                           : std::vector<RosterEntry>{}));
    if (which != "aa") CHECK(finds_none(store, roster_of("a", 3)));
    if (which != "bb") CHECK(finds_none(store, roster_of("b", 4)));

    const std::int64_t published = value_of(store.published_count());
    const auto unfinished = value_of(store.unfinished_batches());
    CHECK(published >= (is_done(6) ? 1 : 0));
    CHECK(published <= (may_be_done(6) ? 1 : 0));
    const bool is_batched = !unfinished.empty();
    CHECK(published + std::ssize(unfinished) == (is_batched || published > 0 ? 1 : 0));
    if (is_batched) CHECK(unfinished[0].members == std::vector{morning_was.first, morning_was.second});
    CHECK((!is_done(5) || published > 0 || is_batched));

    for (const auto& [id, step] : {std::pair(morning_was.first, 2), {morning_was.second, 4}, {morning_was.third, 7}}) {
        const int arrived = times_arrived(store, id);
        CHECK(arrived >= (is_done(step) ? 1 : 0));
        CHECK(arrived <= (may_be_done(step) ? 1 : 0));
        // A check-in waits to be sent exactly as long as it is in no batch.
        const bool is_in_batch = step < 7 && (is_batched || published > 0);
        CHECK(times_pending(store, id) == (is_in_batch ? 0 : arrived));
    }
    if (is_done(9)) CHECK(value_of(store.lockout()).misses == 2);
}

} // namespace

TEST_SUITE_BEGIN("full");

TEST_CASE("after the process or the power ends at any write, acknowledged steps are there once and none in part") {
    constexpr std::uint64_t seeds = 4; // 0: the process ends, the machine goes on
    std::uint64_t swept = 0;
    for (std::uint64_t n = 1;; ++n) {
        bool has_stopped = false;
        for (std::uint64_t seed = 0; seed < seeds; ++seed) {
            CAPTURE(n);
            CAPTURE(seed);
            CrashDisk disk;
            disk.limit_space(without_ballast);
            Morning morning_was(disk);
            disk.stop_at(n);
            morning_was.run();
            has_stopped = disk.has_stopped();
            disk.stop();
            morning_was.close();
            if (seed == 0) {
                disk.end_process();
            } else {
                disk.power_cut(n * seeds + seed);
            }
            Morning after(disk);
            must(after.open());
            check_state(after.store(), morning_was, morning_was.done);
            // The kiosk goes on where it was: what was not told is done again, and is then there once.
            for (int step = morning_was.done; step < Morning::steps; ++step) {
                const auto done = after.step(step);
                // The step that was cut may have been done after all; then it may say so.
                if (step > morning_was.done) must(done);
            }
            check_state(after.store(), morning_was, Morning::steps, morning_was.done == 3 ? 2 : 1);
            after.close();
            ++swept;
        }
        if (!has_stopped) break;
    }
    MESSAGE("swept " << swept << " crashes");
    CHECK(swept > 300);
}

TEST_CASE("one operation that fails by an error or a full disk loses and doubles nothing; doing the step again works") {
    std::uint64_t swept = 0;
    for (const DiskFault fault : {DiskFault::io_error, DiskFault::no_space}) {
        for (std::uint64_t n = 1;; ++n) {
            CAPTURE(n);
            CrashDisk disk;
            if (fault == DiskFault::io_error) disk.limit_space(without_ballast);
            disk.fail_once_at(n, fault);
            Morning morning_was(disk);
            int failures = 0;
            if (morning_was.open().is_error()) {
                ++failures;
                must(morning_was.open());
            }
            while (morning_was.done < Morning::steps) {
                if (morning_was.step(morning_was.done).is_error()) {
                    REQUIRE(++failures < 2);
                    continue;
                }
                ++morning_was.done;
            }
            check_state(morning_was.store(), morning_was, Morning::steps);
            const bool was_met = disk.operations() >= n;
            disk.stop();
            morning_was.close();
            disk.power_cut(n);
            Morning after(disk);
            must(after.open());
            check_state(after.store(), morning_was, Morning::steps);
            ++swept;
            if (!was_met) break;
        }
    }
    MESSAGE("swept " << swept << " faults");
    CHECK(swept > 100);
}

TEST_CASE(
    "when the disk is full the ballast is given up and the check-in is kept; then the next one is refused kindly") {
    CrashDisk disk;
    base::FakeClock clock(morning);
    base::SystemRandom random;
    auto store = value_of(Store::open(database, fixed_keys(), clock, random, disk.vfs_name()));
    must(store->replace_roster(roster_of("a", 3), roster_version(3)));
    REQUIRE(value_of(disk.exists("/state/ballast")));
    disk.limit_space(disk.used_space());
    int kept = 0;
    std::optional<base::Error> refused;
    while (!refused && kept < 5000) {
        clock.advance(1ms);
        const auto id = base::Uuid::v7(clock.now(), random);
        auto done = store->add(submission(id, std::string(20000, 'x')));
        if (done.is_error()) {
            refused = done.error();
        } else {
            ++kept;
        }
    }
    CHECK(kept > 50);
    CHECK_FALSE(value_of(disk.exists("/state/ballast")));
    REQUIRE(refused.has_value());
    CHECK(refused->kind == base::ErrorKind::retry_later);
    CHECK(refused->message == "database: the disk is full");
    CHECK(value_of(store->pending()).size() == static_cast<std::size_t>(kept));
    disk.stop();
    store.reset();
    disk.power_cut(1);
    store = value_of(Store::open(database, fixed_keys(), clock, random, disk.vfs_name()));
    CHECK(value_of(store->pending()).size() == static_cast<std::size_t>(kept));
}

TEST_SUITE_END();
