#include "kiosk/control/commands.hpp"

#include "crypto/start.hpp"
#include "kiosk/demo/demo_roster.hpp"
#include "kiosk/state/open_store.hpp"
#include "tests/support/temp_folder.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

using namespace kiosk;

namespace {

// A demo kiosk opened in this process, as kioskctl or the running kiosk has it.
struct World {
    World() {
        REQUIRE(!crypto::start().is_error());
        settings.kiosk = "k1";
        settings.site = "willow";
        settings.time_zone = "America/New_York";
        settings.is_demo = true;
        REQUIRE(!make_state(files, folder, settings, std::nullopt, clock, random).is_error());
        keys.emplace(load_keys(files, folder).release_value());
        store = open_store(folder, keys->vault, clock, random).release_value();
        sealer.emplace(*store, files, folder.outbox(), SealerNames{"k1", "willow", keys->roster.recipient().text()},
                       keys->signing, load_agency_recipients(files, folder).release_value(), clock, random);
        health.emplace(*store, files, folder, clock);
    }
    Reply run(const std::string& command, std::vector<std::string> options = {}, const std::string& body = {}) {
        const base::ByteView bytes = base::bytes_of(body);
        return run_command({command, std::move(options), {bytes.begin(), bytes.end()}},
                           {*store, *sealer, settings, clock, false, *health});
    }
    [[nodiscard]] std::int64_t rows() const {
        const auto version = store->roster_version().value();
        return version ? version->rows : -1;
    }
    // The demo roster's first `count` visits.
    [[nodiscard]] std::string csv(int count) const {
        const std::string all = demo_roster_csv(clock.now(), "willow");
        std::size_t end = 0;
        for (int line = 0; line <= count; ++line) end = all.find("\r\n", end) + 2;
        return all.substr(0, end);
    }

    support::TempFolder temp;
    StateFolder folder{temp.path() / "state"};
    base::DiskFiles files;
    base::FakeClock clock{std::chrono::sys_days(std::chrono::year(2026) / 3 / 6) + std::chrono::hours(15)};
    base::SystemRandom random;
    Settings settings;
    std::optional<KioskKeys> keys;
    std::unique_ptr<storage::Store> store;
    std::optional<Sealer> sealer;
    std::optional<HealthReader> health;
};

} // namespace

TEST_CASE("a right roster replaces the one before, and the audit log says how many rows") {
    World world;
    CHECK(world.run("import-roster", {}, world.csv(10)).exit == 0);
    CHECK(world.rows() == 10);
    const Reply again = world.run("import-roster", {}, world.csv(5));
    CHECK(again.exit == 0);
    CHECK(again.out == "5 rows imported, 0 left out\n");
    CHECK(world.rows() == 5);
    CHECK(world.store->audit_head().value().count == 2);
    CHECK(world.run("audit-verify").exit == 0);
}

TEST_CASE("bad rows are left out and told; with --strict the file is refused and the old roster stays") {
    World world;
    const std::string bad = world.csv(8) + "a,b\r\n";
    const Reply strict = world.run("import-roster", {"strict"}, bad);
    CHECK(strict.exit == 2);
    CHECK(strict.err.find("line 10: 2 cells") != std::string::npos);
    CHECK(strict.err.find("not changed") != std::string::npos);
    CHECK(world.rows() == -1);
    const Reply lax = world.run("import-roster", {}, bad);
    CHECK(lax.exit == 2);
    CHECK(lax.err.find("line 10: 2 cells") != std::string::npos);
    CHECK(lax.out == "8 rows imported, 1 left out\n");
    CHECK(world.rows() == 8);
}

TEST_CASE("fewer than half of the present rows are refused unless that is meant") {
    World world;
    REQUIRE(world.run("import-roster", {}, world.csv(10)).exit == 0);
    const Reply shrunk = world.run("import-roster", {}, world.csv(4));
    CHECK(shrunk.exit == 2);
    CHECK(shrunk.err.find("4 rows can be used, fewer than half of the 10 present") != std::string::npos);
    CHECK(world.rows() == 10);
    CHECK(world.run("import-roster", {}, world.csv(0)).exit == 2);
    CHECK(world.rows() == 10);
    CHECK(world.run("import-roster", {"allow-shrink"}, world.csv(4)).exit == 0);
    CHECK(world.rows() == 4);
    CHECK(world.run("import-roster", {}, world.csv(2)).exit == 0); // just half
}

TEST_CASE("a file of which no row can be used changes nothing, whatever is allowed") {
    World world;
    REQUIRE(world.run("import-roster", {}, world.csv(3)).exit == 0);
    CHECK(world.run("import-roster", {"allow-shrink"}, world.csv(0) + "a,b\r\n").exit == 2);
    CHECK(world.run("import-roster", {"allow-shrink"}, "not,a,roster\n").exit == 2);
    CHECK(world.run("import-roster", {"allow-shrink"}, "").exit == 2);
    CHECK(world.rows() == 3);
}

TEST_CASE("status tells numbers and no people, in words and in JSON") {
    World world;
    CHECK(world.run("status").out.find("roster: none yet") != std::string::npos);
    REQUIRE(world.run("import-roster", {}, world.csv(10)).exit == 0);
    const Reply words = world.run("status");
    CHECK(words.exit == 0);
    CHECK(words.out.find("roster: 10 rows, imported 2026-03-06T15:00:00Z") != std::string::npos);
    CHECK(words.out.find("Testriver") == std::string::npos);
    const auto json = nlohmann::json::parse(world.run("status", {"json"}).out);
    CHECK(json["kiosk"] == "k1");
    CHECK(json["roster"]["rows"] == 10);
    CHECK(json["waiting"]["count"] == 0);
    CHECK(json["running"] == false);
}

TEST_CASE("seal answers how many batches it made") {
    World world;
    const Reply reply = world.run("seal");
    CHECK(reply.exit == 0);
    CHECK(reply.out.find("sealed") != std::string::npos);
}

TEST_CASE("the running kiosk will not stand still for the audit log, and knows no other commands") {
    World world;
    const CommandContext context{*world.store, *world.sealer, world.settings, world.clock, true, *world.health};
    CHECK(run_command_of_running_kiosk({"audit-verify", {}, {}}, context).exit == 75);
    CHECK(run_command_of_running_kiosk({"status", {}, {}}, context).out.find(", running") != std::string::npos);
    CHECK(run_command_of_running_kiosk({"format-disk", {}, {}}, context).exit == 64);
}

TEST_CASE("unlock lifts what wrong codes have closed, in the store and in the guard that is open") {
    World world;
    const auto staff = StaffAccounts::open(*world.store, world.keys->vault, world.clock).release_value();
    CodeGuard guard = CodeGuard::open(*world.store, world.clock).release_value();
    for (int i = 0; i < CodeGuard::misses_before_rest; ++i) REQUIRE(!guard.count(true).is_error());
    REQUIRE(guard.is_resting());
    const CommandContext context{*world.store, *world.sealer, world.settings, world.clock, true, staff.get(), &guard};
    SUBCASE("all") { CHECK(run_command_of_running_kiosk({"unlock", {}, {}}, context).exit == 0); }
    SUBCASE("visitors") { CHECK(run_command_of_running_kiosk({"unlock", {"visitors"}, {}}, context).exit == 0); }
    CHECK_FALSE(guard.is_resting());
    CHECK(guard.wait_left() == std::chrono::milliseconds(0));
    CHECK(world.store->lockout().value().misses == 0);
}
