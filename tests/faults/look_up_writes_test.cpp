#include "tests/support/crash_disk.hpp"
#include "tests/support/kiosk_world.hpp"

#include <set>

using namespace std::chrono_literals;

TEST_CASE("a right code writes as often to the disk as an unknown, a mistyped and a not-today one") {
    support::CrashDisk disk;
    support::KioskWorld world(disk, disk.vfs_name());
    const auto here = support::guest(0);
    const auto not_today = support::guest(1);
    world.publish({support::visit_of(here, "V-0", support::morning + 30min),
                   support::visit_of(not_today, "V-1", support::morning + 48h)});
    // The first look-up of a day makes the day's key, whatever the code.
    (void)world.desk->look_up_typed(support::mistyped(here.code));
    std::map<std::string, std::set<std::uint64_t>> writes;
    for (int i = 0; i < 20; ++i) {
        const std::map<std::string, std::string> codes{{"right", here.code},
                                                       {"not today", not_today.code},
                                                       {"unknown", world.unknown_code()},
                                                       {"mistyped", support::mistyped(here.code)}};
        for (const auto& [kind, code] : codes) {
            const auto before = disk.operations();
            const bool is_found = world.desk->look_up_typed(code).found.has_value();
            CHECK(is_found == (kind == "right"));
            writes[kind].insert(disk.operations() - before);
            world.clock.advance(1h);
            world.clock.set_wall(support::morning);
        }
    }
    for (const auto& [kind, counts] : writes) {
        CAPTURE(kind);
        CHECK(counts.size() == 1);
        CHECK(*counts.begin() == *writes["right"].begin());
        CHECK(*counts.begin() > 0);
    }
}
