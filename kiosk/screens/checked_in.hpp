// Checked in (04): the ticket, what happens next, what was asked for. Shown again to whoever is already checked in.
#pragma once

#include "kiosk/app/session.hpp"
#include "kiosk/screens/next.hpp"
#include "ui/canvas.hpp"

namespace kiosk::checked_in {

struct State {
    storage::Arrival arrival;
    std::optional<storage::Visit> visit;
    std::string waiting_place;
    DeskKnows desk_knows = DeskKnows::not_yet;
    base::Moment ask_desk_at{}; // when it may know more
    bool was_already = false;
    bool is_under_way = false;
    bool may_undo = false; // only before leaving the page on which the check-in was made
    bool is_sure = false;  // undo was touched once: asks before it takes back
    bool has_failed = false;
    base::Moment counted_from{};
    int times_as_long = 1; // 2: more time was asked for
    base::Moment clears_at{};
    int seconds_left = 0; // told in steps, so that nothing moves all the time
};

struct Undo {};
struct KeepIt {};
struct MoreTime {};
struct Done {};
using Action = std::variant<Undo, KeepIt, MoreTime, Done>;

[[nodiscard]] State open(const CheckedIn& checked_in, const std::optional<storage::Visit>& visit, Kiosk& kiosk);

std::optional<Action> draw(ui::Canvas& canvas, const State& state);
Next update(State& state, const Action& action, Kiosk& kiosk);
Next tick(State& state, Kiosk& kiosk);
std::optional<base::Moment> wake_at(const State& state);

} // namespace kiosk::checked_in
