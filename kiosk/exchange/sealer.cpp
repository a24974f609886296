#include "kiosk/exchange/sealer.hpp"

#include "kiosk/exchange/batch_file.hpp"
#include "kiosk/exchange/batch_name.hpp"
#include "kiosk/exchange/record_line.hpp"

#include <algorithm>

namespace kiosk {

namespace {

using storage::SubmissionKind;

// DESIGN section 4: what is not urgent leaves at most an hour after it was made.
constexpr std::chrono::hours oldest_audit_alone{1};

bool is_urgent(SubmissionKind kind) { return kind == SubmissionKind::check_in || kind == SubmissionKind::help_request; }

} // namespace

// The batch that is being put together.
struct Sealer::Draft {
    std::vector<base::Secret> lines;
    std::vector<base::Uuid> members;
    storage::KindCounts kinds;
    std::size_t bytes = 0;
    std::int64_t audit_from = 0; // as in storage::BatchRow
    std::int64_t audit_to = 0;
    int written = 0; // batches made so far

    [[nodiscard]] bool has_room_for(std::size_t size) const {
        return lines.size() < batch_records_most && (lines.empty() || bytes + size <= batch_plain_most);
    }
    void take(base::Secret line) {
        bytes += line.size() + 1;
        lines.push_back(std::move(line));
    }
    void start_again() {
        const int so_far = written;
        *this = Draft();
        written = so_far;
    }
};

Sealer::Sealer(storage::Store& store, base::Files& files, base::Path outbox, SealerNames names,
               const crypto::SigningKey& signing, std::vector<crypto::AgeRecipient> recipients,
               const base::Clock& clock, base::Random& random)
    : store_(store), files_(files), outbox_(std::move(outbox)), names_(std::move(names)), signing_(signing),
      recipients_(std::move(recipients)), clock_(clock), random_(random) {}

base::Result<int> Sealer::seal(AuditAlone audit) {
    // A batch before these may still wait for its name, if an earlier call met a full disk.
    TRY(finish_written());
    std::vector<storage::PendingSubmission> pending = TRY(store_.pending());
    const std::vector<storage::AuditEntry> entries = TRY(store_.unsent_audit_entries());
    Draft draft;
    for (const SubmissionKind urgent : {SubmissionKind::check_in, SubmissionKind::help_request}) {
        for (storage::PendingSubmission& submission : pending) {
            if (submission.kind == urgent) TRY(add(draft, std::move(submission)));
        }
        TRY(write(draft));
    }
    for (storage::PendingSubmission& submission : pending) {
        if (!is_urgent(submission.kind)) TRY(add(draft, std::move(submission)));
    }
    if (!draft.lines.empty() || TRY(may_travel(entries, audit))) {
        for (const storage::AuditEntry& entry : entries) TRY(add(draft, entry));
    }
    TRY(write(draft));
    return draft.written;
}

base::Result<bool> Sealer::may_travel(const std::vector<storage::AuditEntry>& entries, AuditAlone audit) const {
    if (entries.empty()) return false;
    if (audit == AuditAlone::travels) return true;
    return clock_.now() - TRY(audit_time(entries.front())) >= oldest_audit_alone;
}

base::Result<void> Sealer::add(Draft& draft, storage::PendingSubmission submission) {
    if (!draft.has_room_for(submission.line.size() + 1)) TRY(write(draft));
    draft.members.push_back(submission.id);
    ++draft.kinds[submission.kind];
    draft.take(std::move(submission.line));
    return {};
}

base::Result<void> Sealer::add(Draft& draft, const storage::AuditEntry& entry) {
    base::Secret line = TRY(audit_line(entry));
    // A ledger row names its entries by one range; after a lost batch there may be a gap between them.
    const bool is_next = draft.audit_to == 0 || draft.audit_to + 1 == entry.number;
    if (!is_next || !draft.has_room_for(line.size() + 1)) TRY(write(draft));
    if (draft.audit_to == 0) draft.audit_from = entry.number - 1;
    draft.audit_to = entry.number;
    ++draft.kinds[SubmissionKind::audit];
    draft.take(std::move(line));
    return {};
}

base::Result<void> Sealer::write(Draft& draft) {
    if (draft.lines.empty()) return {};
    const storage::BatchPosition position = TRY(store_.next_position());
    const storage::AuditHead head = TRY(store_.audit_head());
    const BatchHeader header{.kiosk = names_.kiosk,
                             .site = names_.site,
                             .epoch = position.epoch,
                             .seq = position.seq,
                             .prev = position.prev,
                             .count = static_cast<std::int64_t>(draft.lines.size()),
                             .created = clock_.now(),
                             .audit_head = base::to_hex(head.hash),
                             .audit_count = head.count,
                             .receipts_seen = 0,
                             .roster_recipient = names_.roster_recipient};
    const SealedBatch batch = TRY(seal_batch(header, draft.lines, recipients_, signing_));
    storage::BatchRow row;
    row.epoch = position.epoch;
    row.seq = position.seq;
    row.sha256 = batch.sha256;
    row.state = storage::BatchState::written;
    row.created = header.created;
    row.members = draft.members;
    row.audit_from = draft.audit_from;
    row.audit_to = draft.audit_to;
    row.kinds = draft.kinds;
    TRY_DOING(keep_parts(row, batch.sealed, batch.signature), "writing a batch");
    TRY_DOING(store_.record_batch(row), "recording a batch");
    TRY_DOING(publish(row), "naming a batch");
    draft.start_again();
    ++draft.written;
    return {};
}

} // namespace kiosk
