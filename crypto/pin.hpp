// A key from a PIN: Argon2id (RFC 9106, libsodium's crypto_pwhash), then mixed with a key of the vault, so that whoever
// has only what was kept cannot try PINs. What a good PIN is, and how often it may be tried, belongs to kiosk/staff.
// Slow on purpose, with up to 256 MiB: never on the thread of the screen. Any thread.
#pragma once

#include "crypto/guarded_key.hpp"

#include <array>

namespace crypto {

// What one try costs. `memory` in bytes.
struct PinCost {
    std::uint64_t operations = 0;
    std::uint64_t memory = 0;
    bool operator==(const PinCost&) const = default;
};
[[nodiscard]] PinCost moderate_pin_cost();    // 3 passes over 256 MiB: what a kiosk asks
[[nodiscard]] PinCost interactive_pin_cost(); // 2 passes over 64 MiB: a demo, so that it is made at once
[[nodiscard]] PinCost least_pin_cost();       // the least that libsodium takes; for tests only

enum class PinAlgorithm : std::uint8_t { argon2id13 = 2 }; // numbered as libsodium does

// Kept beside what the key locks: with them, the vault and the PIN the key can be made again.
struct PinParameters {
    PinAlgorithm algorithm = PinAlgorithm::argon2id13;
    PinCost cost;
    std::array<std::uint8_t, 16> salt{};

    [[nodiscard]] static PinParameters fresh(const PinCost& cost); // with a new random salt
};

// Whether a key made with these is to be made anew at the next chance, because a try costs less than it should.
[[nodiscard]] bool needs_rehash(const PinParameters& kept, const PinCost& present);

// out_of_service if the machine has not the memory, call_staff if libsodium does not take the parameters.
[[nodiscard]] Result<PinKey> stretch_pin(const PinPepper& pepper, const PinParameters& parameters, ByteView pin);

} // namespace crypto
