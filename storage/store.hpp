// Everything the kiosk keeps: one SQLite file, one connection, one process. Each method is one transaction: done and
// on the disk when it returns without error, or not done at all. Main thread.
#pragma once

#include "base/files.hpp"
#include "base/random.hpp"
#include "crypto/guarded_key.hpp"
#include "crypto/office_key.hpp"
#include "storage/audit_log.hpp"
#include "storage/batch_ledger.hpp"
#include "storage/desk.hpp"
#include "storage/roster.hpp"
#include "storage/staff.hpp"
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
    // The same with a roster that the agency signed: its version is kept and its audit event `roster_opened` written in
    // the same step. A version that is not higher than the one kept is refused (ask_again).
    base::Result<void> replace_roster(std::span<const RosterEntry> entries, const RosterVersion& version,
                                      const SignedRoster& bundle);
    // Of the signed roster that was used last, also if a CSV has taken its place; 0 before the first.
    base::Result<std::int64_t> signed_roster_version();
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
    // Everybody at each visit of `day`, by start; empty for a day the roster does not reach.
    base::Result<std::vector<Expected>> expected(const crypto::OfficeKey& key, std::chrono::year_month_day day);

    // Submissions -------------------------------------------------------------------------------------------------
    // Keeps one submission that leaves no stub.
    base::Result<void> add(const NewSubmission& submission);
    // The same, with what the desk is to look after on `day`.
    base::Result<void> add(const NewSubmission& submission, const DeskItem& item, std::chrono::year_month_day day);
    // Keeps a check-in together with its arrival of `day`. If that person is already checked in to that visit, keeps
    // nothing and gives back the arrival that stands; an unlisted arrival is always new. A ticket in use that day is
    // refused (ask_again): choose another.
    // What the desk is to know of it from the start is kept in the same step.
    struct ForDesk {
        DeskState state;
        std::optional<DeskItem> item;
        std::optional<StaffAct> act; // it was entered by staff: the event has `by`, `ticket` and `mark`
    };
    base::Result<std::optional<Arrival>> check_in(const NewSubmission& submission, const Arrival& arrival,
                                                  std::chrono::year_month_day day, const ForDesk& for_desk = {});
    base::Result<std::optional<Arrival>> find_arrival(const VisitId& visit, const PersonId& person,
                                                      std::chrono::year_month_day day);
    base::Result<std::vector<Arrival>> arrivals(std::chrono::year_month_day day);
    // Keeps a withdrawal of the check-in `withdrawn` and removes its arrival and what it asked for, in one step.
    base::Result<void> withdraw_check_in(const NewSubmission& withdrawal, const base::Uuid& withdrawn);
    // The same, by a member of the staff.
    base::Result<void> withdraw_check_in(const NewSubmission& withdrawal, const base::Uuid& withdrawn, AuditEvent audit,
                                         std::initializer_list<base::LogField> fields);
    // All that is not yet in a written or published batch, oldest first.
    base::Result<std::vector<PendingSubmission>> pending();
    struct Waiting {
        std::int64_t count = 0;
        std::optional<base::UtcTime> oldest;
    };
    base::Result<Waiting> waiting();
    // Removes stubs and desk items of days before `today` and destroys the keys no row needs any more.
    base::Result<void> forget_before(std::chrono::year_month_day today);

    // Desk: what staff do with the arrivals of a day ----------------------------------------------------------------
    base::Result<std::vector<DeskArrival>> desk_arrivals(std::chrono::year_month_day day); // in the order they came
    base::Result<std::optional<DeskArrival>> find_desk_arrival(const base::Uuid& check_in);
    // Sets how far an arrival has come and keeps the submission that tells of it: both or neither. An arrival that is
    // not there any more is refused (ask_again).
    // The audit event goes with it.
    base::Result<void> mark(const base::Uuid& check_in, const DeskState& state, const NewSubmission& event,
                            AuditEvent audit, std::initializer_list<base::LogField> fields);
    base::Result<std::vector<DeskItem>> desk_items(std::chrono::year_month_day day); // in the order they came
    // Seen and done, with its audit event; refused (ask_again) if it is not there.
    base::Result<void> mark_item(const DeskItem& item, AuditEvent audit, std::initializer_list<base::LogField> fields);

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
    // All of them, oldest first, without members and kinds.
    base::Result<std::vector<BatchRow>> published_batches();
    // Empty for a batch of which nobody counted them.
    base::Result<KindCounts> batch_kinds(const std::string& epoch, std::int64_t seq);

    // Audit -------------------------------------------------------------------------------------------------------
    // `fields` are exactly those of the catalogue, in its order. A broken log is gone on with, and the break stays to
    // be seen: no kiosk stands still because of it.
    base::Result<void> append_audit(AuditEvent event, std::initializer_list<base::LogField> fields = {});
    // number > after, oldest first, at most `most` of them.
    base::Result<std::vector<AuditEntry>> audit_entries(std::int64_t after, std::int64_t most = all_entries);
    // number < before, newest first, at most `most` of them.
    base::Result<std::vector<AuditEntry>> audit_entries_before(std::int64_t before, std::int64_t most);
    static constexpr std::int64_t all_entries = INT64_MAX;
    // Not in a written or published batch. Those that do not open are left out: they cannot be told.
    base::Result<std::vector<AuditEntry>> unsent_audit_entries();
    base::Result<AuditHead> audit_head();
    // Recomputes the chain by at most `most` more entries, so that a screen can do it between frames.
    base::Result<void> check_audit(AuditCheck& check, std::int64_t most);
    // All of it at once.
    base::Result<AuditCheck> verify_audit();

    // Staff -------------------------------------------------------------------------------------------------------
    // `by`: the number of the member who does it, 0 for the operator at kioskctl. Each writes its audit event in the
    // same step. A badge is 1 to 64 bytes.
    //
    // The office's key and its first members, once: with both a kiosk has staff, with neither it has none. A badge
    // that is not given keeps the seat for the first badge that the right code comes with.
    struct NewStaff {
        StaffMember member; // its number as next_staff_number() says, then one more each
        std::optional<base::Secret> badge;
    };
    base::Result<void> found_office(const crypto::OfficeRecipient& office, std::span<const NewStaff> members);
    base::Result<StaffBadge> find_staff(std::string_view badge);
    base::Result<std::vector<StaffMember>> staff(); // by number
    base::Result<std::int64_t> next_staff_number();
    // ask_again if the badge is somebody's.
    base::Result<void> add_staff(std::int64_t by, const NewStaff& staff);
    // A new one-time code: the lock before is gone, and with it whatever was tried.
    base::Result<void> reset_staff(std::int64_t by, std::int64_t number, const StaffLock& lock);

    // Tries of a PIN, kept before the PIN is looked at. `number`: whose badge it is, 0 for nobody's.
    struct StaffTries {
        crypto::IndexTag tag{};
        Lockout lockout;
    };
    static constexpr int most_unknown_badges = 256; // whose tries are remembered
    base::Result<std::vector<StaffTries>> staff_tries();
    base::Result<void> count_staff_try(const StaffTries& tries, std::int64_t number);
    // The PIN was wrong; `is_closed`: it was the last try until somebody lifts it.
    base::Result<void> refuse_staff(std::int64_t number, int misses, bool is_closed);
    // The one-time code was right: the tries are forgotten, and a PIN has to be chosen.
    base::Result<void> accept_staff_code(const crypto::IndexTag& tag, std::int64_t number);
    // `badge`: what they have shown. The seat of the first supervisor is theirs from now on.
    base::Result<void> set_staff_pin(std::int64_t number, const StaffLock& lock, std::string_view badge);
    // `grown`: the same PIN under parameters that cost more.
    base::Result<void> sign_staff_in(const crypto::IndexTag& tag, std::int64_t number, const StaffLock* grown);
    base::Result<void> lift_staff(std::int64_t by, std::int64_t number); // forgets the tries of one member
    base::Result<void> lift_all_staff(std::int64_t by);                  // of every badge, also of nobody's

    // Lockout -----------------------------------------------------------------------------------------------------
    base::Result<Lockout> lockout();
    base::Result<void> set_lockout(const Lockout& lockout);
    base::Result<void> lift_lockout(std::int64_t by); // visitors may type codes again

    // Kept from start to start ------------------------------------------------------------------------------------
    // One small value under each name, sealed; a new one takes the place of the old.
    base::Result<void> keep(base::Literal name, const base::Secret& value);
    // With what it was kept for: both or neither.
    base::Result<void> keep(base::Literal name, const base::Secret& value, AuditEvent audit,
                            std::initializer_list<base::LogField> fields);
    base::Result<std::optional<base::Secret>> find_kept(base::Literal name);
    // The last day for which the roster holds a visit; none before the first roster, or where nobody looked.
    base::Result<std::optional<std::chrono::year_month_day>> roster_reach();

private:
    struct Parts;
    explicit Store(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> parts_;
};

} // namespace storage
