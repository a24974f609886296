// Everything the kiosk keeps: one SQLite file, one connection, one process. Each method is one transaction: done and
// on the disk when it returns without error, or not done at all. Main thread.
#pragma once

#include "base/files.hpp"
#include "base/random.hpp"
#include "crypto/guarded_key.hpp"
#include "crypto/office_key.hpp"
#include "storage/audit_log.hpp"
#include "storage/batch_ledger.hpp"
#include "storage/roster.hpp"
#include "storage/submission.hpp"

#include <memory>

namespace storage {

struct StoreKeys {
    crypto::WrappingKey wrapping;
    crypto::StaffWrappingKey staff_wrapping;
    crypto::IndexKey index;
};

// Tries to guess a code, counted for the kiosk as a whole. Steady durations, so that no clock change shortens a wait.
struct Lockout {
    int misses = 0;
    std::chrono::milliseconds wait_left{0};   // of the wait that is running
    std::chrono::milliseconds since_decay{0}; // powered-on time since the last miss was forgiven
};

class Store {
public:
    // Opens or makes the database at `path`, takes its exclusive lock (retry_later if another process has it), brings
    // its schema forward, and refuses (out_of_service, file kept) a schema newer than this program or a damaged file.
    // `vfs` names a registered SQLite VFS; null for the system's.
    [[nodiscard]] static base::Result<std::unique_ptr<Store>> open(const base::Path& path, StoreKeys keys,
                                                                   const base::Clock& clock, base::Random& random,
                                                                   const char* vfs = nullptr);
    ~Store();

    // Roster ----------------------------------------------------------------------------------------------------
    // Replaces all rows by these, under a new key; the old key is destroyed with the old rows.
    base::Result<void> replace_roster(std::span<const RosterEntry> entries, const RosterVersion& version);
    // The visits of the holder of `visit_code` on `day`. Exactly one read and one decryption of a fixed size, found
    // or not; nothing about the work tells which. An empty store does the same work on a dummy.
    base::Result<std::optional<RosterHit>> look_up(std::string_view visit_code, std::chrono::year_month_day day);
    [[nodiscard]] LookUpWork look_up_work() const;
    base::Result<std::optional<RosterVersion>> roster_version();

    // Office: what only staff may read -------------------------------------------------------------------------------
    // To whom it is sealed; none before there are staff.
    base::Result<std::optional<crypto::OfficeRecipient>> office();
    // Once: what was kept for staff before is sealed to the office in the same step. Another office is refused.
    base::Result<void> set_office(const crypto::OfficeRecipient& office);
    base::Result<std::optional<StaffFacts>> find_staff_facts(const crypto::OfficeKey& key, const VisitId& visit,
                                                             const PersonId& person);

    // Submissions -------------------------------------------------------------------------------------------------
    // Keeps one submission that leaves no stub.
    base::Result<void> add(const NewSubmission& submission);
    // Keeps a check-in together with its arrival of `day`. If that person is already checked in to that visit, keeps
    // nothing and gives back the arrival that stands; an unlisted arrival is always new. A ticket in use that day is
    // refused (ask_again): choose another.
    base::Result<std::optional<Arrival>> check_in(const NewSubmission& submission, const Arrival& arrival,
                                                  std::chrono::year_month_day day);
    base::Result<std::optional<Arrival>> find_arrival(const VisitId& visit, const PersonId& person,
                                                      std::chrono::year_month_day day);
    base::Result<std::vector<Arrival>> arrivals(std::chrono::year_month_day day);
    // Keeps a withdrawal of the check-in `withdrawn` and removes its arrival, in one step.
    base::Result<void> withdraw_check_in(const NewSubmission& withdrawal, const base::Uuid& withdrawn);
    // All that is not yet in a written or published batch, oldest first.
    base::Result<std::vector<PendingSubmission>> pending();
    struct Waiting {
        std::int64_t count = 0;
        std::optional<base::UtcTime> oldest;
    };
    base::Result<Waiting> waiting();
    // Removes stubs of days before `today` and destroys the keys no row needs any more.
    base::Result<void> forget_before(std::chrono::year_month_day today);

    // Batches -----------------------------------------------------------------------------------------------------
    // Sets the epoch if none is set; a second call changes nothing.
    base::Result<void> begin_epoch(const std::string& epoch);
    base::Result<BatchPosition> next_position();
    base::Result<void> record_batch(const BatchRow& batch); // state written
    // Replaces the members' payloads by stubs.
    base::Result<void> mark_published(const std::string& epoch, std::int64_t seq);
    // Frees the members. Appends the audit event `batch_lost` with epoch-relative seq in the same transaction.
    base::Result<void> mark_lost(const std::string& epoch, std::int64_t seq);
    base::Result<std::vector<BatchRow>> unfinished_batches();
    base::Result<std::int64_t> published_count();

    // Audit -------------------------------------------------------------------------------------------------------
    base::Result<void> append_audit(base::Literal event, std::initializer_list<base::LogField> fields = {});
    base::Result<std::vector<AuditEntry>> audit_entries(std::int64_t after); // number > after, oldest first
    base::Result<std::vector<AuditEntry>> unsent_audit_entries();            // not in a written or published batch
    base::Result<AuditHead> audit_head();
    // Recomputes the whole chain; an error names the first entry that does not fit.
    base::Result<void> verify_audit();

    // Lockout -----------------------------------------------------------------------------------------------------
    base::Result<Lockout> lockout();
    base::Result<void> set_lockout(const Lockout& lockout);

private:
    struct Parts;
    explicit Store(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> parts_;
};

} // namespace storage
