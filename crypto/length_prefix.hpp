// The one way in which several values become one input of a cipher or hash: each behind its length, so that no two
// lists of values read the same. For crypto/ only. Any thread.
#pragma once

#include "base/bytes.hpp"

#include <array>
#include <cstdint>

namespace crypto {

// Little-endian, whatever the machine.
[[nodiscard]] constexpr std::array<std::uint8_t, 4> little_endian(std::uint32_t number) {
    return {static_cast<std::uint8_t>(number), static_cast<std::uint8_t>(number >> 8),
            static_cast<std::uint8_t>(number >> 16), static_cast<std::uint8_t>(number >> 24)};
}

// The 4 bytes that stand before `value`.
[[nodiscard]] inline std::array<std::uint8_t, 4> length_prefix(base::ByteView value) {
    base::invariant(value.size() <= UINT32_MAX, "a value is shorter than 4 GiB");
    return little_endian(static_cast<std::uint32_t>(value.size()));
}

} // namespace crypto
