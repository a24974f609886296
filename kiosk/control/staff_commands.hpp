// What of kioskctl needs a badge and a PIN: "staff-add" and "staff-reset", for which a one-time code comes back, and
// "sheet", which gives back the desk's sheet of today. Takes as long as tries of a PIN, so the running kiosk does not
// wait for it: asked again and again until there is a reply. Main thread.
#pragma once

#include "kiosk/control/control_message.hpp"
#include "kiosk/staff/daily_sheet.hpp"
#include "kiosk/staff/enrolment.hpp"
#include "kiosk/staff/unlocker.hpp"

namespace kiosk {

class StaffCommands {
public:
    // With `words` a sheet that is not kept is made; without, only one that lies there sealed is opened.
    struct Sheet {
        DailySheet& sheet;
        const ui::Phrasebook* words = nullptr;
    };
    // `wake` as in Unlocker: then `run` is to be called again.
    StaffCommands(StaffAccounts& accounts, Sheet sheet, Work& work, const base::Clock& clock, base::EventLog& log,
                  const std::function<void()>& wake)
        : accounts_(accounts), sheet_(sheet), unlocker_(accounts, work, clock, log, wake),
          enrolment_(accounts, work, clock, wake) {}

    [[nodiscard]] static bool serves(const Request& request);
    // Body: the supervisor's badge, their PIN and the member's badge, a line each. Option of staff-add: front-desk,
    // supervisor or technician. Of sheet: the badge and the PIN of who wants it; the reply's text is the PDF. Nothing:
    // not done yet.
    [[nodiscard]] std::optional<Reply> run(const Request& request);

private:
    enum class Step { none, signing_in, making };
    [[nodiscard]] base::Result<void> begin(const Request& request);
    [[nodiscard]] base::Result<void> ask_for_code(const Request& request, const StaffSession& by);
    [[nodiscard]] base::Result<Reply> open_sheet(const StaffSession& by);
    [[nodiscard]] base::Result<std::optional<Reply>> go_on(const Request& request);

    StaffAccounts& accounts_;
    Sheet sheet_;
    Unlocker unlocker_;
    Enrolment enrolment_;
    Step step_ = Step::none;
};

} // namespace kiosk
