// Two or more visits today: choose which one to check in for, earliest first.
#pragma once

#include "kiosk/app/session.hpp"
#include "kiosk/screens/next.hpp"
#include "ui/canvas.hpp"

namespace kiosk::choose_visit {

struct Choice {
    storage::Visit visit;
    bool is_checked_in = false;
};
struct State {
    std::vector<Choice> choices;
};

struct Choose {
    std::size_t index;
};
struct Back {};
using Action = std::variant<Choose, Back>;

std::optional<Action> draw(ui::Canvas& canvas, const State& state);
Next update(State& state, const Action& action, Kiosk& kiosk);

// The page that fits what was found: this list, or the only visit's own page.
[[nodiscard]] Next show_found(Kiosk& kiosk);
// The page for one visit: confirm, its ticket if already checked in, or a notice why a person has to help.
[[nodiscard]] Screen page_for(const storage::Visit& visit, Kiosk& kiosk);

} // namespace kiosk::choose_visit
