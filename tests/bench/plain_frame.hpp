// The home page, drawn by Dear ImGui alone in the same window and renderer. Main thread, with no Surface open.
#pragma once

#include "base/result.hpp"

#include <vector>

namespace bench {

// CPU milliseconds of each frame: page, Dear ImGui and the renderer together.
[[nodiscard]] base::Result<std::vector<double>> plain_frames(int count);

} // namespace bench
