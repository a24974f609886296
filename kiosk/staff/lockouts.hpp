// Lets everybody try again whom too many tries have stopped: visitors at their code, staff at their PIN. Main thread.
#pragma once

#include "kiosk/staff/staff_accounts.hpp"
#include "kiosk/visits/code_guard.hpp"

namespace kiosk {

// lift_lockout; each of the two is in the audit log. Staff first: whoever asks is one of them.
[[nodiscard]] inline base::Result<void> lift_all(const StaffSession& by, StaffAccounts& accounts, CodeGuard& codes) {
    TRY(accounts.lift_all(by));
    return codes.lift(by.number);
}

} // namespace kiosk
