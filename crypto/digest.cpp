#include "crypto/digest.hpp"

#include "base/secret.hpp"

#include <sodium.h>

namespace crypto {

Sha256 sha256(base::ByteView bytes) { return sha256(bytes, {}); }

Sha256 sha256(base::ByteView a, base::ByteView b) {
    Sha256 digest;
    crypto_hash_sha256_state state;
    crypto_hash_sha256_init(&state);
    crypto_hash_sha256_update(&state, a.data(), a.size());
    crypto_hash_sha256_update(&state, b.data(), b.size());
    crypto_hash_sha256_final(&state, digest.data());
    base::wipe(&state, sizeof state);
    return digest;
}

bool are_equal_in_constant_time(base::ByteView a, base::ByteView b) {
    return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

} // namespace crypto
