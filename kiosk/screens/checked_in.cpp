#include "kiosk/screens/checked_in.hpp"

#include "kiosk/screens/screen.hpp"
#include "kiosk/visits/check_in_rules.hpp"

namespace kiosk::checked_in {

namespace {

constexpr int told_every = 15; // seconds: the time left is told in these steps

int seconds_told(base::Moment clears_at, base::Moment now) {
    const auto left = std::chrono::ceil<std::chrono::seconds>(clears_at - now).count();
    return static_cast<int>((left + told_every - 1) / told_every * told_every);
}

} // namespace

State open(const CheckedIn& checked_in, const std::optional<storage::Visit>& visit, Kiosk& kiosk) {
    State state;
    state.arrival = checked_in.arrival;
    state.visit = visit;
    state.waiting_place = kiosk.settings.waiting_place;
    state.was_already = checked_in.was_already;
    state.is_under_way = visit && door_at(*visit, kiosk.clock.now()) == Door::under_way;
    state.may_undo = !checked_in.was_already;
    state.counted_from = kiosk.clock.moment();
    (void)tick(state, kiosk);
    return state;
}

Next update(State& state, const Action& action, Kiosk& kiosk) {
    if (std::holds_alternative<Done>(action)) return Next::finish();
    if (std::holds_alternative<MoreTime>(action)) {
        state.counted_from = kiosk.clock.moment();
        state.times_as_long = 2;
        return tick(state, kiosk);
    }
    if (std::holds_alternative<KeepIt>(action)) {
        state.is_sure = false;
        return Next::stay();
    }
    if (!state.is_sure) {
        state.is_sure = true;
        return Next::stay();
    }
    state.has_failed = kiosk.desk.take_back(kiosk.found(), state.arrival, kiosk.words.language()).is_error();
    if (state.has_failed) return Next::stay();
    return Next::replace(Screen{notice::State{notice::Reason::taken_back, {}, {}}});
}

Next tick(State& state, Kiosk& kiosk) {
    const auto now = kiosk.clock.moment();
    // Whoever begins to listen here gets the time for it; nobody who ends it loses the page for that.
    const auto whole = kiosk.settings.timers.checked_in * state.times_as_long * patience_of(kiosk.comfort);
    state.clears_at = std::max(state.clears_at, state.counted_from + whole);
    if (now >= state.clears_at) return Next::finish();
    if (now >= state.ask_desk_at) {
        state.desk_knows = kiosk.desk.desk_knows(state.arrival);
        state.ask_desk_at = now + std::chrono::seconds(told_every);
    }
    state.seconds_left = seconds_told(state.clears_at, now);
    return Next::stay();
}

std::optional<base::Moment> wake_at(const State& state) {
    return state.clears_at - std::chrono::seconds(std::max(state.seconds_left - told_every, 0));
}

} // namespace kiosk::checked_in
