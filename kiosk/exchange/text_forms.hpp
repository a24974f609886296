// The forms that a text field of a record may have, the same as the patterns in docs/schemas. Any thread.
#pragma once

#include <string_view>

namespace kiosk {

[[nodiscard]] bool is_exchange_name(std::string_view text); // of a kiosk or a site: [a-z0-9-]{1,32}
[[nodiscard]] bool is_epoch(std::string_view text);         // 8 lowercase hex digits
[[nodiscard]] bool is_sha256_hex(std::string_view text);    // 64 lowercase hex digits
[[nodiscard]] bool is_uuid_text(std::string_view text);     // 36 characters, lowercase
[[nodiscard]] bool is_utc_text(std::string_view text);
[[nodiscard]] bool is_zone_name(std::string_view text);      // the form of an IANA name, not that the zone exists
[[nodiscard]] bool is_language_tag(std::string_view text);   // the form of a BCP 47 tag
[[nodiscard]] bool is_agency_id(std::string_view text);      // 1 to 256 characters, none of them a control character
[[nodiscard]] bool is_note(std::string_view text);           // 1 to 200 characters, none of them a control character
[[nodiscard]] bool is_plain_word(std::string_view text);     // [a-z][a-z0-9_.-]{0,63}
[[nodiscard]] bool is_field_word(std::string_view text);     // 0 to 64 printable ASCII characters
[[nodiscard]] bool is_recipient_text(std::string_view text); // the form of age1…, not its checksum

} // namespace kiosk
