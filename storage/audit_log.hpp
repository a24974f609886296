// The audit log: append-only events from a closed catalogue, each entry hashing the one before. An event is a literal
// and its fields are numbers or literals: never a name, a code or free text. Main thread.
#pragma once

#include "base/clock.hpp"
#include "base/event_log.hpp"
#include "base/uuid.hpp"
#include "crypto/digest.hpp"
#include "storage/audit_events.hpp"

#include <optional>
#include <string>
#include <vector>

namespace storage {

struct AuditEntry {
    std::int64_t number = 0; // from 1
    base::Uuid id;
    // {"n":1,"at":"2026-10-13T20:30:00.000Z","event":"kiosk_started","fields":{…}} exactly as hashed. Empty for an
    // entry that lies in the database but does not open any more: only its number is known then.
    std::string text;
    crypto::Sha256 hash; // SHA-256(hash before ‖ text); 32 zero bytes before the first
};

// What a member of the staff did.
struct StaffAct {
    AuditEvent event;
    std::int64_t by = 0;
};

struct AuditHead {
    std::int64_t count = 0;
    crypto::Sha256 hash{};
};

enum class AuditFaultKind {
    unreadable, // changed on the disk, or moved there from another place
    missing,    // removed; later ones are there
    changed,    // opens, but its hash does not follow from the ones before
    cut_off,    // removed with all that came after it: the kept head, or a batch, tells that it was there
    added,      // stands after the end that is kept
    no_end,     // no end of the log is kept or it does not open: whether this entry is the newest is not known
};

struct AuditFault {
    AuditFaultKind kind{};
    std::int64_t number = 0; // of the first entry that does not fit
};
// "entry 5 is missing": for the operator.
[[nodiscard]] std::string text_of(const AuditFault& fault);

// How far the chain has been recomputed. Starts as it is; Store::check_audit goes on with it.
struct AuditCheck {
    AuditHead whole; // up to here
    std::optional<AuditFault> fault;
    bool is_done = false; // the end or a fault was met
    [[nodiscard]] bool is_whole() const { return is_done && !fault; }
};

} // namespace storage
