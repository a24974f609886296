#include "ui/caret.hpp"

#include "base/result.hpp"

#include <algorithm>
#include <cmath>

namespace ui {

CaretStop nearest_stop(std::span<const CaretStop> stops, float x) {
    base::invariant(!stops.empty(), "a line has a place for the caret, empty or not");
    return *std::ranges::min_element(stops, {}, [&](const CaretStop& stop) { return std::abs(stop.x - x); });
}

} // namespace ui
