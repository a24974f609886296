// Where a text may be cut: between whole letters as a reader sees them, never inside an emoji family, a letter with its
// marks, or consonants that a virama joins. Any thread.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace ui {

// Byte offsets in UTF-8 text, 0 and its size among them. Extended grapheme clusters of UAX #29, with its rule GB9c for
// conjuncts (newer than Debian 12's ICU), held for Khmer and Burmese stacks too.
[[nodiscard]] std::vector<std::size_t> grapheme_borders(std::string_view text);

} // namespace ui
