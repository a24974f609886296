// Staff mark an arrival on a disk that fails at each of its operations in turn: afterwards the mark and the event that
// tells the agency of it are both there or neither is, and both whenever staff were told so.
#include "tests/support/crash_disk.hpp"
#include "tests/support/stored_world.hpp"

#include <algorithm>

using namespace storage;
using namespace support;

namespace {

const base::Path database = "/state/kiosk.db";
constexpr std::size_t without_ballast = 512 * 1024;

struct Desk {
    base::FakeClock clock{morning};
    base::SystemRandom random;
    std::unique_ptr<Store> store;
    base::Uuid check_in = base::Uuid::v7(morning, random);
    base::Uuid event = base::Uuid::v7(morning + 1ms, random);
    base::Uuid asked = base::Uuid::v7(morning + 2ms, random);

    void open(CrashDisk& disk) {
        store = value_of(Store::open(database, fixed_keys(), clock, random, disk.vfs_name()));
    }
    bool mark() {
        DeskState state;
        state.called = morning + 1min;
        return !store
                    ->mark(check_in, state, submission(event, "{}", SubmissionKind::staff_event), "visit_called",
                           {{"by", 3}, {"ticket", 1}, {"mark", 0}})
                    .is_error();
    }
    bool ask() {
        return !store
                    ->add(submission(asked, "{}", SubmissionKind::help_request),
                          {asked, DeskItemKind::safety, morning, {}, "home", {}, {}}, today)
                    .is_error();
    }
};

bool is_pending(Store& store, const base::Uuid& id) {
    const auto pending = value_of(store.pending());
    return std::ranges::any_of(pending, [&](const auto& each) { return each.id == id; });
}

} // namespace

TEST_SUITE_BEGIN("full");

TEST_CASE("power that ends at any write of a mark leaves the mark and its event, or neither") {
    base::invariant(!crypto::start().is_error(), "crypto starts");
    constexpr std::uint64_t seeds = 4; // 0: the process ends, the machine goes on
    std::uint64_t swept = 0;
    std::uint64_t told = 0;
    for (std::uint64_t n = 1;; ++n) {
        bool has_stopped = false;
        for (std::uint64_t seed = 0; seed < seeds; ++seed) {
            CAPTURE(n);
            CAPTURE(seed);
            CrashDisk disk;
            disk.limit_space(without_ballast);
            Desk desk;
            desk.open(disk);
            must(desk.store->replace_roster(std::vector{roster_entry("10000001", "p1", "v1")}, roster_version(1)));
            CHECK_FALSE(
                value_of(desk.store->check_in(submission(desk.check_in), arrival(desk.check_in, "v1", "p1"), today))
                    .has_value());
            disk.stop_at(n);
            const bool was_marked = desk.mark();
            const bool was_asked = desk.ask();
            has_stopped = disk.has_stopped();
            disk.stop();
            desk.store.reset();
            if (seed == 0) {
                disk.end_process();
            } else {
                disk.power_cut(n * seeds + seed);
            }
            desk.open(disk);
            const auto arrivals = value_of(desk.store->desk_arrivals(today));
            REQUIRE(arrivals.size() == 1);
            const bool is_marked = arrivals[0].state.called.has_value();
            CHECK(is_marked == is_pending(*desk.store, desk.event));
            const bool is_asked = value_of(desk.store->desk_items(today)).size() == 1;
            CHECK(is_asked == is_pending(*desk.store, desk.asked));
            if (was_marked) CHECK(is_marked);
            if (was_asked) CHECK(is_asked);
            told += was_marked ? 1U : 0U;
            desk.store.reset();
            ++swept;
        }
        if (!has_stopped) break;
    }
    MESSAGE("swept ", swept, " endings; in ", told, " staff had been told");
    CHECK(swept > 20);
    CHECK(told > 0);
    CHECK(told < swept);
}

TEST_SUITE_END();
