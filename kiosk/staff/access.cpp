#include "kiosk/staff/access.hpp"

#include <algorithm>
#include <span>

namespace kiosk {

namespace {

constexpr std::array names{"see_arrivals",   "show_name",       "acknowledge",  "call",
                           "start_visit",    "end_visit",       "undo",         "add_walk_in",
                           "find_person",    "see_requests",    "mark_request", "print_sheet",
                           "enter_slip",     "see_health",      "send_now",     "check_readiness",
                           "test_print",     "set_clock",       "clean_screen", "close_kiosk",
                           "set_hours",      "change_settings", "reset_visit",  "export_batches",
                           "import_bundles", "lift_lockout",    "see_staff",    "add_staff",
                           "reset_staff",    "see_audit",       "export_audit"};
static_assert(names.size() == staff_action_count);

using enum StaffAction;

// Looks after families, and keeps the kiosk going until somebody comes.
constexpr std::array front_desk{see_arrivals, show_name,    acknowledge, call,        start_visit,
                                end_visit,    undo,         add_walk_in, find_person, see_requests,
                                mark_request, print_sheet,  enter_slip,  see_health,  send_now,
                                test_print,   clean_screen, close_kiosk, reset_visit, export_batches};
// Answers for the office: all of that, and what changes whom the kiosk trusts.
constexpr std::array supervisor{
    see_arrivals, show_name,       acknowledge,   call,         start_visit, end_visit,  undo,
    add_walk_in,  find_person,     see_requests,  mark_request, print_sheet, enter_slip, see_health,
    send_now,     check_readiness, test_print,    lift_lockout, see_staff,   add_staff,  reset_staff,
    see_audit,    export_audit,    set_clock,     clean_screen, close_kiosk, set_hours,  change_settings,
    reset_visit,  export_batches,  import_bundles};
// Mends the kiosk, and sees no family.
constexpr std::array technician{see_health, send_now,     check_readiness, test_print,     set_clock,
                                see_audit,  clean_screen, reset_visit,     export_batches, import_bundles};

std::span<const StaffAction> granted(StaffRole role) {
    switch (role) {
    case StaffRole::front_desk: return front_desk;
    case StaffRole::supervisor: return supervisor;
    case StaffRole::technician: return technician;
    }
    return {};
}

} // namespace

std::string_view name_of(StaffRole role) {
    switch (role) {
    case StaffRole::front_desk: return "front_desk";
    case StaffRole::supervisor: return "supervisor";
    case StaffRole::technician: return "technician";
    }
    return {};
}

std::string_view name_of(StaffAction action) { return names[static_cast<std::size_t>(action)]; }

bool may(StaffRole role, StaffAction action) {
    const auto actions = granted(role);
    return std::find(actions.begin(), actions.end(), action) != actions.end();
}

bool holds_office_key(StaffRole role) { return role == StaffRole::front_desk || role == StaffRole::supervisor; }

} // namespace kiosk
