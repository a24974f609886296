#include "kiosk/staff/access.hpp"

#include <doctest/doctest.h>
#include <map>
#include <string>

namespace kiosk {

namespace {

// Written out once more, by action: who asks whether a role may do something reads this.
const std::map<std::string, std::string> granted{
    {"see_arrivals", "front_desk supervisor"},
    {"show_name", "front_desk supervisor"},
    {"acknowledge", "front_desk supervisor"},
    {"call", "front_desk supervisor"},
    {"start_visit", "front_desk supervisor"},
    {"end_visit", "front_desk supervisor"},
    {"undo", "front_desk supervisor"},
    {"add_walk_in", "front_desk supervisor"},
    {"find_person", "front_desk supervisor"},
    {"see_requests", "front_desk supervisor"},
    {"mark_request", "front_desk supervisor"},
    {"print_sheet", "front_desk supervisor"},
    {"enter_slip", "front_desk supervisor"},
    {"see_health", "front_desk supervisor technician"},
    {"send_now", "front_desk supervisor technician"},
    {"clean_screen", "front_desk supervisor technician"},
    {"check_readiness", "supervisor technician"},
    {"export_batches", "supervisor technician"},
    {"import_bundles", "supervisor technician"},
    {"reset_visit", "front_desk supervisor technician"},
    {"set_clock", "supervisor technician"},
    {"close_kiosk", "supervisor technician"},
    {"set_hours", "supervisor"},
    {"change_settings", "supervisor"},
    {"lift_lockout", "supervisor"},
    {"see_staff", "supervisor"},
    {"add_staff", "supervisor"},
    {"reset_staff", "supervisor"},
    {"see_audit", "supervisor technician"},
    {"export_audit", "supervisor"},
};

} // namespace

TEST_CASE("every role may do exactly what the table grants, for every action") {
    REQUIRE(granted.size() == staff_action_count);
    for (int i = 0; i < staff_action_count; ++i) {
        const auto action = static_cast<StaffAction>(i);
        const std::string name(name_of(action));
        const auto row = granted.find(name);
        REQUIRE_MESSAGE(row != granted.end(), name);
        for (const auto role : all_staff_roles) {
            CAPTURE(name);
            CAPTURE(name_of(role));
            CHECK(may(role, action) == (row->second.find(name_of(role)) != std::string::npos));
        }
    }
}

TEST_CASE("a role that is not known is granted nothing") {
    const auto nobody = static_cast<StaffRole>(99);
    for (int i = 0; i < staff_action_count; ++i) CHECK_FALSE(may(nobody, static_cast<StaffAction>(i)));
    CHECK_FALSE(holds_office_key(nobody));
}

TEST_CASE("a role without the office's key may do nothing that shows a family") {
    for (int i = 0; i <= static_cast<int>(StaffAction::enter_slip); ++i) {
        for (const auto role : all_staff_roles) {
            if (!holds_office_key(role)) CHECK_FALSE(may(role, static_cast<StaffAction>(i)));
        }
    }
}

} // namespace kiosk
