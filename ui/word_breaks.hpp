// Where lines may break between words that are written without spaces: Khmer, Burmese, Thai, Lao. Pango knows only Thai
// of them. Any thread.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace ui {

// Byte offsets in UTF-8 text, by ICU's dictionaries; none where spaces tell enough.
[[nodiscard]] std::vector<std::size_t> unwritten_word_breaks(std::string_view text);

} // namespace ui
