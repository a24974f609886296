#include "kiosk/staff/staff_side.hpp"

namespace kiosk {

void leave_staff_view(StaffSide& side, const std::optional<StaffSession>& session, std::chrono::milliseconds idle,
                      const Settings& settings) {
    side.enrolment.forget();
    side.printing.forget();
    if (!session) return side.unlocker.forget();
    side.unlocker.sign_out(session->number,
                           idle >= settings.timers.staff ? Unlocker::Why::idle : Unlocker::Why::finished);
}

} // namespace kiosk
