#include "kiosk/staff/news_teller.hpp"
#include "tests/kiosk/staff/staff_world.hpp"

namespace kiosk {

using namespace support;

namespace {

struct TellingWorld : StaffWorld {
    std::array<Guest, 2> guests{guest(1), guest(2)};
    TempFolder outbox;
    base::SeededRandom random{5};
    base::EventLog log{clock, stderr};
    NoticeBox notices{disk, outbox.path(), {"willow-lobby", "willow-street"}, clock, random, log, NoticeBox::Use::on};
    std::optional<DeskWatch> watching;
    std::optional<NewsTeller> teller;

    TellingWorld() {
        publish({visit_of(guests[0], "V-1", morning + 30min), visit_of(guests[1], "V-2", morning + 40min)});
        start_program();
    }
    // All that was in memory is gone.
    void start_program() {
        teller.reset();
        watching.emplace(*store, arrivals, requests, settings, clock);
        teller.emplace(NewsTeller::Parts{*store, *desk, *watching, calls, notices}, settings, clock);
    }
    // Time goes by as in the program's loop.
    void pass(std::chrono::milliseconds time) {
        const auto end = clock.moment() + time;
        for (teller->pass_time(); clock.moment() < end; teller->pass_time()) {
            const auto next = std::min(end, teller->wake_at().value_or(end));
            clock.advance(std::max(next - clock.moment(), std::chrono::milliseconds(1)));
        }
    }
    // What was told since this was last asked, in any order: "arrived Robin 12|".
    std::string told() {
        teller->pass_time();
        std::vector<std::string> lines;
        const auto folder = notices_folder(outbox.path());
        if (!value_of(disk.exists(folder))) return "";
        for (const auto& name : value_of(disk.list(folder))) {
            const auto notice = value_of(parse_notice(read_file(folder / name)));
            lines.push_back(std::string(name_of(notice.event)) + ' ' +
                            (notice.ticket ? ticket_text(*notice.ticket) : "nobody") + '|');
            must(disk.remove(folder / name));
        }
        std::ranges::sort(lines);
        std::string all;
        for (const auto& line : lines) all += line;
        return all;
    }
    std::string overdue(const storage::Arrival& arrival) {
        return "not_acknowledged " + ticket_text(arrival.ticket) + '|';
    }
    storage::Arrival come_and_be_told(const Guest& guest) {
        const auto arrival = come(guest);
        CHECK(told() == "arrived " + ticket_text(arrival.ticket) + '|');
        return arrival;
    }
};

} // namespace

TEST_CASE_FIXTURE(TellingWorld, "who waits and is not acknowledged in time is told to the desk once") {
    const auto first = come_and_be_told(guests[0]);
    pass(settings.acknowledge - 1ms);
    CHECK(told() == "");
    pass(1ms);
    CHECK(told() == overdue(first));
    pass(40min);
    CHECK(told() == "");
}

TEST_CASE_FIXTURE(TellingWorld, "of two who wait the second is told, though the first was acknowledged meanwhile") {
    const auto first = come_and_be_told(guests[0]);
    pass(3min);
    const auto second = come_and_be_told(guests[1]);
    must(arrivals.acknowledge(front_desk, first.submission));
    pass(settings.acknowledge - 3min);
    CHECK(told() == "");
    pass(3min);
    CHECK(told() == overdue(second));
}

TEST_CASE_FIXTURE(TellingWorld, "a restart forgets nobody who waits, and tells nobody twice") {
    const auto first = come_and_be_told(guests[0]);
    pass(5min);
    start_program();
    pass(settings.acknowledge - 5min);
    CHECK(told() == overdue(first));
    const auto second = come_and_be_told(guests[1]);
    start_program();
    CHECK(told() == "");
    // Down when it was due.
    clock.advance(settings.acknowledge + 1min);
    start_program();
    CHECK(told() == overdue(second));
    start_program();
    pass(20min);
    CHECK(told() == "");
}

TEST_CASE_FIXTURE(TellingWorld, "a changed number of minutes counts at once, also for those who wait already") {
    const auto first = come_and_be_told(guests[0]);
    pass(6min);
    CHECK(told() == "");
    settings.acknowledge = 5min;
    CHECK(told() == overdue(first));
    settings.acknowledge = 30min;
    const auto second = come_and_be_told(guests[1]);
    pass(29min);
    CHECK(told() == "");
    pass(1min);
    CHECK(told() == overdue(second));
}

TEST_CASE_FIXTURE(TellingWorld, "a clock that was set loses nobody") {
    const auto first = come_and_be_told(guests[0]);
    clock.set_wall(clock.now() - 20min);
    pass(settings.acknowledge);
    CHECK(told() == "");
    clock.set_wall(first.at + settings.acknowledge);
    pass(1min); // noticed without anybody touching the kiosk
    CHECK(told() == overdue(first));
}

TEST_CASE_FIXTURE(TellingWorld,
                  "who was acknowledged or has taken it back is not told, and an undone step counts anew") {
    const auto first = come_and_be_told(guests[0]);
    const auto second = come_and_be_told(guests[1]);
    must(arrivals.acknowledge(front_desk, first.submission));
    must(desk->take_back(nullptr, second, "en"));
    pass(settings.acknowledge + 1min);
    CHECK(told() == "");
    CHECK_FALSE(teller->wake_at());
    must(arrivals.undo(front_desk, first.submission, UndoReason::wrong_person));
    CHECK(told() == overdue(first));
    CHECK(told() == "");
}

TEST_CASE_FIXTURE(TellingWorld, "whoever staff check in themselves has been seen") {
    const auto hits = value_of(finder.find(front_desk, "family-p-1", "02031990"));
    (void)value_of(arrivals.check_in(front_desk, hits.people.at(0).visit, {}, "en"));
    (void)value_of(arrivals.add_walk_in(front_desk, {0, 1, {}, ""}, "en"));
    (void)value_of(arrivals.enter_slip(front_desk, nullptr, {}, clock.now() - 30min, "en"));
    CHECK(watching->arrivals().empty());
    for (const auto& row : day().rows) {
        if (row.ticket) CHECK(row.is_acknowledged);
    }
    pass(settings.acknowledge + 1min);
    CHECK(told() == "");
}

TEST_CASE_FIXTURE(TellingWorld, "the call of somebody who takes their check-in back is taken down") {
    const auto first = come_and_be_told(guests[0]);
    const auto second = come_and_be_told(guests[1]);
    must(arrivals.call(front_desk, first.submission, "Garden Room"));
    must(arrivals.call(front_desk, second.submission, "Blue Room"));
    must(desk->take_back(nullptr, first, "en"));
    CHECK(told() == "");
    const auto called = calls.calls(clock.moment());
    REQUIRE(called.size() == 1);
    CHECK(called[0].ticket == second.ticket);
}

TEST_CASE_FIXTURE(TellingWorld, "the watch counts who and what nobody has seen, of today only") {
    CHECK(watching->unseen() == 0);
    const auto first = come(guests[0], {1, 0, {"interpreter"}, "es"});
    must(desk->ask_for_help(nullptr, HelpKind::safety, "help", "en"));
    must(desk->ask_for_help(nullptr, HelpKind::person, "home", "en"));
    CHECK(watching->arrivals().size() == 1);
    CHECK(watching->requests().safety == 1);
    CHECK(watching->requests().others == 2);
    CHECK(watching->requests().persons == 1);
    CHECK(watching->unseen() == 4);
    must(arrivals.acknowledge(front_desk, first.submission));
    for (const auto& item : value_of(requests.of_today(front_desk)))
        must(requests.mark_seen(front_desk, item.submission));
    CHECK(watching->unseen() == 0);
    must(desk->ask_for_help(nullptr, HelpKind::person, "home", "en"));
    CHECK(watching->unseen() == 1);
    clock.advance(24h);
    CHECK(watching->unseen() == 0);
}

} // namespace kiosk
