// What the files of the Store share: the database, the keys, and the ways to seal and open a column. Included by
// store_*.cpp only. Main thread.
#pragma once

#include "crypto/blind_index.hpp"
#include "crypto/record_cipher.hpp"
#include "storage/key_ring.hpp"
#include "storage/record_forms.hpp"
#include "storage/store.hpp"

namespace storage {

// How the roster that stands now is kept; the same for every look-up, so it is read once.
struct RosterShape {
    std::int64_t key = 0;
    std::size_t record_size = 0;
};

struct Store::Parts {
    Parts(std::unique_ptr<Database> opened, StoreKeys store_keys, const base::Clock& store_clock,
          base::Random& store_random)
        : database(std::move(opened)), keys(std::move(store_keys)), clock(store_clock), random(store_random),
          ring(*database, keys.wrapping) {}

    std::unique_ptr<Database> database;
    StoreKeys keys;
    const base::Clock& clock;
    base::Random& random;
    KeyRing ring;
    RosterShape roster;
    LookUpWork look_up_work;

    // One change of the store: a transaction, after which destroyed keys are in no file any more.
    template <typename Work>
    auto change(Work work) -> std::invoke_result_t<Work> {
        auto done = database->transaction(work, [this] { ring.forget(); });
        // The change stands either way; where the log could not be emptied now, the next change tries again.
        if (ring.has_traces() && database->empty_log()) ring.note_traces_gone();
        return done;
    }

    // UTC, days since 1970-01-01: the day whose key seals what is kept now.
    [[nodiscard]] std::int64_t key_day() const {
        return std::chrono::floor<std::chrono::days>(clock.now()).time_since_epoch().count();
    }

    // `column` is "table.column"; with the row it is bound to the sealed bytes.
    base::Result<base::Bytes> seal(std::int64_t key, std::string_view column, base::ByteView row,
                                   const base::Secret& record, std::size_t padding = crypto::record_padding) {
        const crypto::RecordKey* opened = TRY(ring.open(key));
        return crypto::seal_record(*opened, {column, row, record_form}, record.view(), padding);
    }
    base::Result<base::Secret> open(std::int64_t key, std::string_view column, base::ByteView row,
                                    base::ByteView sealed, std::size_t padding = crypto::record_padding) {
        const crypto::RecordKey* opened = TRY(ring.open(key));
        auto record = crypto::open_record(*opened, {column, row, record_form}, sealed, padding);
        if (record.is_error()) {
            return base::out_of_service("database: a value of " + std::string(column) +
                                        " was changed or does not belong to its row");
        }
        return record;
    }

    // Roster (store_roster.cpp)
    base::Result<void> make_empty_roster();
    base::Result<RosterShape> read_roster_shape();
    base::Result<std::int64_t> start_roster(std::size_t record_size, const base::Secret& decoy);
    base::Result<void> replace_roster(std::span<const RosterEntry> entries, const RosterVersion& version,
                                      const SignedRoster* bundle);

    // Office (store_office.cpp)
    base::Result<void> keep_staff_facts(std::span<const RosterEntry> entries); // inside a transaction, as the next
    base::Result<void> keep_expected(std::span<const RosterEntry> entries, const crypto::RecordKey& key);
    base::Result<crypto::RecordKey> open_staff_key(const crypto::OfficeKey& office);

    // Kept (store_kept.cpp); all inside a transaction
    base::Result<void> keep(base::Literal name, const base::Secret& value);
    base::Result<std::optional<base::Secret>> find_kept(base::Literal name); // inside or outside of one
    base::Result<void> keep_kinds(const BatchRow& batch);
    base::Result<void> keep_roster_reach(std::span<const RosterEntry> entries);
    base::Result<std::int64_t> signed_roster_version();
    base::Result<void> keep_signed_roster(const SignedRoster& bundle);

    // Staff (store_staff.cpp); those that write inside a transaction
    base::Result<void> insert_office(const crypto::OfficeRecipient& office); // store_office.cpp
    base::Result<std::int64_t> next_staff_number();
    base::Result<void> insert_staff(const Store::NewStaff& staff);
    base::Result<StaffMember> read_staff(std::int64_t number, base::ByteView tag, std::int64_t key,
                                         base::ByteView sealed);
    base::Result<StaffMember> find_staff(std::int64_t number);
    base::Result<void> update_staff(const StaffMember& member);
    base::Result<void> forget_staff_tries(base::ByteView tag);
    base::Result<void> keep_lockout(const Lockout& lockout); // store.cpp

    // Submissions (store_submissions.cpp); all inside a transaction
    base::Result<void> insert_submission(const NewSubmission& submission);
    base::Result<void> drop_check_in(const NewSubmission& withdrawal, const base::Uuid& withdrawn);

    // Desk (store_desk.cpp); the writing ones inside a transaction
    base::Result<DeskArrival> read_desk_arrival(Statement& row);
    base::Result<void> insert_item(const DeskItem& item, std::int64_t day);
    base::Result<void> set_desk_state(const base::Uuid& check_in, const DeskState& state);

    // Audit (store_audit.cpp); inside a transaction
    base::Result<void> append_audit(AuditEvent event, std::initializer_list<base::LogField> fields);
    base::Result<void> append_audit_after(AuditHead& head, AuditEvent event,
                                          std::initializer_list<base::LogField> fields);
    // The end of the log as it was sealed with the newest entry; none if there is none or it does not open.
    base::Result<std::optional<AuditHead>> find_kept_audit_head();
    base::Result<void> keep_audit_head(const AuditHead& head);
    // Where no end is kept: the newest entry, if it opens.
    base::Result<AuditHead> guess_audit_head();
    base::Result<AuditEntry> open_audit_entry(const Statement& row); // number, key, entry
    // The largest number that is known to have been used.
    base::Result<std::int64_t> last_audit_number();
    base::Result<std::vector<AuditEntry>> read_audit(const char* order, std::int64_t from, std::int64_t most);
};

// As in "roster.code_day" and "arrival.slot": 2026-10-13.
[[nodiscard]] std::string day_text(std::chrono::year_month_day day);
[[nodiscard]] std::int64_t day_number(std::chrono::year_month_day day);

} // namespace storage
