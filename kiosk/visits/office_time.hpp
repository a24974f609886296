// Wall time of an office (IANA zones, by ICU): from the roster's local times to UTC and back, right over both clock
// changes. Any thread.
#pragma once

#include "base/clock.hpp"
#include "base/result.hpp"

#include <string>

namespace kiosk {

[[nodiscard]] bool is_time_zone(const std::string& iana);
// Local wall time to UTC. A time that a clock change skips is refused; one that comes twice is the earlier one,
// unless `second_fold` asks for the later.
[[nodiscard]] base::Result<base::UtcTime> utc_of_local(std::chrono::local_time<std::chrono::minutes> local,
                                                       const std::string& time_zone, bool second_fold = false);
[[nodiscard]] std::chrono::local_time<std::chrono::minutes> local_of_utc(base::UtcTime time,
                                                                         const std::string& time_zone);
[[nodiscard]] std::chrono::year_month_day local_day(base::UtcTime time, const std::string& time_zone);

} // namespace kiosk
