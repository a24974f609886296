// Where the characters of a text begin, as the eye counts them, and in which order a line shows them. By ICU; pure.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ui {

// Bytes at which a character begins, and the end of the text: "e" + accent is one character. UTF-8.
[[nodiscard]] std::vector<std::size_t> character_borders(std::string_view utf8);

struct SeenCharacter {
    std::size_t place = 0; // in the text: which character it is
    bool is_right_to_left = false;
};
// The characters from left to right, as one line of that direction shows them. `borders` as above.
[[nodiscard]] std::vector<SeenCharacter> seen_order(std::string_view utf8, const std::vector<std::size_t>& borders,
                                                    bool is_right_to_left);

// The code points of UTF-8; U+FFFD for what is none.
[[nodiscard]] std::vector<char32_t> code_points(std::string_view utf8);
void append_utf8(std::string& text, char32_t code_point);

} // namespace ui
