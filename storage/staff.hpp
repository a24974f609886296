// The staff of the office: who they are by number, and what their PIN unlocks. Found by the badge, which is kept as a
// look-up tag and its last two characters only. Knows no PIN. Main thread.
#pragma once

#include "base/clock.hpp"
#include "crypto/blind_index.hpp"
#include "crypto/pin.hpp"

#include <optional>
#include <string>

namespace storage {

enum class StaffRole { front_desk, supervisor, technician };

// What a member types: the code they were given once, until they have chosen a PIN of their own.
enum class StaffPin { one_time_code, own };

// Opened by the PIN together with a key of the vault; how is known to kiosk/staff/member_lock.
struct StaffLock {
    crypto::PinParameters parameters;
    base::Bytes member_key; // wrapped by the key that the PIN gives
    base::Bytes held;       // sealed by the member's key: their role and, for most, the office's key
};

struct StaffMember {
    std::int64_t number = 0;  // from 1, never given twice
    crypto::IndexTag tag{};   // of the badge, as the store has it
    std::string badge_ending; // empty: the first supervisor, whose badge nobody has seen yet
    StaffRole role{};
    StaffPin pin{};
    base::UtcTime created;
    StaffLock lock;
};

// Where a badge leads, known or not.
struct StaffBadge {
    crypto::IndexTag tag{}; // of the badge; of the seat kept for the first supervisor, while there is one
    std::optional<StaffMember> member;
};

} // namespace storage
