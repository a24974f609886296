// The only two clocks: wall time, which may jump, and steady time, which may not. Everything that waits asks a
// Clock, so that tests and tours move time by hand. Any thread.
#pragma once

#include <chrono>

namespace base {

using namespace std::chrono_literals;

// Wall time in UTC, to the millisecond.
using UtcTime = std::chrono::sys_time<std::chrono::milliseconds>;

struct SteadyTimeline {
    using rep = std::chrono::milliseconds::rep;
    using period = std::chrono::milliseconds::period;
    using duration = std::chrono::milliseconds;
};
// Time since some unnamed start that never goes back, to the millisecond.
using Moment = std::chrono::time_point<SteadyTimeline, std::chrono::milliseconds>;

class Clock {
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual UtcTime now() const = 0;
    [[nodiscard]] virtual Moment moment() const = 0;
};

class SystemClock final : public Clock {
public:
    [[nodiscard]] UtcTime now() const override;
    [[nodiscard]] Moment moment() const override; // CLOCK_BOOTTIME: goes on while the machine sleeps
};

// Stands still until told otherwise.
class FakeClock final : public Clock {
public:
    explicit FakeClock(UtcTime start) : now_(start) {}
    [[nodiscard]] UtcTime now() const override { return now_; }
    [[nodiscard]] Moment moment() const override { return moment_; }
    void advance(std::chrono::milliseconds by) {
        now_ += by;
        moment_ += by;
    }
    void set_wall(UtcTime now) { now_ = now; } // somebody set the clock; steady time does not move

private:
    UtcTime now_;
    Moment moment_{1h};
};

} // namespace base
