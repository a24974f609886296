// What the staff's pages work with, over a small office: three members with badge and PIN, tried at once. One thread.
#pragma once

#include "kiosk/staff/staff_side.hpp"
#include "tests/support/kiosk_world.hpp"
#include "tests/support/staff_office.hpp"
#include "tests/support/stick_tools.hpp"

namespace support {

class StaffTools {
public:
    TempFolder state;
    base::DiskFiles disk;
    bool may_set_clock = true;

    explicit StaffTools(KioskWorld& world)
        : world_(world), accounts_(founded(world)), unlocker(*accounts_, at_once_, world.clock, log_, {}),
          arrivals(*world.store, *world.desk, calls, world.settings, world.clock),
          finder(*world.store, world.settings, world.clock), requests(*world.store, world.settings, world.clock),
          health(*world.store, disk, kiosk::StateFolder{state.path()}, world.clock),
          care(health, *world.sealer, *world.store, world.clock, [this](base::UtcTime now) { return set_clock(now); }),
          readiness(health, *world.store, disk, kiosk::StateFolder{state.path()}, world.clock),
          audit({*world.store, world.settings, signing_, disk, world.clock}, state.path() / "copies"),
          sticks(world, disk, state.path()), enrolment(*accounts_, at_once_, world.clock, {}),
          sheet(*world.store, disk, kiosk::StateFolder{state.path()}, world.settings, world.clock),
          printing(
              [this](const base::Secret& pdf) {
                  printed.push_back(pdf.copy());
                  return print_answer;
              },
              at_once_, {}) {}
    StaffTools(const StaffTools&) = delete;
    StaffTools& operator=(const StaffTools&) = delete;
    ~StaffTools() { std::fclose(log_file_); }

private:
    static std::unique_ptr<kiosk::StaffAccounts> founded(KioskWorld& world) {
        auto accounts = value_of(kiosk::StaffAccounts::open(*world.store, fixed_key<crypto::VaultKey>(8), world.clock,
                                                            crypto::least_pin_cost()));
        std::vector<kiosk::FirstMember> members;
        const auto add = [&](std::string_view badge, kiosk::StaffRole role, std::string_view pin) {
            members.push_back({secret(badge), role, storage::StaffPin::own, secret(pin)});
        };
        add("400021", kiosk::StaffRole::supervisor, supervisor_pin);
        add("400007", kiosk::StaffRole::front_desk, desk_pin);
        add("400035", kiosk::StaffRole::technician, technician_pin);
        must(accounts->found_office(members, crypto::least_pin_cost()));
        return accounts;
    }

    base::Result<void> set_clock(base::UtcTime now) {
        if (!may_set_clock) return base::ask_again("clock: not allowed");
        world_.clock.set_wall(now);
        return {};
    }

    KioskWorld& world_;
    std::FILE* log_file_ = std::fopen("/dev/null", "w");
    base::EventLog log_{world_.clock, log_file_};
    kiosk::InlineWork at_once_;
    crypto::SigningKey signing_ = crypto::SigningKey::generate();
    std::unique_ptr<kiosk::StaffAccounts> accounts_;

public:
    kiosk::Unlocker unlocker;
    kiosk::CallBoard calls;
    kiosk::ArrivalsDesk arrivals;
    kiosk::PersonFinder finder;
    kiosk::Requests requests;
    kiosk::HealthReader health;
    kiosk::KioskCare care;
    kiosk::Readiness readiness;
    kiosk::AuditReader audit;
    StickTools sticks;
    kiosk::Opening opening{*world_.store, world_.clock, health.clock_watch(), world_.settings};
    kiosk::OfficeSettings office{*world_.store, world_.settings, {"en", "es", "fr"}, log_};
    kiosk::Enrolment enrolment;
    kiosk::DailySheet sheet;
    std::vector<base::Secret> printed; // by the printer of the test
    kiosk::PrintAnswer print_answer = kiosk::PrintAnswer::sent;
    kiosk::Printing printing;
    kiosk::DeskWatch watch{*world_.store, arrivals, requests, world_.settings, world_.clock};
    kiosk::StaffSide side{unlocker,   arrivals,       finder,  requests, care,      audit, readiness, calls,
                          *accounts_, sticks.carrier, opening, office,   enrolment, sheet, printing,  watch};
};

} // namespace support
