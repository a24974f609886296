#include "ui/text_borders.hpp"

#include "base/secret.hpp"

#include <memory>
#include <unicode/brkiter.h>
#include <unicode/ubidi.h>
#include <unicode/utext.h>
#include <unicode/utf8.h>

namespace ui {

namespace {

struct CloseText {
    void operator()(UText* text) const { utext_close(text); }
};
struct CloseBidi {
    void operator()(UBiDi* bidi) const { ubidi_close(bidi); }
};

// UTF-16 that is wiped with its buffer, and where each character of `borders` begins in it.
struct Wide {
    explicit Wide(std::size_t units) : memory(units * sizeof(char16_t)) {}
    base::Secret memory;
    std::size_t length = 0;
    std::vector<std::size_t> starts;

    [[nodiscard]] char16_t* units() { return reinterpret_cast<char16_t*>(memory.bytes().data()); }
    void append(char32_t point) {
        if (point > 0xFFFF) {
            units()[length++] = static_cast<char16_t>(0xD7C0 + (point >> 10U));
            units()[length++] = static_cast<char16_t>(0xDC00 + (point & 0x3FFU));
        } else {
            units()[length++] = static_cast<char16_t>(point);
        }
    }
};

Wide widen(std::string_view utf8, const std::vector<std::size_t>& borders) {
    Wide wide(utf8.size() + 1);
    for (std::size_t i = 0; i + 1 < borders.size(); ++i) {
        wide.starts.push_back(wide.length);
        for (const char32_t point : code_points(utf8.substr(borders[i], borders[i + 1] - borders[i]))) {
            wide.append(point);
        }
    }
    return wide;
}

} // namespace

std::vector<std::size_t> character_borders(std::string_view utf8) {
    std::vector<std::size_t> borders{0};
    if (utf8.empty()) return borders;
    UErrorCode failed = U_ZERO_ERROR;
    const std::unique_ptr<UText, CloseText> text(
        utext_openUTF8(nullptr, utf8.data(), static_cast<std::int64_t>(utf8.size()), &failed));
    const std::unique_ptr<icu::BreakIterator> breaks(
        icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), failed));
    base::invariant(U_SUCCESS(failed) != 0, "ICU has its rules for characters");
    breaks->setText(text.get(), failed);
    for (auto border = breaks->next(); border != icu::BreakIterator::DONE; border = breaks->next()) {
        borders.push_back(static_cast<std::size_t>(border));
    }
    return borders;
}

std::vector<SeenCharacter> seen_order(std::string_view utf8, const std::vector<std::size_t>& borders,
                                      bool is_right_to_left) {
    if (borders.size() < 2) return {};
    Wide wide = widen(utf8, borders);
    UErrorCode failed = U_ZERO_ERROR;
    const std::unique_ptr<UBiDi, CloseBidi> bidi(ubidi_open());
    ubidi_setPara(bidi.get(), wide.units(), static_cast<std::int32_t>(wide.length),
                  static_cast<UBiDiLevel>(is_right_to_left ? 1 : 0), nullptr, &failed);
    base::invariant(U_SUCCESS(failed) != 0, "ICU can order a line");
    std::vector<UBiDiLevel> levels;
    for (const std::size_t start : wide.starts) {
        levels.push_back(ubidi_getLevelAt(bidi.get(), static_cast<std::int32_t>(start)));
    }
    std::vector<std::int32_t> order(levels.size());
    ubidi_reorderVisual(levels.data(), static_cast<std::int32_t>(levels.size()), order.data());
    std::vector<SeenCharacter> seen;
    for (const std::int32_t place : order) {
        const auto at = static_cast<std::size_t>(place);
        seen.push_back({at, (levels[at] & 1U) != 0});
    }
    return seen;
}

std::vector<char32_t> code_points(std::string_view utf8) {
    std::vector<char32_t> points;
    UErrorCode failed = U_ZERO_ERROR;
    const std::unique_ptr<UText, CloseText> text(
        utext_openUTF8(nullptr, utf8.data(), static_cast<std::int64_t>(utf8.size()), &failed));
    base::invariant(U_SUCCESS(failed) != 0, "ICU can read UTF-8");
    for (UChar32 point = utext_next32(text.get()); point >= 0; point = utext_next32(text.get())) {
        points.push_back(static_cast<char32_t>(point));
    }
    return points;
}

void append_utf8(std::string& text, char32_t code_point) {
    std::uint8_t bytes[U8_MAX_LENGTH];
    std::int32_t size = 0;
    U8_APPEND_UNSAFE(bytes, size, code_point);
    text.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size));
}

} // namespace ui
