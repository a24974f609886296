#include "ui/graphemes.hpp"

#include "base/result.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utext.h>

namespace ui {

namespace {

struct CloseText {
    void operator()(UText* text) const { utext_close(text); }
};

constexpr UChar32 joiner = 0x200D;

UScriptCode script_of(UChar32 letter) {
    UErrorCode status = U_ZERO_ERROR;
    return uscript_getScript(letter, &status);
}

bool joins_what_follows(UChar32 letter) {
    const auto kind = u_getIntPropertyValue(letter, UCHAR_INDIC_SYLLABIC_CATEGORY);
    if (kind == U_INSC_INVISIBLE_STACKER) return true;
    if (kind != U_INSC_VIRAMA) return false;
    // Elsewhere, as in Tamil, a virama is seen and joins nothing.
    constexpr std::array joining{USCRIPT_DEVANAGARI, USCRIPT_BENGALI, USCRIPT_GUJARATI,
                                 USCRIPT_MALAYALAM,  USCRIPT_ORIYA,   USCRIPT_TELUGU};
    return std::ranges::find(joining, script_of(letter)) != joining.end();
}

// Whether the border at `at` parts what a reader sees as one.
bool is_in_letter(UText* text, std::int64_t at) {
    utext_setNativeIndex(text, at);
    const UChar32 next = utext_current32(text);
    // UAX #29 leaves out some vowel signs of Burmese, whose lines would begin with them.
    if (u_charType(next) == U_COMBINING_SPACING_MARK) return true;
    UChar32 previous = utext_previous32(text);
    while (previous == joiner) previous = utext_previous32(text);
    return previous > 0 && joins_what_follows(previous) && u_isalpha(next) != 0 &&
           script_of(previous) == script_of(next);
}

} // namespace

std::vector<std::size_t> grapheme_borders(std::string_view text) {
    std::vector<std::size_t> borders{0};
    if (text.empty()) return borders;
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UText, CloseText> opened(
        utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &status));
    const std::unique_ptr<icu::BreakIterator> letters(
        icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status));
    base::invariant(U_SUCCESS(status) != 0, "ICU finds letters in every text");
    letters->setText(opened.get(), status);
    base::invariant(U_SUCCESS(status) != 0, "ICU finds letters in every text");
    for (auto at = letters->next(); at != icu::BreakIterator::DONE; at = letters->next()) {
        const auto border = static_cast<std::size_t>(at);
        if (border == text.size() || !is_in_letter(opened.get(), at)) borders.push_back(border);
    }
    return borders;
}

} // namespace ui
