// The small office with staff: its key, and a member of each role. One thread.
#pragma once

#include "kiosk/staff/arrivals_desk.hpp"
#include "kiosk/staff/audit_reader.hpp"
#include "kiosk/staff/daily_sheet.hpp"
#include "kiosk/staff/desk_watch.hpp"
#include "kiosk/staff/kiosk_care.hpp"
#include "kiosk/staff/opening.hpp"
#include "kiosk/staff/person_finder.hpp"
#include "kiosk/staff/readiness.hpp"
#include "kiosk/staff/requests.hpp"
#include "tests/support/kiosk_world.hpp"

namespace support {

struct StaffWorld : KioskWorld {
    crypto::OfficeKey office = crypto::OfficeKey::generate();
    kiosk::StaffSession front_desk = session(kiosk::StaffRole::front_desk);
    kiosk::StaffSession technician = session(kiosk::StaffRole::technician);
    kiosk::CallBoard calls;
    kiosk::ArrivalsDesk arrivals{*store, *desk, calls, settings, clock};
    kiosk::PersonFinder finder{*store, settings, clock};
    kiosk::Requests requests{*store, settings, clock};
    kiosk::DeskWatch watch{*store, arrivals, requests, settings, clock};
    TempFolder state_folder;
    base::DiskFiles disk;
    kiosk::HealthReader health{*store, disk, kiosk::StateFolder{state_folder.path()}, clock};
    kiosk::KioskCare care{health, *sealer, *store, clock};
    kiosk::Readiness readiness{health, *store, disk, kiosk::StateFolder{state_folder.path()}, clock};
    kiosk::Opening opening{*store, clock, health.clock_watch(), settings};
    kiosk::DailySheet sheet{*store, disk, kiosk::StateFolder{state_folder.path()}, settings, clock};
    crypto::SigningKey signing = crypto::SigningKey::generate();
    kiosk::AuditReader audit{{*store, settings, signing, disk, clock}, state_folder.path() / "copies"};

    StaffWorld() { must(store->set_office(office.recipient())); }

    kiosk::StaffSession session(kiosk::StaffRole role) const {
        kiosk::StaffSession made;
        made.number = 3;
        made.badge_ending = "07";
        made.role = role;
        if (kiosk::holds_office_key(role)) {
            made.office_key = value_of(crypto::OfficeKey::parse(office.text().text()));
        }
        return made;
    }
    // As the screen does it.
    storage::Arrival come(const Guest& guest, const kiosk::Today& said = {1, 2, {"snack"}, ""}) {
        auto look_up = desk->look_up_typed(guest.code);
        REQUIRE(look_up.found.has_value());
        const auto& found = *look_up.found;
        return value_of(desk->check_in(&found, &found.visits.front(), said, "en")).arrival;
    }
    kiosk::DeskDay day() { return value_of(arrivals.day(front_desk)); }
    // How often the audit log has this event.
    std::int64_t logged(const std::string& event) {
        const auto entries = value_of(store->audit_entries(0));
        return std::ranges::count_if(entries, [&](const auto& entry) {
            return entry.text.find("\"event\":\"" + event + '"') != std::string::npos;
        });
    }
    std::string last_logged() { return value_of(store->audit_entries(0)).back().text; }
};

} // namespace support
