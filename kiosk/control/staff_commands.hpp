// "staff-add" and "staff-reset" of kioskctl: a supervisor says who they are, and a one-time code comes back. Takes as
// long as two tries of a PIN, so the running kiosk does not wait for it: asked again and again until there is a reply.
// Main thread.
#pragma once

#include "kiosk/control/control_message.hpp"
#include "kiosk/staff/enrolment.hpp"
#include "kiosk/staff/unlocker.hpp"

namespace kiosk {

class StaffCommands {
public:
    // `wake` as in Unlocker: then `run` is to be called again.
    StaffCommands(StaffAccounts& accounts, Work& work, const base::Clock& clock, base::EventLog& log,
                  const std::function<void()>& wake)
        : accounts_(accounts), unlocker_(accounts, work, clock, log, wake), enrolment_(accounts, work, clock, wake) {}

    [[nodiscard]] static bool serves(const Request& request);
    // Body: the supervisor's badge, their PIN and the member's badge, a line each. Option of staff-add: front-desk,
    // supervisor or technician. Nothing: not done yet.
    [[nodiscard]] std::optional<Reply> run(const Request& request);

private:
    enum class Step { none, signing_in, making };
    [[nodiscard]] base::Result<void> begin(const Request& request);
    [[nodiscard]] base::Result<void> ask_for_code(const Request& request, const StaffSession& by);
    [[nodiscard]] base::Result<std::optional<Reply>> go_on(const Request& request);

    StaffAccounts& accounts_;
    Unlocker unlocker_;
    Enrolment enrolment_;
    Step step_ = Step::none;
};

} // namespace kiosk
