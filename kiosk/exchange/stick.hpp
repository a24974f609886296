// Which sticks are plugged in: what is mounted where the system mounts what people bring, or on a drive that can be
// taken out. Mounts nothing itself. Any thread.
#pragma once

#include "base/files.hpp"

#include <functional>
#include <string_view>
#include <vector>

namespace kiosk {

// The root folder of each stick, sorted. May be called on any thread.
using StickFinder = std::function<std::vector<base::Path>()>;

// `mountinfo` as in proc(5); `is_removable` is asked with a device's number, "8:17".
[[nodiscard]] std::vector<base::Path> sticks_in(std::string_view mountinfo,
                                                const std::function<bool(std::string_view)>& is_removable);
// Those of this machine.
[[nodiscard]] std::vector<base::Path> find_sticks();
// For a demo kiosk: the one folder, while it is there.
[[nodiscard]] StickFinder stick_at(const base::Path& folder);

} // namespace kiosk
