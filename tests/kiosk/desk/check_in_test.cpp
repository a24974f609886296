#include "kiosk/exchange/record_parser.hpp"
#include "tests/support/kiosk_world.hpp"

#include <set>

namespace {

using namespace std::chrono_literals;
using storage::SubmissionKind;
using support::guest;
using support::must;
using support::value_of;

struct Office : support::KioskWorld {
    Office() {
        std::vector<storage::RosterEntry> entries;
        for (int i = 0; i < 5; ++i) {
            entries.push_back(support::visit_of(guest(i), "V-" + std::to_string(i), support::morning + 30min));
        }
        entries.push_back(support::visit_of(guest(0), "V-afternoon", support::morning + 45min));
        publish(entries);
    }
    [[nodiscard]] kiosk::Found find(int number) {
        auto look_up = desk->look_up_typed(guest(number).code);
        base::invariant(look_up.found.has_value(), "the guest is on today's roster");
        return std::move(*look_up.found);
    }
    kiosk::CheckedIn check_in(const kiosk::Found& found, std::size_t visit = 0, const kiosk::Today& today = {}) {
        return value_of(desk->check_in(&found, &found.visits[visit], today, "en"));
    }
    // Records are ordered by the milliseconds of their ids: whoever does two things lets time pass between them.
    [[nodiscard]] kiosk::Record last_record() {
        clock.advance(1ms);
        const auto records = pending();
        base::invariant(!records.empty(), "something is pending");
        return value_of(kiosk::parse_record(records.back().line.text()));
    }
};

} // namespace

TEST_CASE("checking in twice for one visit gives the same ticket again and keeps one record") {
    Office office;
    const auto found = office.find(0);
    const auto first = office.check_in(found);
    CHECK_FALSE(first.was_already);
    CHECK(office.pending().size() == 1);
    office.clock.advance(10min);
    const auto second = office.check_in(found, 0, {3, 4, {"snack"}, ""});
    CHECK(second.was_already);
    CHECK(second.arrival.ticket == first.arrival.ticket);
    CHECK(second.arrival.submission == first.arrival.submission);
    CHECK(second.arrival.at == first.arrival.at);
    CHECK(second.arrival.adults == 0);
    CHECK(office.pending().size() == 1);
    office.restart();
    const auto third = office.check_in(office.find(0));
    CHECK(third.was_already);
    CHECK(third.arrival.ticket == first.arrival.ticket);
    CHECK(office.pending().size() == 1);
}

TEST_CASE("it stays one record after the first was sealed and sent") {
    Office office;
    const auto found = office.find(0);
    const auto first = office.check_in(found);
    CHECK(office.desk->has_pending());
    office.desk->seal_pending();
    CHECK_FALSE(office.desk->has_pending());
    CHECK(office.pending().empty());
    const auto second = office.check_in(found);
    CHECK(second.was_already);
    CHECK(second.arrival.ticket == first.arrival.ticket);
    CHECK(office.pending().empty());
}

TEST_CASE("two visits on one day are two check-ins with two tickets, each once") {
    Office office;
    const auto found = office.find(0);
    REQUIRE(found.visits.size() == 2);
    CHECK(found.visits[0].visit_id.text == "V-0");
    CHECK(found.visits[1].visit_id.text == "V-afternoon");
    const auto first = office.check_in(found, 0);
    const auto second = office.check_in(found, 1);
    CHECK_FALSE(second.was_already);
    CHECK(first.arrival.ticket != second.arrival.ticket);
    CHECK(office.check_in(found, 0).was_already);
    CHECK(office.check_in(found, 1).was_already);
    CHECK(office.pending().size() == 2);
}

TEST_CASE("an unlisted person is a new arrival each time") {
    Office office;
    std::set<storage::Ticket> tickets;
    for (int i = 0; i < 3; ++i) {
        const auto made = value_of(office.desk->check_in(nullptr, nullptr, {1, 2, {}, ""}, "en"));
        CHECK_FALSE(made.was_already);
        CHECK(made.arrival.visit_id.text.empty());
        tickets.insert(made.arrival.ticket);
    }
    CHECK(tickets.size() == 3);
    CHECK(office.pending().size() == 3);
    const auto record = office.last_record();
    CHECK_FALSE(record.head.person.has_value());
    CHECK_FALSE(record.head.visit.has_value());
    CHECK(record.head.proof == kiosk::Proof::none);
    CHECK(std::get<kiosk::CheckInData>(record.data).is_unlisted);
}

TEST_CASE("the record says who, which visit, what was asked for, in which language and how it was proved") {
    Office office;
    auto found = office.find(1);
    REQUIRE(office.desk->prove_birth_date(found, "02031990") == kiosk::BirthDateAnswer::right);
    office.clock.advance(90s);
    const kiosk::Today today{2, 3, {"interpreter", "quiet_room", "snack"}, "ht"};
    const auto made = value_of(office.desk->check_in(&found, &found.visits[0], today, "es"));
    const auto record = office.last_record();
    CHECK(record.head.id == made.arrival.submission);
    CHECK(record.head.kind == SubmissionKind::check_in);
    CHECK(record.head.at == made.arrival.at);
    CHECK(record.head.time_zone == "America/New_York");
    REQUIRE(record.head.person.has_value());
    CHECK(record.head.person->text == guest(1).person);
    REQUIRE(record.head.visit.has_value());
    CHECK(record.head.visit->text == "V-1");
    CHECK(record.head.proof == kiosk::Proof::code_and_birth_date);
    CHECK(record.head.language == "es");
    const auto& data = std::get<kiosk::CheckInData>(record.data);
    CHECK_FALSE(data.is_unlisted);
    CHECK(data.arrived == support::morning + 90s);
    CHECK(data.adults == 2);
    CHECK(data.children == 3);
    CHECK(data.needs == today.needs);
    CHECK(data.interpreter_language == "ht");
    CHECK(data.ticket == made.arrival.ticket);
}

