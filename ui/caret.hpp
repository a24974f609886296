// Where a caret may stand in a text, and which of these places a finger means. Any thread.
#pragma once

#include <cstddef>
#include <span>

namespace ui {

// One edge of one letter. Where two directions meet, one place in the text has two places on the glass.
struct CaretStop {
    std::size_t at = 0;     // byte in the run's text: what is typed goes in here
    std::size_t letter = 0; // byte at which the letter begins whose edge this is
    bool is_behind = false; // the letter's end, in its own direction
    float x = 0;            // px from the left edge of the block that `measure` tells
    int line = 0;           // from the top
};

// Of the stops, never empty, the one nearest to `x` in the line, or in the line that is nearest to it.
[[nodiscard]] CaretStop nearest_stop(std::span<const CaretStop> stops, float x, int line = 0);

} // namespace ui
