// Slows down whoever tries codes (DESIGN section 5): after 5 misses a wait that doubles, after 15 typing rests until
// staff lift it. Counts steady time only, so neither a restart nor a changed clock shortens a wait. Main thread.
#pragma once

#include "base/clock.hpp"
#include "storage/store.hpp"

namespace kiosk {

class CodeGuard {
public:
    static constexpr int misses_before_wait = 5;
    static constexpr int misses_before_rest = 15;
    static constexpr std::chrono::seconds first_wait{15};
    static constexpr std::chrono::hours decay{1}; // one miss is forgiven for each hour that nobody has to wait

    [[nodiscard]] static base::Result<CodeGuard> open(storage::Store& store, const base::Clock& clock);

    // Zero if a code may be typed now.
    [[nodiscard]] std::chrono::milliseconds wait_left() const;
    [[nodiscard]] bool is_resting() const; // until staff lift it
    // Counts one look-up. Writes the counters for a hit as for a miss, so that both cost the same; a hit resets nothing.
    [[nodiscard]] base::Result<void> count(bool is_miss);
    // Typing is open again and every miss forgotten. `by`: the member's number, 0 for the operator at kioskctl.
    [[nodiscard]] base::Result<void> lift(std::int64_t by);

private:
    CodeGuard(storage::Store& store, const base::Clock& clock, storage::Lockout kept);
    [[nodiscard]] storage::Lockout now() const; // the kept counters with the time since then applied

    storage::Store& store_;
    const base::Clock& clock_;
    storage::Lockout kept_;
    base::Moment kept_at_;
};

} // namespace kiosk
