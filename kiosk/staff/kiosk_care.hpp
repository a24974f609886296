// What staff do to the kiosk itself: look how it is, send what waits, vouch for its clock. Each asks first whether the
// role may; what changes something writes its audit event. Works with a full disk and a wrong clock: what fails leaves
// everything as it was. Main thread.
#pragma once

#include "kiosk/exchange/sealer.hpp"
#include "kiosk/staff/health_reader.hpp"
#include "kiosk/staff/staff_session.hpp"

namespace kiosk {

class KioskCare {
public:
    // All outlive it.
    KioskCare(HealthReader& health, Sealer& sealer, storage::Store& store, const base::Clock& clock);

    [[nodiscard]] base::Result<Health> look(const StaffSession& by);
    // Looks through the audit log, a piece at each call of `step_log_check`; true while there is more.
    [[nodiscard]] base::Result<void> begin_log_check(const StaffSession& by);
    bool step_log_check();

    // Somebody has scanned something, whatever it was: the scanner works.
    void note_scan() { health_.devices().last_scan = clock_.now(); }

    // Seals what waits; how many batches that made. The courier carries them by itself.
    [[nodiscard]] base::Result<int> send_now(const StaffSession& by);
    // The clock was looked at, or set, and is right.
    [[nodiscard]] base::Result<void> trust_clock(const StaffSession& by);

private:
    HealthReader& health_;
    Sealer& sealer_;
    storage::Store& store_;
    const base::Clock& clock_;
};

} // namespace kiosk
