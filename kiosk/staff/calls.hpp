// Who is being called: tickets and rooms, never a name. Filled by the arrivals desk, shown by the call display and by
// the home page of a kiosk that has none, said by the announcer. Main thread; on steady time, whatever the clock says.
#pragma once

#include "base/clock.hpp"
#include "storage/submission.hpp"

#include <optional>
#include <string>
#include <vector>

namespace kiosk {

struct Call {
    storage::Ticket ticket;
    std::string room; // as the agency wrote it; empty: to the front desk
    base::Moment at;
};

class CallBoard {
public:
    static constexpr std::chrono::minutes longest_shown{10};
    static constexpr std::size_t most_calls = 5;

    // Again for the same ticket: it is the newest once more.
    void call(const storage::Ticket& ticket, std::string room, base::Moment now);
    // The family has come, or the call was a mistake.
    void withdraw(const storage::Ticket& ticket);

    // The newest first.
    [[nodiscard]] std::vector<Call> calls(base::Moment now) const;
    // When the next of them goes; nothing while none is shown.
    [[nodiscard]] std::optional<base::Moment> changes_at(base::Moment now) const;

private:
    std::vector<Call> calls_; // the newest first
};

} // namespace kiosk
