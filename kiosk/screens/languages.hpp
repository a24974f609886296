// The languages of this kiosk, each in its own words and script. Nothing entered is lost by a change.
#pragma once

#include "kiosk/app/session.hpp"
#include "kiosk/screens/next.hpp"
#include "ui/canvas.hpp"

namespace kiosk::languages {

struct State {};

struct Speak {
    std::string language;
};
struct Back {};
using Action = std::variant<Speak, Back>;

std::optional<Action> draw(ui::Canvas& canvas, const State& state);
Next update(State& state, const Action& action, Kiosk& kiosk);

} // namespace kiosk::languages
