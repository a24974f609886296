// What a member's PIN opens: their own key, and with it their role and, where the role has it, the office's key. The
// forms that lie in the database are storage::StaffLock. Slow (crypto/pin.hpp): on a thread of its own. Any thread.
#pragma once

#include "crypto/office_key.hpp"
#include "crypto/pin.hpp"
#include "kiosk/staff/access.hpp"

#include <optional>

namespace kiosk {

struct MemberKeys {
    crypto::RecordKey member;
    StaffRole role{}; // sealed with the keys, so that a changed row makes nobody a supervisor
    std::optional<crypto::OfficeKey> office;
};

// A new member's: the office's key is copied if the role has it.
[[nodiscard]] MemberKeys make_member_keys(StaffRole role, const crypto::OfficeKey& office);

// `number`: of the member; a lock opens for nobody else.
[[nodiscard]] base::Result<storage::StaffLock> close_lock(const crypto::PinPepper& pepper, const crypto::PinCost& cost,
                                                          std::int64_t number, const MemberKeys& keys,
                                                          base::ByteView pin);
// Nothing if the PIN is not theirs.
[[nodiscard]] base::Result<std::optional<MemberKeys>> open_lock(const crypto::PinPepper& pepper, std::int64_t number,
                                                                const storage::StaffLock& lock, base::ByteView pin);
// Opens for no PIN, and costs as much to try as any: for a badge that nobody has.
[[nodiscard]] storage::StaffLock decoy_lock(const crypto::PinCost& cost);

} // namespace kiosk
