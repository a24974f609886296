// What the staff's pages work with; one for the program, put together beside the store. Main thread.
#pragma once

#include "kiosk/staff/audit_reader.hpp"
#include "kiosk/staff/unlocker.hpp"

namespace kiosk {

struct StaffSide {
    Unlocker& unlocker;
    AuditReader& audit;
};

} // namespace kiosk
