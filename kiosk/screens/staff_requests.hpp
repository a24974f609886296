// What people asked for today (tab "Requests"): each with who, when and where, and the marks that it was seen and done.
#pragma once

#include "kiosk/app/session.hpp"
#include "kiosk/screens/next.hpp"
#include "kiosk/screens/staff_frame.hpp"
#include "storage/desk.hpp"
#include "ui/canvas.hpp"

namespace kiosk::staff_requests {

struct State {
    static constexpr StaffAction needed = StaffAction::see_requests;
    StaffRole role = StaffRole::front_desk;
    std::vector<storage::DeskItem> items; // open ones first
    bool has_failed = false;
    std::uint64_t changes_seen = 0; // what families ask for shows at once
    base::Moment look_again{};
};

struct Mark {
    enum class As { seen, done };
    std::size_t item;
    As as;
};
struct Go {
    StaffTab tab;
};
using Action = std::variant<Mark, Go>;

[[nodiscard]] State open(Kiosk& kiosk);

std::optional<Action> draw(ui::Canvas& canvas, const State& state);
Next update(State& state, const Action& action, Kiosk& kiosk);
Next tick(State& state, Kiosk& kiosk);
std::optional<base::Moment> wake_at(const State& state);

} // namespace kiosk::staff_requests
