// The command line of kiosk-tour. Main thread.
#pragma once

#include "base/clock.hpp"
#include "base/files.hpp"
#include "kiosk/app/comfort.hpp"
#include "ui/geometry.hpp"
#include "ui/speaker.hpp"

#include <variant>

namespace kiosk {

struct TourOptions {
    base::Path script;
    base::Path state = "/var/lib/family-kiosk";
    base::Path shots = ".";
    ui::Panel panel;
    base::UtcTime now; // the machine's time unless given
    std::string language;
    Comfort comfort;
    ui::Headphones headphones = ui::Headphones::out;
    base::Path prints;   // a printer that keeps each sheet there as 1.pdf, 2.pdf …; empty: there is no printer
    std::string printer; // a real one instead: a queue of CUPS
    bool is_listened_to = false; // all pages are walked by keys, and all that is seen has to be said
    std::uint64_t seed = 1;      // of the tickets, so that pictures do not change
};

// The options, or the exit code after --help (0) or a clear line on stderr (64).
[[nodiscard]] std::variant<TourOptions, int> parse_tour_options(int count, char** arguments);

// A script file, into wiped memory without a copy on the way.
[[nodiscard]] base::Result<base::Secret> read_script_file(const base::Path& path);

} // namespace kiosk
