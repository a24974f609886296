// A demo kiosk for written visits: its roster stands around the moment at which every visit of this folder begins.
#pragma once

#include "base/clock.hpp"
#include "kiosk/demo/demo_roster.hpp"
#include "tests/support/shell.hpp"

#include <cstdlib>
#include <doctest/doctest.h>

namespace flows {

using std::filesystem::path;

// 2026-10-13T16:05-04:00
constexpr base::UtcTime now{std::chrono::sys_days(std::chrono::year(2026) / 10 / 13) + std::chrono::hours(20) +
                            std::chrono::minutes(5)};
constexpr const char* now_text = "2026-10-13T16:05-04:00";

// The programs with sanitizers, or those that are shipped: they do the same, in a fraction of the time.
enum class Build { checked, shipped };

inline path program(const char* name, Build build = Build::checked) {
    const char* folder = std::getenv(build == Build::shipped ? "KIOSK_RELEASE_BIN" : "KIOSK_BIN");
    REQUIRE_MESSAGE(folder != nullptr, "KIOSK_BIN and KIOSK_RELEASE_BIN name the folders of the programs");
    return path(folder) / name;
}

inline void run_well(const std::vector<std::string>& command, std::string_view input = {}) {
    const auto done = support::run(command, input);
    REQUIRE_MESSAGE(done.exit_code == 0, command.front(), ": ", done.err);
}

// `agency`: its public folder, or empty for a demo agency of the kiosk's own.
inline void make_kiosk(const path& state, const path& agency = {}, Build build = Build::checked) {
    const auto kioskctl = program("kioskctl", build);
    std::vector<std::string> init{kioskctl,  "--state",    state,    "init",       "--demo",
                                  "--kiosk", "flow-lobby", "--site", "flow-office"};
    if (!agency.empty()) init.insert(init.end(), {"--agency", agency});
    run_well(init);
    const auto roster = kiosk::demo_roster_csv(now, "flow-office");
    run_well({kioskctl, "--state", state, "import-roster", "-"}, roster);
}

inline void run_tour(const path& script, const path& state, const path& shots,
                     const std::vector<std::string>& options = {}, Build build = Build::checked) {
    std::vector<std::string> command{
        program("kiosk-tour", build), script, "--state", state, "--shots", shots, "--now", now_text};
    command.insert(command.end(), options.begin(), options.end());
    const auto toured = support::run(command);
    REQUIRE_MESSAGE(toured.exit_code == 0, script.filename().string(), ": ", toured.err);
}

} // namespace flows
