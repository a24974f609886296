#include "kiosk/staff/audit_watch.hpp"

#include "storage/record_bytes.hpp"

#include <algorithm>

namespace kiosk {

namespace {
constexpr base::Literal kept_name{"audit_checked"};
}

AuditWatch::AuditWatch(storage::Store& store, const base::Clock& clock)
    : store_(store), clock_(clock), begins_at_(clock.moment() + after_start) {
    const auto kept = store_.find_kept(kept_name);
    if (kept.is_error() || !kept.value()) return;
    storage::RecordReader reader(kept.value()->view());
    const base::UtcTime at{std::chrono::milliseconds(reader.number())};
    const std::int64_t entries = reader.number();
    if (!reader.is_whole()) return;
    checked_ = at;
    checked_entries_ = entries;
    // A check in a time that has not come says nothing about when the next is due.
    const auto ago = clock_.now() - at;
    if (ago >= std::chrono::milliseconds(0) && ago < every)
        begins_at_ = std::max(begins_at_, clock_.moment() + every - ago);
}

void AuditWatch::begin() {
    check_ = {};
    is_running_ = true;
}

bool AuditWatch::step() {
    if (!is_running_) return false;
    const auto done = store_.check_audit(check_, entries_a_step);
    // What cannot be read now is no verdict; what was known stays known.
    if (done.is_error()) {
        is_running_ = false;
        begins_at_ = clock_.moment() + every;
    }
    if (!done.is_error() && check_.is_done) note(check_);
    return is_running_;
}

void AuditWatch::pass_time() {
    const auto now = clock_.moment();
    if (now < wake_at()) return;
    if (!is_running_) begin();
    steps_at_ = now + step_every;
    (void)step();
}

base::Moment AuditWatch::wake_at() const { return is_running_ ? steps_at_ : begins_at_; }

void AuditWatch::note(const storage::AuditCheck& done) {
    is_running_ = false;
    begins_at_ = clock_.moment() + every;
    fault_ = done.fault;
    checked_.reset();
    checked_entries_ = 0;
    if (done.is_whole()) {
        checked_ = clock_.now();
        checked_entries_ = done.whole.count;
    }
    // After a fault nothing is kept of an earlier check that found none. On a full disk it is looked at again after the
    // next start; that is all.
    storage::RecordWriter writer;
    if (checked_) writer.number(checked_->time_since_epoch().count()).number(checked_entries_);
    (void)store_.keep(kept_name, writer.take());
}

AuditHealth AuditWatch::health() const {
    AuditHealth health;
    health.fault = fault_;
    health.checked = checked_;
    health.checked_entries = checked_entries_;
    if (fault_) {
        health.condition = Condition::look;
    } else if (checked_) {
        health.condition = Condition::good;
    }
    return health;
}

} // namespace kiosk
