#include "tests/audits/sample_sentences.hpp"

#include "base/result.hpp"
#include "ui/words.hpp"

#include <algorithm>
#include <map>
#include <unicode/msgfmt.h>

namespace audits {

namespace {

// Half past four in the afternoon in New York, the 13th of October 2026.
constexpr UDate some_afternoon = 1791923400000.0;

std::map<icu::UnicodeString, icu::Formattable> fills_of(const icu::UnicodeString& text, int count) {
    UErrorCode status = U_ZERO_ERROR;
    UParseError where;
    const icu::MessagePattern pattern(text, &where, status);
    base::invariant(U_SUCCESS(status) != 0, "the lint has read every pattern");
    std::map<icu::UnicodeString, icu::Formattable> fills;
    for (int32_t i = 0; i + 1 < pattern.countParts(); ++i) {
        if (pattern.getPartType(i) != UMSGPAT_PART_TYPE_ARG_START) continue;
        const auto name = pattern.getSubstring(pattern.getPart(i + 1));
        const auto kind = pattern.getPart(i).getArgType();
        if (kind == UMSGPAT_ARG_TYPE_SIMPLE) { // every one of ours is a time or a date
            fills[name] = icu::Formattable(some_afternoon, icu::Formattable::kIsDate);
        } else if (kind == UMSGPAT_ARG_TYPE_PLURAL || kind == UMSGPAT_ARG_TYPE_SELECTORDINAL) {
            fills[name] = icu::Formattable(int32_t{count});
        } else {
            fills.emplace(name, icu::Formattable(u"Ana"));
        }
    }
    return fills;
}

} // namespace

std::vector<std::string> sample_sentences(const std::string& pattern, const std::string& language) {
    const auto text = icu::UnicodeString::fromUTF8(pattern);
    std::vector<std::string> sentences;
    for (const int count : {1, 5}) {
        std::vector<icu::UnicodeString> names;
        std::vector<icu::Formattable> values;
        for (const auto& [name, value] : fills_of(text, count)) {
            names.push_back(name);
            values.push_back(value);
        }
        UErrorCode status = U_ZERO_ERROR;
        const icu::MessageFormat format(text, icu::Locale(language.c_str(), "US"), status);
        icu::UnicodeString filled;
        format.format(names.data(), values.data(), static_cast<int32_t>(values.size()), filled, status);
        base::invariant(U_SUCCESS(status) != 0, "the examples fit every pattern");
        std::string bytes;
        filled.toUTF8String(bytes);
        sentences.push_back(ui::plain_text(bytes));
    }
    if (sentences.front() == sentences.back()) sentences.pop_back();
    return sentences;
}

} // namespace audits
