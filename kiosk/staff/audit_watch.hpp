// Looks through the whole audit log a few entries at a time, so that the screen never stands still, and remembers from
// start to start when it was last found whole. Main thread.
#pragma once

#include "kiosk/staff/health.hpp"

namespace kiosk {

class AuditWatch {
public:
    static constexpr int entries_a_step = 32; // well under a millisecond of work

    AuditWatch(storage::Store& store, const base::Clock& clock);

    void begin(); // from the first entry on
    // One piece; true while there is more to look at.
    bool step();
    // Somebody has looked through all of it at once.
    void note(const storage::AuditCheck& done);
    [[nodiscard]] bool is_running() const { return is_running_; }
    [[nodiscard]] AuditHealth health() const; // without the head

private:
    storage::Store& store_;
    const base::Clock& clock_;
    bool is_running_ = false;
    storage::AuditCheck check_;
    std::optional<storage::AuditFault> fault_; // of the last time that was finished
    // Of the last time it was whole, kept in the store.
    std::optional<base::UtcTime> checked_;
    std::int64_t checked_entries_ = 0;
};

} // namespace kiosk
