// Prints one sheet: today's list for the desk, a page to try the printer with, or what the readiness check found. Says
// first what is on it, and afterwards whether the printer took it. Reached from the page whose sheet it is.
#pragma once

#include "kiosk/app/session.hpp"
#include "kiosk/screens/next.hpp"
#include "kiosk/staff/readiness.hpp"
#include "ui/canvas.hpp"

namespace kiosk::staff_print {

enum class Sheet { day, test, readiness };
enum class Told { nothing, printing, sent, waits, no_printer, refused, not_made };

struct State {
    StaffAction needed = StaffAction::test_print; // by the sheet
    Sheet sheet = Sheet::test;
    ReadinessResult result; // of the readiness check
    Told told = Told::nothing;
};
[[nodiscard]] State of_day();
[[nodiscard]] State of_readiness(const ReadinessResult& result);

struct Send {};
struct Back {};
using Action = std::variant<Send, Back>;

std::optional<Action> draw(ui::Canvas& canvas, const State& state);
Next update(State& state, const Action& action, Kiosk& kiosk);
Next tick(State& state, Kiosk& kiosk);

} // namespace kiosk::staff_print
