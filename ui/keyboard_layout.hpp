// Which letters the on-screen keyboard offers in each language, row by row as keyboards of that language have them, and
// which variants each letter has. Knows no sizes; see keyboard_plan.hpp for where the keys go. Pure; any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ui {

struct KeyboardLetter {
    std::string text;                  // what it types, UTF-8
    std::vector<std::string> variants; // offered when it is held, or after the key for variants
};
using KeyboardRow = std::vector<KeyboardLetter>;

struct KeyboardLayout {
    std::vector<KeyboardRow> letters;
    std::vector<KeyboardRow> signs; // digits and signs
    std::string letters_label;      // on the key that leads from the signs back to the letters: "ABC"
    std::string variants_label;     // on the key for variants: "áà"
    bool has_capitals = true;
};

// `language` is BCP 47 ("pt-BR" is read as "pt"); a language that is not offered gets the English keys.
// Chinese gets Latin letters with the tones of pinyin: nothing turns them into Han characters, so what is typed stays
// pinyin. A real input method is a program of its own.
[[nodiscard]] KeyboardLayout keyboard_for(std::string_view language);
// Latin letters for an email address, on the keys that this language's people know.
[[nodiscard]] KeyboardLayout email_keyboard_for(std::string_view language);
[[nodiscard]] KeyboardLayout digit_keyboard();
[[nodiscard]] KeyboardLayout phone_keyboard();

// "é" → "É", as this language writes it; itself where there is no capital.
[[nodiscard]] std::string capital_of(const std::string& letter, std::string_view language);

} // namespace ui
