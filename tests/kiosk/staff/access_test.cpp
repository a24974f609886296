#include "kiosk/screens/screen.hpp"
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
    {"check_readiness", "supervisor technician"},
    {"test_print", "front_desk supervisor technician"},
    {"set_clock", "supervisor technician"},
    {"clean_screen", "front_desk supervisor technician"},
    {"close_kiosk", "front_desk supervisor"},
    {"set_hours", "supervisor"},
    {"change_settings", "supervisor"},
    {"reset_visit", "front_desk supervisor technician"},
    {"export_batches", "front_desk supervisor technician"},
    {"import_bundles", "supervisor technician"},
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

namespace {

template <std::size_t index = 0>
void for_each_page(const std::function<void(const Screen&)>& use) {
    if constexpr (index < std::variant_size_v<AnyScreen>) {
        use(Screen{std::variant_alternative_t<index, AnyScreen>{}});
        for_each_page<index + 1>(use);
    }
}

} // namespace

TEST_CASE("nobody stands on a page of the staff without a session, and in one only where the role may") {
    int staff_pages = 0;
    for_each_page([&](const Screen& page) {
        const std::string name = name_of(page);
        CAPTURE(name);
        const auto needed = needed_for(page);
        // The sign-in is where they come from.
        CHECK(needed.has_value() == (name.starts_with("staff_") && name != "staff_unlock"));
        CHECK(may_stand_on(page, std::nullopt) == !needed.has_value());
        if (!needed) return;
        ++staff_pages;
        for (const auto role : all_staff_roles) {
            StaffSession session;
            session.role = role;
            CHECK(may_stand_on(page, std::optional(std::move(session))) == may(role, *needed));
        }
    });
    CHECK(staff_pages >= 8);
}

} // namespace kiosk
