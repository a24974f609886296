// What another clock said: the courier notes what a server that it spoke to takes the time to be, in its own folder, and
// the kiosk, which meets no server, shows it to staff. A word and no proof: nothing is set by it. Any thread.
#pragma once

#include "base/clock.hpp"
#include "base/files.hpp"

#include <optional>

namespace kiosk {

struct ClockOffset {
    std::chrono::milliseconds behind{0}; // positive: our clock is behind theirs; right to a second or two
    base::UtcTime at;                    // by our clock
    bool operator==(const ClockOffset&) const = default;
};

// Nothing if nobody was asked yet, or the file is not in its form.
[[nodiscard]] std::optional<ClockOffset> find_clock_offset(base::Files& files, const base::Path& folder);
// In courier/clock.json; written only if it tells something new: another second, or an hour later.
[[nodiscard]] base::Result<void> note_clock_offset(base::Files& files, const base::Path& folder,
                                                   const ClockOffset& offset);

} // namespace kiosk
