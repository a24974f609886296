// Known answers of the standards, one for each primitive that crypto/ uses. For crypto/ and its tests. Any thread.
#pragma once

#include "base/bytes.hpp"

namespace crypto {

struct KnownAnswer {
    const char* primitive;
    std::string_view expected; // hexadecimal
    base::Bytes (*compute)();
};

[[nodiscard]] std::span<const KnownAnswer> known_answers();
// Names the first primitive whose answer differs.
[[nodiscard]] base::Result<void> check(std::span<const KnownAnswer> to_check);

} // namespace crypto
