// "Look after this kiosk": what staff can do to the kiosk itself, a tile each; those that the role may. Reached from
// page 14. What there is stands in care_entries.
#pragma once

#include "kiosk/app/session.hpp"
#include "kiosk/screens/next.hpp"
#include "ui/canvas.hpp"

namespace kiosk::staff_care {

struct State {
    static constexpr StaffAction needed = StaffAction::see_health;
    StaffRole role = StaffRole::front_desk;
    Seat seat = Seat::kiosk;
    bool is_closed = false;     // by staff
    bool has_failed = false;    // what was asked for could not be kept
    const char* done = nullptr; // the words for what was
};

struct Back {};
struct Use {
    std::size_t entry; // of care_entries()
};
using Action = std::variant<Back, Use>;

std::optional<Action> draw(ui::Canvas& canvas, const State& state);
Next update(State& state, const Action& action, Kiosk& kiosk);

Next tick(State& state, Kiosk& kiosk); // the other window may have changed it

[[nodiscard]] State open(Kiosk& kiosk);

} // namespace kiosk::staff_care
