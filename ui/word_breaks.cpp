#include "ui/word_breaks.hpp"

#include "base/result.hpp"

#include <memory>
#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>

namespace ui {

namespace {

struct CloseText {
    void operator()(UText* text) const { utext_close(text); }
};

bool needs_dictionary(UChar32 letter) {
    return letter > 0 && u_getIntPropertyValue(letter, UCHAR_LINE_BREAK) == U_LB_COMPLEX_CONTEXT;
}

bool has_unspaced_words(UText* text) {
    for (UChar32 letter = utext_next32From(text, 0); letter != U_SENTINEL; letter = utext_next32(text)) {
        if (needs_dictionary(letter)) return true;
    }
    return false;
}

} // namespace

std::vector<std::size_t> unwritten_word_breaks(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UText, CloseText> opened(
        utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &status));
    base::invariant(U_SUCCESS(status) != 0, "ICU reads every text");
    if (!has_unspaced_words(opened.get())) return {};
    const std::unique_ptr<icu::BreakIterator> lines(
        icu::BreakIterator::createLineInstance(icu::Locale::getRoot(), status));
    base::invariant(U_SUCCESS(status) != 0, "ICU finds line breaks in every text");
    lines->setText(opened.get(), status);
    base::invariant(U_SUCCESS(status) != 0, "ICU finds line breaks in every text");
    std::vector<std::size_t> breaks;
    for (auto at = lines->next(); at != icu::BreakIterator::DONE; at = lines->next()) {
        utext_setNativeIndex(opened.get(), at);
        if (!needs_dictionary(utext_current32(opened.get()))) continue;
        if (needs_dictionary(utext_previous32(opened.get()))) breaks.push_back(static_cast<std::size_t>(at));
    }
    return breaks;
}

} // namespace ui
