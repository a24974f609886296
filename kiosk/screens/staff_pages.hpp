// Which page stands behind each tab of the staff's view. A tab's page has `State open(Kiosk&)`. Main thread.
#pragma once

#include "kiosk/screens/next.hpp"
#include "kiosk/screens/staff_frame.hpp"

namespace kiosk {

struct Kiosk;

// Takes the place of the page that stands: tabs lie side by side.
[[nodiscard]] Next to_tab(StaffTab tab, Kiosk& kiosk);
// Where a member of the staff begins: at the first tab that their role may open.
[[nodiscard]] Next to_first_tab(Kiosk& kiosk);
// For the mark on the tab of requests, on pages that do not show them; 0 where nobody is signed in.
[[nodiscard]] int new_requests(const Kiosk& kiosk);

} // namespace kiosk
