#include "ui/code_points.hpp"

#include "base/result.hpp"

#include <memory>
#include <unicode/utext.h>
#include <unicode/utf8.h>

namespace ui {

namespace {

struct CloseText {
    void operator()(UText* text) const { utext_close(text); }
};

} // namespace

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