TEST_CASE("the code alone proves the code") {
    Office office;
    const auto found = office.find(2);
    office.check_in(found);
    CHECK(office.last_record().head.proof == kiosk::Proof::code);
}

TEST_CASE("taking a check-in back frees its place and its ticket, and keeps a withdrawal that names it") {
    Office office;
    const auto found = office.find(0);
    const auto made = office.check_in(found);
    office.clock.advance(20s);
    must(office.desk->take_back(&found, made.arrival, "es"));
    REQUIRE(office.pending().size() == 2);
    const auto record = office.last_record();
    CHECK(record.head.kind == SubmissionKind::withdrawal);
    CHECK(std::get<kiosk::WithdrawalData>(record.data).withdrawn == made.arrival.submission);
    REQUIRE(record.head.visit.has_value());
    CHECK(record.head.visit->text == "V-0");
    CHECK(record.head.language == "es");
    CHECK_FALSE(value_of(office.desk->find_arrival(found.visits[0])).has_value());
    CHECK(value_of(office.store->arrivals(support::today)).empty());
    const auto again = office.check_in(found);
    CHECK_FALSE(again.was_already);
    CHECK(again.arrival.submission != made.arrival.submission);
    CHECK(office.pending().size() == 3);
}

TEST_CASE("an unlisted check-in can be taken back too") {
    Office office;
    const auto made = value_of(office.desk->check_in(nullptr, nullptr, {}, "en"));
    office.clock.advance(20s);
    must(office.desk->take_back(nullptr, made.arrival, "en"));
    CHECK(std::get<kiosk::WithdrawalData>(office.last_record().data).withdrawn == made.arrival.submission);
    CHECK(value_of(office.store->arrivals(support::today)).empty());
}

TEST_CASE("asking for a person names who asked only if they were found, and always the page") {
    Office office;
    must(office.desk->ask_for_help(nullptr, kiosk::HelpKind::person, "home", "es"));
    auto record = office.last_record();
    CHECK_FALSE(record.head.person.has_value());
    CHECK_FALSE(record.head.visit.has_value());
    CHECK(record.head.proof == kiosk::Proof::none);
    CHECK(std::get<kiosk::HelpRequestData>(record.data).page == "home");
    const auto found = office.find(3);
    must(office.desk->ask_for_help(&found, kiosk::HelpKind::safety, "help", "en"));
    record = office.last_record();
    REQUIRE(record.head.person.has_value());
    CHECK(record.head.person->text == guest(3).person);
    CHECK(record.head.proof == kiosk::Proof::code);
    CHECK(std::get<kiosk::HelpRequestData>(record.data).kind == kiosk::HelpKind::safety);
}

TEST_CASE("with a full day every ticket is used once, and the one who comes after that is sent to staff, nothing kept" *
          doctest::test_suite("full")) {
    Office office;
    const auto early = office.find(1);
    std::set<storage::Ticket> used{office.check_in(early).arrival.ticket};
    constexpr std::size_t all = storage::ticket_mark_count * storage::ticket_number_most;
    constexpr std::size_t last = 5;
    base::SystemRandom ids;
    // All but the last few are put there at once: choosing one looks through all of the day's arrivals.
    for (int i = 0; used.size() < all - last; ++i) {
        const storage::Ticket ticket{static_cast<storage::TicketMark>(i / storage::ticket_number_most),
                                     i % storage::ticket_number_most + 1};
        if (!used.insert(ticket).second) continue;
        const auto id = base::Uuid::v7(office.clock.now(), ids);
        auto arrival = support::arrival(id, "", "");
        arrival.ticket = ticket;
        REQUIRE_FALSE(office.store->check_in(support::submission(id), arrival, support::today).is_error());
    }
    for (std::size_t i = 0; i < last; ++i) {
        const auto made = value_of(office.desk->check_in(nullptr, nullptr, {}, "en"));
        CHECK(used.insert(made.arrival.ticket).second);
    }
    CHECK(used.size() == all);
    const auto before = office.pending().size();
    const auto late = office.find(0);
    for (const auto* found : {static_cast<const kiosk::Found*>(nullptr), &late}) {
        const auto refused = office.desk->check_in(found, found ? &found->visits[0] : nullptr, {}, "en");
        REQUIRE(refused.is_error());
        CHECK(refused.error().kind == base::ErrorKind::call_staff);
    }
    CHECK(office.pending().size() == before);
    CHECK_FALSE(value_of(office.desk->find_arrival(late.visits[0])).has_value());
    CHECK(value_of(office.desk->find_arrival(early.visits[0])).has_value());
    // The next day begins with all of them free.
    office.clock.advance(24h);
    CHECK_FALSE(office.desk->check_in(nullptr, nullptr, {}, "en").is_error());
}

TEST_CASE("a check-in that is taken back twice is gone once, and nobody else's is touched") {
    Office office;
    const auto stays = office.check_in(office.find(0));
    const auto gone = value_of(office.desk->check_in(nullptr, nullptr, {}, "en"));
    must(office.desk->take_back(nullptr, gone.arrival, "en"));
    must(office.desk->take_back(nullptr, gone.arrival, "en"));
    const auto arrivals = value_of(office.store->arrivals(support::today));
    REQUIRE(arrivals.size() == 1);
    CHECK(arrivals.front().submission == stays.arrival.submission);
}
