#include "crypto/derivation.hpp"

#include <algorithm>
#include <sodium.h>

namespace crypto {

namespace {

// libsodium wants an address even for nothing; an empty view may have none.
const std::uint8_t* address_of(ByteView bytes) {
    static constexpr std::uint8_t nothing = 0;
    return bytes.empty() ? &nothing : bytes.data();
}

} // namespace

Hmac hmac_sha256(ByteView key, ByteView message) {
    Hmac tag;
    crypto_auth_hmacsha256_state state;
    crypto_auth_hmacsha256_init(&state, address_of(key), key.size());
    crypto_auth_hmacsha256_update(&state, address_of(message), message.size());
    crypto_auth_hmacsha256_final(&state, tag.data());
    base::wipe(&state, sizeof state);
    return tag;
}

void hkdf_sha256(ByteView secret, ByteView salt, std::string_view info, std::span<std::uint8_t> made) {
    base::invariant(made.size() <= 255 * sizeof(Hmac), "HKDF gives at most 255 blocks");
    // RFC 5869 section 2.2: no salt is a salt of 32 zeros, which HMAC treats like an empty key.
    Hmac pseudorandom_key = hmac_sha256(salt, secret);
    Hmac block{};
    const ByteView info_bytes = base::bytes_of(info);
    for (std::uint8_t number = 1; !made.empty(); ++number) {
        crypto_auth_hmacsha256_state state;
        crypto_auth_hmacsha256_init(&state, pseudorandom_key.data(), pseudorandom_key.size());
        if (number > 1) crypto_auth_hmacsha256_update(&state, block.data(), block.size());
        crypto_auth_hmacsha256_update(&state, address_of(info_bytes), info_bytes.size());
        crypto_auth_hmacsha256_update(&state, &number, 1);
        crypto_auth_hmacsha256_final(&state, block.data());
        base::wipe(&state, sizeof state);
        const std::size_t count = std::min(made.size(), block.size());
        std::copy_n(block.begin(), count, made.begin());
        made = made.subspan(count);
    }
    base::wipe(block.data(), block.size());
    base::wipe(pseudorandom_key.data(), pseudorandom_key.size());
}

GuardedBytes hkdf_sha256_key(ByteView secret, ByteView salt, std::string_view info) {
    std::array<std::uint8_t, GuardedBytes::size> made;
    hkdf_sha256(secret, salt, info, made);
    GuardedBytes key = GuardedBytes::from(made).release_value();
    base::wipe(made.data(), made.size());
    return key;
}

} // namespace crypto
