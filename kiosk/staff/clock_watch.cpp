#include "kiosk/staff/clock_watch.hpp"

#include "storage/record_bytes.hpp"

#include <algorithm>

namespace kiosk {

namespace {

constexpr base::Literal kept_name{"clock_seen"};

// A kiosk that has never written it down: when its list of visits came. Not by its batches, which it also seals while
// its clock is wrong: after a restart they would speak for that clock.
std::optional<base::UtcTime> newest_in(storage::Store& store) {
    const auto roster = store.roster_version();
    if (roster.is_error() || !roster.value()) return std::nullopt;
    return roster.value()->imported;
}

} // namespace

ClockWatch::ClockWatch(storage::Store* store, const base::Clock& clock) : store_(store), clock_(clock) {
    if (store_ == nullptr) return;
    const auto kept = store_->find_kept(kept_name);
    if (!kept.is_error() && kept.value()) {
        storage::RecordReader reader(kept.value()->view());
        const base::UtcTime newest{std::chrono::milliseconds(reader.number())};
        if (reader.is_whole()) kept_ = newest_ = newest;
    }
    if (!newest_) newest_ = newest_in(*store_);
}

ClockState ClockWatch::state() const {
    const base::UtcTime now = clock_.now();
    if (now < released) return ClockState::before_release;
    if (!newest_) return ClockState::right;
    if (now < *newest_ - small) return ClockState::behind;
    return now > *newest_ + longest_rest ? ClockState::ahead : ClockState::right;
}

void ClockWatch::observe() {
    if (state() != ClockState::right) return;
    const base::UtcTime now = clock_.now();
    newest_ = newest_ ? std::max(*newest_, now) : now;
    if (kept_ && *newest_ - *kept_ < std::chrono::hours(1)) return;
    (void)keep(*newest_); // on a full disk the next hour tries again
}

base::Result<void> ClockWatch::trust_now() {
    const base::UtcTime now = clock_.now();
    if (now < released) return base::ask_again("clock: set it first; it is earlier than any kiosk");
    TRY(keep(now));
    newest_ = now;
    vouched_ = now;
    return {};
}

base::Result<void> ClockWatch::keep(base::UtcTime newest) {
    if (store_ == nullptr) return {};
    storage::RecordWriter writer;
    TRY(store_->keep(kept_name, writer.number(newest.time_since_epoch().count()).take()));
    kept_ = newest;
    return {};
}

ClockHealth ClockWatch::health(const std::optional<ClockOffset>& told) const {
    ClockHealth health;
    health.now = clock_.now();
    health.state = state();
    health.newest_seen = newest_;
    // A time that has not come was told to a clock that has been set back since.
    const bool is_of_this_clock = told && told->at <= health.now && (!vouched_ || told->at >= *vouched_);
    if (is_of_this_clock) health.told = told;
    const bool is_off = health.told && std::chrono::abs(health.told->behind) > small / 2;
    health.condition = health.state != ClockState::right || is_off ? Condition::look : Condition::good;
    return health;
}

} // namespace kiosk
