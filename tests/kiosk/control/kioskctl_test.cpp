// The program as an operator meets it: what it prints, how it ends, and what is left when it is killed.
#include "base/clock.hpp"
#include "crypto/start.hpp"
#include "kiosk/control/commands.hpp"
#include "kiosk/control/control_server.hpp"
#include "kiosk/demo/demo_roster.hpp"
#include "kiosk/state/open_store.hpp"
#include "tests/support/shell.hpp"
#include "tests/support/temp_folder.hpp"

#include <condition_variable>
#include <doctest/doctest.h>
#include <mutex>
#include <thread>

using namespace kiosk;

namespace {

std::string program() {
    const char* folder = std::getenv("KIOSK_BIN");
    return folder == nullptr ? "build/release/bin/kioskctl" : std::string(folder) + "/kioskctl";
}

struct World {
    support::RunResult kioskctl(std::vector<std::string> words, std::string_view input = {}) const {
        std::vector<std::string> command{program(), "--state", folder.root.string()};
        command.insert(command.end(), words.begin(), words.end());
        return support::run(command, input);
    }
    void init() const { REQUIRE(kioskctl({"init", "--kiosk", "k1", "--site", "willow", "--demo"}).exit_code == 0); }
    [[nodiscard]] std::string status() const { return kioskctl({"status"}).out; }

    support::TempFolder temp;
    StateFolder folder{temp.path() / "state"};
};

bool is_one_line(const std::string& text) { return text.size() > 1 && text.find('\n') == text.size() - 1; }

// A large roster of many visits of few people; every row right.
std::string large_roster(int rows) {
    const std::string demo = demo_roster_csv(base::SystemClock().now(), "willow");
    const std::size_t first = demo.find("\r\n") + 2;
    const std::string row = demo.substr(first, demo.find("\r\n", first) + 2 - first);
    std::string csv = demo.substr(0, first);
    for (int n = 0; n < rows; ++n) csv += "v" + std::to_string(n) + row.substr(row.find(','));
    return csv;
}

} // namespace

TEST_CASE("a demo kiosk is made with one command and prints its codes") {
    const World world;
    const auto made = world.kioskctl({"init", "--kiosk", "k1", "--site", "willow", "--demo"});
    CHECK(made.exit_code == 0);
    CHECK(made.err.empty());
    for (const DemoCode& code : demo_codes()) CHECK(made.out.find(code.letter) != std::string::npos);
    CHECK(world.status().find("roster: 10 rows") != std::string::npos);
    const auto again = world.kioskctl({"init", "--kiosk", "k1", "--site", "willow", "--demo"});
    CHECK(again.exit_code != 0);
    CHECK(is_one_line(again.err));
}

TEST_CASE("every command has --help and tells what was wrong in one line") {
    const World world;
    for (const auto& command : std::vector<std::vector<std::string>>{{"--help"},
                                                                     {"init", "--help"},
                                                                     {"import-roster", "--help"},
                                                                     {"seal", "--help"},
                                                                     {"status", "--help"},
                                                                     {"audit", "verify", "--help"}}) {
        const auto help = world.kioskctl(command);
        CHECK(help.exit_code == 0);
        CHECK(help.out.find("Usage:") != std::string::npos);
    }
    world.init();
    for (const auto& command :
         std::vector<std::vector<std::string>>{{},
                                               {"unknown"},
                                               {"init"},
                                               {"init", "--kiosk", "K 1", "--site", "s", "--demo"},
                                               {"init", "--kiosk", "k", "--site", "s", "--time-zone", "EST", "--demo"},
                                               {"import-roster"},
                                               {"import-roster", "/nowhere/roster.csv"},
                                               {"import-roster", "/tmp"},
                                               {"status", "--xml"},
                                               {"audit"}}) {
        const auto failed = world.kioskctl(command);
        CAPTURE(failed.err);
        CHECK(failed.exit_code != 0);
        CHECK(failed.out.empty());
        CHECK(is_one_line(failed.err));
    }
    const World empty;
    for (const auto& command : std::vector<std::vector<std::string>>{{"status"}, {"seal"}, {"audit", "verify"}}) {
        const auto failed = empty.kioskctl(command);
        CHECK(failed.exit_code == 1);
        CHECK(is_one_line(failed.err));
    }
    CHECK_FALSE(std::filesystem::exists(empty.folder.root));
}

TEST_CASE("init without an agency makes no kiosk that is not a demo") {
    const World world;
    const auto made = world.kioskctl({"init", "--kiosk", "k1", "--site", "willow"});
    CHECK(made.exit_code != 0);
    CHECK(made.err.find("--agency") != std::string::npos);
    CHECK_FALSE(std::filesystem::exists(world.folder.root));
}

