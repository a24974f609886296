// Which libsodium this is. Any thread.
#pragma once

#include <string>

namespace crypto {

[[nodiscard]] std::string sodium_version();

} // namespace crypto
