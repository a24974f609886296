#include "kiosk/staff/calls.hpp"

#include <algorithm>

namespace kiosk {

void CallBoard::call(const storage::Ticket& ticket, std::string room, base::Moment now) {
    withdraw(ticket);
    calls_.insert(calls_.begin(), Call{ticket, std::move(room), now});
    if (calls_.size() > most_calls) calls_.resize(most_calls);
}

void CallBoard::withdraw(const storage::Ticket& ticket) {
    std::erase_if(calls_, [&](const Call& call) { return call.ticket == ticket; });
}

std::vector<Call> CallBoard::calls(base::Moment now) const {
    std::vector<Call> shown = calls_;
    std::erase_if(shown, [&](const Call& call) { return now - call.at >= longest_shown; });
    return shown;
}

std::optional<base::Moment> CallBoard::changes_at(base::Moment now) const {
    const auto shown = calls(now);
    if (shown.empty()) return std::nullopt;
    return shown.back().at + longest_shown;
}

} // namespace kiosk
