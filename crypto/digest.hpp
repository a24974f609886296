// SHA-256 (FIPS 180-4) and comparison in constant time. Any thread.
#pragma once

#include "base/bytes.hpp"

#include <array>

namespace crypto {

using Sha256 = std::array<std::uint8_t, 32>;

[[nodiscard]] Sha256 sha256(base::ByteView bytes);
// The digest of a ‖ b.
[[nodiscard]] Sha256 sha256(base::ByteView a, base::ByteView b);
// Takes the same time wherever the difference lies; texts of different length are unequal at once.
[[nodiscard]] bool are_equal_in_constant_time(base::ByteView a, base::ByteView b);

} // namespace crypto
