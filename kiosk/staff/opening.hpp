// Whether families may check in at the kiosk now: staff close it and open it again, and an office has its hours. Both
// are kept from start to start. A clock that is not believed closes nothing. Main thread.
#pragma once

#include "kiosk/staff/clock_watch.hpp"
#include "kiosk/staff/staff_session.hpp"
#include "kiosk/staff/week_hours.hpp"
#include "kiosk/state/settings.hpp"

namespace kiosk {

class Opening {
public:
    // All outlive it. What was kept and cannot be read counts as never set.
    Opening(storage::Store& store, const base::Clock& clock, const ClockWatch& watch, const Settings& settings);

    struct Now {
        bool is_open = true;
        std::optional<base::UtcTime> opens;     // while it is closed, if that is known
        std::optional<base::Moment> changes_at; // by itself
    };
    [[nodiscard]] Now now();
    [[nodiscard]] bool is_closed_by_staff() const { return is_closed_; }
    [[nodiscard]] const WeekHours& hours() const { return hours_; }

    // Each with its audit event, or not at all.
    [[nodiscard]] base::Result<void> close(const StaffSession& by);
    [[nodiscard]] base::Result<void> open(const StaffSession& by);
    [[nodiscard]] base::Result<void> set_hours(const StaffSession& by, const WeekHours& hours);

private:
    // As the hours have it, looked up once for the whole of it.
    struct Span {
        base::UtcTime from;
        base::UtcTime until;
        bool is_open;
        bool has_end; // the other begins then
    };
    [[nodiscard]] const Span& span_at(base::UtcTime time);

    storage::Store& store_;
    const base::Clock& clock_;
    const ClockWatch& watch_;
    const Settings& settings_;
    bool is_closed_ = false;
    WeekHours hours_;
    std::optional<Span> span_;
};

} // namespace kiosk
