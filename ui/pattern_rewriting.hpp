// Changes ICU message patterns without touching their syntax: pseudo-locales, which show what is not translated, does
// not fit or does not mirror, and isolates around each fill. Any thread.
#pragma once

#include <optional>
#include <unicode/unistr.h>

namespace ui {

// All give nothing where the pattern is not a valid ICU message pattern.

// "Finish" → "[Ƒîñîšĥ one]": accented, 40 % longer, in brackets.
[[nodiscard]] std::optional<icu::UnicodeString> accented(const icu::UnicodeString& pattern);
// Each word in a right-to-left override, as Android's ar-XB does.
[[nodiscard]] std::optional<icu::UnicodeString> reversed(const icu::UnicodeString& pattern);
// FSI … PDI around each {place}, also inside plurals, and LRI … PDI around numbers of several parts, like 2-1-1.
[[nodiscard]] std::optional<icu::UnicodeString> isolated(const icu::UnicodeString& pattern);

} // namespace ui
