#include "kiosk/visits/check_in_rules.hpp"

namespace kiosk {

Door door_at(const storage::Visit& visit, base::UtcTime now) {
    using storage::VisitStatus;
    switch (visit.status) {
    case VisitStatus::cancelled:
    case VisitStatus::moved:
    case VisitStatus::held: return Door::ask_desk;
    case VisitStatus::booked:
    case VisitStatus::pending: break;
    }
    if (now >= visit.end) return Door::over;
    if (now < visit.check_in_opens) return Door::not_yet;
    return now < visit.start ? Door::before_start : Door::under_way;
}

} // namespace kiosk
