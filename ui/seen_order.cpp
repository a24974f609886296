#include "ui/seen_order.hpp"

#include "base/secret.hpp"
#include "ui/code_points.hpp"

#include <memory>
#include <unicode/ubidi.h>

namespace ui {

namespace {

struct CloseBidi {
    void operator()(UBiDi* bidi) const { ubidi_close(bidi); }
};

// UTF-16 that is wiped with its buffer, and where each letter of `borders` begins in it.
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

std::vector<SeenLetter> seen_order(std::string_view utf8, const std::vector<std::size_t>& borders,
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
    std::vector<SeenLetter> seen;
    for (const std::int32_t place : order) {
        const auto at = static_cast<std::size_t>(place);
        seen.push_back({at, (levels[at] & 1U) != 0});
    }
    return seen;
}

} // namespace ui
