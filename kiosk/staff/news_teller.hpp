// Passes on to the desk that somebody has come, needs a person, or waits and nobody has said that they are seen. Each is
// told once, and by its ticket alone. Main thread; the program's loop gives it time.
#pragma once

#include "kiosk/exchange/notice_box.hpp"
#include "kiosk/visits/visit_desk.hpp"

namespace kiosk {

class NewsTeller {
public:
    NewsTeller(VisitDesk& desk, NoticeBox& notices, const Settings& settings, const base::Clock& clock)
        : desk_(desk), notices_(notices), settings_(settings), clock_(clock) {}

    void pass_time();
    [[nodiscard]] std::optional<base::Moment> wake_at() const;

private:
    struct Waiting {
        storage::Arrival arrival;
        base::Moment due;
    };
    VisitDesk& desk_;
    NoticeBox& notices_;
    const Settings& settings_;
    const base::Clock& clock_;
    std::vector<Waiting> waiting_; // the earliest first
};

} // namespace kiosk
