// Every test in this folder needs libsodium, and no test is worth running if it does not start.
#include "crypto/start.hpp"

namespace {

[[maybe_unused]] const bool is_started = [] {
    base::invariant(!crypto::start().is_error(), "crypto starts");
    return true;
}();

} // namespace