TEST_CASE("a roster is read from a file or from stdin, and errors name the file") {
    const World world;
    world.init();
    const std::string csv = demo_roster_csv(base::SystemClock().now(), "willow");
    const base::Path file = world.temp.path() / "roster.csv";
    support::write_file(file, csv + "x,y\n");
    const auto from_file = world.kioskctl({"import-roster", file.string()});
    CHECK(from_file.exit_code == 2);
    CHECK(from_file.out == "10 rows imported, 1 left out\n");
    CHECK(from_file.err == file.string() + ": line 12: 2 cells, but the header has 28 columns\n");
    const auto from_stdin = world.kioskctl({"import-roster", "-"}, csv);
    CHECK(from_stdin.exit_code == 0);
    const auto strict = world.kioskctl({"import-roster", "-", "--strict"}, csv + "x,y\n");
    CHECK(strict.exit_code == 2);
    CHECK(strict.err.find("stdin: line 12") == 0);
    CHECK(world.kioskctl({"audit", "verify"}).exit_code == 0);
}

TEST_CASE("while the kiosk runs, kioskctl asks it; what it will not do then ends with 75") {
    const World world;
    world.init();
    REQUIRE(!crypto::start().is_error());
    base::DiskFiles files;
    const base::SystemClock clock;
    base::SystemRandom random;
    const Settings settings = read_settings(files, world.folder.settings()).value();
    const KioskKeys keys = load_keys(files, world.folder).release_value();
    const auto store = open_store(world.folder, keys.vault, clock, random).release_value();
    HealthReader health(*store, files, world.folder, clock);
    Sealer sealer(*store, files, world.folder.outbox(), {"k1", "willow", keys.roster.recipient().text()}, keys.signing,
                  load_agency_recipients(files, world.folder).release_value(), clock, random);

    // No socket yet: the database is taken all the same.
    const auto locked = world.kioskctl({"seal"});
    CHECK(locked.exit_code == 75);
    CHECK(locked.err == "the kiosk is running\n");
    CHECK(world.kioskctl({"status"}).exit_code == 0);

    std::mutex mutex;
    std::condition_variable awake;
    bool is_asked = false;
    const auto server =
        ControlServer::open(
            world.folder.control_socket(),
            [&](const Request& request) {
                return run_command_of_running_kiosk(request, {*store, sealer, settings, clock, true, health});
            },
            [&] {
                const std::lock_guard lock(mutex);
                is_asked = true;
                awake.notify_one();
            })
            .release_value();
    const auto asked = [&](const std::vector<std::string>& command, std::string_view input = {}) {
        support::RunResult result{};
        bool has_ended = false;
        std::thread client([&] {
            result = world.kioskctl(command, input);
            const std::lock_guard lock(mutex);
            has_ended = true;
            awake.notify_one();
        });
        std::unique_lock lock(mutex);
        while (!has_ended) {
            awake.wait(lock, [&] { return has_ended || is_asked; });
            is_asked = false;
            lock.unlock();
            server->serve_pending();
            lock.lock();
        }
        lock.unlock();
        client.join();
        return result;
    };
    CHECK(asked({"status"}).out.find(", running") != std::string::npos);
    CHECK(asked({"seal"}).exit_code == 0);
    CHECK(asked({"import-roster", "-"}, demo_roster_csv(clock.now(), "willow")).exit_code == 0);
    CHECK(store->roster_version().value()->rows == 10);
    const auto carried = asked({"export", world.temp.path().string()});
    CHECK(carried.exit_code == 75);
    CHECK(carried.err == "the kiosk is running\n");
}

TEST_CASE("an import killed at any time leaves the old roster or the new one, never a part" *
          doctest::test_suite("full")) {
    const World world;
    world.init();
    constexpr int rows = 4000;
    const base::Path file = world.temp.path() / "large.csv";
    support::write_file(file, large_roster(rows));
    const std::string old_roster = "roster: 10 rows";
    const std::string new_roster = "roster: " + std::to_string(rows) + " rows";
    int killed = 0;
    // Each time the program lives a little longer, until it gets to its end.
    for (int wait_ms = 2;; wait_ms += 1 + wait_ms / 6) {
        const auto run = support::run({"timeout", "--signal=KILL", std::to_string(wait_ms / 1000.0), program(),
                                       "--state", world.folder.root.string(), "import-roster", file.string()});
        const std::string status = world.status();
        const bool is_new = status.find(new_roster) != std::string::npos;
        REQUIRE((is_new || status.find(old_roster) != std::string::npos));
        REQUIRE(world.kioskctl({"audit", "verify"}).exit_code == 0);
        if (run.exit_code == 0) {
            CHECK(is_new);
            break;
        }
        ++killed;
        if (is_new) break;
        REQUIRE(wait_ms < 60'000);
    }
    CHECK(killed >= 5);
}
