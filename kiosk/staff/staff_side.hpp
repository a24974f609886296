// What the staff's pages work with; one for the program, put together beside the store. Main thread.
#pragma once

#include "kiosk/staff/arrivals_desk.hpp"
#include "kiosk/staff/person_finder.hpp"
#include "kiosk/staff/requests.hpp"
#include "kiosk/staff/kiosk_care.hpp"
#include "kiosk/staff/unlocker.hpp"

namespace kiosk {

struct StaffSide {
    Unlocker& unlocker;
    ArrivalsDesk& arrivals;
    PersonFinder& finder;
    Requests& requests;
    KioskCare& care;
};

} // namespace kiosk
