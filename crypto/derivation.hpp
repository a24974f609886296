// How keys are made from other keys: crypto_kdf inside the vault, HKDF-SHA256 (RFC 5869) inside age files. For
// crypto/ only. Any thread.
#pragma once

#include "crypto/guarded_key.hpp"

#include <array>

namespace crypto {

using Hmac = std::array<std::uint8_t, 32>;

// BLAKE2b with `number` as salt and `context` as personalisation, as libsodium's crypto_kdf has it. `parent`: 32 bytes.
[[nodiscard]] GuardedBytes derive(ByteView parent, std::uint64_t number, const char (&context)[9]);

// RFC 2104 with SHA-256, for keys of any length.
[[nodiscard]] Hmac hmac_sha256(ByteView key, ByteView message);

// Fills `made`, at most 255 * 32 bytes.
void hkdf_sha256(ByteView secret, ByteView salt, std::string_view info, std::span<std::uint8_t> made);

// The first 32 bytes of the same, straight into guarded memory.
[[nodiscard]] GuardedBytes hkdf_sha256_key(ByteView secret, ByteView salt, std::string_view info);

} // namespace crypto
