// Whether people can write in their own language: every letter that ICU says it is written with has a key, or stands
// behind one.
#include "ui/keyboard_layout.hpp"

#include "ui/code_points.hpp"

#include <algorithm>
#include <doctest/doctest.h>
#include <memory>
#include <set>
#include <unicode/ulocdata.h>
#include <unicode/uniset.h>

namespace {

std::set<std::string> typable(const ui::KeyboardLayout& layout) {
    std::set<std::string> letters;
    for (const auto* rows : {&layout.letters, &layout.signs}) {
        for (const auto& row : *rows) {
            for (const auto& letter : row) {
                letters.insert(letter.text);
                letters.insert(letter.variants.begin(), letter.variants.end());
            }
        }
    }
    return letters;
}

// Code points of the language's main letters; digraphs are written with their parts.
std::set<std::string> letters_of(const char* language) {
    UErrorCode failed = U_ZERO_ERROR;
    struct Close {
        void operator()(ULocaleData* data) const { ulocdata_close(data); }
    };
    const std::unique_ptr<ULocaleData, Close> data(ulocdata_open(language, &failed));
    icu::UnicodeSet set;
    ulocdata_getExemplarSet(data.get(), set.toUSet(), 0, ULOCDATA_ES_STANDARD, &failed);
    REQUIRE(U_SUCCESS(failed));
    std::set<std::string> letters;
    for (std::int32_t i = 0; i < set.getRangeCount(); ++i) {
        for (UChar32 point = set.getRangeStart(i); point <= set.getRangeEnd(i); ++point) {
            std::string letter;
            ui::append_utf8(letter, static_cast<char32_t>(point));
            letters.insert(letter);
        }
    }
    return letters;
}

void check_that_all_are_typable(const std::string& language, const std::set<std::string>& letters) {
    const auto keys = typable(ui::keyboard_for(language));
    std::string missing;
    for (const auto& letter : letters) {
        if (!keys.contains(letter)) missing += letter + " ";
    }
    CAPTURE(language);
    CHECK(missing == "");
}

std::set<std::string> split(const std::string& text) {
    std::set<std::string> letters;
    for (const char32_t point : ui::code_points(text)) {
        std::string letter;
        ui::append_utf8(letter, point);
        if (letter != " ") letters.insert(letter);
    }
    return letters;
}

} // namespace

TEST_CASE("every letter of each language has a key or stands behind one") {
    for (const std::string language : {"en", "es", "pt", "pl", "ar", "fr", "it", "sq", "vi", "uk", "ps"}) {
        const auto letters = letters_of(language.c_str());
        CAPTURE(language);
        CHECK(letters.size() >= 26);
        check_that_all_are_typable(language, letters);
    }
    // ICU knows nothing of Haitian Creole.
    check_that_all_are_typable("ht", split("abcdefghijklmnopqrstuvwxyzàèò"));
    check_that_all_are_typable("ps", split("ښټڼۍېځڅډړږګ"));
    check_that_all_are_typable("uk", split("ґєії"));
}

TEST_CASE("Chinese can be written as pinyin, with its tones; Han characters cannot") {
    const auto keys = typable(ui::keyboard_for("zh"));
    for (const auto& letter : split("abcdefghijklmnopqrstuvwxyzüāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ"))
        CHECK(keys.contains(letter));
    CHECK_FALSE(keys.contains("中"));
}

TEST_CASE("people's names from elsewhere can be typed in every Latin language") {
    for (const std::string language : {"en", "es", "pt", "ht", "pl", "zh", "fr", "it", "sq", "vi"}) {
        check_that_all_are_typable(language, split("áéíóúñçüöäßşğıłžřőåøæ'-"));
    }
}

TEST_CASE("digits and signs are there in every language, none of them twice among its keys") {
    for (const std::string language :
         {"en", "es", "pt", "ht", "pl", "zh", "ar", "fr", "it", "sq", "vi", "uk", "ps", "en-XA", "ar-XB", "ko"}) {
        CAPTURE(language);
        const auto layout = ui::keyboard_for(language);
        check_that_all_are_typable(language, split("0123456789.,?!@-'\"/:()&+"));
        CHECK_FALSE(layout.letters_label.empty());
        CHECK_FALSE(layout.variants_label.empty());
        for (const auto* rows : {&layout.letters, &layout.signs}) {
            std::set<std::string> seen;
            for (const auto& row : *rows) {
                CHECK_FALSE(row.empty());
                for (const auto& letter : row) {
                    CAPTURE(letter.text);
                    CHECK(seen.insert(letter.text).second);
                    std::set<std::string> variants(letter.variants.begin(), letter.variants.end());
                    CHECK(variants.size() == letter.variants.size());
                    CHECK_FALSE(variants.contains(letter.text));
                }
            }
        }
    }
}

TEST_CASE("a region of a language has its keys, a language that is not offered the English ones") {
    CHECK(ui::keyboard_for("pt-BR").letters[1].back().text == "ç");
    CHECK(ui::keyboard_for("fr-CA").letters[0][0].text == "a");
    CHECK(ui::keyboard_for("ko").letters[0][0].text == "q");
    CHECK(ui::keyboard_for("ar-XB").letters[0][0].text == "q");
    CHECK(ui::email_keyboard_for("uk").letters[1][0].text == "q");
    CHECK(ui::email_keyboard_for("fr").letters[1][0].text == "a");
}

TEST_CASE("capitals are the language's own") {
    CHECK(ui::capital_of("é", "fr") == "É");
    CHECK(ui::capital_of("ї", "uk") == "Ї");
    CHECK(ui::capital_of("ß", "en") == "ß");
    CHECK(ui::capital_of("ش", "ar") == "ش");
    CHECK(ui::keyboard_for("uk").has_capitals);
    CHECK_FALSE(ui::keyboard_for("ps").has_capitals);
}
