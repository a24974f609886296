// What staff do to the kiosk itself: look how it is, send what waits, vouch for its clock. Each asks first whether the
// role may; what changes something writes its audit event. Works with a full disk and a wrong clock: what fails leaves
// everything as it was. Main thread.
#pragma once

#include "kiosk/exchange/sealer.hpp"
#include "kiosk/staff/clock_set.hpp"
#include "kiosk/staff/health_reader.hpp"
#include "kiosk/staff/staff_session.hpp"
#include "kiosk/state/settings.hpp"
#include "ui/phrasebook.hpp"

namespace kiosk {

class KioskCare {
public:
    // All outlive it. `set_clock`: none, as if this kiosk might not set its clock.
    KioskCare(HealthReader& health, Sealer& sealer, storage::Store& store, const base::Clock& clock,
              SetClock set_clock = {});

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
    // What these two do to the screen is up to whoever asks; here it is only written down.
    [[nodiscard]] base::Result<void> note_screen_cleaned(const StaffSession& by);
    [[nodiscard]] base::Result<void> note_visit_reset(const StaffSession& by);
    // From now on it is `now`, and that is believed. ask_again if this kiosk may not, or it is earlier than any kiosk;
    // then nothing has changed.
    [[nodiscard]] base::Result<void> set_clock(const StaffSession& by, base::UtcTime now);
    // What the page of the clock shows.
    [[nodiscard]] base::Result<ClockHealth> look_at_clock(const StaffSession& by);
    // A page to try the printer with, as a PDF: which kiosk, when, and letters of each language. No person is on it.
    [[nodiscard]] base::Result<base::Secret> test_page(const StaffSession& by, const Settings& settings,
                                                       const ui::Phrasebook& words);

private:
    HealthReader& health_;
    Sealer& sealer_;
    storage::Store& store_;
    const base::Clock& clock_;
    SetClock set_clock_;
};

} // namespace kiosk
