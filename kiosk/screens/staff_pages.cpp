#include "kiosk/screens/staff_pages.hpp"

#include "kiosk/screens/screen.hpp"
#include "kiosk/staff/staff_side.hpp"

namespace kiosk {

Next to_tab(StaffTab tab, Kiosk& kiosk) {
    switch (tab) {
    case StaffTab::arrivals: return Next::replace(Screen{staff_arrivals::open(kiosk)});
    case StaffTab::requests: return Next::replace(Screen{staff_requests::open(kiosk)});
    case StaffTab::health: return Next::replace(Screen{staff_health::open(kiosk)});
    case StaffTab::audit: return Next::replace(Screen{staff_audit::open(kiosk)});
    }
    return Next::stay();
}

Next to_first_tab(Kiosk& kiosk) {
    for (const auto tab : {StaffTab::arrivals, StaffTab::requests, StaffTab::health, StaffTab::audit}) {
        if (kiosk.session.staff && may(kiosk.session.staff->role, needed_for(tab))) return to_tab(tab, kiosk);
    }
    return Next::stay();
}

int new_requests(const Kiosk& kiosk) {
    if (kiosk.staff == nullptr || !kiosk.session.staff) return 0;
    return kiosk.staff->watch.requests().all();
}

} // namespace kiosk
