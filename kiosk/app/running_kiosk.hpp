// One kiosk, put together: state folder, keys, store, sealer, desk, phrasebook and application, opened in the order
// that finishes what a power cut left. The programs family-kiosk and kiosk-tour differ only in clock and window.
// Main thread.
#pragma once

#include "kiosk/app/app.hpp"
#include "kiosk/app/side_windows.hpp"
#include "kiosk/exchange/notice_box.hpp"
#include "kiosk/exchange/sealer.hpp"
#include "kiosk/staff/health_reader.hpp"
#include "kiosk/staff/staff_side.hpp"
#include "kiosk/state/share_folder.hpp"
#include "kiosk/state/state_folder.hpp"

namespace kiosk {

struct RunOptions {
    std::string language; // empty: the first of the settings
    Comfort comfort;      // as people find the kiosk
    Hearing hearing;
    std::vector<std::string> more_languages; // pseudo-locales, for tours
    Work* work = nullptr;                    // where PINs are tried; null: at once, on the main thread
    std::function<void()> wake;              // the main loop, from any thread
    std::function<PrinterState()> printer;   // how it is; asks no printer itself. None: never asked
    StickFinder sticks;                      // where to look for sticks. None: there never is one
    Print print;                             // none: there is no printer
    SetClock set_clock;                      // none: this kiosk may not set its clock
};

class RunningKiosk {
public:
    // Errors name the file and what to do. Writes the audit event `kiosk_started`.
    [[nodiscard]] static base::Result<std::unique_ptr<RunningKiosk>> open(const StateFolder& folder, base::Files& files,
                                                                          const base::Clock& clock,
                                                                          base::Random& tickets, base::EventLog& log,
                                                                          const RunOptions& options);
    ~RunningKiosk();

    [[nodiscard]] App& app();
    [[nodiscard]] const Settings& settings() const;
    [[nodiscard]] storage::Store& store();
    [[nodiscard]] Sealer& sealer();
    [[nodiscard]] const crypto::SigningKey& signing() const;
    [[nodiscard]] HealthReader& health();
    [[nodiscard]] VisitDesk& desk();
    [[nodiscard]] StaffAccounts& staff();
    [[nodiscard]] DailySheet& sheet();
    // The further windows that are wanted. They go before the kiosk does.
    [[nodiscard]] std::unique_ptr<SideWindows> make_side_windows(const SideWindows::Wanted& wanted);
    // Says who is called, and clears notices that are old. In every round of the loop.
    void pass_time();
    // When time next changes something: in the application, or in the above.
    [[nodiscard]] std::optional<base::Moment> wake_at() const;
    // Once a day: forgets what belonged to days gone by.
    void keep_house();

private:
    struct Parts;
    explicit RunningKiosk(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> parts_;
};

} // namespace kiosk
