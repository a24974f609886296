// What people asked for today, with the marks that it was seen and that it is done. Each look and mark asks whether the
// role may, and marks are in the audit log. Main thread.
#pragma once

#include "kiosk/staff/staff_session.hpp"
#include "kiosk/state/settings.hpp"
#include "storage/store.hpp"

namespace kiosk {

// What nobody of the staff has seen yet.
struct NewRequests {
    int safety = 0;
    int others = 0;
    int persons = 0; // of the others: a person is wanted at the kiosk

    [[nodiscard]] int all() const { return safety + others; }
};
[[nodiscard]] NewRequests new_among(std::span<const storage::DeskItem> items);

class Requests {
public:
    Requests(storage::Store& store, const Settings& settings, const base::Clock& clock)
        : store_(store), settings_(settings), clock_(clock) {}

    // Open ones first: safety before all else, then those nobody has seen, the oldest first; done ones last.
    [[nodiscard]] base::Result<std::vector<storage::DeskItem>> of_today(const StaffSession& by);
    [[nodiscard]] base::Result<NewRequests> new_ones(const StaffSession& by);
    // The first mark stands; marking again changes nothing.
    [[nodiscard]] base::Result<void> mark_seen(const StaffSession& by, const base::Uuid& submission);
    [[nodiscard]] base::Result<void> mark_done(const StaffSession& by, const base::Uuid& submission); // seen, too
    [[nodiscard]] std::uint64_t changes() const { return changes_; } // grows with each mark

private:
    [[nodiscard]] base::Result<void> keep(const StaffSession& by, const storage::DeskItem& item,
                                          storage::AuditEvent audit);
    [[nodiscard]] base::Result<std::optional<storage::DeskItem>> find(const base::Uuid& submission);

    storage::Store& store_;
    const Settings& settings_;
    const base::Clock& clock_;
    std::uint64_t changes_ = 0;
};

} // namespace kiosk
