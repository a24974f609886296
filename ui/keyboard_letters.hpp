// The tables behind keyboard_layout: each language's keys as text. Rows are separated by `|`, keys by a space. Variants
// are written "a àâ": the letter, then one code point each. Pure.
#pragma once

#include <optional>
#include <string_view>

namespace ui {

struct LanguageKeys {
    std::string_view language;
    std::string_view rows;
    std::string_view variants; // this language's own; the common ones of its script come after them
    std::string_view letters_label;
    std::string_view variants_label;
    std::string_view comma = ",";
    std::string_view question = "?";
    std::string_view semicolon = ";";
};

[[nodiscard]] std::optional<LanguageKeys> find_latin_keys(std::string_view language);
[[nodiscard]] std::optional<LanguageKeys> find_other_keys(std::string_view language); // of other scripts
[[nodiscard]] std::string_view common_latin_variants();
[[nodiscard]] std::string_view sign_variants();

} // namespace ui
