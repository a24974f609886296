// Watches a surface that nobody touches, in real time: what the promise "idle costs nothing" is measured with.
// Main thread; blocks for as long as it watches.
#pragma once

#include "ui/surface.hpp"

namespace ui {

struct IdleCost {
    std::uint64_t wake_ups = 0; // without the one that ends the watch
    std::uint64_t drawn = 0;
};
[[nodiscard]] IdleCost watch_idle(Surface& surface, const Build& build, std::chrono::milliseconds how_long);

} // namespace ui
