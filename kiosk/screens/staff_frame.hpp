// What stands around the staff's pages instead of the families' bars: a filled bar at the top, "Finish and lock", and the
// tabs. A page of the staff calls draw_staff_ground first, and its State says what a member must be granted to stand on
// it: `static constexpr StaffAction needed = StaffAction::see_health;`. Main thread.
#pragma once

#include "kiosk/screens/frame_buttons.hpp"
#include "kiosk/staff/access.hpp"

namespace kiosk {

enum class StaffTab { arrivals, requests, health, audit };
[[nodiscard]] StaffAction needed_for(StaffTab tab);

struct TabButton {
    const char* id;
    ui::ButtonLook look;
};
// All four, in their order.
[[nodiscard]] std::vector<TabButton> tab_buttons(const ui::Canvas& canvas);
// Page and bars; call first on every page of the staff.
void draw_staff_ground(ui::Canvas& canvas);
// Draws those that the role may open; the one touched, if it is another than `now`. `new_requests`: what was asked for and
// nobody has seen yet, whatever it is.
[[nodiscard]] std::optional<StaffTab> staff_tabs(ui::Canvas& canvas, StaffTab now, StaffRole role, int new_requests);

} // namespace kiosk
