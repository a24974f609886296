#include "crypto/guarded_key.hpp"

#include "crypto/derivation.hpp"

#include <algorithm>
#include <atomic>
#include <sodium.h>

namespace crypto {

namespace {

// Whether the kernel has locked every key so far is a fact about the process, so it is kept once for the process.
std::atomic<bool> has_unlocked_key{false};

} // namespace

bool are_all_keys_locked() { return !has_unlocked_key; }

GuardedBytes::GuardedBytes() : memory_(static_cast<std::uint8_t*>(sodium_malloc(size))) {
    base::invariant(memory_ != nullptr, "there is guarded memory for a key");
    // sodium_malloc hides whether locking went well; locking the same page again tells. A kiosk that may not lock any
    // more memory goes on, because people wait in front of it, and says so in its status.
    if (sodium_mlock(memory_, size) != 0) has_unlocked_key = true;
}

GuardedBytes GuardedBytes::random() {
    GuardedBytes made;
    randombytes_buf(made.memory_, size);
    return made;
}

Result<GuardedBytes> GuardedBytes::from(ByteView bytes) {
    if (bytes.size() != size) return base::call_staff("a key must have exactly 32 bytes");
    GuardedBytes made;
    std::copy(bytes.begin(), bytes.end(), made.memory_);
    return made;
}

GuardedBytes::GuardedBytes(GuardedBytes&& other) noexcept : memory_(std::exchange(other.memory_, nullptr)) {}

GuardedBytes& GuardedBytes::operator=(GuardedBytes&& other) noexcept {
    if (this != &other) {
        sodium_free(memory_);
        memory_ = std::exchange(other.memory_, nullptr);
    }
    return *this;
}

GuardedBytes::~GuardedBytes() { sodium_free(memory_); }

GuardedBytes derive(ByteView parent, std::uint64_t number, const char (&context)[9]) {
    static_assert(crypto_kdf_KEYBYTES == GuardedBytes::size && crypto_kdf_CONTEXTBYTES == 8);
    GuardedBytes made;
    const int failure = crypto_kdf_derive_from_key(made.memory_, GuardedBytes::size, number, context, parent.data());
    base::invariant(failure == 0, "a 32-byte key can be derived");
    return made;
}

// Keyed BLAKE2b, straight into guarded memory.
GuardedBytes mix(ByteView key, ByteView value) {
    GuardedBytes made;
    crypto_generichash(made.memory_, GuardedBytes::size, value.data(), value.size(), key.data(), key.size());
    return made;
}

WrappingKey derive_wrapping_key(const VaultKey& vault) { return WrappingKey(derive(vault.expose(), 1, "fk-wrap-")); }

StaffWrappingKey derive_staff_wrapping_key(const VaultKey& vault) {
    return StaffWrappingKey(derive(vault.expose(), 2, "fk-staff"));
}

IndexKey derive_index_key(const VaultKey& vault) { return IndexKey(derive(vault.expose(), 3, "fk-index")); }

PinPepper derive_pin_pepper(const VaultKey& vault) { return PinPepper(derive(vault.expose(), 4, "fk-pin--")); }

PinKey mix_pin(const PinPepper& pepper, ByteView stretched) { return PinKey(mix(pepper.expose(), stretched)); }

} // namespace crypto
