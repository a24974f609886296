// Which language should the interpreter speak? Opened by the need "Interpreter", preset to the kiosk's language.
#pragma once

#include "kiosk/app/session.hpp"
#include "kiosk/screens/next.hpp"
#include "ui/canvas.hpp"

namespace kiosk::interpreter {

struct State {};

struct Choose {
    std::string language; // BCP 47; empty: no interpreter after all
};
struct Back {};
using Action = std::variant<Choose, Back>;

std::optional<Action> draw(ui::Canvas& canvas, const State& state);
Next update(State& state, const Action& action, Kiosk& kiosk);

} // namespace kiosk::interpreter
