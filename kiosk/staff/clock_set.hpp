// Sets this machine's clock, and the one with the battery that it starts from. Any thread.
#pragma once

#include "base/clock.hpp"
#include "base/result.hpp"

#include <functional>

namespace kiosk {

// What sets the clock; ask_again if this kiosk may not. Then nothing has changed.
using SetClock = std::function<base::Result<void>(base::UtcTime now)>;

// The machine's own clock, for SetClock. Needs CAP_SYS_TIME. That the clock with the battery (/dev/rtc0) takes it is not
// waited for: without it the time is right until the power goes.
[[nodiscard]] base::Result<void> set_machine_clock(base::UtcTime now);

} // namespace kiosk
