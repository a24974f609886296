#include "ui/words.hpp"

namespace ui {

namespace {

// U+2217, a star that marks nothing.
constexpr std::string_view harmless_star = "\xE2\x88\x97";

// Bytes of the direction mark at the start of `text` (LRM, RLM, ALM, embeddings, overrides, isolates), or 0.
std::size_t direction_mark(std::string_view text) {
    if (text.starts_with("\xD8\x9C")) return 2; // U+061C
    if (text.size() < 3 || text[0] != '\xE2') return 0;
    const auto second = static_cast<unsigned char>(text[1]);
    const auto third = static_cast<unsigned char>(text[2]);
    const bool is_mark = second == 0x80 && (third == 0x8E || third == 0x8F || (third >= 0xAA && third <= 0xAE));
    const bool is_isolate = second == 0x81 && third >= 0xA6 && third <= 0xA9;
    return is_mark || is_isolate ? 3 : 0;
}

} // namespace

Words Words::of_record(std::string text) {
    std::string safe;
    safe.reserve(text.size());
    for (std::string_view rest = text; !rest.empty();) {
        if (const std::size_t mark = direction_mark(rest); mark > 0) {
            rest.remove_prefix(mark);
            continue;
        }
        if (rest[0] == '*') {
            safe += harmless_star;
        } else {
            safe += rest[0];
        }
        rest.remove_prefix(1);
    }
    return Words(std::move(safe));
}

std::string plain_text(std::string_view shown) {
    std::string plain;
    plain.reserve(shown.size());
    for (std::string_view rest = shown; !rest.empty();) {
        std::size_t used = 1;
        if (const std::size_t mark = direction_mark(rest); mark > 0) {
            used = mark;
        } else if (rest.starts_with("\xC2\xA0")) { // no-break space
            plain += ' ';
            used = 2;
        } else if (rest.starts_with("\xE2\x80\xAF")) { // narrow no-break space
            plain += ' ';
            used = 3;
        } else if (rest.starts_with(harmless_star)) {
            plain += '*';
            used = harmless_star.size();
        } else if (rest[0] == '\n') {
            plain += ' ';
        } else if (rest[0] != '*') {
            plain += rest[0];
        }
        rest.remove_prefix(used);
    }
    return plain;
}

} // namespace ui
