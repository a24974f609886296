// Who of the staff may do what. Every staff page and every action names its StaffAction and asks here; what the table
// does not grant is refused. Any thread.
#pragma once

#include "storage/staff.hpp"

#include <array>
#include <cstdint>
#include <string_view>

namespace kiosk {

using storage::StaffRole;
inline constexpr std::array all_staff_roles{StaffRole::front_desk, StaffRole::supervisor, StaffRole::technician};
[[nodiscard]] std::string_view name_of(StaffRole role); // "front_desk"

enum class StaffAction {
    // Families: only with the office's key
    see_arrivals,
    show_name,
    acknowledge,
    call,
    start_visit,
    end_visit,
    undo,
    add_walk_in,
    find_person,
    see_requests,
    mark_request,
    print_sheet,
    enter_slip,
    // The kiosk
    see_health,
    send_now,
    check_readiness,
    test_print,
    set_clock,
    clean_screen,
    close_kiosk,
    set_hours,
    change_settings,
    reset_visit,
    export_batches,
    import_bundles,
    // Trust
    lift_lockout,
    see_staff,
    add_staff,
    reset_staff,
    see_audit,
    export_audit,
};
constexpr int staff_action_count = static_cast<int>(StaffAction::export_audit) + 1;
[[nodiscard]] std::string_view name_of(StaffAction action); // "see_arrivals"

[[nodiscard]] bool may(StaffRole role, StaffAction action);
// Whether the role is given the office's key, without which no name, birth date or staff-only fact can be read.
[[nodiscard]] bool holds_office_key(StaffRole role);

} // namespace kiosk
