#include "kiosk/import/text_form.hpp"

#include "base/result.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

namespace kiosk {

namespace {

template <typename Visit>
bool for_each_character(std::string_view text, Visit&& visit) {
    const auto length = static_cast<std::int32_t>(text.size());
    for (std::int32_t at = 0; at < length;) {
        UChar32 character = 0;
        U8_NEXT(reinterpret_cast<const std::uint8_t*>(text.data()), at, length, character);
        if (!visit(character)) return false;
    }
    return true;
}

icu::UnicodeString unicode_of(std::string_view text) {
    return icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
}

icu::UnicodeString normalized(const icu::Normalizer2* normalizer, const icu::UnicodeString& text, UErrorCode& status) {
    base::invariant(U_SUCCESS(status) != 0, "ICU has its normalization data");
    icu::UnicodeString result = normalizer->normalize(text, status);
    base::invariant(U_SUCCESS(status) != 0, "text of a checked length can be normalized");
    return result;
}

bool turns_direction(UChar32 character) {
    const auto direction = u_charDirection(character);
    return direction == U_LEFT_TO_RIGHT_EMBEDDING || direction == U_RIGHT_TO_LEFT_EMBEDDING ||
           direction == U_LEFT_TO_RIGHT_OVERRIDE || direction == U_RIGHT_TO_LEFT_OVERRIDE ||
           direction == U_POP_DIRECTIONAL_FORMAT || direction == U_LEFT_TO_RIGHT_ISOLATE ||
           direction == U_RIGHT_TO_LEFT_ISOLATE || direction == U_FIRST_STRONG_ISOLATE ||
           direction == U_POP_DIRECTIONAL_ISOLATE;
}

} // namespace

bool is_utf8(std::string_view text) {
    return for_each_character(text, [](UChar32 character) { return character > 0; });
}

bool has_control_character(std::string_view text) {
    return !for_each_character(text, [](UChar32 character) {
        return u_charType(character) != U_CONTROL_CHAR && !turns_direction(character) && character != 0x2028 &&
               character != 0x2029;
    });
}

std::string composed(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    const auto* normalizer = icu::Normalizer2::getNFCInstance(status);
    std::string result;
    normalized(normalizer, unicode_of(text), status).toUTF8String(result);
    return result;
}

std::string plain_form(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    const auto* normalizer = icu::Normalizer2::getNFKCCasefoldInstance(status);
    const icu::UnicodeString folded = normalized(normalizer, unicode_of(text), status);
    icu::UnicodeString plain;
    for (std::int32_t at = 0; at < folded.length(); at = folded.moveIndex32(at, 1)) {
        const UChar32 character = folded.char32At(at);
        const auto type = u_charType(character);
        if (type == U_DECIMAL_DIGIT_NUMBER) {
            plain.append(static_cast<UChar32>('0' + u_charDigitValue(character)));
        } else if (type == U_DASH_PUNCTUATION || character == 0x2212) {
            plain.append(static_cast<UChar32>('-'));
        } else if (u_isUWhiteSpace(character) != 0) {
            if (!plain.endsWith(u" ", 1)) plain.append(static_cast<UChar32>(' '));
        } else if (type != U_FORMAT_CHAR && type != U_CONTROL_CHAR) {
            plain.append(character);
        }
    }
    std::string result;
    plain.toUTF8String(result);
    return result;
}

} // namespace kiosk
