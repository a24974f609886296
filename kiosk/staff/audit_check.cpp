#include "kiosk/staff/audit_check.hpp"

#include "storage/record_bytes.hpp"

#include <algorithm>

namespace kiosk {

namespace {
constexpr base::Literal kept_name{"audit_checked"};
}

AuditCheck::AuditCheck(storage::Store& store, const base::Clock& clock) : store_(store), clock_(clock) {
    const auto kept = store_.find_kept(kept_name);
    if (kept.is_error() || !kept.value()) return;
    storage::RecordReader reader(kept.value()->view());
    const base::UtcTime at{std::chrono::milliseconds(reader.number())};
    storage::AuditHead head;
    head.count = reader.number();
    const base::ByteView hash = reader.bytes();
    if (!reader.is_whole() || hash.size() != head.hash.size()) return;
    std::ranges::copy(hash, head.hash.begin());
    checked_ = at;
    checked_head_ = head;
}

void AuditCheck::begin() {
    place_ = {};
    broken_at_.reset();
    is_whole_ = false;
    is_cut_ = false;
    is_running_ = true;
}

bool AuditCheck::step() {
    if (!is_running_) return false;
    const storage::AuditHead before = place_;
    const auto next = store_.verify_audit_after(before, entries_a_step);
    if (next.is_error()) {
        // Which of the piece it is, one by one: this happens once.
        while (true) {
            const auto one = store_.verify_audit_after(place_, 1);
            if (one.is_error() || one.value().count == place_.count) break;
            place_ = one.value();
        }
        broken_at_ = place_.count + 1;
        is_running_ = false;
        return false;
    }
    place_ = next.value();
    // The entries that were whole then must still be the same ones.
    if (before.count < checked_head_.count && checked_head_.count <= place_.count) {
        const auto then = store_.verify_audit_after(before, static_cast<int>(checked_head_.count - before.count));
        if (!then.is_error() && then.value().hash != checked_head_.hash) broken_at_ = checked_head_.count;
    }
    if (broken_at_) {
        is_running_ = false;
    } else if (place_.count == before.count) {
        finish();
    }
    return is_running_;
}

void AuditCheck::finish() {
    is_running_ = false;
    const auto sent = store_.last_sent_audit_entry();
    is_cut_ = place_.count < checked_head_.count || (!sent.is_error() && place_.count < sent.value());
    is_whole_ = !is_cut_ && !sent.is_error();
    if (!is_whole_) return;
    checked_ = clock_.now();
    checked_head_ = place_;
    storage::RecordWriter writer;
    writer.number(checked_->time_since_epoch().count()).number(place_.count).bytes(place_.hash);
    // On a full disk it is looked at again after the next start; that is all.
    (void)store_.keep(kept_name, writer.take());
}

AuditHealth AuditCheck::health() const {
    AuditHealth health;
    health.is_cut = is_cut_;
    health.broken_at = broken_at_;
    health.checked = checked_;
    health.checked_entries = checked_head_.count;
    if (is_cut_ || broken_at_) {
        health.condition = Condition::look;
    } else if (checked_) {
        health.condition = Condition::good;
    }
    return health;
}

} // namespace kiosk
