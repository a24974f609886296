#include "ui/caret.hpp"

#include "base/result.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace ui {

CaretStop nearest_stop(std::span<const CaretStop> stops, float x, int line) {
    base::invariant(!stops.empty(), "a text has a place for the caret, empty or not");
    return *std::ranges::min_element(
        stops, {}, [&](const CaretStop& stop) { return std::pair(std::abs(stop.line - line), std::abs(stop.x - x)); });
}

} // namespace ui
