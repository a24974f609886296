#include "ui/keyboard_layout.hpp"

#include "base/result.hpp"
#include "ui/code_points.hpp"
#include "ui/keyboard_letters.hpp"

#include <algorithm>
#include <unicode/locid.h>
#include <unicode/unistr.h>

namespace ui {

namespace {

std::vector<std::string_view> split(std::string_view text, char at) {
    std::vector<std::string_view> parts;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(at), text.size());
        parts.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return parts;
}

// Adds the variants that a table gives for the letter, each once.
void add_variants(KeyboardLetter& letter, std::string_view table) {
    for (const std::string_view entry : split(table, '|')) {
        const std::size_t space = entry.find(' ');
        if (entry.substr(0, space) != letter.text) continue;
        for (const char32_t point : code_points(entry.substr(space + 1))) {
            std::string variant;
            append_utf8(variant, point);
            const bool is_known =
                std::find(letter.variants.begin(), letter.variants.end(), variant) != letter.variants.end();
            if (!is_known) letter.variants.push_back(std::move(variant));
        }
    }
}

std::vector<KeyboardRow> rows_of(std::string_view text, std::initializer_list<std::string_view> variants) {
    std::vector<KeyboardRow> rows;
    for (const std::string_view row : split(text, '|')) {
        KeyboardRow& keys = rows.emplace_back();
        for (const std::string_view key : split(row, ' ')) {
            KeyboardLetter letter{std::string(key), {}};
            for (const std::string_view table : variants) add_variants(letter, table);
            keys.push_back(std::move(letter));
        }
    }
    return rows;
}

std::string_view primary_part(std::string_view language) { return language.substr(0, language.find('-')); }

bool is_latin(const LanguageKeys& keys) { return find_latin_keys(keys.language).has_value(); }

LanguageKeys keys_of(std::string_view language) {
    // "ar-XB" is English that runs from right to left.
    const std::string_view code = language == "ar-XB" ? "en" : primary_part(language);
    if (const auto keys = find_latin_keys(code)) return *keys;
    if (const auto keys = find_other_keys(code)) return *keys;
    return *find_latin_keys("en");
}

KeyboardLayout bare(std::string_view rows) {
    KeyboardLayout layout;
    layout.letters = rows_of(rows, {});
    layout.has_capitals = false;
    return layout;
}

} // namespace

KeyboardLayout keyboard_for(std::string_view language) {
    const LanguageKeys keys = keys_of(language);
    KeyboardLayout layout;
    layout.letters =
        rows_of(keys.rows, {keys.variants, is_latin(keys) ? common_latin_variants() : "", sign_variants()});
    std::string signs = "1 2 3 4 5 6 7 8 9 0|- / : ( ) $ & @ \" '|. ! # % + = _ ";
    signs.append(keys.comma).append(" ").append(keys.question).append(" ").append(keys.semicolon);
    layout.signs = rows_of(signs, {sign_variants()});
    layout.letters_label = keys.letters_label;
    layout.variants_label = keys.variants_label;
    layout.has_capitals = capital_of(layout.letters[0][0].text, language) != layout.letters[0][0].text;
    return layout;
}

KeyboardLayout email_keyboard_for(std::string_view language) {
    const LanguageKeys own = keys_of(language);
    const std::string_view rows = own.language == "fr"   ? "a z e r t y u i o p|q s d f g h j k l m|w x c v b n . @"
                                  : own.language == "sq" ? "q w e r t z u i o p|a s d f g h j k l|y x c v b n m . @"
                                                         : "q w e r t y u i o p|a s d f g h j k l|z x c v b n m . @";
    return bare("1 2 3 4 5 6 7 8 9 0|" + std::string(rows));
}

KeyboardLayout digit_keyboard() { return bare("1 2 3|4 5 6|7 8 9"); }
KeyboardLayout phone_keyboard() { return bare("1 2 3|4 5 6|7 8 9"); }

std::string capital_of(const std::string& letter, std::string_view language) {
    const icu::Locale locale(std::string(primary_part(language)).c_str());
    std::string capital;
    // German's sharp s would become two letters.
    icu::UnicodeString wide = icu::UnicodeString::fromUTF8(letter);
    if (wide.toUpper(locale).countChar32() > 1) return letter;
    wide.toUTF8String(capital);
    return capital;
}

} // namespace ui
