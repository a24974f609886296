// Looks through the whole audit log a few entries at a time, so that the screen never stands still, and remembers from
// start to start when it was last found whole. Main thread.
#pragma once

#include "kiosk/staff/health.hpp"

namespace kiosk {

class AuditCheck {
public:
    static constexpr int entries_a_step = 32; // well under a millisecond of work

    AuditCheck(storage::Store& store, const base::Clock& clock);

    void begin(); // from the first entry on
    // One piece; true while there is more to look at. A log that is found broken stays so until `begin`.
    bool step();
    [[nodiscard]] bool is_running() const { return is_running_; }
    [[nodiscard]] AuditHealth health() const;

private:
    void finish();

    storage::Store& store_;
    const base::Clock& clock_;
    bool is_running_ = false;
    bool is_whole_ = false;
    bool is_cut_ = false;
    storage::AuditHead place_;
    std::optional<std::int64_t> broken_at_;
    // Of the last time it was whole, kept in the store.
    std::optional<base::UtcTime> checked_;
    storage::AuditHead checked_head_;
};

} // namespace kiosk
