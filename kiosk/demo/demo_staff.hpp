// The demo kiosk's three invented members of the staff, with badges and PINs that everybody may know. Any thread.
#pragma once

#include "kiosk/staff/staff_accounts.hpp"

namespace kiosk {

struct DemoMember {
    const char* badge;
    const char* pin;
    StaffRole role;
};

[[nodiscard]] std::span<const DemoMember> demo_staff();
[[nodiscard]] std::vector<FirstMember> demo_first_members();

} // namespace kiosk
