// One calm sentence when the kiosk cannot go on by itself: too early, changed by the office, over, taken back, silent.
#pragma once

#include "kiosk/app/session.hpp"
#include "kiosk/screens/next.hpp"
#include "ui/canvas.hpp"

namespace kiosk::notice {

enum class Reason { too_early, ask_desk, over, taken_back, out_of_order, no_voice, no_sound };

struct State {
    Reason reason{};
    std::optional<base::UtcTime> start; // of the visit
    std::optional<base::UtcTime> opens;
};

struct Ok {};
using Action = std::variant<Ok>;

std::optional<Action> draw(ui::Canvas& canvas, const State& state);
Next update(State& state, const Action& action, Kiosk& kiosk);

} // namespace kiosk::notice
