#include "ui/catalog.hpp"

#include <optional>
#include <unicode/ustring.h>

namespace ui {

namespace {

constexpr std::uint32_t magic = 0x950412DE;

class Reader {
public:
    Reader(base::ByteView file, bool is_big_endian) : file_(file), is_big_endian_(is_big_endian) {}

    [[nodiscard]] std::optional<std::uint32_t> word(std::uint64_t at) const {
        if (at + 4 > file_.size()) return std::nullopt;
        std::uint32_t value = 0;
        for (std::size_t i = 0; i < 4; ++i) {
            value = (value << 8U) | file_[static_cast<std::size_t>(at) + (is_big_endian_ ? i : 3 - i)];
        }
        return value;
    }
    // The string that the table entry at `at` points to, without its closing zero.
    [[nodiscard]] std::optional<std::string> text(std::uint64_t at) const {
        const auto length = word(at);
        const auto offset = word(at + 4);
        if (!length || !offset) return std::nullopt;
        const std::uint64_t end = std::uint64_t{*offset} + *length;
        if (end >= file_.size() || file_[static_cast<std::size_t>(end)] != 0) return std::nullopt;
        return std::string(base::text_of(file_.subspan(*offset, *length)));
    }

private:
    base::ByteView file_;
    bool is_big_endian_;
};

bool is_utf8(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    int32_t length = 0;
    u_strFromUTF8(nullptr, 0, &length, text.data(), static_cast<int32_t>(text.size()), &status);
    return status != U_INVALID_CHAR_FOUND;
}

} // namespace

base::Result<Catalog> read_catalog(base::ByteView file) {
    bool is_big_endian = false;
    if (Reader(file, true).word(0) == magic) {
        is_big_endian = true;
    } else if (Reader(file, false).word(0) != magic) {
        return base::call_staff("not a compiled catalog (.mo); make it with msgfmt");
    }
    const Reader reader(file, is_big_endian);
    const auto revision = reader.word(4);
    const auto count = reader.word(8);
    const auto ids = reader.word(12);
    const auto texts = reader.word(16);
    if (revision != 0U || !count || !ids || !texts) {
        return base::call_staff("the catalog's head is damaged or of an unknown revision; make it again with msgfmt");
    }
    Catalog catalog;
    for (std::uint64_t i = 0; i < *count; ++i) {
        const auto id = reader.text(*ids + 8 * i);
        const auto text = reader.text(*texts + 8 * i);
        if (!id || !text) {
            return base::call_staff("the catalog is damaged at message " + std::to_string(i + 1) +
                                    "; make it again with msgfmt");
        }
        if (id->find('\0') != std::string::npos || !is_utf8(*id) || !is_utf8(*text)) {
            return base::call_staff("message " + std::to_string(i + 1) +
                                    " of the catalog is not UTF-8 or uses msgid_plural; write an ICU plural");
        }
        if (!text->empty()) catalog.insert_or_assign(*id, *text);
    }
    return catalog;
}

} // namespace ui
