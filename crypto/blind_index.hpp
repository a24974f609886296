// Look-up tags: keyed BLAKE2b of a value, so that a row can be found by a code that the disk does not tell. Any thread.
#pragma once

#include "crypto/guarded_key.hpp"

#include <array>

namespace crypto {

using IndexTag = std::array<std::uint8_t, 16>;

// `field` keeps equal values of different fields apart. Parts are length-prefixed: {"ab","c"} and {"a","bc"} differ.
[[nodiscard]] IndexTag blind_index(const IndexKey& key, std::string_view field,
                                   std::initializer_list<std::string_view> parts);

} // namespace crypto
