// When a person may check in, and how far along the visit is (DESIGN section 5). Blames nobody: late is "under way".
// Pure; any thread.
#pragma once

#include "storage/roster.hpp"

namespace kiosk {

enum class Door {
    not_yet,      // before check-in opens
    before_start, // open, the visit has not begun
    under_way,    // open, the visit has begun: "You can still come in"
    over,         // the end has passed
    ask_desk,     // cancelled, moved or already held: a person has to help
};

[[nodiscard]] Door door_at(const storage::Visit& visit, base::UtcTime now);
[[nodiscard]] constexpr bool is_open(Door door) { return door == Door::before_start || door == Door::under_way; }

} // namespace kiosk
