#include "tests/kiosk/staff/staff_world.hpp"

namespace kiosk {

using namespace support;

namespace {

storage::Expected somebody(const std::string& person, const std::string& visit, base::UtcTime start) {
    storage::Expected made;
    made.visit = roster_entry("10000001", person, visit).visit;
    made.visit.start = start;
    made.visit.given_name = "Rosa";
    made.visit.family_name = "Silva";
    return made;
}

storage::DeskArrival here(const std::string& person, const std::string& visit, base::UtcTime at, int number = 1) {
    storage::DeskArrival made;
    made.arrival = arrival({}, visit, person, number);
    made.arrival.submission.bytes[0] = static_cast<std::uint8_t>(number);
    made.arrival.at = at;
    return made;
}

Stage stage_of(const storage::DeskState& state) {
    auto arrived = here("p", "v", morning);
    arrived.state = state;
    const std::vector people{somebody("p", "v", morning)};
    return desk_day(people, std::vector{arrived}, morning + 20min, 10min).rows.at(0).stage;
}

} // namespace

TEST_CASE("before a visit begins its people are expected, then not here yet, and nobody is late") {
    const std::vector people{somebody("p", "v", morning)};
    CHECK(desk_day(people, {}, morning - 1ms, 10min).rows.at(0).stage == Stage::expected);
    const auto day = desk_day(people, {}, morning, 10min);
    CHECK(day.rows.at(0).stage == Stage::not_here_yet);
    CHECK(day.not_here_yet == 1);
    CHECK(day.waiting == 0);
}

TEST_CASE("an arrival goes from waiting through called and in visit to gone") {
    storage::DeskState state;
    CHECK(stage_of(state) == Stage::waiting);
    state.acknowledged = morning;
    CHECK(stage_of(state) == Stage::waiting);
    state.called = morning;
    CHECK(stage_of(state) == Stage::called);
    state.started = morning;
    CHECK(stage_of(state) == Stage::in_visit);
    state.ended = morning;
    CHECK(stage_of(state) == Stage::gone);
}

TEST_CASE("minutes are counted from where a stage began, and a clock set back counts none") {
    auto arrived = here("p", "v", morning);
    const std::vector people{somebody("p", "v", morning)};
    CHECK(desk_day(people, std::vector{arrived}, morning + 6min + 59s, 10min).rows.at(0).since == 6min);
    arrived.state.started = morning + 10min;
    CHECK(desk_day(people, std::vector{arrived}, morning + 44min, 10min).rows.at(0).since == 34min);
    CHECK(desk_day(people, std::vector{arrived}, morning - 24h, 10min).rows.at(0).since == 0min);
}

TEST_CASE("who waits more than a quarter of an hour, or has not been seen in time, is told from the others") {
    auto arrived = here("p", "v", morning);
    const std::vector people{somebody("p", "v", morning)};
    const auto row = [&](std::chrono::milliseconds later) {
        return desk_day(people, std::vector{arrived}, morning + later, 10min).rows.at(0);
    };
    CHECK_FALSE(row(10min - 1ms).is_unseen);
    CHECK(row(10min).is_unseen);
    CHECK_FALSE(row(15min).is_slow);
    CHECK(row(15min + 1ms).is_slow);
    arrived.state.acknowledged = morning + 1min;
    CHECK_FALSE(row(20min).is_unseen);
    CHECK(row(20min).is_slow);
    arrived.state.started = morning + 2min;
    CHECK_FALSE(row(20min).is_slow);
}

TEST_CASE("rows stand by the time of the visit, and an unlisted person by when they came") {
    const std::vector people{somebody("p1", "v1", morning + 30min), somebody("p2", "v2", morning)};
    const std::vector arrivals{here("p1", "v1", morning, 1), here("", "", morning + 10min, 2)};
    const auto day = desk_day(people, arrivals, morning + 20min, 10min);
    REQUIRE(day.rows.size() == 3);
    CHECK(day.rows[0].person.text == "p2");
    CHECK(day.rows[1].is_unlisted());
    CHECK(day.rows[1].initials.empty());
    CHECK(day.rows[2].person.text == "p1");
    CHECK(day.rows[2].initials == "R.\u00a0S.");
    CHECK(day.waiting == 2);
}

TEST_CASE("initials are whole letters as a reader sees them") {
    CHECK(initials_of("Élodie", "Łukasz") == "É.\u00a0Ł.");
    CHECK(initials_of("A\u0301na", "") == "A\u0301.");
    CHECK(initials_of("", "").empty());
}

TEST_CASE("a visit that was called off stands there only if somebody has come for it") {
    auto off = somebody("p", "v", morning);
    off.visit.status = storage::VisitStatus::cancelled;
    CHECK(desk_day(std::vector{off}, {}, morning, 10min).rows.empty());
    CHECK(desk_day(std::vector{off}, std::vector{here("p", "v", morning)}, morning, 10min).rows.size() == 1);
}

TEST_CASE("people who must not meet are told of while both are here, named by person or by visit") {
    std::vector people{somebody("p1", "v1", morning), somebody("p2", "v2", morning), somebody("p3", "v3", morning)};
    std::vector arrivals{here("p1", "v1", morning, 1), here("p2", "v2", morning, 2), here("p3", "v3", morning, 3)};
    const auto apart = [&] { return desk_day(people, arrivals, morning, 10min).apart; };
    CHECK(apart().empty());
    SUBCASE("by person, told by the one") { people[0].keep_apart = "p9; p2"; }
    SUBCASE("by person, told by the other") { people[1].keep_apart = "p1"; }
    SUBCASE("by visit") { people[0].keep_apart = "v2"; }
    REQUIRE(apart().size() == 1);
    CHECK(apart()[0].first == 0);
    CHECK(apart()[0].second == 1);
    const auto day = desk_day(people, arrivals, morning, 10min);
    CHECK(day.rows[0].must_not_meet);
    CHECK_FALSE(day.rows[2].must_not_meet);
    arrivals[1].state.started = morning;
    CHECK(apart().size() == 1);
    arrivals[1].state.ended = morning;
    CHECK(apart().empty());
    arrivals.erase(arrivals.begin() + 1);
    CHECK(apart().empty());
}

TEST_CASE("a part of an id names nobody") {
    CHECK(names_either("p1;p2", {"p2"}, {"v"}));
    CHECK_FALSE(names_either("p12", {"p1"}, {"v"}));
    CHECK_FALSE(names_either("", {""}, {""}));
}

} // namespace kiosk
