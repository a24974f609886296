#include "kiosk/staff/kiosk_care.hpp"

namespace kiosk {

KioskCare::KioskCare(HealthReader& health, Sealer& sealer, storage::Store& store, const base::Clock& clock)
    : health_(health), sealer_(sealer), store_(store), clock_(clock) {}

base::Result<Health> KioskCare::look(const StaffSession& by) {
    TRY(demand(by, StaffAction::see_health));
    return health_.read();
}

base::Result<void> KioskCare::begin_log_check(const StaffSession& by) {
    TRY(demand(by, StaffAction::see_health));
    if (AuditWatch* watch = health_.audit_watch()) watch->begin();
    return {};
}

bool KioskCare::step_log_check() {
    AuditWatch* watch = health_.audit_watch();
    return watch != nullptr && watch->step();
}

base::Result<int> KioskCare::send_now(const StaffSession& by) {
    TRY(demand(by, StaffAction::send_now));
    const int batches = TRY(sealer_.seal(AuditAlone::travels));
    TRY(store_.append_audit("send_asked", {{"by", by.number}, {"batches", batches}}));
    return batches;
}

base::Result<void> KioskCare::trust_clock(const StaffSession& by) {
    TRY(demand(by, StaffAction::set_clock));
    TRY(health_.clock_watch().trust_now());
    return store_.append_audit("clock_trusted", {{"by", by.number}});
}

} // namespace kiosk
