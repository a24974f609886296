#include "kiosk/staff/desk_watch.hpp"

#include "kiosk/visits/office_time.hpp"

namespace kiosk {

const std::vector<UnseenArrival>& DeskWatch::arrivals() {
    look();
    return unseen_arrivals_;
}

const NewRequests& DeskWatch::requests() {
    look();
    return new_requests_;
}

int DeskWatch::unseen() {
    look();
    return static_cast<int>(unseen_arrivals_.size()) + new_requests_.all();
}

void DeskWatch::look() {
    const Seen now{local_day(clock_.now(), settings_.time_zone), changes()};
    const bool stands = seen_ && seen_->day == now.day && seen_->changes == now.changes;
    if (stands && clock_.moment() < seen_->try_again_at) return;
    seen_ = now;
    if (read(now.day).is_error()) seen_->try_again_at = clock_.moment() + try_again;
}

base::Result<void> DeskWatch::read(std::chrono::year_month_day day) {
    const auto arrivals = TRY(store_.desk_arrivals(day));
    const auto items = TRY(store_.desk_items(day));
    unseen_arrivals_.clear();
    for (const auto& [arrival, state] : arrivals) {
        if (!state.acknowledged) unseen_arrivals_.push_back({arrival.submission, arrival.ticket, arrival.at});
    }
    new_requests_ = new_among(items);
    return {};
}

} // namespace kiosk
