#include "crypto/version.hpp"

#include <sodium.h>

namespace crypto {

std::string sodium_version() { return sodium_version_string(); }

} // namespace crypto
