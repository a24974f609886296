// What was made at the screen for somebody elsewhere and lies in the state folder until it is fetched: signed copies of
// the audit log, and sheets of the readiness check. No person is in them, nor in their names. Main thread.
#pragma once

#include "kiosk/staff/staff_session.hpp"
#include "kiosk/state/state_folder.hpp"

namespace kiosk {

constexpr std::size_t reports_kept = 5; // of the sheets, the newest; of the copies AuditReader keeps as many

[[nodiscard]] base::Path reports_folder(const StateFolder& folder);
// "readiness-2026-10-13T14-00-00Z.pdf": sorted by time, and a name on every file system.
[[nodiscard]] std::string readiness_file_name(base::UtcTime made);
// All but the newest sheets, of which `made` is one whatever its name says; files of other names stay.
void remove_old_sheets(base::Files& files, const base::Path& reports, const std::string& made);

struct Report {
    base::Path file; // on this kiosk
    base::Path name; // below the root of a stick: kiosks/<kiosk>/reports/…
};
// What this role may take along.
[[nodiscard]] std::vector<Report> reports_to_carry(base::Files& files, const StateFolder& folder,
                                                   const std::string& kiosk, StaffRole role);
} // namespace kiosk
