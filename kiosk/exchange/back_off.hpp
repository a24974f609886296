// When the courier tries again: full jitter, so that many kiosks that lost one server do not all come back at once
// (M. Brooker, "Exponential Backoff and Jitter", AWS 2015). It only counts; waiting is the program's. One thread.
#pragma once

#include "base/clock.hpp"
#include "base/random.hpp"

namespace kiosk {

constexpr std::chrono::milliseconds back_off_least = std::chrono::seconds(5);
constexpr std::chrono::milliseconds back_off_most = std::chrono::hours(1);

// The wait after `failures` in a row (at least 1): evenly between 5 s and a ceiling that doubles from 10 s to 1 h.
[[nodiscard]] std::chrono::milliseconds back_off(int failures, base::Random& random);

class DeliverySchedule {
public:
    DeliverySchedule(const base::Clock& clock, base::Random& random) : clock_(clock), random_(random) {}
    void note_success();                                       // looks again after 5 s: something new may lie there
    void note_failure();                                       // never gives up
    [[nodiscard]] std::chrono::milliseconds wait_left() const; // 0 when it is time

private:
    const base::Clock& clock_;
    base::Random& random_;
    int failures_ = 0;
    base::Moment next_{}; // the first try is at once
};

} // namespace kiosk
