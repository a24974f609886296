// Home (01): welcome a family in their own language and let them begin. Nobody is known here.
#pragma once

#include "kiosk/app/session.hpp"
#include "kiosk/screens/next.hpp"
#include "kiosk/staff/calls.hpp"
#include "ui/canvas.hpp"

namespace kiosk::home {

// Nobody checks in here now.
struct Resting {
    std::optional<base::UtcTime> opens; // none: nobody knows
    bool is_today = false;
};

struct State {
    std::optional<Resting> resting;
    std::optional<base::Moment> rest_changes; // begins or ends
    std::optional<Call> call;                 // where no display of its own stands in the waiting room
    base::Moment call_ends{};
};

struct CheckIn {};
struct Scan {
    base::Secret letter;
};
struct Speak {
    std::string language;
};
struct Prefer {};
struct Privacy {};
using Action = std::variant<CheckIn, Scan, Speak, Prefer, Privacy>;

std::optional<Action> draw(ui::Canvas& canvas, const State& state);
Next update(State& state, const Action& action, Kiosk& kiosk);
Next tick(State& state, Kiosk& kiosk);
std::optional<base::Moment> wake_at(const State& state);

} // namespace kiosk::home
