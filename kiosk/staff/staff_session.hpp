// A member of the staff, signed in. Part of the visit to the kiosk, and destroyed with it as a whole. Main thread.
#pragma once

#include "base/clock.hpp"
#include "base/result.hpp"
#include "crypto/office_key.hpp"
#include "kiosk/staff/access.hpp"

#include <optional>
#include <string>

namespace kiosk {

struct StaffSession {
    std::int64_t number = 0;  // of the member, from 1; what the audit log calls them by
    std::string badge_ending; // the last two characters, to be shown
    StaffRole role{};
    std::optional<crypto::OfficeKey> office_key; // none for a role that sees no family
    base::Moment began{};
};

// What every staff action begins with: refused (ask_again) unless the role is granted it.
[[nodiscard]] inline base::Result<void> demand(const StaffSession& by, StaffAction action) {
    if (may(by.role, action)) return {};
    return base::ask_again("staff: " + std::string(name_of(by.role)) + " may not " + std::string(name_of(action)));
}

// The office's key of a session; without one (a technician) nothing of a family is read: call_staff.
[[nodiscard]] inline base::Result<const crypto::OfficeKey*> office_key_of(const StaffSession& by) {
    if (!by.office_key) return base::call_staff("staff: this session has no key to the office's names");
    return &*by.office_key;
}

} // namespace kiosk
