#include "kiosk/staff/news_teller.hpp"

namespace kiosk {

void NewsTeller::pass_time() {
    for (auto& news : desk_.take_news()) {
        std::optional<storage::Ticket> ticket;
        if (news.arrival) ticket = news.arrival->ticket;
        notices_.tell(news.event, ticket);
        if (news.arrival) waiting_.push_back({std::move(*news.arrival), clock_.moment() + settings_.acknowledge});
    }
    while (!waiting_.empty() && waiting_.front().due <= clock_.moment()) {
        const storage::Arrival arrival = std::move(waiting_.front().arrival);
        waiting_.erase(waiting_.begin());
        if (desk_.desk_knows(arrival) == DeskKnows::overdue)
            notices_.tell(NoticeEvent::not_acknowledged, arrival.ticket);
    }
}

std::optional<base::Moment> NewsTeller::wake_at() const {
    if (waiting_.empty()) return std::nullopt;
    return waiting_.front().due;
}

} // namespace kiosk
