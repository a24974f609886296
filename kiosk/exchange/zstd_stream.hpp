// Zstandard (RFC 8878) for batches: one compressed frame, then a skippable frame that hides the exact length. The one
// place of the kiosk that meets libzstd. Any thread.
#pragma once

#include "base/secret.hpp"

namespace kiosk {

// One frame, followed if needed by a skippable frame (RFC 8878 section 3.1.2) of zeros, so that the whole is a
// multiple of `multiple` bytes (at least 8).
[[nodiscard]] base::Result<base::Secret> compress_padded(base::ByteView plain, std::size_t multiple);
// All frames; refused if they are damaged, end early, or hold more than `most` bytes.
[[nodiscard]] base::Result<base::Secret> decompress(base::ByteView compressed, std::size_t most);

} // namespace kiosk
