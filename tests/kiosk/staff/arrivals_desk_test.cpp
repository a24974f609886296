#include "tests/kiosk/staff/staff_world.hpp"

#include "kiosk/exchange/record_parser.hpp"
#include "kiosk/screens/staff_find.hpp"

namespace kiosk {

using namespace support;

namespace {

struct ArrivedWorld : StaffWorld {
    std::array<Guest, 2> guests{guest(1), guest(2)};
    storage::Arrival first;

    ArrivedWorld() {
        publish({visit_of(guests[0], "V-1", morning + 30min), visit_of(guests[1], "V-2", morning + 40min)});
        first = come(guests[0]);
    }
    StaffEventData last_event() {
        const auto kept = pending();
        REQUIRE(kept.back().kind == storage::SubmissionKind::staff_event);
        const auto record = value_of(parse_record(kept.back().line.text()));
        CHECK(record.head.proof == Proof::staff);
        CHECK(record.head.at == clock.now());
        return std::get<StaffEventData>(record.data);
    }
};

} // namespace

TEST_CASE_FIXTURE(ArrivedWorld, "each step is kept, told to the agency and logged with the number of who did it") {
    const auto& id = first.submission;
    struct StepOf {
        StaffStep step;
        std::function<base::Result<void>()> use;
        const char* event;
        Stage stage;
    };
    const std::string logged_ticket = "\"ticket\":" + std::to_string(first.ticket.number) +
                                      ",\"mark\":" + std::to_string(static_cast<int>(first.ticket.mark));
    const std::vector<StepOf> steps{
        {StaffStep::acknowledge, [&] { return arrivals.acknowledge(front_desk, id); }, "visit_acknowledged",
         Stage::waiting},
        {StaffStep::call, [&] { return arrivals.call(front_desk, id, "Blue Room"); }, "visit_called", Stage::called},
        {StaffStep::start, [&] { return arrivals.start(front_desk, id); }, "visit_started", Stage::in_visit},
        {StaffStep::end, [&] { return arrivals.end(front_desk, id); }, "visit_ended", Stage::gone}};
    for (const auto& [step, use, event, stage] : steps) {
        CAPTURE(event);
        clock.advance(1min);
        must(use());
        const auto told = last_event();
        CHECK(told.step == step);
        CHECK(told.check_in == id);
        CHECK(told.by == 3);
        CHECK(logged(event) == 1);
        CHECK(last_logged().find("\"by\":3") != std::string::npos);
        CHECK(last_logged().find(logged_ticket) != std::string::npos);
        CHECK(day().rows.at(0).stage == stage);
        CHECK(use().is_error() == (step != StaffStep::call));
    }
    CHECK(desk->has_pending());
}

TEST_CASE_FIXTURE(ArrivedWorld, "staff take a wrong check-in back while they wait, and the person can check in again") {
    const auto changes = arrivals.changes();
    clock.advance(1min);
    must(arrivals.undo_check_in(front_desk, first.submission, UndoReason::wrong_person));
    CHECK(arrivals.changes() > changes);
    const auto kept = pending();
    REQUIRE(kept.back().kind == storage::SubmissionKind::withdrawal);
    const auto record = value_of(parse_record(kept.back().line.text()));
    CHECK(record.head.proof == Proof::staff);
    CHECK(record.head.visit == first.visit_id);
    CHECK(std::get<WithdrawalData>(record.data).withdrawn == first.submission);
    CHECK(last_logged().find("\"by\":3") != std::string::npos);
    CHECK(last_logged().find("\"reason\":0") != std::string::npos);
    CHECK_FALSE(day().rows.at(0).check_in.has_value());
    CHECK(arrivals.undo_check_in(front_desk, first.submission, UndoReason::other).is_error());
    CHECK_FALSE(come(guests[0]).submission == first.submission);
    CHECK(day().rows.at(0).check_in.has_value());
}

TEST_CASE_FIXTURE(ArrivedWorld, "once somebody is called or their visit has begun, those steps are undone first") {
    const auto& id = first.submission;
    must(arrivals.call(front_desk, id, "Blue Room"));
    CHECK(arrivals.undo_check_in(front_desk, id, UndoReason::other).is_error());
    must(arrivals.start(front_desk, id));
    CHECK(arrivals.undo_check_in(front_desk, id, UndoReason::other).is_error());
    must(arrivals.undo(front_desk, id, UndoReason::other));
    must(arrivals.undo(front_desk, id, UndoReason::other));
    CHECK(logged("check_in_undone") == 0);
    must(arrivals.undo_check_in(front_desk, id, UndoReason::other));
    CHECK(logged("check_in_undone") == 1);
}

TEST_CASE_FIXTURE(ArrivedWorld, "calling says where to, and the call display shows ticket and room until it begins") {
    CHECK(calls.calls(clock.moment()).empty());
    clock.advance(1min);
    must(arrivals.call(front_desk, first.submission, "Blue Room"));
    CHECK(last_event().room == "Blue Room");
    CHECK(day().rows.at(0).room == "Blue Room");
    CHECK(day().rows.at(0).is_acknowledged);
    clock.advance(1min);
    const auto second = come(guests[1]);
    must(arrivals.call(front_desk, second.submission, ""));
    const auto called = calls.calls(clock.moment());
    REQUIRE(called.size() == 2);
    CHECK(called[0].ticket == second.ticket);
    CHECK(called[1].ticket == first.ticket);
    CHECK(called[1].room == "Blue Room");
    must(arrivals.start(front_desk, first.submission));
    CHECK(calls.calls(clock.moment()).size() == 1);
    CHECK(arrivals.call(front_desk, first.submission, "").is_error());
}

TEST_CASE_FIXTURE(ArrivedWorld, "undo takes back the last step, with its reason, as far as there is one") {
    const auto& id = first.submission;
    CHECK(arrivals.undo(front_desk, id, UndoReason::other).is_error());
    must(arrivals.call(front_desk, id, "Blue Room"));
    must(arrivals.start(front_desk, id));
    must(arrivals.end(front_desk, id));
    const std::array undone{StaffStep::end, StaffStep::start, StaffStep::call, StaffStep::acknowledge};
    const std::array stages{Stage::in_visit, Stage::called, Stage::waiting, Stage::waiting};
    for (std::size_t i = 0; i < undone.size(); ++i) {
        clock.advance(1min);
        must(arrivals.undo(front_desk, id, UndoReason::wrong_button));
        const auto told = last_event();
        CHECK(told.step == StaffStep::undo);
        CHECK(told.undoes == undone[i]);
        CHECK(told.reason == UndoReason::wrong_button);
        CHECK(day().rows.at(0).stage == stages[i]);
    }
    CHECK_FALSE(day().rows.at(0).is_acknowledged);
    CHECK(day().rows.at(0).room == "Garden Room");
    CHECK(logged("visit_undone") == 4);
    CHECK(arrivals.undo(front_desk, id, UndoReason::other).is_error());
}

TEST_CASE_FIXTURE(ArrivedWorld, "a role that is not granted a step can not take it, and leaves nothing behind") {
    const auto before = pending().size();
    const auto entries = value_of(store->audit_head()).count;
    CHECK(arrivals.day(technician).is_error());
    CHECK(arrivals.open_day(technician).is_error());
    CHECK(arrivals.acknowledge(technician, first.submission).is_error());
    CHECK(arrivals.call(technician, first.submission, "").is_error());
    CHECK(arrivals.start(technician, first.submission).is_error());
    CHECK(arrivals.end(technician, first.submission).is_error());
    CHECK(arrivals.undo(technician, first.submission, UndoReason::other).is_error());
    CHECK(arrivals.show_name(technician, day().rows.at(0)).is_error());
    CHECK(arrivals.add_walk_in(technician, {}, "en").is_error());
    CHECK(arrivals.enter_slip(technician, nullptr, {}, clock.now(), "en").is_error());
    CHECK(arrivals.check_in(technician, roster_entry("1", "p", "v").visit, {}, "en").is_error());
    CHECK(finder.find(technician, "Given", "02031990").is_error());
    CHECK(requests.of_today(technician).is_error());
    CHECK(requests.mark_seen(technician, first.submission).is_error());
    CHECK(requests.mark_done(technician, first.submission).is_error());
    CHECK(pending().size() == before);
    CHECK(value_of(store->audit_head()).count == entries);
}

TEST_CASE_FIXTURE(ArrivedWorld, "a full name is told for one row, and only after it was logged") {
    const auto row = day().rows.at(0);
    const auto person = value_of(arrivals.show_name(front_desk, row));
    REQUIRE(person.has_value());
    CHECK(person->visit.given_name == "Given-P-1");
    CHECK(person->keep_apart == "Apart-P-1");
    CHECK(logged("name_shown") == 1);
    CHECK(last_logged().find("Given") == std::string::npos);
}

TEST_CASE_FIXTURE(ArrivedWorld, "a walk-in gets a ticket and is told to the agency as checked in by staff") {
    clock.advance(1min);
    const auto done = value_of(arrivals.add_walk_in(front_desk, {0, 1, {"snack"}, ""}, "es"));
    const auto record = value_of(parse_record(pending().back().line.text()));
    CHECK(record.head.proof == Proof::staff);
    CHECK_FALSE(record.head.person.has_value());
    CHECK(std::get<CheckInData>(record.data).is_unlisted);
    CHECK(logged("walk_in_added") == 1);
    const auto rows = day().rows;
    const auto row = std::ranges::find(rows, std::optional(done.arrival.ticket), &DeskRow::ticket);
    REQUIRE(row != rows.end());
    CHECK(row->is_unlisted());
    CHECK(row->children == 1);
}

TEST_CASE_FIXTURE(ArrivedWorld, "somebody without a code is found and checked in by staff") {
    clock.advance(1min);
    const auto hits = value_of(finder.find(front_desk, "family-p-2", "02031990"));
    REQUIRE(hits.people.size() == 1);
    const auto done = value_of(arrivals.check_in(front_desk, hits.people[0].visit, {}, "en"));
    CHECK_FALSE(done.was_already);
    const auto record = value_of(parse_record(pending().back().line.text()));
    CHECK(record.head.proof == Proof::staff);
    CHECK(record.head.person->text == "P-2");
    CHECK(logged("checked_in_by_staff") == 1);
    CHECK(day().rows.at(1).stage == Stage::waiting);
    CHECK(value_of(arrivals.check_in(front_desk, hits.people[0].visit, {}, "en")).was_already);
}

TEST_CASE_FIXTURE(ArrivedWorld, "a slip is kept with the time it says, as made now, and only of the last days") {
    clock.advance(90min);
    const auto came = clock.now() - 30min;
    const auto done = value_of(arrivals.enter_slip(front_desk, nullptr, {}, came, "en"));
    CHECK(done.arrival.at == came);
    const auto record = value_of(parse_record(pending().back().line.text()));
    CHECK(record.head.at == clock.now());
    CHECK(std::get<CheckInData>(record.data).arrived == came);
    CHECK(std::get<CheckInData>(record.data).is_entered_late);
    CHECK(logged("slip_entered") == 1);
    CHECK(arrivals.enter_slip(front_desk, nullptr, {}, clock.now() + 1min, "en").is_error());
    // 10:30 in the morning, so that four days before it is still the fourth day.
    CHECK_FALSE(arrivals.enter_slip(front_desk, nullptr, {}, clock.now() - 4 * 24h, "en").is_error());
    CHECK(arrivals.enter_slip(front_desk, nullptr, {}, clock.now() - 5 * 24h, "en").is_error());
}

TEST_CASE_FIXTURE(ArrivedWorld, "a slip of yesterday goes with yesterday's visit, and is not among those here today") {
    auto yesterday = visit_of(guests[1], "V-0", morning + 30min - 24h);
    publish({visit_of(guests[0], "V-1", morning + 30min), yesterday});
    const auto hits = value_of(finder.find(front_desk, "family", "02031990", std::chrono::days(1)));
    REQUIRE(hits.people.size() == 1);
    CHECK(hits.people.front().visit.visit_id.text == "V-0");
    const auto rows = day().rows.size();
    const auto came = morning - 24h;
    clock.advance(1min);
    (void)value_of(arrivals.enter_slip(front_desk, &hits.people.front().visit, {}, came, "en"));
    const auto record = value_of(parse_record(pending().back().line.text()));
    CHECK(record.head.visit == yesterday.visit.visit_id);
    CHECK(std::get<CheckInData>(record.data).arrived == came);
    CHECK(day().rows.size() == rows);
}

TEST_CASE_FIXTURE(ArrivedWorld,
                  "a visitor is told that the desk knows once it does, and to go there when it takes long") {
    CHECK(desk->desk_knows(first) == DeskKnows::not_yet);
    clock.advance(settings.acknowledge);
    CHECK(desk->desk_knows(first) == DeskKnows::overdue);
    must(arrivals.acknowledge(front_desk, first.submission));
    CHECK(desk->desk_knows(first) == DeskKnows::yes);
    must(arrivals.undo(front_desk, first.submission, UndoReason::wrong_person));
    CHECK(desk->desk_knows(first) == DeskKnows::overdue);
}

TEST_CASE("a slip's time is the latest of today that has come, on a clock of twelve hours") {
    const std::string zone = "America/New_York"; // the morning is 10:00 there
    using staff_find::slip_moment;
    CHECK(slip_moment("0930", morning, zone) == morning - 30min);
    CHECK(slip_moment("0230", morning + 8h, zone) == morning + 4h + 30min);
    CHECK(slip_moment("0230", morning, zone) == morning - 7h - 30min);
    CHECK(slip_moment("1430", morning + 8h, zone) == morning + 4h + 30min);
    CHECK_FALSE(slip_moment("1430", morning, zone).has_value());
    CHECK_FALSE(slip_moment("1260", morning, zone).has_value());
    CHECK_FALSE(slip_moment("930", morning, zone).has_value());
    CHECK(slip_moment("1215", morning + 8h, zone) == morning + 2h + 15min);
    CHECK(slip_moment("0230", morning, zone, std::chrono::days(1)) == morning + 4h + 30min - 24h);
    // Nobody comes at 9:30 in the evening: on a day that is over, an office's hours tell.
    CHECK(slip_moment("0930", morning, zone, std::chrono::days(4)) == morning - 30min - 4 * 24h);
    CHECK(slip_moment("1930", morning, zone, std::chrono::days(4)) == morning + 9h + 30min - 4 * 24h);
}

} // namespace kiosk
