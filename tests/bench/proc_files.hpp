// What Linux tells of a process in /proc: memory, times it went to sleep and woke, CPU. Any thread.
#pragma once

#include "base/result.hpp"

#include <cstdint>
#include <sys/types.h>

namespace bench {

struct Memory {
    double resident_mb = 0;
    double proportional_mb = 0; // PSS: shared pages divided among those that share them
};
[[nodiscard]] base::Result<Memory> memory_of_this_process();

struct Activity {
    std::uint64_t switches = 0; // voluntary: each is one wake-up, of any of its threads
    double cpu_ms = 0;          // in steps of 10 ms
    int threads = 0;
};
[[nodiscard]] base::Result<Activity> activity_of(pid_t process);

} // namespace bench
