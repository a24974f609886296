// The staff of this office: who they are, who may not try a PIN any more, and the founding of it all. Signing in is
// Unlocker's, new members and new codes are Enrolment's. Main thread.
#pragma once

#include "base/random.hpp"
#include "kiosk/staff/member_lock.hpp"
#include "kiosk/staff/pin_guard.hpp"
#include "kiosk/staff/staff_session.hpp"

#include <memory>
#include <span>

namespace kiosk {

// A member as a list shows them.
struct StaffLine {
    std::int64_t number = 0;
    std::string badge_ending; // empty: nobody has come with the first code yet
    StaffRole role{};
    storage::StaffPin pin{};
    base::UtcTime created;
    bool is_closed = false;
    std::chrono::milliseconds wait_left{0};
};

// Only one member can make a new code for who forgot their PIN; for that one, nobody.
[[nodiscard]] bool has_one_supervisor(std::span<const StaffLine> members);

// One of those with whom an office begins.
struct FirstMember {
    std::optional<base::Secret> badge; // none: the first badge that comes with the code
    StaffRole role{};
    storage::StaffPin kind{}; // of `pin`
    base::Secret pin;
};

constexpr int one_time_code_digits = 10;
// Digits at random, from the kernel.
[[nodiscard]] base::Secret make_one_time_code();

class StaffAccounts {
public:
    // `cost`: what one try of a PIN costs from now on; those kept under a lower one grow at the next sign-in.
    [[nodiscard]] static base::Result<std::unique_ptr<StaffAccounts>>
    open(storage::Store& store, const crypto::VaultKey& vault, const base::Clock& clock,
         const crypto::PinCost& cost = crypto::moderate_pin_cost());

    // Makes the office's key and its first members, once. Takes the time of one try for each; no screen may wait for
    // it. `cost`: of these first PINs.
    [[nodiscard]] base::Result<void> found_office(std::span<const FirstMember> members, const crypto::PinCost& cost);

    // On a page: asks what `by` may do. On the console of the operator, who has the machine: nobody is asked.
    [[nodiscard]] base::Result<std::vector<StaffLine>> members(const StaffSession& by);
    [[nodiscard]] base::Result<std::vector<StaffLine>> members_for_console();
    // Lets a member try again whose badge is closed or waits.
    [[nodiscard]] base::Result<void> lift(const StaffSession& by, std::int64_t number);
    [[nodiscard]] base::Result<void> lift_all(const StaffSession& by);
    [[nodiscard]] base::Result<void> lift_from_console(std::string_view badge);
    [[nodiscard]] base::Result<void> lift_all_from_console();
    // The number of the badge's member; ask_again if it is nobody's.
    [[nodiscard]] base::Result<std::int64_t> number_of(const StaffSession& by, std::string_view badge);

    // For Unlocker and Enrolment. The pepper is shared with jobs that may outlive everybody.
    [[nodiscard]] storage::Store& store() { return store_; }
    [[nodiscard]] PinGuard& guard() { return guard_; }
    [[nodiscard]] const std::shared_ptr<const crypto::PinPepper>& pepper() const { return pepper_; }
    [[nodiscard]] const crypto::PinCost& cost() const { return cost_; }

private:
    StaffAccounts(storage::Store& store, crypto::PinPepper pepper, const base::Clock& clock, PinGuard guard,
                  const crypto::PinCost& cost)
        : store_(store), pepper_(std::make_shared<const crypto::PinPepper>(std::move(pepper))), clock_(clock),
          guard_(std::move(guard)), cost_(cost) {}
    [[nodiscard]] base::Result<std::vector<StaffLine>> members();
    [[nodiscard]] base::Result<void> lift(std::int64_t by, std::int64_t number);
    [[nodiscard]] base::Result<void> lift_all(std::int64_t by);

    storage::Store& store_;
    std::shared_ptr<const crypto::PinPepper> pepper_;
    const base::Clock& clock_;
    PinGuard guard_;
    crypto::PinCost cost_;
};

} // namespace kiosk
