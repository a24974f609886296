// What stands in a folder that others write to: a stick, the inbox. Follows no link, so that none leads into the
// kiosk's own folders. Any thread.
#pragma once

#include "base/files.hpp"

namespace kiosk {

enum class Standing { nothing, file, folder, other }; // other: a link, a pipe, a device …

[[nodiscard]] Standing standing_at(const base::Path& path);
// The folder `relative` below `root`, part by part: the first that is not a folder tells.
[[nodiscard]] Standing folder_at(const base::Path& root, const base::Path& relative);

} // namespace kiosk
