// How every program of ours reads its command line and ends: --help on stdout and 0, one line on stderr and another
// status otherwise. Main thread.
#pragma once

#include "base/result.hpp"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <optional>

namespace kiosk {

constexpr int exit_done = 0;
constexpr int exit_failed = 1;
constexpr int exit_usage = 64; // EX_USAGE of sysexits.h

// The status to end with, or nothing if the program should go on.
inline std::optional<int> read_command_line(CLI::App& app, int argc, const char* const* argv) {
    try {
        app.parse(argc, argv);
        return std::nullopt;
    } catch (const CLI::Success& asked_for_help) {
        return app.exit(asked_for_help);
    } catch (const CLI::ParseError& error) {
        std::fprintf(stderr, "%s: %s; see --help\n", app.get_name().c_str(), error.what());
        return exit_usage;
    }
}

// The one line that says what was wrong.
inline int end_with(const CLI::App& app, const base::Error& error) {
    std::fprintf(stderr, "%s: %s\n", app.get_name().c_str(), error.message.c_str());
    return exit_failed;
}

} // namespace kiosk
