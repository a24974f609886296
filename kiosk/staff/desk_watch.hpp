// What nobody at the desk has seen yet: who waits, by ticket alone, and how much was asked for. Needs nobody signed in,
// since it tells of nobody. Reads the store only when something changed there or a new day began; what cannot be read
// stays as it was and is tried again. Main thread.
#pragma once

#include "kiosk/staff/arrivals_desk.hpp"
#include "kiosk/staff/requests.hpp"

namespace kiosk {

// An arrival of today that staff have not acknowledged.
struct UnseenArrival {
    base::Uuid check_in;
    storage::Ticket ticket;
    base::UtcTime at;
};

class DeskWatch {
public:
    static constexpr std::chrono::minutes try_again{1};

    DeskWatch(storage::Store& store, const ArrivalsDesk& arrivals, const Requests& requests, const Settings& settings,
              const base::Clock& clock)
        : store_(store), arrivals_(arrivals), requests_(requests), settings_(settings), clock_(clock) {}

    [[nodiscard]] const std::vector<UnseenArrival>& arrivals(); // in the order they came
    [[nodiscard]] const NewRequests& requests();
    // Both together, as a number that anybody may see.
    [[nodiscard]] int unseen();
    // Grows with all that families and staff do: whoever shows the day looks again when it has.
    [[nodiscard]] std::uint64_t changes() const { return arrivals_.changes() + requests_.changes(); }

private:
    struct Seen {
        std::chrono::year_month_day day;
        std::uint64_t changes = 0;
        base::Moment try_again_at = base::Moment::max(); // of what could not be read
    };
    void look();
    [[nodiscard]] base::Result<void> read(std::chrono::year_month_day day);

    storage::Store& store_;
    const ArrivalsDesk& arrivals_;
    const Requests& requests_;
    const Settings& settings_;
    const base::Clock& clock_;
    std::optional<Seen> seen_;
    std::vector<UnseenArrival> unseen_arrivals_;
    NewRequests new_requests_;
};

} // namespace kiosk
