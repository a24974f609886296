// The readiness check: one thing after another, each passed, not passed or left out; at the end a list and a sheet.
// Reached from page 14.
#pragma once

#include "kiosk/app/session.hpp"
#include "kiosk/screens/next.hpp"
#include "kiosk/staff/readiness.hpp"
#include "ui/canvas.hpp"

#include <bitset>

namespace kiosk::staff_readiness {

constexpr std::size_t touch_points = 5; // the corners and the middle

enum class Sheet { none, kept, failed };

struct State {
    static constexpr StaffAction needed = StaffAction::check_readiness;
    ReadinessResult result;
    std::bitset<touch_points> touched;
    std::optional<ui::Side> played; // last
    bool has_played_left = false;
    bool has_played_right = false;
    bool must_play_both = false; // before it can be said that both were heard
    bool is_sound_sought = false;
    bool has_sound = true;
    bool is_finished = false; // all is answered: the list shows
    Sheet sheet = Sheet::none;
};

struct Answer {
    ReadinessOutcome outcome;
};
struct Touch {
    std::size_t point;
};
struct Play {
    ui::Side side;
};
struct Scanned {};
struct KeepSheet {};
struct PrintSheet {};
struct PrintTest {};
struct Back {};
using Action = std::variant<Answer, Touch, Play, Scanned, KeepSheet, PrintSheet, PrintTest, Back>;

std::optional<Action> draw(ui::Canvas& canvas, const State& state);
Next update(State& state, const Action& action, Kiosk& kiosk);
Next tick(State& state, Kiosk& kiosk);

[[nodiscard]] State open(Kiosk& kiosk);

} // namespace kiosk::staff_readiness
