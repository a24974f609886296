// Is the kiosk well: every fact of it as a value, each with a condition, for the staff's page and for `kioskctl status`.
// Holds numbers and closed words only, nothing of a person. Judged in health_reader; any thread.
#pragma once

#include "base/disk_space.hpp"
#include "kiosk/exchange/clock_offset.hpp"
#include "kiosk/exchange/courier_journal.hpp"
#include "storage/store.hpp"

#include <optional>
#include <string>
#include <vector>

namespace kiosk {

enum class Condition {
    good,
    look,    // somebody should look at it
    unknown, // nobody can tell, or there is nothing to tell yet: no error
};
[[nodiscard]] std::string_view name_of(Condition condition);

// Records that the agency does not have yet, as far as this kiosk knows.
struct WaitingKind {
    storage::SubmissionKind kind{};
    std::int64_t count = 0;
    base::UtcTime oldest; // when it was made, or sealed if only that is known
};
struct WaitingHealth {
    Condition condition = Condition::unknown;
    std::int64_t records = 0; // all of them; entries of the audit log are not counted
    std::int64_t unsealed = 0;
    std::int64_t batches = 0; // sealed, and not delivered by the courier's word
    std::optional<base::UtcTime> oldest;
    std::vector<WaitingKind> kinds; // oldest first
};

// By the courier's own word, which proves nothing.
struct DeliveryHealth {
    Condition condition = Condition::unknown;
    std::optional<base::UtcTime> last;
    std::optional<CourierJournal::LastFailure> failure; // only if it came after the last delivery
};

struct SpaceHealth {
    Condition condition = Condition::unknown;
    std::optional<base::DiskSpace> disk;
    bool has_reserve = false;     // the ballast that is given up when the disk is full
    std::int64_t kept_bytes = 0;  // database and outbox
    std::optional<int> days_left; // at the pace so far, without sending; at most most_days_told
};
constexpr int most_days_told = 999;

enum class ClockState {
    right,
    before_release, // earlier than any kiosk can be
    behind,         // earlier than what it has seen
    ahead,          // much later than what it has seen
};
[[nodiscard]] std::string_view name_of(ClockState state);
struct ClockHealth {
    Condition condition = Condition::unknown;
    ClockState state = ClockState::right;
    base::UtcTime now;
    std::optional<base::UtcTime> newest_seen;
    std::optional<ClockOffset> told; // by the courier; none: not checked since somebody vouched for ours
};

struct RosterHealth {
    Condition condition = Condition::unknown;
    std::optional<storage::RosterVersion> version;
    std::optional<int> days_ahead; // to the last day with a visit; negative: all are over
};

enum class PrinterState {
    not_asked, // or no answer yet
    none,      // none is set up: that is no fault
    missing,   // the one that is meant is not there, none of several is meant, or CUPS does not answer
    ready,
    needs_paper,
    stopped, // or takes no sheets
};
[[nodiscard]] std::string_view name_of(PrinterState state);
struct PrinterHealth {
    Condition condition = Condition::unknown;
    PrinterState state = PrinterState::not_asked;
};

struct ScannerHealth {
    Condition condition = Condition::unknown; // good once something was scanned since the kiosk started
    std::optional<base::UtcTime> last_scan;
};

enum class SoundState { unused, working, no_sound, no_voice }; // as ui::SpeechState
struct SoundHealth {
    Condition condition = Condition::unknown;
    SoundState state = SoundState::unused;
};
[[nodiscard]] std::string_view name_of(SoundState state);

struct AuditHealth {
    Condition condition = Condition::unknown; // good only if the whole chain was looked at and fits
    storage::AuditHead head;
    std::optional<base::UtcTime> checked; // when the whole of it was last found whole
    std::int64_t checked_entries = 0;
    std::optional<storage::AuditFault> fault; // the first entry that does not fit
};

struct StoreHealth {
    Condition condition = Condition::unknown;
    std::string trouble; // for the operator: why the records cannot be opened
};

struct Versions {
    std::string program;
    std::int64_t schema = 0;
    std::vector<std::pair<std::string, std::string>> libraries;
};

enum class HealthFact { records, waiting, delivery, space, clock, roster, directory, printer, scanner, sound, audit };
constexpr int health_fact_count = static_cast<int>(HealthFact::audit) + 1;
[[nodiscard]] std::string_view name_of(HealthFact fact);

struct Health {
    StoreHealth records;
    WaitingHealth waiting;
    DeliveryHealth delivery;
    SpaceHealth space;
    ClockHealth clock;
    RosterHealth roster;
    Condition directory = Condition::unknown; // the agency sends none yet
    PrinterHealth printer;
    ScannerHealth scanner;
    SoundHealth sound;
    AuditHealth audit;
    std::int64_t published_batches = 0;
    Versions versions;
};
[[nodiscard]] Condition condition_of(const Health& health, HealthFact fact);
[[nodiscard]] std::vector<HealthFact> to_look_at(const Health& health);
// Look if anything is to be looked at, else good: what nobody can tell is no fault.
[[nodiscard]] Condition condition_of(const Health& health);

} // namespace kiosk
