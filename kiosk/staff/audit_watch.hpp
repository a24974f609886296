// Looks through the whole audit log a few entries at a time, so that the screen never stands still, once a day by itself
// and whenever it is asked to, and remembers from start to start when it was last found whole. Main thread.
#pragma once

#include "kiosk/staff/health.hpp"

namespace kiosk {

class AuditWatch {
public:
    static constexpr int entries_a_step = 32; // well under a millisecond of work
    static constexpr std::chrono::milliseconds step_every{20};
    static constexpr std::chrono::hours every{24};
    static constexpr std::chrono::minutes after_start{1};

    AuditWatch(storage::Store& store, const base::Clock& clock);

    void begin(); // from the first entry on
    // One piece; true while there is more to look at.
    bool step();
    // For when nobody is at the kiosk: begins once a day, and goes on with what was begun, a piece at a time.
    void pass_time();
    [[nodiscard]] base::Moment wake_at() const; // when `pass_time` next has something to do
    // Somebody has looked through all of it at once.
    void note(const storage::AuditCheck& done);
    [[nodiscard]] bool is_running() const { return is_running_; }
    [[nodiscard]] AuditHealth health() const; // without the head

private:
    storage::Store& store_;
    const base::Clock& clock_;
    base::Moment begins_at_; // by itself
    base::Moment steps_at_{};
    bool is_running_ = false;
    storage::AuditCheck check_;
    std::optional<storage::AuditFault> fault_; // of the last time that was finished
    // Of the last time it was whole, kept in the store.
    std::optional<base::UtcTime> checked_;
    std::int64_t checked_entries_ = 0;
};

} // namespace kiosk
