#include "tests/support/stored_world.hpp"
#include "tests/support/temp_folder.hpp"

namespace storage {

using namespace support;

namespace {

struct DeskWorld {
    TempFolder folder;
    base::FakeClock clock{morning};
    base::SystemRandom random;
    std::unique_ptr<Store> store = open();
    crypto::OfficeKey office = crypto::OfficeKey::generate();

    std::unique_ptr<Store> open() {
        return value_of(Store::open(folder.path() / "kiosk.db", fixed_keys(), clock, random));
    }
    void reopen() {
        store.reset();
        store = open();
    }
    base::Uuid new_id() {
        clock.advance(1ms);
        return base::Uuid::v7(clock.now(), random);
    }
    base::Uuid check_in(const std::string& person, int number, const Store::ForDesk& for_desk = {}) {
        const base::Uuid id = new_id();
        CHECK_FALSE(
            value_of(store->check_in(submission(id), arrival(id, "v1", person, number), today, for_desk)).has_value());
        return id;
    }
    DeskItem item(DeskItemKind kind) {
        return {new_id(), kind, clock.now(), Ticket{TicketMark::star, 5}, "home", {}, {}};
    }
};

std::vector<std::string> names(const std::vector<Expected>& people) {
    std::vector<std::string> names;
    for (const auto& person : people) names.push_back(person.visit.given_name);
    return names;
}

} // namespace

TEST_CASE_FIXTURE(DeskWorld, "staff see who is expected on a day, by start, with what they need and nothing else") {
    must(store->set_office(office.recipient()));
    auto late = roster_entry("10000001", "late", "v1");
    late.visit.start += 1h;
    late.visit.more["room"] = "Garden Room";
    late.visit.more["interpreter"] = "es";
    auto both_days = roster_entry("20000002", "early", "v2");
    both_days.days = {today, tomorrow};
    must(store->replace_roster(std::vector{late, both_days, roster_entry("30000003", "next", "v3", tomorrow)},
                               roster_version(3)));
    reopen();
    const auto people = value_of(store->expected(office, today));
    CHECK(names(people) == std::vector<std::string>{"Given-early", "Given-late"});
    CHECK(people[1].visit.text("room") == "Garden Room");
    CHECK(people[1].visit.text("interpreter") == "es");
    CHECK(people[1].visit.text("purpose").empty());
    CHECK(people[1].visit.birth_date == late.visit.birth_date);
    CHECK(people[1].keep_apart == "Apart-late");
    CHECK(people[1].may_take_home == "Home-late");
    CHECK(value_of(store->expected(office, tomorrow)).size() == 2);
    CHECK(value_of(store->expected(office, std::chrono::year{2027} / 1 / 1)).empty());
}

TEST_CASE_FIXTURE(DeskWorld, "the list of a day opens with no key but the office's, also if the office came later") {
    must(store->replace_roster(std::vector{roster_entry("10000001", "p1", "v1")}, roster_version(1)));
    CHECK(store->expected(office, today).is_error());
    must(store->set_office(office.recipient()));
    CHECK(value_of(store->expected(office, today)).size() == 1);
    CHECK(store->expected(crypto::OfficeKey::generate(), today).is_error());
}

TEST_CASE_FIXTURE(DeskWorld, "with a new roster the old lists are gone") {
    must(store->set_office(office.recipient()));
    must(store->replace_roster(std::vector{roster_entry("10000001", "p1", "v1")}, roster_version(1)));
    must(store->replace_roster(std::vector{roster_entry("10000001", "p1", "v1", tomorrow)}, roster_version(1)));
    CHECK(value_of(store->expected(office, today)).empty());
    CHECK(value_of(store->expected(office, tomorrow)).size() == 1);
}

TEST_CASE_FIXTURE(DeskWorld, "how far an arrival has come is kept with the submission that tells of it") {
    DeskState asked;
    asked.interpreter_language = "es";
    asked.own_words = std::make_shared<const base::Secret>(base::bytes_of("a chair"));
    const base::Uuid first = check_in("p1", 1, {asked, {}, {}});
    const base::Uuid second = check_in("p2", 2);
    auto state = value_of(store->find_desk_arrival(first))->state;
    CHECK_FALSE(state.acknowledged.has_value());
    state.acknowledged = morning + 1min;
    state.called = morning + 2min;
    state.room = "Blue Room";
    const base::Uuid event = new_id();
    must(store->mark(first, state, submission(event, R"({"event":1})", SubmissionKind::staff_event), "visit_called",
                     {{"by", 3}, {"ticket", 1}, {"mark", 0}}));
    reopen();
    const auto arrivals = value_of(store->desk_arrivals(today));
    REQUIRE(arrivals.size() == 2);
    CHECK(arrivals[0].arrival.submission == first);
    CHECK(arrivals[0].state.acknowledged == morning + 1min);
    CHECK(arrivals[0].state.called == morning + 2min);
    CHECK_FALSE(arrivals[0].state.started.has_value());
    CHECK(arrivals[0].state.room == "Blue Room");
    CHECK(arrivals[0].state.interpreter_language == "es");
    CHECK(arrivals[0].state.own_words->text() == "a chair");
    CHECK(arrivals[1].arrival.submission == second);
    CHECK_FALSE(arrivals[1].state.acknowledged.has_value());
    const auto pending = value_of(store->pending());
    REQUIRE(pending.size() == 3);
    CHECK(pending[2].kind == SubmissionKind::staff_event);
}

TEST_CASE_FIXTURE(DeskWorld, "an arrival that was taken back, or whose day is over, can not be marked") {
    const base::Uuid taken_back = check_in("p1", 1);
    const base::Uuid forgotten = check_in("p2", 2);
    must(store->withdraw_check_in(submission(new_id(), "{}", SubmissionKind::withdrawal), taken_back));
    const auto mark = [&](const base::Uuid& id) {
        DeskState state;
        state.called = morning;
        return store->mark(id, state, submission(new_id(), "{}", SubmissionKind::staff_event), "visit_called",
                           {{"by", 3}, {"ticket", 1}, {"mark", 0}});
    };
    const auto before = value_of(store->pending()).size();
    CHECK(mark(taken_back).is_error());
    CHECK_FALSE(mark(forgotten).is_error());
    must(store->forget_before(tomorrow));
    CHECK(mark(forgotten).is_error());
    CHECK(value_of(store->pending()).size() == before + 1);
    CHECK(value_of(store->desk_arrivals(today)).empty());
    CHECK_FALSE(value_of(store->find_desk_arrival(forgotten)).has_value());
}

TEST_CASE_FIXTURE(DeskWorld, "what somebody asked for stays until its day is over, also after it was sent") {
    must(store->begin_epoch("0123abcd"));
    auto asked = item(DeskItemKind::safety);
    must(store->add(submission(asked.submission, "{}", SubmissionKind::help_request), asked, today));
    must(store->record_batch(
        {"0123abcd", 1, std::string(64, 'a'), BatchState::written, morning, {asked.submission}, 0, 0}));
    must(store->mark_published("0123abcd", 1));
    reopen();
    auto items = value_of(store->desk_items(today));
    REQUIRE(items.size() == 1);
    CHECK(items[0].kind == DeskItemKind::safety);
    CHECK(items[0].at == asked.at);
    CHECK(items[0].ticket == Ticket{TicketMark::star, 5});
    CHECK(items[0].detail == "home");
    items[0].seen = morning + 3min;
    must(store->mark_item(items[0], "request_seen", {{"by", 3}, {"kind", 0}}));
    CHECK(value_of(store->desk_items(today))[0].seen == morning + 3min);
    CHECK_FALSE(value_of(store->desk_items(today))[0].done.has_value());
    CHECK(value_of(store->desk_items(tomorrow)).empty());
    must(store->forget_before(tomorrow));
    CHECK(value_of(store->desk_items(today)).empty());
    CHECK(store->mark_item(items[0], "request_seen", {{"by", 3}, {"kind", 0}}).is_error());
}

TEST_CASE_FIXTURE(DeskWorld, "a check-in that is taken back takes what it asked for with it") {
    auto asked = item(DeskItemKind::interpreter);
    const base::Uuid id = new_id();
    asked.submission = id;
    CHECK_FALSE(value_of(store->check_in(submission(id), arrival(id, "v1", "p1"), today, {{}, asked, {}})).has_value());
    CHECK(value_of(store->desk_items(today)).size() == 1);
    must(store->withdraw_check_in(submission(new_id(), "{}", SubmissionKind::withdrawal), id));
    CHECK(value_of(store->desk_items(today)).empty());
}

} // namespace storage
