#include "kiosk/visits/code_guard.hpp"

#include <algorithm>

namespace kiosk {

namespace {

std::chrono::milliseconds wait_after(int misses) {
    if (misses < CodeGuard::misses_before_wait) return std::chrono::milliseconds(0);
    const int doublings = std::min(misses, CodeGuard::misses_before_rest) - CodeGuard::misses_before_wait;
    return CodeGuard::first_wait * (1 << doublings);
}

} // namespace

base::Result<CodeGuard> CodeGuard::open(storage::Store& store, const base::Clock& clock) {
    return CodeGuard(store, clock, TRY(store.lockout()));
}

CodeGuard::CodeGuard(storage::Store& store, const base::Clock& clock, storage::Lockout kept)
    : store_(store), clock_(clock), kept_(kept), kept_at_(clock.moment()) {}

storage::Lockout CodeGuard::now() const {
    const auto passed = clock_.moment() - kept_at_;
    storage::Lockout lockout = kept_;
    lockout.wait_left = std::max(lockout.wait_left - passed, std::chrono::milliseconds(0));
    // A wait forgives nothing: the last waits are longer than an hour, and 15 misses would never be reached.
    lockout.since_decay += passed - std::min(passed, kept_.wait_left);
    // At rest only staff lift it: time alone would hand a patient guesser one try an hour.
    if (lockout.misses >= misses_before_rest) return lockout;
    while (lockout.misses > 0 && lockout.since_decay >= decay) {
        lockout.since_decay -= decay;
        --lockout.misses;
    }
    if (lockout.misses == 0) lockout.since_decay = std::chrono::milliseconds(0);
    return lockout;
}

std::chrono::milliseconds CodeGuard::wait_left() const { return now().wait_left; }

bool CodeGuard::is_resting() const { return kept_.misses >= misses_before_rest; }

base::Result<void> CodeGuard::count(bool is_miss) {
    storage::Lockout lockout = now();
    if (is_miss && lockout.misses < misses_before_rest) {
        ++lockout.misses;
        lockout.wait_left = wait_after(lockout.misses);
    }
    // Kept in memory first: if the disk refuses, the wait still holds for as long as the kiosk runs.
    kept_ = lockout;
    kept_at_ = clock_.moment();
    return store_.set_lockout(lockout);
}

base::Result<void> CodeGuard::lift(std::int64_t by) {
    TRY(store_.lift_lockout(by));
    kept_ = {};
    kept_at_ = clock_.moment();
    return {};
}

} // namespace kiosk
