// Slows down whoever tries PINs: at each badge, known or not, after five tries a wait that doubles, after fifteen no
// more until a supervisor lifts it. A try is on the disk before the PIN is looked at. Counts steady time only, so
// that no restart, power cut or changed clock shortens a wait. Main thread.
#pragma once

#include "base/clock.hpp"
#include "storage/store.hpp"

#include <map>

namespace kiosk {

class PinGuard {
public:
    static constexpr int tries_before_wait = 5;
    static constexpr int tries_before_closed = 15;
    static constexpr std::chrono::seconds first_wait{15};
    // How long nobody may try after so many wrong tries.
    [[nodiscard]] static std::chrono::milliseconds wait_after(int tries);

    [[nodiscard]] static base::Result<PinGuard> open(storage::Store& store, const base::Clock& clock);

    [[nodiscard]] int tries(const crypto::IndexTag& badge) const;
    [[nodiscard]] std::chrono::milliseconds wait_left(const crypto::IndexTag& badge) const; // zero: may try now
    [[nodiscard]] bool is_closed(const crypto::IndexTag& badge) const;
    // Counts a try as wrong, for good. On an error the PIN must not be looked at. `number`: 0 for nobody's badge.
    [[nodiscard]] base::Result<void> count(const crypto::IndexTag& badge, std::int64_t number);
    // The store has forgotten the tries of this badge, or of all.
    void forget(const crypto::IndexTag& badge) { kept_.erase(badge); }
    void forget_all() { kept_.clear(); }

private:
    struct Kept {
        storage::Lockout lockout;
        base::Moment at;
    };
    PinGuard(storage::Store& store, const base::Clock& clock) : store_(&store), clock_(&clock) {}
    [[nodiscard]] base::Result<void> forget_what_the_store_forgot();

    storage::Store* store_;
    const base::Clock* clock_;
    std::map<crypto::IndexTag, Kept> kept_;
};

} // namespace kiosk
