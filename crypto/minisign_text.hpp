// What minisign's key and signature files have in common: their lines, their comments and how a key id is written.
// For crypto/ only. Any thread.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace crypto {

constexpr std::string_view untrusted_prefix = "untrusted comment: ";
constexpr std::string_view trusted_prefix = "trusted comment: ";
// minisign 0.11 reads a comment into 8 KiB and cuts what is longer, after which the signature no longer fits.
constexpr std::size_t longest_trusted_comment = 8000;

// Lines without "\n" or "\r\n" (as minisign writes them on Windows); the end of the text ends the last one.
[[nodiscard]] std::vector<std::string_view> split_lines(std::string_view text);
// Prefix, comment and "\n".
[[nodiscard]] std::string comment_line(std::string_view prefix, std::string_view comment);
// One line of at most longest_trusted_comment bytes, without control characters.
[[nodiscard]] bool is_comment(std::string_view text);
// A key id as minisign prints it: hexadecimal, capital, the last byte first, no leading zeros.
[[nodiscard]] std::string key_id_text(const std::array<std::uint8_t, 8>& key_id);

} // namespace crypto
