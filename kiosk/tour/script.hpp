// A written visit: one step a line, naming things by what a person sees. Kept in wiped memory, since it holds what
// people type. Any thread.
#pragma once

#include "base/files.hpp"

#include <chrono>

namespace kiosk {

enum class StepKind {
    tap,     // touch the only button with this name
    type,    // on a keyboard or keypad, one key at a time
    key,     // by name, as kiosk/tour/tour has them; a number after it says how often
    scan,    // as a barcode scanner does
    wait,    // moves the clock: 500ms, 30s, 2m, 1h
    expect,  // the page shows this, within 3 s of the clock
    absent,  // the page does not show this
    shot,    // a picture: NAME.png
    window,  // what follows is done and seen there: kiosk (at first), board or calls
    hear,    // what was said since the last touch or key holds this
    say_log, // all that was said so far: NAME.txt
    remains, // searches the memory of this process for the words of a file, one a line; any hit fails the tour
    end,     // the process is ended at once, as a power cut would
};

struct Step {
    StepKind kind{};
    int line = 0;
    base::Secret text;
    std::chrono::milliseconds time{0};
    int times = 1; // of a key
};

// Blank lines and lines that begin with # say nothing. An error names the line and what is allowed there.
[[nodiscard]] base::Result<std::vector<Step>> read_script(base::Secret text);

} // namespace kiosk
