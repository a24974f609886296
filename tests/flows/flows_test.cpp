// Every written visit of this folder runs against the real programs, twice: it must go through, and its pictures must
// be the same to the byte.
#include "base/clock.hpp"
#include "kiosk/demo/demo_roster.hpp"
#include "tests/support/shell.hpp"
#include "tests/support/temp_folder.hpp"

#include <cstdlib>
#include <doctest/doctest.h>

namespace {

using std::filesystem::path;

// 2026-10-13T16:05-04:00, when every flow begins.
constexpr base::UtcTime now{std::chrono::sys_days(std::chrono::year(2026) / 10 / 13) + std::chrono::hours(20) +
                            std::chrono::minutes(5)};
constexpr const char* now_text = "2026-10-13T16:05-04:00";

path program(const char* name) { return path(std::getenv("KIOSK_BIN")) / name; }

// A demo kiosk whose roster stands around the time at which the flows begin.
void make_kiosk(const path& state) {
    const auto made = support::run(
        {program("kioskctl"), "--state", state, "init", "--demo", "--kiosk", "flow-lobby", "--site", "flow-office"});
    REQUIRE_MESSAGE(made.exit_code == 0, made.err);
    const auto roster = kiosk::demo_roster_csv(now, "flow-office");
    const auto imported = support::run({program("kioskctl"), "--state", state, "import-roster", "-"}, roster);
    REQUIRE_MESSAGE(imported.exit_code == 0, imported.err);
}

void run_tour(const path& script, const path& folder) {
    make_kiosk(folder / "state");
    const auto toured = support::run(
        {program("kiosk-tour"), script, "--state", folder / "state", "--shots", folder / "shots", "--now", now_text});
    REQUIRE_MESSAGE(toured.exit_code == 0, script.filename().string() << ": " << toured.err);
}

} // namespace

TEST_SUITE_BEGIN("full");

TEST_CASE("every written visit goes through, with the same pictures on every run") {
    int flows = 0;
    for (const auto& file : std::filesystem::directory_iterator(path(std::getenv("KIOSK_SOURCE")) / "tests/flows")) {
        if (file.path().extension() != ".tour") continue;
        ++flows;
        CAPTURE(file.path().filename().string());
        const support::TempFolder first;
        const support::TempFolder second;
        run_tour(file.path(), first.path());
        run_tour(file.path(), second.path());
        std::error_code none;
        for (const auto& shot : std::filesystem::directory_iterator(first.path() / "shots", none)) {
            const auto name = shot.path().filename();
            CHECK_MESSAGE(support::read_file(shot.path()) == support::read_file(second.path() / "shots" / name),
                          name.string());
        }
    }
    CHECK(flows >= 7);
}

TEST_SUITE_END();
