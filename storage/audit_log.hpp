// The audit log: append-only events from a closed catalogue, each entry hashing the one before. An event is a literal
// and its fields are numbers or literals: never a name, a code or free text. Main thread.
#pragma once

#include "base/clock.hpp"
#include "base/event_log.hpp"
#include "base/uuid.hpp"
#include "crypto/digest.hpp"

#include <string>
#include <vector>

namespace storage {

struct AuditEntry {
    std::int64_t number = 0; // from 1
    base::Uuid id;
    // {"n":1,"at":"2026-10-13T20:30:00.000Z","event":"kiosk_started","fields":{…}} exactly as hashed.
    std::string text;
    crypto::Sha256 hash; // SHA-256(hash before ‖ text); 32 zero bytes before the first
};

struct AuditHead {
    std::int64_t count = 0;
    crypto::Sha256 hash{};
};

} // namespace storage
