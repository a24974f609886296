// In which order a line shows the letters of a text, where two directions may meet. By ICU; pure.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace ui {

struct SeenLetter {
    std::size_t place = 0; // in the text: which letter it is
    bool is_right_to_left = false;
};
// From left to right, as one line of that direction shows them. `borders`: as grapheme_borders tells them.
[[nodiscard]] std::vector<SeenLetter> seen_order(std::string_view utf8, const std::vector<std::size_t>& borders,
                                                 bool is_right_to_left);

} // namespace ui
