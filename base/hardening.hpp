// What a process that holds people's records does before anything else: no core dumps, no peeking by other processes
// of the same user, and memory that is overwritten when it is freed. Call first in main.
#pragma once

#include "base/result.hpp"

namespace base {

// Starts the program once more with the allocator's settings in its environment, since glibc reads them only at
// start: freed memory is overwritten (glibc.malloc.perturb), the per-thread cache, which would keep freed blocks as they
// were, is off (glibc.malloc.tcache_count=0), and GLib allocates by malloc too. Returns in the second run. In a build
// with sanitizers, which bring their own allocator, nothing is restarted.
// Then: no core dump (RLIMIT_CORE 0) and PR_SET_DUMPABLE 0; call_staff if the kernel refuses.
[[nodiscard]] Result<void> harden_process(char** arguments);

} // namespace base
