#include "kiosk/screens/care_entries.hpp"

#include "kiosk/screens/screen.hpp"
#include "kiosk/staff/staff_side.hpp"

namespace kiosk {

namespace {

using When = CareEntry::When;

base::Result<Next> clean_screen(const StaffSession& by, Kiosk& kiosk) {
    TRY(kiosk.staff->care.note_screen_cleaned(by));
    return Next::clean();
}

base::Result<Next> close_kiosk(const StaffSession& by, Kiosk& kiosk) {
    TRY(kiosk.staff->opening.close(by));
    return Next::stay();
}

base::Result<Next> open_kiosk(const StaffSession& by, Kiosk& kiosk) {
    TRY(kiosk.staff->opening.open(by));
    return Next::stay();
}

base::Result<Next> set_hours(const StaffSession&, Kiosk& kiosk) { return Next::push(Screen{staff_hours::open(kiosk)}); }

base::Result<Next> change_settings(const StaffSession&, Kiosk& kiosk) {
    return Next::push(Screen{staff_settings::open(kiosk)});
}

base::Result<Next> reset_visit(const StaffSession& by, Kiosk& kiosk) {
    TRY(kiosk.staff->care.note_visit_reset(by));
    return Next::reset();
}

base::Result<Next> open_stick(const StaffSession&, Kiosk& kiosk) {
    return Next::push(Screen{staff_stick::open(kiosk)});
}

base::Result<Next> print_day(const StaffSession&, Kiosk&) { return Next::push(Screen{staff_print::of_day()}); }

base::Result<Next> print_test(const StaffSession&, Kiosk&) { return Next::push(Screen{staff_print::State{}}); }

base::Result<Next> open_members(const StaffSession&, Kiosk& kiosk) {
    return Next::push(Screen{staff_members::open(kiosk)});
}

base::Result<Next> open_clock(const StaffSession&, Kiosk& kiosk) {
    return Next::push(Screen{staff_clock::open(kiosk)});
}

constexpr std::array entries{
    CareEntry{"care.clean", ui::Icon::touch_app, "button_care_clean", "note_care_clean", StaffAction::clean_screen,
              clean_screen, nullptr, When::at_kiosk},
    CareEntry{"care.close", ui::Icon::door_front, "button_care_close", "note_care_close", StaffAction::close_kiosk,
              close_kiosk, "status_kiosk_closed", When::while_open},
    CareEntry{"care.open", ui::Icon::lock_open, "button_care_open", "note_care_open", StaffAction::close_kiosk,
              open_kiosk, "status_kiosk_opened", When::while_closed},
    CareEntry{"care.hours", ui::Icon::schedule, "button_care_hours", "note_care_hours", StaffAction::set_hours,
              set_hours},
    CareEntry{"care.settings", ui::Icon::tune, "button_care_settings", "note_care_settings",
              StaffAction::change_settings, change_settings},
    CareEntry{"care.reset", ui::Icon::home, "button_care_reset", "note_care_reset", StaffAction::reset_visit,
              reset_visit, "status_screen_cleared"},
    CareEntry{"care.stick", ui::Icon::sd_card, "button_care_stick", "note_care_stick", StaffAction::export_batches,
              open_stick},
    CareEntry{"care.day", ui::Icon::print, "title_print_day", "note_care_print_day", StaffAction::print_sheet,
              print_day},
    CareEntry{"care.test", ui::Icon::description, "title_print_test", "note_care_print_test", StaffAction::test_print,
              print_test},
    CareEntry{"care.members", ui::Icon::groups, "title_members", "note_care_members", StaffAction::see_staff,
              open_members},
    CareEntry{"care.clock", ui::Icon::schedule, "title_clock", "note_care_clock", StaffAction::set_clock, open_clock},
};

} // namespace

std::span<const CareEntry> care_entries() { return entries; }

} // namespace kiosk
