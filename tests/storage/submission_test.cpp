#include "tests/support/stored_world.hpp"
#include "tests/support/temp_folder.hpp"

using namespace storage;
using namespace support;

namespace {

struct SubmissionWorld {
    TempFolder folder;
    base::FakeClock clock{morning};
    base::SystemRandom random;
    std::unique_ptr<Store> store = value_of(Store::open(folder.path() / "kiosk.db", fixed_keys(), clock, random));

    base::Uuid new_id() {
        clock.advance(1ms);
        return base::Uuid::v7(clock.now(), random);
    }
    // Checked in; the id of the record.
    base::Uuid check_in(const std::string& visit, const std::string& person, int ticket) {
        const base::Uuid id = new_id();
        const auto standing = value_of(store->check_in(submission(id), arrival(id, visit, person, ticket), today));
        CHECK_FALSE(standing.has_value());
        return id;
    }
    std::vector<base::Uuid> pending_ids() {
        std::vector<base::Uuid> ids;
        for (const auto& pending : value_of(store->pending())) ids.push_back(pending.id);
        return ids;
    }
};

} // namespace

TEST_CASE("every kind of submission has the name of the batch format and is found by it") {
    CHECK(name_of(SubmissionKind::check_in) == "check_in");
    CHECK(name_of(SubmissionKind::strengths_and_needs) == "strengths_and_needs");
    CHECK(name_of(SubmissionKind::help_request) == "help_request");
    CHECK(name_of(SubmissionKind::withdrawal) == "withdrawal");
    for (int kind = 0; kind <= static_cast<int>(SubmissionKind::feedback); ++kind) {
        CHECK(submission_kind_named(name_of(static_cast<SubmissionKind>(kind))) == static_cast<SubmissionKind>(kind));
    }
    CHECK_FALSE(submission_kind_named("check-in").has_value());
    CHECK(name_of(TicketMark::robin) == "robin");
    CHECK(name_of(TicketMark::heart) == "heart");
}

TEST_CASE_FIXTURE(SubmissionWorld, "what is added is pending, oldest first, until it is sent, also after a restart") {
    const base::Uuid first = new_id();
    const base::Uuid second = new_id();
    must(store->add(submission(second, R"({"b":2})", SubmissionKind::message)));
    must(store->add(submission(first, R"({"a":1})", SubmissionKind::help_request)));
    store.reset();
    store = value_of(Store::open(folder.path() / "kiosk.db", fixed_keys(), clock, random));

    const auto pending = value_of(store->pending());
    REQUIRE(pending.size() == 2);
    CHECK(pending[0].id == first);
    CHECK(pending[0].kind == SubmissionKind::help_request);
    CHECK(pending[0].line.text() == R"({"a":1})");
    CHECK(pending[1].id == second);
    const auto waiting = value_of(store->waiting());
    CHECK(waiting.count == 2);
    CHECK(waiting.oldest == morning + 1ms);
}

TEST_CASE_FIXTURE(SubmissionWorld, "an id already in use is refused and changes nothing") {
    const base::Uuid id = new_id();
    must(store->add(submission(id, "{}")));
    CHECK(store->add(submission(id, R"({"other":1})")).is_error());
    CHECK(value_of(store->pending()).at(0).line.text() == "{}");
}

TEST_CASE_FIXTURE(SubmissionWorld, "feedback waits without an age, because its id tells no time") {
    must(store->add(submission(base::Uuid::v4(random), "{}", SubmissionKind::feedback)));
    const auto waiting = value_of(store->waiting());
    CHECK(waiting.count == 1);
    CHECK_FALSE(waiting.oldest.has_value());
}

TEST_CASE_FIXTURE(SubmissionWorld,
                  "the same person at the same visit is checked in once and shown the first ticket again") {
    const base::Uuid first = check_in("v1", "p1", 12);
    const base::Uuid again = new_id();
    const auto standing = value_of(store->check_in(submission(again), arrival(again, "v1", "p1", 13), today));
    REQUIRE(standing.has_value());
    CHECK(standing->submission == first);
    CHECK(standing->ticket == Ticket{TicketMark::robin, 12});
    CHECK(standing->at == morning);
    CHECK(standing->adults == 1);
    CHECK(standing->children == 2);
    CHECK(standing->needs == std::vector<std::string>{"interpreter", "quiet_room"});
    CHECK(pending_ids() == std::vector{first});

    check_in("v1", "p2", 13);
    check_in("v2", "p1", 14);
    CHECK(value_of(store->arrivals(today)).size() == 3);
    CHECK(value_of(store->arrivals(tomorrow)).empty());
    CHECK(value_of(store->find_arrival({"v2"}, {"p1"}, today))->ticket.number == 14);
    CHECK_FALSE(value_of(store->find_arrival({"v2"}, {"p1"}, tomorrow)).has_value());
}

TEST_CASE_FIXTURE(SubmissionWorld, "unlisted people are checked in each time") {
    check_in("", "", 1);
    check_in("", "", 2);
    CHECK(value_of(store->arrivals(today)).size() == 2);
    CHECK(pending_ids().size() == 2);
}

TEST_CASE_FIXTURE(SubmissionWorld, "a ticket in use that day is refused and nothing is kept") {
    check_in("v1", "p1", 12);
    const base::Uuid id = new_id();
    const auto refused = store->check_in(submission(id), arrival(id, "v2", "p2", 12), today);
    REQUIRE(refused.is_error());
    CHECK(refused.error().kind == base::ErrorKind::ask_again);
    CHECK(pending_ids().size() == 1);
    CHECK_FALSE(value_of(store->check_in(submission(id), arrival(id, "v2", "p2", 12), tomorrow)).has_value());
}

TEST_CASE_FIXTURE(SubmissionWorld, "a withdrawal frees place and ticket; both records go to the agency") {
    const base::Uuid checked_in = check_in("v1", "p1", 12);
    const base::Uuid withdrawal = new_id();
    must(store->withdraw_check_in(submission(withdrawal, "{}", SubmissionKind::withdrawal), checked_in));
    CHECK(value_of(store->arrivals(today)).empty());
    CHECK(pending_ids() == std::vector{checked_in, withdrawal});
    check_in("v1", "p1", 12);
}

TEST_CASE_FIXTURE(SubmissionWorld, "a withdrawal after the check-in was sent leaves only itself") {
    const base::Uuid checked_in = check_in("v1", "p1", 12);
    must(store->begin_epoch("0123abcd"));
    must(store->record_batch({"0123abcd", 1, std::string(64, 'a'), BatchState::written, morning, {checked_in}, 0, 0}));
    must(store->mark_published("0123abcd", 1));
    CHECK(pending_ids().empty());
    CHECK(value_of(store->find_arrival({"v1"}, {"p1"}, today)).has_value());
    const base::Uuid withdrawal = new_id();
    must(store->withdraw_check_in(submission(withdrawal, "{}", SubmissionKind::withdrawal), checked_in));
    CHECK(value_of(store->arrivals(today)).empty());
    CHECK(pending_ids() == std::vector{withdrawal});
}

TEST_CASE_FIXTURE(SubmissionWorld, "yesterday's arrivals are forgotten, but what was not sent is kept") {
    const base::Uuid id = check_in("v1", "p1", 12);
    must(store->forget_before(today));
    CHECK(value_of(store->arrivals(today)).size() == 1);
    must(store->forget_before(tomorrow));
    CHECK(value_of(store->arrivals(today)).empty());
    CHECK_FALSE(value_of(store->find_arrival({"v1"}, {"p1"}, today)).has_value());
    CHECK(pending_ids() == std::vector{id});
}
