// Is the clock right: judged without a network, by the newest time that this kiosk has ever trusted. Kept from start to
// start. Main thread.
#pragma once

#include "kiosk/staff/health.hpp"

namespace kiosk {

class ClockWatch {
public:
    // No kiosk was made before; a clock that says so has lost its battery.
    static constexpr base::UtcTime released = std::chrono::sys_days(std::chrono::year{2026} / 1 / 1);
    static constexpr std::chrono::seconds small{120};    // less than this is nobody's trouble
    static constexpr std::chrono::days longest_rest{60}; // an office may close for a summer, not for years

    // `store` may be null: then only what is impossible is seen.
    ClockWatch(storage::Store* store, const base::Clock& clock);

    // Trusts what the clock says now, if it may be so; written down once an hour at most.
    void observe();
    // Somebody has looked, or has set it: from now on this is the time.
    [[nodiscard]] base::Result<void> trust_now();
    [[nodiscard]] ClockHealth health(const std::optional<ClockOffset>& told) const;

private:
    [[nodiscard]] ClockState state() const;
    [[nodiscard]] base::Result<void> keep(base::UtcTime newest);

    storage::Store* store_;
    const base::Clock& clock_;
    std::optional<base::UtcTime> newest_;
    std::optional<base::UtcTime> kept_;
    std::optional<base::UtcTime> vouched_; // what was told before is of a clock that was another
};

} // namespace kiosk
