// Passes on what happened at the kiosk: tells the desk, by ticket alone, that somebody has come, needs a person, or waits
// and nobody has said that they are seen; takes down the call of whoever left; asks for the desk's bell. Who waits too
// long is told once as long as it is so, also over a restart; a power cut at that moment may tell it again. Main thread;
// the program's loop gives it time.
#pragma once

#include "kiosk/exchange/notice_box.hpp"
#include "kiosk/staff/desk_watch.hpp"

namespace kiosk {

class NewsTeller {
public:
    struct Parts {
        storage::Store& store;
        VisitDesk& desk;
        DeskWatch& watch;
        CallBoard& calls;
        NoticeBox& notices;
    };
    NewsTeller(const Parts& parts, const Settings& settings, const base::Clock& clock);

    void pass_time();
    [[nodiscard]] std::optional<base::Moment> wake_at() const;

    // The desk's bell is to ring: somebody asked for a person, or has waited too long, or still does. Never for
    // "I do not feel safe". True once.
    [[nodiscard]] bool take_ring() { return std::exchange(is_ring_wanted_, false); }
    // Something for which it rings is still unseen.
    [[nodiscard]] bool is_somebody_unseen() { return has_overdue_ || parts_.watch.requests().persons > 0; }

private:
    void tell(const News& news);
    void look_for_overdue();
    [[nodiscard]] bool was_told(const base::Uuid& check_in) const;
    void keep_told();

    Parts parts_;
    const Settings& settings_;
    const base::Clock& clock_;
    std::vector<base::Uuid> told_; // check-ins that were told to wait too long, and still do
    bool has_overdue_ = false;
    bool is_ring_wanted_ = false;
    base::Moment rung_at_; // last for those who wait too long
};

} // namespace kiosk
