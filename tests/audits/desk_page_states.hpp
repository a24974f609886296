// The pages of the day, as staff see them, in every state in which they can stand. One thread.
#pragma once

#include "tests/audits/page_state.hpp"

namespace audits {

inline base::Uuid uuid_of(std::size_t number) {
    base::Uuid id;
    id.bytes.back() = static_cast<std::uint8_t>(number);
    return id;
}

inline kiosk::DeskDay some_day() {
    using kiosk::Stage;
    using storage::TicketMark;
    kiosk::DeskDay day;
    const auto add = [&](int minutes, Stage stage, std::optional<storage::Ticket> ticket, const std::string& initials,
                         const std::string& room) -> kiosk::DeskRow& {
        auto& row = day.rows.emplace_back();
        row.time = support::morning + std::chrono::minutes(minutes);
        row.stage = stage;
        row.since = std::chrono::minutes(34);
        row.ticket = ticket;
        row.initials = initials;
        row.room = room;
        if (!initials.empty()) row.visit.text = "V-" + std::to_string(day.rows.size());
        if (ticket) row.check_in = uuid_of(day.rows.size());
        if (ticket) row.arrived = row.time;
        return row;
    };
    add(0, Stage::in_visit, storage::Ticket{TicketMark::harbor, 99}, "R. W.", "Blue Room").children = 2;
    auto& maple = add(15, Stage::waiting, storage::Ticket{TicketMark::maple, 3}, "J. B.", "Reading Room");
    maple.needs = {"wheelchair"};
    maple.is_unseen = maple.is_slow = maple.must_not_meet = true;
    auto& robin = add(30, Stage::waiting, storage::Ticket{TicketMark::robin, 12}, "R. S.", "Garden Room");
    robin.needs = {"interpreter", "quiet_room", "snack"};
    robin.interpreter_language = "es";
    robin.helper = "Ms. Finch";
    robin.is_acknowledged = robin.must_not_meet = true;
    add(30, Stage::called, storage::Ticket{TicketMark::star, 5}, "D. P.", "Garden Room").role =
        storage::VisitorRole::foster;
    add(30, Stage::not_here_yet, {}, "L. M.", "Sun Room 2").needs_ride = true;
    add(60, Stage::expected, {}, "T. O.", "Blue Room").needs = {"sign_language"};
    add(75, Stage::gone, storage::Ticket{TicketMark::sunny, 7}, "", "");
    for (int i = 0; i < 6; ++i) add(90 + i, Stage::expected, {}, "A. V.", "Reading Room");
    day.waiting = 3;
    day.in_visit = 1;
    day.not_here_yet = 1;
    return day;
}

inline void add_staff_desk(std::vector<PageState>& states) {
    kiosk::staff_arrivals::State arrivals;
    arrivals.day = some_day();
    arrivals.now = support::morning;
    for (const std::size_t chosen : {0U, 1U, 2U, 3U, 4U, 6U}) {
        arrivals.chosen = chosen;
        states.push_back(page_state("staff_arrivals chosen " + std::to_string(chosen), arrivals));
    }
    arrivals.requests = {1, 0};
    states.push_back(page_state("staff_arrivals not safe", arrivals));
    arrivals.requests = {0, 3};
    arrivals.day.apart = {{1, 2}};
    states.push_back(page_state("staff_arrivals kept apart", arrivals));
    arrivals.requests = {1, 3};
    states.push_back(page_state("staff_arrivals not safe, kept apart", arrivals));
    arrivals.day.apart = {{1, 2}, {2, 3}, {1, 3}};
    states.push_back(page_state("staff_arrivals many kept apart", arrivals));
    arrivals.has_failed = true;
    states.push_back(page_state("staff_arrivals failed", arrivals));
    for (std::size_t i = 0; i < 7; ++i) {
        kiosk::staff_person::State person{some_day().rows[i]};
        states.push_back(page_state("staff_person " + std::to_string(i), person));
        person.has_failed = true;
        person.facts = storage::Expected{some_visit(), "P-9", "Only with the worker"};
        states.push_back(page_state("staff_person named " + std::to_string(i), person));
        person.asking = kiosk::staff_person::Asking::undo;
        states.push_back(page_state("staff_person undo " + std::to_string(i), person));
        person.asking = kiosk::staff_person::Asking::undo_check_in;
        states.push_back(page_state("staff_person undo check-in " + std::to_string(i), person));
    }
    using kiosk::staff_find::Message;
    using kiosk::staff_find::Step;
    const auto find = [&](const std::string& name, Step step, Message message) {
        kiosk::staff_find::State state;
        state.step = step;
        state.message = message;
        (void)state.name.insert("Ana");
        state.digits.append("0412");
        if (step == Step::hits) {
            for (int i = 0; i < 4; ++i) state.hits.push_back({some_visit(), "", ""});
        }
        state.ticket = storage::Ticket{storage::TicketMark::harbor, 99};
        if (step == Step::hits) state.came = support::morning;
        state.now = support::morning;
        if (name.ends_with("yesterday")) {
            state.slip_back = std::chrono::days(1);
            state.came = support::morning - std::chrono::hours(24);
        }
        if (message == Message::failed) {
            state.today.needs.set();
            state.today.interpreter_language = "ht";
        }
        state.was_already = message == Message::failed;
        states.push_back(page_state("staff_find " + name, std::move(state)));
    };
    find("name", Step::name, Message::none);
    find("name short", Step::name, Message::name_short);
    for (const auto message : {Message::none, Message::date_short, Message::nobody, Message::too_many_searches}) {
        find("date " + std::to_string(static_cast<int>(message)), Step::birth_date, message);
    }
    find("hits", Step::hits, Message::none);
    find("hits failed", Step::hits, Message::failed);
    find("slip", Step::slip_time, Message::none);
    find("hits yesterday", Step::hits, Message::none);
    find("slip yesterday", Step::slip_time, Message::none);
    find("done yesterday", Step::done, Message::none);
    find("slip wrong", Step::slip_time, Message::time_wrong);
    find("today", Step::today, Message::none);
    find("today failed", Step::today, Message::failed);
    find("interpreter", Step::interpreter, Message::none);
    find("done", Step::done, Message::none);
    find("done already", Step::done, Message::failed);
    kiosk::staff_requests::State requests;
    using storage::DeskItemKind;
    for (const auto kind : {DeskItemKind::safety, DeskItemKind::person, DeskItemKind::interpreter, DeskItemKind::ride,
                            DeskItemKind::change, DeskItemKind::message}) {
        storage::DeskItem item{uuid_of(requests.items.size()),
                               kind,
                               support::morning,
                               {},
                               kind == DeskItemKind::interpreter ? "es" : "home",
                               {},
                               {}};
        if (kind != DeskItemKind::person) item.ticket = storage::Ticket{storage::TicketMark::laurel, 44};
        if (kind >= DeskItemKind::interpreter) item.seen = support::morning;
        if (kind >= DeskItemKind::change) item.done = support::morning;
        requests.items.push_back(item);
    }
    states.push_back(page_state("staff_requests", requests));
    requests.has_failed = true;
    states.push_back(page_state("staff_requests failed", requests));
}

} // namespace audits
