// Makes libsodium ready and proves with known answers that every primitive we use computes what its standard says.
// Called once at the start of every program, before any other thread.
#pragma once

#include "base/result.hpp"

namespace crypto {

// Fails (out_of_service) if libsodium cannot start or any answer is wrong; the program must then not go on.
[[nodiscard]] base::Result<void> start();

} // namespace crypto
