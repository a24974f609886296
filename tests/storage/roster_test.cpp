#include "tests/support/stored_world.hpp"
#include "tests/support/temp_folder.hpp"

using namespace storage;
using namespace support;

namespace {

struct RosterWorld {
    TempFolder folder;
    base::FakeClock clock{morning};
    base::SystemRandom random;
    std::unique_ptr<Store> store = open();

    std::unique_ptr<Store> open() {
        return value_of(Store::open(folder.path() / "kiosk.db", fixed_keys(), clock, random));
    }
    void reopen() {
        store.reset();
        store = open();
    }
};

std::vector<RosterEntry> many_entries() {
    std::vector<RosterEntry> entries;
    for (int person = 0; person < 40; ++person) {
        const std::string number = std::to_string(person);
        entries.push_back(roster_entry(std::to_string(10000000 + person), "p" + number, "v" + number));
    }
    return entries;
}

} // namespace

TEST_CASE_FIXTURE(RosterWorld,
                  "a look-up gives all of one person's visits of that day, earliest first, and only those") {
    auto late = roster_entry("10000001", "p1", "late");
    late.visit.start += 2h;
    const auto early = roster_entry("10000001", "p1", "early");
    const auto next_day = roster_entry("10000001", "p1", "next", tomorrow);
    const auto other = roster_entry("20000002", "p2", "early");
    must(store->replace_roster(std::vector{late, early, next_day, other}, roster_version(4)));
    reopen();

    const auto hit = value_of(store->look_up("10000001", today));
    REQUIRE(hit.has_value());
    CHECK(hit->qr_key == "0123456789ABC");
    REQUIRE(hit->visits.size() == 2);
    CHECK(hit->visits[0].visit_id.text == "early");
    CHECK(hit->visits[1].visit_id.text == "late");
    CHECK(value_of(store->look_up("10000001", tomorrow))->visits.size() == 1);
    CHECK(value_of(store->look_up("20000002", today))->visits[0].given_name == "Given-p2");
    CHECK_FALSE(value_of(store->look_up("20000002", tomorrow)).has_value());
    CHECK_FALSE(value_of(store->look_up("30000003", today)).has_value());
}

TEST_CASE_FIXTURE(RosterWorld, "every field of a visit comes back as it was kept") {
    auto entry = roster_entry("10000001", "p1", "v1");
    Visit& visit = entry.visit;
    visit.role = VisitorRole::fictive_kin;
    visit.type = VisitType::team_meeting;
    visit.status = VisitStatus::moved;
    visit.arrive_until = visit.start + 15min;
    visit.given_name = "Zoë";
    visit.more["room"] = "";
    must(store->replace_roster(std::vector{entry}, roster_version(1)));

    const Visit kept = value_of(store->look_up("10000001", today))->visits.at(0);
    CHECK(kept.visit_id == visit.visit_id);
    CHECK(kept.person_id == visit.person_id);
    CHECK(kept.role == visit.role);
    CHECK(kept.given_name == visit.given_name);
    CHECK(kept.family_name == visit.family_name);
    CHECK(kept.birth_date == visit.birth_date);
    CHECK(kept.type == visit.type);
    CHECK(kept.status == visit.status);
    CHECK(kept.start == visit.start);
    CHECK(kept.end == visit.end);
    CHECK(kept.check_in_opens == visit.check_in_opens);
    CHECK(kept.arrive_until == visit.arrive_until);
    CHECK(kept.time_zone == visit.time_zone);
    CHECK(kept.site == visit.site);
    CHECK(kept.place == visit.place);
    CHECK(kept.more == visit.more);
}

TEST_CASE_FIXTURE(RosterWorld,
                  "known and unknown codes cost one read and one decryption of the same size, also when empty") {
    const auto work_of = [&](const std::string& code) {
        const LookUpWork before = store->look_up_work();
        const bool is_known = value_of(store->look_up(code, today)).has_value();
        const LookUpWork after = store->look_up_work();
        CHECK(after.reads - before.reads == 1);
        CHECK(after.decryptions - before.decryptions == 1);
        return std::pair(is_known, after.bytes_decrypted - before.bytes_decrypted);
    };
    const std::uint64_t smallest_row = 24 + 8192 + 16;
    CHECK(work_of("10000001") == std::pair(false, smallest_row));

    auto entries = many_entries();
    SUBCASE("a roster of short rows") {}
    SUBCASE("a roster in which one row is longer than the least size") {
        entries[7].visit.more["purpose"] = std::string(9000, 'x');
    }
    SUBCASE("a roster in which one row is as long as the least size") {
        entries[7].visit.more["purpose"] = std::string(7811, 'x');
    }
    must(store->replace_roster(entries, roster_version(40)));
    const auto size = work_of("10000007").second;
    CHECK(size >= smallest_row);
    for (int code = 10000000; code < 10000080; ++code) {
        CHECK(work_of(std::to_string(code)) == std::pair(code < 10000040, size));
    }
    reopen();
    CHECK(work_of("99999999") == std::pair(false, size));
    CHECK(work_of("10000001") == std::pair(true, size));
}

TEST_CASE_FIXTURE(RosterWorld, "a new roster replaces the old one whole") {
    CHECK_FALSE(value_of(store->roster_version()).has_value());
    must(store->replace_roster(many_entries(), roster_version(40)));
    must(store->replace_roster(std::vector{roster_entry("77777777", "p", "v")}, roster_version(1, "cd")));
    CHECK_FALSE(value_of(store->look_up("10000001", today)).has_value());
    CHECK(value_of(store->look_up("77777777", today)).has_value());
    reopen();
    const auto version = value_of(store->roster_version());
    REQUIRE(version.has_value());
    CHECK(version->rows == 1);
    CHECK(version->sha256 == roster_version(1, "cd").sha256);
    CHECK(version->imported == morning);
    must(store->replace_roster({}, roster_version(0)));
    CHECK_FALSE(value_of(store->look_up("77777777", today)).has_value());
}

TEST_CASE_FIXTURE(RosterWorld, "one code for two persons is refused and the roster before it stays") {
    must(store->replace_roster(std::vector{roster_entry("77777777", "p", "v")}, roster_version(1)));
    const auto refused = store->replace_roster(
        std::vector{roster_entry("10000001", "p1", "v1"), roster_entry("10000001", "p2", "v1")}, roster_version(2));
    REQUIRE(refused.is_error());
    CHECK(refused.error().kind == base::ErrorKind::ask_again);
    CHECK(refused.error().message.find("10000001") == std::string::npos);
    CHECK(value_of(store->look_up("77777777", today)).has_value());
}
