// UTC times as all records write them: "2026-10-13T20:30:00.000Z", always with milliseconds (RFC 3339). Any thread.
#pragma once

#include "base/clock.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace kiosk {

// For the years 0 to 9999.
[[nodiscard]] std::string utc_text(base::UtcTime time);
// Exactly that form and a day that exists; nothing else.
[[nodiscard]] std::optional<base::UtcTime> parse_utc_text(std::string_view text);

} // namespace kiosk
