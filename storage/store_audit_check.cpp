#include "storage/store_parts.hpp"

namespace storage {

using base::Result;

namespace {

constexpr std::int64_t entries_at_once = 1000;

std::optional<AuditFaultKind> fault_of(const AuditHead& before, const AuditEntry& entry) {
    if (entry.hash != crypto::sha256(before.hash, base::bytes_of(entry.text))) return AuditFaultKind::changed;
    // The hash covers the text, and an entry may have been written anew with its own at another place.
    const std::string start = "{\"n\":" + std::to_string(before.count + 1) + ",";
    return entry.text.starts_with(start) ? std::nullopt : std::optional(AuditFaultKind::changed);
}

// What tells, besides the entries, how many there were.
std::optional<AuditFault> fault_at_end(const AuditHead& whole, const std::optional<AuditHead>& kept,
                                       std::int64_t sent) {
    if (kept && kept->count < whole.count) return AuditFault{AuditFaultKind::added, kept->count + 1};
    if (std::max(kept ? kept->count : 0, sent) > whole.count) {
        return AuditFault{AuditFaultKind::cut_off, whole.count + 1};
    }
    if (!kept && whole.count > 0) return AuditFault{AuditFaultKind::no_end, whole.count};
    if (kept && kept->hash != whole.hash) return AuditFault{AuditFaultKind::changed, whole.count};
    return std::nullopt;
}

} // namespace

std::string text_of(const AuditFault& fault) {
    std::string entry = "entry " + std::to_string(fault.number);
    switch (fault.kind) {
    case AuditFaultKind::unreadable: return entry + " was changed, or put there from another place";
    case AuditFaultKind::missing: return entry + " is missing";
    case AuditFaultKind::changed: return entry + " does not follow from the ones before it";
    case AuditFaultKind::cut_off: return entry + " is missing, and all that came after it";
    case AuditFaultKind::added: return entry + " stands after the end that was kept";
    case AuditFaultKind::no_end: return entry + " is the newest here, but the end of the log that was kept is gone";
    }
    return entry;
}

Result<void> Store::check_audit(AuditCheck& check, std::int64_t most) {
    if (check.is_done) return {};
    const auto found = [&](AuditFaultKind kind) {
        check.fault = {kind, check.whole.count + 1};
        check.is_done = true;
    };
    const std::vector<AuditEntry> entries = TRY(audit_entries(check.whole.count, most));
    for (const AuditEntry& entry : entries) {
        if (entry.number != check.whole.count + 1) {
            found(AuditFaultKind::missing);
        } else if (entry.text.empty()) {
            found(AuditFaultKind::unreadable);
        } else if (const auto kind = fault_of(check.whole, entry)) {
            found(*kind);
        }
        if (check.is_done) return {};
        check.whole = {entry.number, entry.hash};
    }
    if (std::ssize(entries) == most) return {};
    const auto kept = TRY(parts_->find_kept_audit_head());
    const std::int64_t sent =
        TRY(parts_->database->number("SELECT coalesce(max(audit_to), 0) FROM batch WHERE state <> 'lost'"));
    check.fault = fault_at_end(check.whole, kept, sent);
    check.is_done = true;
    return {};
}

Result<AuditCheck> Store::verify_audit() {
    AuditCheck check;
    while (!check.is_done) TRY(check_audit(check, entries_at_once));
    return check;
}

} // namespace storage
