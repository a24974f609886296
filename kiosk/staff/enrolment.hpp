// New members, and new one-time codes for those who forgot their PIN: a supervisor asks, a code to hand over comes
// back a moment later. Only who holds the office's key can pass it on. Main thread; the slow part runs where Work
// has it.
#pragma once

#include "kiosk/staff/staff_accounts.hpp"
#include "kiosk/staff/work.hpp"

namespace kiosk {

struct NewCode {
    std::int64_t number = 0; // of the member
    base::Secret code;       // one_time_code_digits digits; told once and kept nowhere
};

class Enrolment {
public:
    using Wake = std::function<void()>;

    // `wake` as in Unlocker.
    Enrolment(StaffAccounts& accounts, Work& work, const base::Clock& clock, Wake wake)
        : accounts_(accounts), work_(work), clock_(clock), wake_(std::move(wake)) {}

    // Refused at once if `by` may not, or the badge is somebody's; else the answer comes from `poll`. One at a time:
    // what ran before is forgotten, and is then not done.
    [[nodiscard]] base::Result<void> add(const StaffSession& by, std::string_view badge, StaffRole role);
    // The PIN before is gone when the answer comes, not earlier. The role stays. Of oneself it is refused (ask_again).
    [[nodiscard]] base::Result<void> reset(const StaffSession& by, std::int64_t number);
    [[nodiscard]] bool is_working() const { return made_.is_running(); }
    [[nodiscard]] std::optional<base::Result<NewCode>> poll();
    void forget();

private:
    struct Made {
        base::Secret code;
        storage::StaffLock lock;
    };
    struct Asked {
        std::int64_t by = 0;
        storage::StaffMember member;
        std::optional<base::Secret> badge; // of a new member
    };
    [[nodiscard]] base::Result<void> start(const StaffSession& by, Asked asked);
    [[nodiscard]] base::Result<NewCode> keep(base::Result<Made> made);

    StaffAccounts& accounts_;
    Work& work_;
    const base::Clock& clock_;
    Wake wake_;
    std::optional<Asked> asked_;
    Later<base::Result<Made>> made_;
};

} // namespace kiosk
