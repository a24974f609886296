// 32-byte keys in guarded memory (sodium_malloc: guard pages, canary, locked, wiped when freed), one type for each
// role, so that a key can only be used for what it is for. Keys are moved, never copied, printed or compared.
// Call crypto::start() first. Any thread, one at a time for each key.
#pragma once

#include "base/bytes.hpp"
#include "base/secret.hpp"

#include <cstdint>

namespace crypto {

using base::Bytes;
using base::ByteView;
using base::Result;
using base::Secret;

// The untyped body of a key. Only crypto/ and the few files that load and keep keys touch it.
class GuardedBytes {
public:
    static constexpr std::size_t size = 32;
    [[nodiscard]] static GuardedBytes random();
    [[nodiscard]] static Result<GuardedBytes> from(ByteView bytes); // refuses any length but 32
    GuardedBytes(GuardedBytes&& other) noexcept;
    GuardedBytes& operator=(GuardedBytes&& other) noexcept;
    GuardedBytes(const GuardedBytes&) = delete;
    GuardedBytes& operator=(const GuardedBytes&) = delete;
    ~GuardedBytes();
    [[nodiscard]] ByteView view() const { return {memory_, size}; }

private:
    GuardedBytes();
    std::uint8_t* memory_;
    friend GuardedBytes derive(ByteView parent, std::uint64_t number, const char (&context)[9]);
    friend GuardedBytes mix(ByteView key, ByteView value);
};

template <typename Role>
class Key {
public:
    [[nodiscard]] static Key generate() { return Key(GuardedBytes::random()); }
    [[nodiscard]] static Result<Key> from(ByteView bytes) { return Key(TRY(GuardedBytes::from(bytes))); }
    explicit Key(GuardedBytes body) : body_(std::move(body)) {}
    // The raw 32 bytes. Named so that every use can be found.
    [[nodiscard]] ByteView expose() const { return body_.view(); }

private:
    GuardedBytes body_;
};

// The root of everything at rest; only ever derived from.
using VaultKey = Key<struct VaultRole>;
// Wraps daily keys.
using WrappingKey = Key<struct WrappingRole>;
// Wraps the keys of what only staff may see.
using StaffWrappingKey = Key<struct StaffWrappingRole>;
// Mixed into every key that a PIN gives (pin.hpp).
using PinPepper = Key<struct PinPepperRole>;
// Wraps the key of one member of the staff; made from their PIN.
using PinKey = Key<struct PinRole>;
// Seals records: of one day, of one roster, of one member of the staff.
using RecordKey = Key<struct RecordRole>;
// Makes look-up tags.
using IndexKey = Key<struct IndexRole>;

// False once the kernel has refused to lock the memory of a key (RLIMIT_MEMLOCK too low): it may then be swapped out.
[[nodiscard]] bool are_all_keys_locked();

// crypto_kdf (BLAKE2b, 8-byte context), one fixed number and context for each role.
[[nodiscard]] WrappingKey derive_wrapping_key(const VaultKey& vault);
[[nodiscard]] StaffWrappingKey derive_staff_wrapping_key(const VaultKey& vault);
[[nodiscard]] IndexKey derive_index_key(const VaultKey& vault);
[[nodiscard]] PinPepper derive_pin_pepper(const VaultKey& vault);

// What Argon2 made of a PIN, 32 bytes, under the vault's pepper. For pin.cpp.
[[nodiscard]] PinKey mix_pin(const PinPepper& pepper, ByteView stretched);

} // namespace crypto
