#include "kiosk/staff/pin_guard.hpp"

#include <algorithm>

namespace kiosk {

namespace {

constexpr std::size_t many_badges = 4 * storage::Store::most_unknown_badges;

} // namespace

std::chrono::milliseconds PinGuard::wait_after(int tries) {
    if (tries < tries_before_wait) return std::chrono::milliseconds(0);
    return first_wait * (1 << (std::min(tries, tries_before_closed) - tries_before_wait));
}

base::Result<PinGuard> PinGuard::open(storage::Store& store, const base::Clock& clock) {
    PinGuard guard(store, clock);
    for (const auto& tries : TRY(store.staff_tries())) guard.kept_[tries.tag] = {tries.lockout, clock.moment()};
    return guard;
}

int PinGuard::tries(const crypto::IndexTag& badge) const {
    const auto found = kept_.find(badge);
    return found == kept_.end() ? 0 : found->second.lockout.misses;
}

std::chrono::milliseconds PinGuard::wait_left(const crypto::IndexTag& badge) const {
    const auto found = kept_.find(badge);
    if (found == kept_.end()) return std::chrono::milliseconds(0);
    const auto passed = clock_->moment() - found->second.at;
    return std::max(found->second.lockout.wait_left - passed, std::chrono::milliseconds(0));
}

bool PinGuard::is_closed(const crypto::IndexTag& badge) const { return tries(badge) >= tries_before_closed; }

base::Result<void> PinGuard::count(const crypto::IndexTag& badge, std::int64_t number) {
    storage::Lockout lockout;
    lockout.misses = std::min(tries(badge) + 1, tries_before_closed);
    lockout.wait_left = wait_after(lockout.misses);
    TRY(store_->count_staff_try({badge, lockout}, number));
    kept_[badge] = {lockout, clock_->moment()};
    return kept_.size() > many_badges ? forget_what_the_store_forgot() : base::Result<void>();
}

base::Result<void> PinGuard::forget_what_the_store_forgot() {
    const auto stored = TRY(store_->staff_tries());
    std::erase_if(kept_, [&](const auto& kept) {
        return std::none_of(stored.begin(), stored.end(), [&](const auto& tries) { return tries.tag == kept.first; });
    });
    return {};
}

} // namespace kiosk
