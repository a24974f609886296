// The hours in which an office is open, by its own wall clock. Pure; any thread.
#pragma once

#include "base/clock.hpp"
#include "base/result.hpp"
#include "base/secret.hpp"

#include <array>
#include <optional>
#include <string>

namespace kiosk {

constexpr std::chrono::minutes hours_step{15};
constexpr std::chrono::minutes whole_day{24 * 60};

// From the one to before the other, both since midnight; the same: closed all day.
struct DayHours {
    std::chrono::minutes opens{0};
    std::chrono::minutes closes = whole_day;

    [[nodiscard]] bool is_closed() const { return opens == closes; }
    [[nodiscard]] bool is_all_day() const { return closes - opens == whole_day; }
    friend bool operator==(const DayHours&, const DayHours&) = default;
};

struct WeekHours {
    std::array<DayHours, 7> days; // by weekday, 0 is Sunday; as made: always open

    friend bool operator==(const WeekHours&, const WeekHours&) = default;
};

[[nodiscard]] bool is_always_open(const WeekHours& hours);
[[nodiscard]] bool is_open_at(const WeekHours& hours, base::UtcTime time, const std::string& time_zone);
// When that next becomes another answer, right over changes of the clocks; none: not within the next eight days.
[[nodiscard]] std::optional<base::UtcTime> next_change(const WeekHours& hours, base::UtcTime time,
                                                       const std::string& time_zone);

[[nodiscard]] base::Secret written(const WeekHours& hours);
// call_staff: these are no hours in steps of `hours_step`.
[[nodiscard]] base::Result<WeekHours> read_week_hours(const base::Secret& record);

} // namespace kiosk
