// What kioskctl can do to a kiosk, on an open store: the same code whether kioskctl itself has opened it or the
// running kiosk was asked. Texts are for the operator and hold no data of a person. Main thread.
#pragma once

#include "base/clock.hpp"
#include "kiosk/control/control_message.hpp"
#include "kiosk/exchange/sealer.hpp"
#include "kiosk/staff/audit_export.hpp"
#include "kiosk/staff/health_reader.hpp"
#include "kiosk/staff/staff_accounts.hpp"
#include "kiosk/state/settings.hpp"
#include "kiosk/visits/code_guard.hpp"
#include "storage/store.hpp"

namespace kiosk {

constexpr int exit_data_refused = 2;      // rows left out, or a whole file refused for what it holds
constexpr int exit_kiosk_is_running = 75; // EX_TEMPFAIL of sysexits.h

struct CommandContext {
    storage::Store& store;
    Sealer& sealer;
    const Settings& settings;
    const base::Clock& clock;
    bool is_running; // the screen is open
    HealthReader& health;
    StaffAccounts* staff = nullptr;
    CodeGuard* guard = nullptr; // of the codes that visitors type
};

// As each of them is told. An error: 2 if what was given is at fault, else 1.
[[nodiscard]] Reply reply_of(const base::Error& error);
// For whoever sets up a kiosk; empty once there are two supervisors.
[[nodiscard]] std::string advice_on_supervisors(StaffAccounts& accounts);
[[nodiscard]] Reply reply_of(const storage::AuditCheck& check);
[[nodiscard]] Reply reply_of(const AuditExported& made);

// "unlock" (option visitors; body: a badge, or nothing for all), "staff-list", "staff-begin" (body: the first
// supervisor's badge, or nothing). "staff-add" and "staff-reset" are StaffCommands'.
// "import-roster" (options strict, allow-shrink; body: the CSV; its errors name no file), "seal", "status" (option
// json), "audit-verify". Anything else is refused with 64.
[[nodiscard]] Reply run_command(const Request& request, const CommandContext& context);
// What family-kiosk serves over control.sock; what it will not do while the screen is open ends with 75. "audit-verify"
// is AuditCommands' then.
[[nodiscard]] Reply run_command_of_running_kiosk(const Request& request, const CommandContext& context);

} // namespace kiosk
