#include "kiosk/exchange/text_forms.hpp"

#include "base/uuid.hpp"
#include "kiosk/exchange/record_line.hpp"
#include "kiosk/exchange/utc_text.hpp"

#include <algorithm>

namespace kiosk {

namespace {

constexpr std::string_view lower_letters = "abcdefghijklmnopqrstuvwxyz";
constexpr std::string_view upper_letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
constexpr std::string_view digits = "0123456789";

bool is_among(char c, std::initializer_list<std::string_view> sets) {
    return std::any_of(sets.begin(), sets.end(),
                       [&](std::string_view set) { return set.find(c) != std::string_view::npos; });
}

bool is_all_of(std::string_view text, std::initializer_list<std::string_view> sets) {
    return std::all_of(text.begin(), text.end(), [&](char c) { return is_among(c, sets); });
}

bool is_hex(std::string_view text, std::size_t size) {
    return text.size() == size && is_all_of(text, {digits, "abcdef"});
}

// Code points of valid UTF-8, as JSON Schema counts.
std::size_t character_count(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

// 1 to `most` characters, none of them a control character.
bool is_line(std::string_view text, std::size_t most) {
    const bool has_control = std::any_of(text.begin(), text.end(),
                                         [](char c) { return static_cast<unsigned char>(c) < 0x20U || c == 0x7F; });
    return !text.empty() && character_count(text) <= most && !has_control;
}

} // namespace

bool is_exchange_name(std::string_view text) {
    return !text.empty() && text.size() <= 32 && is_all_of(text, {lower_letters, digits, "-"});
}

bool is_epoch(std::string_view text) { return is_hex(text, 8); }

bool is_sha256_hex(std::string_view text) { return is_hex(text, 64); }

bool is_uuid_text(std::string_view text) { return !base::Uuid::parse(text).is_error(); }

bool is_utc_text(std::string_view text) { return parse_utc_text(text).has_value(); }

bool is_zone_name(std::string_view text) {
    return !text.empty() && text.size() <= 64 && is_all_of(text, {lower_letters, upper_letters, digits, "_+/-"});
}

bool is_language_tag(std::string_view text) {
    bool is_first = true;
    if (text.size() > 64) return false;
    while (true) {
        const std::size_t end = std::min(text.find('-'), text.size());
        const std::string_view part = text.substr(0, end);
        if (part.size() < (is_first ? 2U : 1U) || part.size() > 8) return false;
        if (!is_all_of(part, {lower_letters, upper_letters, is_first ? std::string_view() : digits})) return false;
        if (end == text.size()) return true;
        text.remove_prefix(end + 1);
        is_first = false;
    }
}

bool is_agency_id(std::string_view text) { return is_line(text, 256); }

bool is_note(std::string_view text) { return is_line(text, most_other_note); }

bool is_plain_word(std::string_view text) {
    return !text.empty() && text.size() <= 64 && is_among(text.front(), {lower_letters}) &&
           is_all_of(text, {lower_letters, digits, "_.-"});
}

bool is_field_word(std::string_view text) {
    return text.size() <= 64 && std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c <= '~'; });
}

bool is_recipient_text(std::string_view text) {
    return text.size() == 62 && text.starts_with("age1") &&
           is_all_of(text.substr(4), {"qpzry9x8gf2tvdw0s3jn54khce6mua7l"});
}

} // namespace kiosk
