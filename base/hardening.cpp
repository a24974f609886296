#include "base/hardening.hpp"

#include <cstdlib>
#include <cstring>
#include <string_view>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

namespace base {

namespace {

#if defined(__SANITIZE_ADDRESS__)
constexpr bool has_own_allocator = true;
#else
constexpr bool has_own_allocator = false;
#endif

// mallopt(M_PERTURB) alone is not enough: glibc's thread cache takes freed blocks before they are overwritten.
constexpr const char* tunables = "glibc.malloc.tcache_count=0:glibc.malloc.perturb=165";

bool is_restarted() {
    const char* set = std::getenv("GLIBC_TUNABLES");
    return set && std::string_view(set) == tunables;
}

} // namespace

Result<void> harden_process(char** arguments) {
    if (!has_own_allocator && !is_restarted()) {
        setenv("GLIBC_TUNABLES", tunables, 1);
        setenv("G_SLICE", "always-malloc", 1);
        execv("/proc/self/exe", arguments);
        return call_staff("cannot start again with hardened memory: /proc/self/exe is not to be had");
    }
    const rlimit none{0, 0};
    if (setrlimit(RLIMIT_CORE, &none) != 0) return call_staff("cannot turn core dumps off");
    if (prctl(PR_SET_DUMPABLE, 0) != 0) return call_staff("cannot turn dumping off");
    return {};
}

} // namespace base
