// Privacy: what the kiosk keeps, who sees it, for how long - one screen of plain words, the same for everyone.
#pragma once

#include "kiosk/app/session.hpp"
#include "kiosk/screens/next.hpp"
#include "ui/canvas.hpp"

namespace kiosk::privacy {

struct State {};

struct Okay {};
using Action = std::variant<Okay>;

std::optional<Action> draw(ui::Canvas& canvas, const State& state);
Next update(State& state, const Action& action, Kiosk& kiosk);

} // namespace kiosk::privacy
