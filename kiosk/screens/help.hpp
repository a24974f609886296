// Help: the request is kept and sealed before the page shows; it promises only what the kiosk knows.
#pragma once

#include "kiosk/app/session.hpp"
#include "kiosk/screens/next.hpp"
#include "ui/canvas.hpp"

namespace kiosk::help {

struct State {
    bool is_safety = false; // "I am not safe" was touched
};

struct NotSafe {};
struct OkayNow {};
using Action = std::variant<NotSafe, OkayNow>;

std::optional<Action> draw(ui::Canvas& canvas, const State& state);
Next update(State& state, const Action& action, Kiosk& kiosk);

} // namespace kiosk::help
