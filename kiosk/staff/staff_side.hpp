// What the staff's pages work with; one for the program, put together beside the store. Main thread.
#pragma once

#include "kiosk/staff/arrivals_desk.hpp"
#include "kiosk/staff/audit_reader.hpp"
#include "kiosk/staff/daily_sheet.hpp"
#include "kiosk/staff/desk_watch.hpp"
#include "kiosk/staff/enrolment.hpp"
#include "kiosk/staff/kiosk_care.hpp"
#include "kiosk/staff/office_settings.hpp"
#include "kiosk/staff/opening.hpp"
#include "kiosk/staff/person_finder.hpp"
#include "kiosk/staff/printing.hpp"
#include "kiosk/staff/readiness.hpp"
#include "kiosk/staff/requests.hpp"
#include "kiosk/staff/stick_carrier.hpp"
#include "kiosk/staff/unlocker.hpp"

namespace kiosk {

struct StaffSide {
    Unlocker& unlocker;
    ArrivalsDesk& arrivals;
    PersonFinder& finder;
    Requests& requests;
    KioskCare& care;
    AuditReader& audit;
    Readiness& readiness;
    const CallBoard& calls;
    StaffAccounts& accounts;
    StickCarrier& sticks;
    Opening& opening;
    OfficeSettings& office;
    Enrolment& enrolment;
    DailySheet& sheet;
    Printing& printing;
    DeskWatch& watch;
};

// A visit ends: keys, a PIN that is being checked and a code that is being made go with it, and the audit log tells that
// the view was locked.
void leave_staff_view(StaffSide& side, const std::optional<StaffSession>& session, std::chrono::milliseconds idle,
                      const Settings& settings);

} // namespace kiosk
