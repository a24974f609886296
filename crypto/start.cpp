#include "crypto/start.hpp"

#include "crypto/guarded_key.hpp"
#include "crypto/self_test.hpp"

#include <sodium.h>
#include <sys/prctl.h>
#include <sys/resource.h>

namespace crypto {

namespace {

base::Result<void> forbid_core_dumps() {
    const rlimit none{0, 0};
    if (::setrlimit(RLIMIT_CORE, &none) != 0)
        return base::out_of_service("core dumps, which hold keys, cannot be forbidden");
#if !defined(__SANITIZE_ADDRESS__)
    // A core_pattern with a pipe ignores the limit; only this stops it. The leak sanitizer needs to trace its process.
    if (::prctl(PR_SET_DUMPABLE, 0) != 0)
        return base::out_of_service("core dumps, which hold keys, cannot be forbidden");
#endif
    return {};
}

// One page is locked for each key that is open, and the usual soft limit may be below the hard one.
void lock_as_much_as_allowed() {
    rlimit limit{};
    if (::getrlimit(RLIMIT_MEMLOCK, &limit) != 0) return;
    limit.rlim_cur = limit.rlim_max;
    ::setrlimit(RLIMIT_MEMLOCK, &limit);
}

} // namespace

base::Result<void> start() {
    if (sodium_init() < 0) return base::out_of_service("libsodium cannot start");
    TRY(forbid_core_dumps());
    lock_as_much_as_allowed();
    return check(known_answers());
}

} // namespace crypto
