// Preferences: what makes this screen work for one person - words, colours, touch, time. Kept for their visit only.
#pragma once

#include "kiosk/app/session.hpp"
#include "kiosk/screens/next.hpp"
#include "ui/canvas.hpp"

namespace kiosk::preferences {

struct State {
    Comfort comfort; // as it is; the page shows what is chosen
};

struct Choose {
    Comfort comfort;
};
struct Done {};
using Action = std::variant<Choose, Done>;

std::optional<Action> draw(ui::Canvas& canvas, const State& state);
Next update(State& state, const Action& action, Kiosk& kiosk);
Next tick(State& state, Kiosk& kiosk); // the frame's controls change comfort too

} // namespace kiosk::preferences
