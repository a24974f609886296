// UTF-8 and the code points in it. By ICU; pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ui {

// U+FFFD for what is none.
[[nodiscard]] std::vector<char32_t> code_points(std::string_view utf8);
void append_utf8(std::string& text, char32_t code_point);

} // namespace ui
