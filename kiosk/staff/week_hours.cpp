#include "kiosk/staff/week_hours.hpp"

#include "kiosk/visits/office_time.hpp"
#include "storage/record_bytes.hpp"

#include <algorithm>

namespace kiosk {

namespace {

using namespace std::chrono_literals;

bool is_sound(const DayHours& day) {
    return day.opens >= 0min && day.opens <= day.closes && day.closes <= whole_day && day.opens % hours_step == 0min &&
           day.closes % hours_step == 0min;
}

} // namespace

bool is_always_open(const WeekHours& hours) {
    return std::ranges::all_of(hours.days, [](const DayHours& day) { return day.is_all_day(); });
}

bool is_open_at(const WeekHours& hours, base::UtcTime time, const std::string& time_zone) {
    const auto local = local_of_utc(time, time_zone);
    const auto day = std::chrono::floor<std::chrono::days>(local);
    const DayHours& today = hours.days[std::chrono::weekday(day).c_encoding()];
    return local - day >= today.opens && local - day < today.closes;
}

// Step by step, since hours and all changes of clocks lie on them: no wall time is skipped or met twice by mistake.
std::optional<base::UtcTime> next_change(const WeekHours& hours, base::UtcTime time, const std::string& time_zone) {
    if (is_always_open(hours)) return std::nullopt;
    const bool is_open = is_open_at(hours, time, time_zone);
    const base::UtcTime first = std::chrono::floor<std::chrono::days>(time);
    const auto gone = (time - first) / std::chrono::milliseconds(hours_step);
    base::UtcTime next = first + (gone + 1) * std::chrono::milliseconds(hours_step);
    for (const base::UtcTime last = time + std::chrono::days(8); next <= last; next += hours_step) {
        if (is_open_at(hours, next, time_zone) != is_open) return next;
    }
    return std::nullopt;
}

base::Secret written(const WeekHours& hours) {
    storage::RecordWriter writer;
    for (const DayHours& day : hours.days) writer.number(day.opens.count()).number(day.closes.count());
    return writer.take();
}

base::Result<WeekHours> read_week_hours(const base::Secret& record) {
    storage::RecordReader reader(record.view());
    WeekHours hours;
    for (DayHours& day : hours.days) {
        day.opens = std::chrono::minutes(reader.number());
        day.closes = std::chrono::minutes(reader.number());
    }
    if (!reader.is_whole() || !std::ranges::all_of(hours.days, is_sound)) {
        return base::call_staff("hours: what was kept of them cannot be read; set them again");
    }
    return hours;
}

} // namespace kiosk
