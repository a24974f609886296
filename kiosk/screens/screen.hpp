// All pages, closed: a page exists when it stands here, and then every audit and the monkey meet it. Main thread.
#pragma once

#include "kiosk/screens/birth_date.hpp"
#include "kiosk/screens/checked_in.hpp"
#include "kiosk/screens/choose_visit.hpp"
#include "kiosk/screens/confirm.hpp"
#include "kiosk/screens/help.hpp"
#include "kiosk/screens/home.hpp"
#include "kiosk/screens/identify.hpp"
#include "kiosk/screens/interpreter.hpp"
#include "kiosk/screens/languages.hpp"
#include "kiosk/screens/note.hpp"
#include "kiosk/screens/notice.hpp"
#include "kiosk/screens/preferences.hpp"
#include "kiosk/screens/privacy.hpp"
#include "kiosk/screens/staff_arrivals.hpp"
#include "kiosk/screens/staff_audit.hpp"
#include "kiosk/screens/staff_care.hpp"
#include "kiosk/screens/staff_clock.hpp"
#include "kiosk/screens/staff_find.hpp"
#include "kiosk/screens/staff_health.hpp"
#include "kiosk/screens/staff_hours.hpp"
#include "kiosk/screens/staff_members.hpp"
#include "kiosk/screens/staff_person.hpp"
#include "kiosk/screens/staff_print.hpp"
#include "kiosk/screens/staff_readiness.hpp"
#include "kiosk/screens/staff_report.hpp"
#include "kiosk/screens/staff_requests.hpp"
#include "kiosk/screens/staff_settings.hpp"
#include "kiosk/screens/staff_stick.hpp"
#include "kiosk/screens/staff_unlock.hpp"

namespace kiosk {

using AnyScreen =
    std::variant<home::State, identify::State, choose_visit::State, confirm::State, interpreter::State, note::State,
                 birth_date::State, checked_in::State, notice::State, help::State, languages::State, preferences::State,
                 privacy::State, staff_unlock::State, staff_arrivals::State, staff_person::State, staff_find::State,
                 staff_requests::State, staff_health::State, staff_report::State, staff_readiness::State,
                 staff_audit::State, staff_care::State, staff_stick::State, staff_hours::State, staff_settings::State,
                 staff_print::State, staff_members::State, staff_clock::State>;
struct Screen {
    AnyScreen state;
    ui::Paging paging = {}; // which part of it is in view
};

// The page's own id, as help requests name it: "home", "identify" …
[[nodiscard]] const char* name_of(const Screen& screen);
// Draws the page and, if it was used, decides. `has_acted` tells whether an action happened.
[[nodiscard]] Next draw_and_update(Screen& screen, ui::Canvas& canvas, Kiosk& kiosk, bool& has_acted);
// Lets time pass on the page.
[[nodiscard]] Next tick(Screen& screen, Kiosk& kiosk);
// What a member of the staff must be granted to stand on it; nothing for the pages of families.
[[nodiscard]] std::optional<StaffAction> needed_for(const Screen& screen);
// The one guard of every navigator: what no table grants is refused, whichever page asked for it.
[[nodiscard]] bool may_stand_on(const Screen& screen, const std::optional<StaffSession>& staff);
// When time next changes something on it.
[[nodiscard]] std::optional<base::Moment> wake_at(const Screen& screen);

} // namespace kiosk
