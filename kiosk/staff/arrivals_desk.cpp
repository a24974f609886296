#include "kiosk/staff/arrivals_desk.hpp"

#include "kiosk/visits/office_time.hpp"

#include <algorithm>

namespace kiosk {

namespace {

base::Error nothing_to_do(const char* what) { return base::ask_again(std::string("desk: ") + what); }

std::int64_t mark_of(const storage::Ticket& ticket) { return static_cast<std::int64_t>(ticket.mark); }

} // namespace

base::Result<std::vector<storage::Expected>> ArrivalsDesk::expected(const StaffSession& by) {
    const auto* key = TRY(office_key_of(by));
    return store_.expected(*key, local_day(clock_.now(), settings_.time_zone));
}

base::Result<DeskDay> ArrivalsDesk::day(const StaffSession& by) {
    TRY(demand(by, StaffAction::see_arrivals));
    const auto now = clock_.now();
    const auto people = TRY(expected(by));
    const auto arrivals = TRY(store_.desk_arrivals(local_day(now, settings_.time_zone)));
    return desk_day(people, arrivals, now, settings_.acknowledge);
}

base::Result<DeskDay> ArrivalsDesk::open_day(const StaffSession& by) {
    TRY(demand(by, StaffAction::see_arrivals));
    TRY(store_.append_audit("arrivals_opened", {{"by", by.number}}));
    return day(by);
}

base::Result<std::optional<storage::Expected>> ArrivalsDesk::show_name(const StaffSession& by, const DeskRow& row) {
    TRY(demand(by, StaffAction::show_name));
    // Before it is shown: what cannot be logged is not told.
    const storage::Ticket ticket = row.ticket.value_or(storage::Ticket{});
    TRY(store_.append_audit("name_shown",
                            {{"by", by.number}, {"ticket", std::int64_t{ticket.number}}, {"mark", mark_of(ticket)}}));
    for (auto& person : TRY(expected(by))) {
        if (person.visit.visit_id == row.visit && person.visit.person_id == row.person) {
            return std::optional(std::move(person));
        }
    }
    return std::optional<storage::Expected>();
}

base::Result<storage::DeskArrival> ArrivalsDesk::find(const base::Uuid& check_in) {
    auto found = TRY(store_.find_desk_arrival(check_in));
    if (!found) return nothing_to_do("that arrival is not there any more");
    return std::move(*found);
}

RecordHead ArrivalsDesk::head_of(storage::SubmissionKind kind, const storage::Arrival& arrival) {
    RecordHead head;
    head.at = clock_.now();
    head.id = base::Uuid::v7(head.at, ids_);
    head.kind = kind;
    head.time_zone = settings_.time_zone;
    head.proof = Proof::staff;
    head.language = "zxx"; // what staff did has no language
    if (!arrival.visit_id.text.empty()) {
        head.person = arrival.person_id;
        head.visit = arrival.visit_id;
    }
    return head;
}

base::Result<void> ArrivalsDesk::keep(const StaffSession& by, const storage::DeskArrival& arrival,
                                      const storage::DeskState& state, StaffEventData event,
                                      storage::AuditEvent audit) {
    const RecordHead head = head_of(storage::SubmissionKind::staff_event, arrival.arrival);
    event.check_in = arrival.arrival.submission;
    event.by = by.number;
    const storage::NewSubmission told{head.id, head.kind, staff_event_line(head, event)};
    const std::int64_t ticket = arrival.arrival.ticket.number;
    const std::int64_t mark = mark_of(arrival.arrival.ticket);
    if (event.reason) {
        const auto reason = static_cast<std::int64_t>(*event.reason);
        TRY(store_.mark(event.check_in, state, told, audit,
                        {{"by", by.number}, {"ticket", ticket}, {"mark", mark}, {"reason", reason}}));
    } else {
        TRY(store_.mark(event.check_in, state, told, audit, {{"by", by.number}, {"ticket", ticket}, {"mark", mark}}));
    }
    visits_.note_pending();
    ++changes_;
    return {};
}

base::Result<void> ArrivalsDesk::acknowledge(const StaffSession& by, const base::Uuid& check_in) {
    TRY(demand(by, StaffAction::acknowledge));
    const auto arrival = TRY(find(check_in));
    if (arrival.state.acknowledged) return nothing_to_do("it is acknowledged already");
    auto state = arrival.state;
    state.acknowledged = clock_.now();
    return keep(by, arrival, state, {.step = StaffStep::acknowledge}, "visit_acknowledged");
}

base::Result<void> ArrivalsDesk::call(const StaffSession& by, const base::Uuid& check_in, const std::string& room) {
    TRY(demand(by, StaffAction::call));
    const auto arrival = TRY(find(check_in));
    if (arrival.state.started) return nothing_to_do("the visit has begun");
    auto state = arrival.state;
    state.called = clock_.now();
    // Whoever calls them has seen that they are here.
    if (!state.acknowledged) state.acknowledged = state.called;
    state.room = room;
    TRY(keep(by, arrival, state, {.step = StaffStep::call, .room = room}, "visit_called"));
    calls_.call(arrival.arrival.ticket, room, clock_.moment());
    return {};
}

base::Result<void> ArrivalsDesk::start(const StaffSession& by, const base::Uuid& check_in) {
    TRY(demand(by, StaffAction::start_visit));
    const auto arrival = TRY(find(check_in));
    if (arrival.state.started) return nothing_to_do("the visit has begun already");
    auto state = arrival.state;
    state.started = clock_.now();
    if (!state.acknowledged) state.acknowledged = state.started;
    TRY(keep(by, arrival, state, {.step = StaffStep::start}, "visit_started"));
    calls_.withdraw(arrival.arrival.ticket);
    return {};
}

base::Result<void> ArrivalsDesk::end(const StaffSession& by, const base::Uuid& check_in) {
    TRY(demand(by, StaffAction::end_visit));
    const auto arrival = TRY(find(check_in));
    if (!arrival.state.started) return nothing_to_do("the visit has not begun");
    if (arrival.state.ended) return nothing_to_do("the visit has ended already");
    auto state = arrival.state;
    state.ended = clock_.now();
    return keep(by, arrival, state, {.step = StaffStep::end}, "visit_ended");
}

base::Result<void> ArrivalsDesk::undo(const StaffSession& by, const base::Uuid& check_in, UndoReason reason) {
    TRY(demand(by, StaffAction::undo));
    const auto arrival = TRY(find(check_in));
    auto state = arrival.state;
    StaffEventData event;
    event.step = StaffStep::undo;
    event.reason = reason;
    const auto take_back = [&](std::optional<base::UtcTime>& moment, StaffStep step) {
        if (!moment || event.undoes) return;
        moment.reset();
        event.undoes = step;
    };
    take_back(state.ended, StaffStep::end);
    take_back(state.started, StaffStep::start);
    take_back(state.called, StaffStep::call);
    take_back(state.acknowledged, StaffStep::acknowledge);
    if (!event.undoes) return nothing_to_do("there is nothing to take back");
    if (event.undoes == StaffStep::call) state.room.clear();
    TRY(keep(by, arrival, state, event, "visit_undone"));
    if (event.undoes == StaffStep::call) calls_.withdraw(arrival.arrival.ticket);
    return {};
}

base::Result<void> ArrivalsDesk::undo_check_in(const StaffSession& by, const base::Uuid& check_in, UndoReason reason) {
    TRY(demand(by, StaffAction::undo));
    const auto [arrival, state] = TRY(find(check_in));
    if (state.called || state.started) return nothing_to_do("they were called, or the visit has begun");
    const RecordHead head = head_of(storage::SubmissionKind::withdrawal, arrival);
    const storage::NewSubmission told{head.id, head.kind, withdrawal_line(head, WithdrawalData{check_in})};
    TRY(store_.withdraw_check_in(told, check_in, "check_in_undone",
                                 {{"by", by.number},
                                  {"ticket", std::int64_t{arrival.ticket.number}},
                                  {"mark", mark_of(arrival.ticket)},
                                  {"reason", static_cast<std::int64_t>(reason)}}));
    visits_.note_pending();
    ++changes_;
    return {};
}

base::Result<CheckedIn> ArrivalsDesk::check_in(storage::StaffAct act, const storage::Visit* visit, Today today,
                                               const std::string& language) {
    today.by_staff = act;
    if (!visit) return visits_.check_in(nullptr, nullptr, today, language);
    const Found found{{*visit}, Proof::staff};
    return visits_.check_in(&found, visit, today, language);
}

base::Result<CheckedIn> ArrivalsDesk::add_walk_in(const StaffSession& by, Today today, const std::string& language) {
    TRY(demand(by, StaffAction::add_walk_in));
    return check_in({"walk_in_added", by.number}, nullptr, std::move(today), language);
}

base::Result<CheckedIn> ArrivalsDesk::check_in(const StaffSession& by, const storage::Visit& visit, Today today,
                                               const std::string& language) {
    TRY(demand(by, StaffAction::find_person));
    return check_in({"checked_in_by_staff", by.number}, &visit, std::move(today), language);
}

base::Result<CheckedIn> ArrivalsDesk::enter_slip(const StaffSession& by, const storage::Visit* visit, Today today,
                                                 base::UtcTime came, const std::string& language) {
    TRY(demand(by, StaffAction::enter_slip));
    const auto now = clock_.now();
    if (came > now) return base::ask_again("slip: that time has not come yet");
    const std::chrono::sys_days today_is(local_day(now, settings_.time_zone));
    if (std::chrono::sys_days(local_day(came, settings_.time_zone)) < today_is - slip_days) {
        return base::ask_again("slip: it is too old");
    }
    today.slip_time = came;
    return check_in({"slip_entered", by.number}, visit, std::move(today), language);
}

} // namespace kiosk
