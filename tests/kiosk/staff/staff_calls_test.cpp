// Whatever staff can have done is asked for here by each role, past every page: exactly those are refused to whom the
// table does not grant it, and nothing is done then. access_test.cpp has the table itself.
#include "kiosk/staff/office_settings.hpp"
#include "kiosk/staff/stick_carrier.hpp"
#include "tests/kiosk/exchange/opener_world.hpp"
#include "tests/kiosk/staff/staff_world.hpp"
#include "tests/support/phrases.hpp"
#include "tests/support/staff_office.hpp"

#include <set>

using namespace kiosk;
using namespace support;

namespace {

struct StaffCall {
    StaffAction action;
    std::function<std::string(const StaffSession&)> use; // gives back what went wrong, if something did
};

template <typename Function>
StaffCall asking(StaffAction action, Function use) {
    return {action, [use](const StaffSession& by) {
                const auto done = use(by);
                return done.is_error() ? done.error().message : std::string();
            }};
}

std::string refusal_of(StaffRole role, StaffAction action) {
    return "staff: " + std::string(name_of(role)) + " may not " + std::string(name_of(action));
}

std::int64_t entries_in(storage::Store& store) {
    return static_cast<std::int64_t>(value_of(store.audit_entries(0)).size());
}

class CallsByRole {
public:
    using SessionOf = std::function<StaffSession(StaffRole)>;

    void check(const std::vector<StaffCall>& calls, const SessionOf& session_of, storage::Store& store) {
        for (const auto& [action, use] : calls) {
            for (const auto role : all_staff_roles) {
                CAPTURE(name_of(action));
                CAPTURE(name_of(role));
                const StaffSession by = session_of(role); // signing in is in the log, too
                const auto before = entries_in(store);
                const std::string wrong = use(by);
                CHECK((wrong == refusal_of(role, action)) == !may(role, action));
                if (!may(role, action)) CHECK(entries_in(store) == before);
                asked_.insert(action);
            }
        }
    }
    [[nodiscard]] std::size_t actions_asked() const { return asked_.size(); }

private:
    std::set<StaffAction> asked_;
};

StaffSession session_with(StaffRole role) {
    StaffSession session;
    session.number = 3;
    session.role = role;
    return session;
}

} // namespace

