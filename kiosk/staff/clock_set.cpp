#include "kiosk/staff/clock_set.hpp"

#include <cerrno>
#include <cstring>
#include <ctime>
#include <fcntl.h>
#include <linux/rtc.h>
#include <sys/ioctl.h>
#include <unistd.h>

namespace kiosk {

namespace {

// In UTC, as Linux keeps it unless somebody says otherwise.
void set_battery_clock(std::time_t now) {
    const int rtc = ::open("/dev/rtc0", O_WRONLY | O_CLOEXEC);
    if (rtc < 0) return;
    std::tm parts{};
    ::gmtime_r(&now, &parts);
    rtc_time time{};
    time.tm_sec = parts.tm_sec;
    time.tm_min = parts.tm_min;
    time.tm_hour = parts.tm_hour;
    time.tm_mday = parts.tm_mday;
    time.tm_mon = parts.tm_mon;
    time.tm_year = parts.tm_year;
    (void)::ioctl(rtc, RTC_SET_TIME, &time);
    ::close(rtc);
}

} // namespace

base::Result<void> set_machine_clock(base::UtcTime now) {
    const auto seconds = std::chrono::floor<std::chrono::seconds>(now);
    const auto rest = std::chrono::duration_cast<std::chrono::nanoseconds>(now - seconds);
    const timespec time{static_cast<std::time_t>(seconds.time_since_epoch().count()), static_cast<long>(rest.count())};
    if (::clock_settime(CLOCK_REALTIME, &time) != 0) {
        return base::ask_again(std::string("clock: it cannot be set: ") + std::strerror(errno));
    }
    set_battery_clock(time.tv_sec);
    return {};
}

} // namespace kiosk
