#include "base/clock.hpp"

#include <ctime>

namespace base {

namespace {

std::chrono::milliseconds read_clock(clockid_t which) {
    timespec time{};
    clock_gettime(which, &time);
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::seconds(time.tv_sec) +
                                                                 std::chrono::nanoseconds(time.tv_nsec));
}

} // namespace

UtcTime SystemClock::now() const { return UtcTime(read_clock(CLOCK_REALTIME)); }

Moment SystemClock::moment() const { return Moment(read_clock(CLOCK_BOOTTIME)); }

} // namespace base