TEST_CASE("each role may have done exactly what the table grants it, for every call there is") {
    using enum StaffAction;
    CallsByRole by_role;
    const auto words = house_phrases({"en", "es"});

    StaffWorld desk;
    const auto listed = visit_of(guest(1), "V-1", morning + 30min);
    desk.publish({listed, visit_of(guest(2), "V-2", morning + 40min)});
    const auto arrival = desk.come(guest(1));
    const auto row = desk.day().rows.at(0);
    const auto& id = arrival.submission;
    must(desk.desk->ask_for_help(nullptr, HelpKind::person, "home", "en"));
    const auto asked = value_of(desk.requests.of_today(desk.front_desk)).at(0).submission;
    base::EventLog log(desk.clock, stderr);
    OfficeSettings office(*desk.store, desk.settings, {"en", "es"}, log);
    ReadinessResult result;
    storage::AuditCheck check;
    const auto copy = value_of(desk.audit.begin_copy(desk.session(StaffRole::supervisor)));
    desk.clock.advance(1s);
    const std::vector<StaffCall> of_desk{
        asking(see_arrivals, [&](const auto& by) { return desk.arrivals.open_day(by); }),
        asking(see_arrivals, [&](const auto& by) { return desk.arrivals.day(by); }),
        asking(show_name, [&](const auto& by) { return desk.arrivals.show_name(by, row); }),
        asking(acknowledge, [&](const auto& by) { return desk.arrivals.acknowledge(by, id); }),
        asking(call, [&](const auto& by) { return desk.arrivals.call(by, id, "Blue Room"); }),
        asking(start_visit, [&](const auto& by) { return desk.arrivals.start(by, id); }),
        asking(end_visit, [&](const auto& by) { return desk.arrivals.end(by, id); }),
        asking(undo, [&](const auto& by) { return desk.arrivals.undo(by, id, UndoReason::other); }),
        asking(undo, [&](const auto& by) { return desk.arrivals.undo_check_in(by, id, UndoReason::other); }),
        asking(add_walk_in, [&](const auto& by) { return desk.arrivals.add_walk_in(by, Today{}, "en"); }),
        asking(find_person, [&](const auto& by) { return desk.finder.find(by, "Given", "01011990"); }),
        asking(find_person, [&](const auto& by) { return desk.arrivals.check_in(by, listed.visit, Today{}, "en"); }),
        asking(enter_slip,
               [&](const auto& by) { return desk.arrivals.enter_slip(by, nullptr, Today{}, desk.clock.now(), "en"); }),
        asking(see_requests, [&](const auto& by) { return desk.requests.of_today(by); }),
        asking(see_requests, [&](const auto& by) { return desk.requests.new_ones(by); }),
        asking(mark_request, [&](const auto& by) { return desk.requests.mark_seen(by, asked); }),
        asking(mark_request, [&](const auto& by) { return desk.requests.mark_done(by, asked); }),
        asking(print_sheet, [&](const auto& by) { return desk.sheet.make_to_print(by, words); }),
        asking(print_sheet, [&](const auto& by) { return desk.sheet.keep(by, words); }),
        asking(print_sheet, [&](const auto& by) { return desk.sheet.open(by); }),
        asking(see_health, [&](const auto& by) { return desk.care.look(by); }),
        asking(see_health, [&](const auto& by) { return desk.care.begin_log_check(by); }),
        asking(send_now, [&](const auto& by) { return desk.care.send_now(by); }),
        asking(set_clock, [&](const auto& by) { return desk.care.trust_clock(by); }),
        asking(set_clock, [&](const auto& by) { return desk.care.set_clock(by, desk.clock.now()); }),
        asking(set_clock, [&](const auto& by) { return desk.care.look_at_clock(by); }),
        asking(clean_screen, [&](const auto& by) { return desk.care.note_screen_cleaned(by); }),
        asking(reset_visit, [&](const auto& by) { return desk.care.note_visit_reset(by); }),
        asking(test_print, [&](const auto& by) { return desk.care.test_page(by, desk.settings, words); }),
        asking(check_readiness, [&](const auto& by) { return desk.readiness.begin(by); }),
        asking(check_readiness, [&](const auto& by) { return desk.readiness.finish(by, result); }),
        asking(check_readiness,
               [&](const auto& by) { return desk.readiness.make_sheet(by, result, words, desk.settings); }),
        asking(check_readiness,
               [&](const auto& by) { return desk.readiness.keep_sheet(by, result, words, desk.settings); }),
        asking(close_kiosk, [&](const auto& by) { return desk.opening.close(by); }),
        asking(close_kiosk, [&](const auto& by) { return desk.opening.open(by); }),
        asking(set_hours, [&](const auto& by) { return desk.opening.set_hours(by, WeekHours{}); }),
        asking(change_settings, [&](const auto& by) { return office.change(by, office.choices()); }),
        asking(see_audit, [&](const auto& by) { return desk.audit.read(by, {}, AuditReader::newest, 10); }),
        asking(see_audit, [&](const auto& by) { return desk.audit.check_more(by, check); }),
        asking(export_audit, [&](const auto& by) { return desk.audit.begin_copy(by); }),
        asking(export_audit, [&](const auto& by) { return desk.audit.make_more(by, *copy); }),
        asking(check_readiness, [&](const auto& by) { return desk.readiness.sound().begin(by); }),
        asking(check_readiness, [&](const auto& by) { return desk.readiness.sound().play(by, ui::Side::left); }),
    };
    by_role.check(
        of_desk, [&](StaffRole role) { return desk.session(role); }, *desk.store);

    OpenOffice members;
    const auto member = [&](StaffRole role) {
        if (role == StaffRole::supervisor) return members.sign_in(supervisor_badge, supervisor_pin);
        if (role == StaffRole::front_desk) return members.sign_in(desk_badge, desk_pin);
        return members.sign_in(technician_badge, technician_pin);
    };
    const std::vector<StaffCall> of_members{
        asking(see_staff, [&](const auto& by) { return members.accounts->members(by); }),
        asking(see_staff, [&](const auto& by) { return members.accounts->number_of(by, desk_badge); }),
        asking(lift_lockout, [&](const auto& by) { return members.accounts->lift(by, 2); }),
        asking(lift_lockout, [&](const auto& by) { return members.accounts->lift_all(by); }),
        asking(add_staff, [&](const auto& by) { return members.enrolment->add(by, "B-40049", StaffRole::technician); }),
        asking(reset_staff, [&](const auto& by) { return members.enrolment->reset(by, 2); }),
    };
    by_role.check(of_members, member, *members.store);

    OpenerWorld sticks;
    must(sticks.sealer.recover());
    HeldWork work;
    StickCarrier carrier(
        {*sticks.house.store, sticks.sealer, sticks.disk, *sticks.opener, sticks.state, sticks.settings},
        [&] { return std::vector{sticks.stick}; }, work, {});
    const auto to_end = [&](const base::Result<void>& begun) {
        while (carrier.step()) work.finish();
        return begun;
    };
    const std::vector<StaffCall> of_carrier{
        asking(export_batches, [&](const auto& by) { return carrier.look(by); }),
        asking(export_batches, [&](const auto& by) { return to_end(carrier.export_batches(by)); }),
        asking(import_bundles, [&](const auto& by) { return to_end(carrier.import_bundles(by)); }),
    };
    by_role.check(of_carrier, session_with, *sticks.house.store);

    CHECK(by_role.actions_asked() == staff_action_count);
}
