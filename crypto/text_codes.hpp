// The two ways in which keys and tags are written as text: base64 (RFC 4648 section 4) and Bech32 (BIP 173). Both are
// strict: each value has exactly one text that is accepted. For crypto/ only. Any thread.
#pragma once

#include "crypto/guarded_key.hpp"

#include <string>

namespace crypto {

enum class Base64Padding { none, equals_signs };

[[nodiscard]] std::string to_base64(ByteView bytes, Base64Padding padding);
// Refuses line ends, spaces, the other padding and unused bits that are not zero.
[[nodiscard]] Result<Bytes> from_base64(std::string_view text, Base64Padding padding);

// `prefix` in lower case; the text is lower case too. Without the 90-character limit of BIP 173, as age has it.
[[nodiscard]] Secret to_bech32(std::string_view prefix, ByteView bytes);
// 32 bytes behind this prefix, all in lower or all in upper case. `into` is zero after a failure.
[[nodiscard]] Result<void> from_bech32(std::string_view prefix, std::string_view text,
                                       std::span<std::uint8_t, 32> into);

} // namespace crypto
