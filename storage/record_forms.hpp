// How each type of this folder is written inside a sealed record, and read back. The forms belong to the schema version
// in `record_form`: to change one, raise it and seal the rows anew in a migration. Any thread.
#pragma once

#include "base/secret.hpp"
#include "storage/audit_log.hpp"
#include "storage/desk.hpp"
#include "storage/roster.hpp"
#include "storage/staff.hpp"
#include "storage/store.hpp"
#include "storage/submission.hpp"

namespace storage {

// The schema version that is bound to every sealed record.
constexpr std::uint32_t record_form = 1;

[[nodiscard]] base::Secret written(const RosterHit& hit);
[[nodiscard]] base::Secret written(const StaffFacts& facts);
[[nodiscard]] base::Secret written(const RosterVersion& version);
[[nodiscard]] base::Secret written(const NewSubmission& submission); // kind and line; the id is the row's own
[[nodiscard]] base::Secret written(const Arrival& arrival);
[[nodiscard]] base::Secret written(std::span<const Expected> people);
[[nodiscard]] base::Secret written(const DeskState& state);
[[nodiscard]] base::Secret written(const DeskItem& item);
[[nodiscard]] base::Secret written(const AuditEntry& entry);
[[nodiscard]] base::Secret written(const AuditHead& head);
[[nodiscard]] base::Secret written(const Lockout& lockout);
[[nodiscard]] base::Secret written(const StaffMember& member); // the number is the row's own

// out_of_service where the record is none of this form.
[[nodiscard]] base::Result<RosterHit> read_roster_hit(const base::Secret& record);
[[nodiscard]] base::Result<StaffFacts> read_staff_facts(const base::Secret& record);
[[nodiscard]] base::Result<RosterVersion> read_roster_version(const base::Secret& record);
[[nodiscard]] base::Result<PendingSubmission> read_submission(const base::Uuid& id, const base::Secret& record);
[[nodiscard]] base::Result<Arrival> read_arrival(const base::Secret& record);
[[nodiscard]] base::Result<std::vector<Expected>> read_expected(const base::Secret& record);
[[nodiscard]] base::Result<DeskState> read_desk_state(const base::Secret& record);
[[nodiscard]] base::Result<DeskItem> read_desk_item(const base::Secret& record);
[[nodiscard]] base::Result<AuditEntry> read_audit_entry(const base::Secret& record);
[[nodiscard]] base::Result<AuditHead> read_audit_head(const base::Secret& record);
[[nodiscard]] base::Result<Lockout> read_lockout(const base::Secret& record);
[[nodiscard]] base::Result<StaffMember> read_staff_member(std::int64_t number, const base::Secret& record);

} // namespace storage
