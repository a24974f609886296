// Signs one member in: badge and PIN in, an answer out a moment later, and nothing in between that would make the
// screen stand still. A badge that nobody has costs the same work and gets the same answers. Main thread; the slow
// part runs where Work has it.
#pragma once

#include "base/event_log.hpp"
#include "kiosk/staff/pin_rules.hpp"
#include "kiosk/staff/staff_accounts.hpp"
#include "kiosk/staff/work.hpp"

namespace kiosk {

enum class UnlockAnswer {
    unlocked,
    wrong,        // badge or PIN, nobody learns which
    wait,         // too early; nothing was tried
    closed,       // until a supervisor lifts it; nothing was tried
    choose_pin,   // the one-time code was right: `choose_pin` a PIN next
    pin_refused,  // it is too easy to guess: `choose_pin` another
    out_of_order, // nothing was tried, or nothing can be opened; somebody has to look at the kiosk
};

struct Unlocked {
    UnlockAnswer answer{};
    int tries_left = 0;                       // wrong: before the next wait; 0 once waits have begun
    std::chrono::milliseconds wait{0};        // wrong, wait: before the next try
    PinFault fault{};                         // pin_refused
    std::optional<StaffSession> session = {}; // unlocked
};

class Unlocker {
public:
    using Wake = std::function<void()>;

    // `wake` is called on another thread when `poll` has an answer; it must only wake the main loop.
    Unlocker(StaffAccounts& accounts, Work& work, const base::Clock& clock, base::EventLog& log, Wake wake)
        : accounts_(accounts), work_(work), clock_(clock), log_(log), wake_(std::move(wake)) {}

    // Begins a try; what ran before is forgotten. The answer comes from `poll`.
    void begin(const base::Secret& badge, base::Secret pin);
    // After choose_pin or pin_refused: the member's own PIN. Does nothing at any other time.
    void choose_pin(base::Secret pin);
    [[nodiscard]] bool is_working() const { return try_.is_running() || set_.is_running(); }
    // True from choose_pin until the PIN is set or all is forgotten.
    [[nodiscard]] bool must_choose() const { return chosen_by_.has_value() || set_.is_running(); }
    // Each answer once. Asked again whenever the loop has been woken.
    [[nodiscard]] std::optional<Unlocked> poll();
    // Finish, a time-out, another page: drops what runs and every key, at once.
    void forget();
    enum class Why { finished, idle };
    // The member goes: in the audit log, and as `forget`.
    void sign_out(std::int64_t number, Why why);

private:
    // Whom a try is about. The badge and PIN are here until they are no longer needed.
    struct Trying {
        storage::StaffBadge badge;
        base::Secret shown;
        base::Secret typed;
    };
    struct Tried {
        std::optional<MemberKeys> keys;
        std::optional<storage::StaffLock> grown;
    };
    struct Set {
        MemberKeys keys;
        std::optional<storage::StaffLock> lock;
    };

    void tell(UnlockAnswer answer) { answer_ = Unlocked{.answer = answer}; }
    void start_try(base::Secret pin);
    void end_try(base::Result<Tried> done);
    void end_set(Set done);
    void refuse();
    // Whether the member is still as they were when the try began: nobody was reset meanwhile, over control.sock.
    [[nodiscard]] bool is_as_it_was();
    void unlock(MemberKeys keys, const storage::StaffMember& member);

    StaffAccounts& accounts_;
    Work& work_;
    const base::Clock& clock_;
    base::EventLog& log_;
    Wake wake_;
    std::optional<Trying> trying_;
    std::optional<MemberKeys> chosen_by_; // whose one-time code was right
    Later<base::Result<Tried>> try_;
    Later<Set> set_;
    std::optional<Unlocked> answer_;
};

} // namespace kiosk
