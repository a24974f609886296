// The lines of a batch as types: one place that writes each record's JSON, so that every screen makes lines the
// agency's parser and the JSON Schemas in docs/schemas accept. Any thread.
#pragma once

#include "base/clock.hpp"
#include "base/secret.hpp"
#include "base/uuid.hpp"
#include "storage/audit_log.hpp"
#include "storage/ids.hpp"
#include "storage/submission.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kiosk {

enum class Proof { none, code, code_and_birth_date, staff };
[[nodiscard]] std::string_view name_of(Proof proof); // as in the batch format

// What every line has.
struct RecordHead {
    base::Uuid id;
    storage::SubmissionKind kind{};
    base::UtcTime at;
    std::string time_zone; // IANA, of the office
    std::optional<storage::PersonId> person;
    std::optional<storage::VisitId> visit;
    Proof proof = Proof::none;
    std::string language; // BCP 47
};

struct CheckInData {
    bool is_unlisted = false;
    base::UtcTime arrived;
    int adults = 0;                   // besides the person, 0 to 9
    int children = 0;                 // 0 to 9
    std::vector<std::string> needs;   // of check_in_needs, none twice
    std::string interpreter_language; // BCP 47, if interpreter is among the needs
    storage::Ticket ticket;
    std::string other_note;       // the person's own words, if other is among the needs
    bool is_entered_late = false; // staff keyed in a slip that was filled in while the kiosk was down
};
// Of the words for "something else": characters, as JSON Schema counts them.
constexpr std::size_t most_other_note = 200;
constexpr std::array<std::string_view, 9> check_in_needs{
    "interpreter", "quiet_room", "wheelchair", "feeding", "sign_language", "forms", "large_print", "snack", "other"};

struct WithdrawalData {
    base::Uuid withdrawn;
};

enum class HelpKind { person, safety }; // neutral on screen
[[nodiscard]] std::string_view name_of(HelpKind kind);
struct HelpRequestData {
    HelpKind kind = HelpKind::person;
    std::string page; // where it was asked: "home", "identify" …: a screen's own id
};

// What staff did about an arrival.
enum class StaffStep { acknowledge, call, start, end, undo };
[[nodiscard]] std::string_view name_of(StaffStep step);
enum class UndoReason { wrong_person, wrong_button, visit_moved, other };
inline constexpr std::array all_undo_reasons{UndoReason::wrong_person, UndoReason::wrong_button,
                                             UndoReason::visit_moved, UndoReason::other};
[[nodiscard]] std::string_view name_of(UndoReason reason);
struct StaffEventData {
    StaffStep step{};
    base::Uuid check_in = {};
    std::int64_t by = 0;                  // number of the member of the staff, from 1
    std::string room = {};                // to which they were called, if it is known
    std::optional<StaffStep> undoes = {}; // for undo only, with its reason
    std::optional<UndoReason> reason = {};
};

[[nodiscard]] base::Secret check_in_line(const RecordHead& head, const CheckInData& data);
[[nodiscard]] base::Secret withdrawal_line(const RecordHead& head, const WithdrawalData& data);
[[nodiscard]] base::Secret help_request_line(const RecordHead& head, const HelpRequestData& data);
[[nodiscard]] base::Secret staff_event_line(const RecordHead& head, const StaffEventData& data);
// When the entry was made, from its own text.
[[nodiscard]] base::Result<base::UtcTime> audit_time(const storage::AuditEntry& entry);
// An entry of the audit log: {"n","event","fields","text","hash"}, `text` exactly as it was hashed. Its zone is UTC
// and its language "zxx", no linguistic content. Refused (out_of_service) if the entry's text is not the log's JSON.
[[nodiscard]] base::Result<base::Secret> audit_line(const storage::AuditEntry& entry);

} // namespace kiosk
