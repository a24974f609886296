#include "storage/database.hpp"
#include "tests/support/stored_world.hpp"
#include "tests/support/temp_folder.hpp"

#include <algorithm>

using namespace storage;
using namespace support;

namespace {

StaffLock lock_of(std::uint8_t byte) {
    StaffLock lock;
    lock.parameters = crypto::PinParameters::fresh({byte, 8192});
    lock.member_key = base::Bytes(72, byte);
    lock.held = base::Bytes(296, byte);
    return lock;
}

bool are_equal(const StaffLock& one, const StaffLock& other) {
    return one.parameters.cost == other.parameters.cost && one.parameters.salt == other.parameters.salt &&
           one.parameters.algorithm == other.parameters.algorithm && one.member_key == other.member_key &&
           one.held == other.held;
}

struct StaffWorld {
    TempFolder folder;
    base::FakeClock clock{morning};
    base::SystemRandom random;
    std::unique_ptr<Store> store = open();
    crypto::OfficeKey office = crypto::OfficeKey::generate();
    StaffLock first = lock_of(1);

    std::unique_ptr<Store> open() {
        return value_of(Store::open(folder.path() / "kiosk.db", fixed_keys(), clock, random));
    }
    void reopen() {
        store.reset();
        store = open();
    }
    Store::NewStaff staff(std::string_view badge, StaffRole role, const StaffLock& lock) {
        Store::NewStaff made;
        made.member.number = value_of(store->next_staff_number());
        made.member.role = role;
        made.member.created = morning;
        made.member.lock = lock;
        if (!badge.empty()) made.badge = base::Secret(base::bytes_of(badge));
        return made;
    }
    base::Result<void> found(std::string_view badge) {
        const auto member = staff(badge, StaffRole::supervisor, first);
        return store->found_office(office.recipient(), std::span(&member, 1));
    }
    StaffMember member_at(std::string_view badge) {
        auto badge_found = value_of(store->find_staff(badge));
        REQUIRE(badge_found.member.has_value());
        return *badge_found.member;
    }
    std::vector<std::string> events() {
        std::vector<std::string> found;
        for (const auto& entry : value_of(store->audit_entries(0))) {
            const auto from = entry.text.find("\"event\":\"") + 9;
            found.push_back(entry.text.substr(from, entry.text.find('"', from) - from));
        }
        return found;
    }
};

} // namespace

TEST_CASE_FIXTURE(StaffWorld, "a member is found by the badge after a restart, with everything that was kept of them") {
    must(found("B-1007"));
    reopen();
    const StaffMember kept = member_at("B-1007");
    CHECK(kept.number == 1);
    CHECK(kept.badge_ending == "07");
    CHECK(kept.role == StaffRole::supervisor);
    CHECK(kept.pin == StaffPin::one_time_code);
    CHECK(kept.created == morning);
    CHECK(are_equal(kept.lock, first));
    CHECK(value_of(store->office())->text() == office.recipient().text());
    CHECK_FALSE(value_of(store->find_staff("B-1008")).member.has_value());
    CHECK_FALSE(value_of(store->find_staff("b-1007")).member.has_value());
    CHECK(value_of(store->find_staff("B-1007")).tag == kept.tag);
}

TEST_CASE_FIXTURE(StaffWorld, "an office is founded once, with its members or not at all") {
    Store::NewStaff wrong = staff("B-1", StaffRole::supervisor, first);
    wrong.member.number = 7;
    CHECK(store->found_office(office.recipient(), std::span(&wrong, 1)).is_error());
    CHECK_FALSE(value_of(store->office()).has_value());
    must(found("B-1007"));
    CHECK(found("B-1008").is_error());
    CHECK(value_of(store->staff()).size() == 1);
}

TEST_CASE_FIXTURE(StaffWorld, "one badge is one member's, and a refused one changes nothing") {
    must(found("B-1007"));
    const auto twice = store->add_staff(1, staff("B-1007", StaffRole::front_desk, lock_of(2)));
    REQUIRE(twice.is_error());
    CHECK(twice.error().kind == base::ErrorKind::ask_again);
    for (const std::size_t length : {0U, 65U}) {
        auto refused = staff("B-1008", StaffRole::front_desk, lock_of(2));
        refused.badge = base::Secret(length);
        CHECK(store->add_staff(1, refused).is_error());
    }
    CHECK(value_of(store->staff()).size() == 1);
    must(store->add_staff(1, staff("B-1008", StaffRole::technician, lock_of(2))));
    const auto all = value_of(store->staff());
    REQUIRE(all.size() == 2);
    CHECK(all[1].number == 2);
    CHECK(all[1].role == StaffRole::technician);
    CHECK(events() == std::vector<std::string>{"office_founded", "staff_added"});
}

TEST_CASE_FIXTURE(StaffWorld, "the seat of the first supervisor is theirs who set a PIN with it, and then gone") {
    must(found(""));
    CHECK(member_at("B-5").number == 1);
    CHECK(member_at("B-6").badge_ending.empty());
    const auto tag = value_of(store->find_staff("B-5")).tag;
    CHECK(value_of(store->find_staff("B-6")).tag == tag);
    must(store->set_staff_pin(1, lock_of(9), "B-5"));
    const StaffMember kept = member_at("B-5");
    CHECK(kept.number == 1);
    CHECK(kept.badge_ending == "-5");
    CHECK(kept.pin == StaffPin::own);
    CHECK(are_equal(kept.lock, lock_of(9)) == false); // another salt
    CHECK(kept.lock.member_key == base::Bytes(72, 9));
    CHECK(kept.tag != tag);
    CHECK_FALSE(value_of(store->find_staff("B-6")).member.has_value());
}

TEST_CASE_FIXTURE(StaffWorld, "a PIN that is set keeps the badge of a member who has one") {
    must(found("B-1007"));
    must(store->set_staff_pin(1, lock_of(9), "B-2"));
    CHECK(member_at("B-1007").pin == StaffPin::own);
    CHECK_FALSE(value_of(store->find_staff("B-2")).member.has_value());
    must(store->reset_staff(1, 1, lock_of(3)));
    CHECK(member_at("B-1007").pin == StaffPin::one_time_code);
    CHECK(member_at("B-1007").lock.member_key == base::Bytes(72, 3));
    CHECK(store->reset_staff(1, 2, lock_of(3)).is_error());
}

TEST_CASE_FIXTURE(StaffWorld,
                  "tries are kept over a restart, whatever the clock was set to, and go when they are lifted") {
    must(found("B-1007"));
    const auto tag = member_at("B-1007").tag;
    const auto nobodys = value_of(store->find_staff("B-9")).tag;
    must(store->count_staff_try({tag, {6, 30s, 0ms}}, 1));
    must(store->count_staff_try({nobodys, {2, 0ms, 0ms}}, 0));
    store.reset();
    SUBCASE("the clock stood") {}
    SUBCASE("the clock is in 1970") { clock.set_wall(base::UtcTime{}); }
    SUBCASE("the clock is ten years ahead") { clock.set_wall(morning + 24h * 3653); }
    store = open();
    auto tries = value_of(store->staff_tries());
    REQUIRE(tries.size() == 2);
    CHECK(tries[0].tag == tag);
    CHECK(tries[0].lockout.misses == 6);
    CHECK(tries[0].lockout.wait_left == 30s);
    CHECK(tries[1].tag == nobodys);
    must(store->lift_staff(1, 1));
    tries = value_of(store->staff_tries());
    REQUIRE(tries.size() == 1);
    CHECK(tries[0].tag == nobodys);
    must(store->lift_all_staff(0));
    CHECK(value_of(store->staff_tries()).empty());
}

TEST_CASE_FIXTURE(StaffWorld, "signing in, resetting and taking over a badge forget what was tried there") {
    must(found("B-1007"));
    const auto tag = member_at("B-1007").tag;
    const auto count = [&] { must(store->count_staff_try({tag, {3, 0ms, 0ms}}, 1)); };
    count();
    SUBCASE("signed in") { must(store->sign_staff_in(tag, 1, nullptr)); }
    SUBCASE("the code accepted") { must(store->accept_staff_code(tag, 1)); }
    SUBCASE("reset") { must(store->reset_staff(1, 1, first)); }
    CHECK(value_of(store->staff_tries()).empty());
    const auto other = value_of(store->find_staff("B-8")).tag;
    must(store->count_staff_try({other, {15, 0ms, 0ms}}, 0));
    must(store->add_staff(1, staff("B-8", StaffRole::front_desk, lock_of(2))));
    CHECK(value_of(store->staff_tries()).empty());
}

TEST_CASE_FIXTURE(StaffWorld, "a lock that has grown stands in the place of the one before") {
    must(found("B-1007"));
    const StaffLock grown = lock_of(4);
    must(store->sign_staff_in(member_at("B-1007").tag, 1, &grown));
    CHECK(are_equal(member_at("B-1007").lock, grown));
    CHECK(events() == std::vector<std::string>{"office_founded", "staff_lock_grown", "staff_signed_in"});
}

TEST_CASE_FIXTURE(StaffWorld, "of badges that nobody has, the longest untried are forgotten, never a member's") {
    must(found("B-1007"));
    const auto members = member_at("B-1007").tag;
    must(store->count_staff_try({members, {15, 0ms, 0ms}}, 1));
    const auto first_unknown = value_of(store->find_staff("U-0")).tag;
    for (int i = 0; i <= Store::most_unknown_badges; ++i) {
        const auto tag = value_of(store->find_staff("U-" + std::to_string(i))).tag;
        must(store->count_staff_try({tag, {1, 0ms, 0ms}}, 0));
    }
    const auto tries = value_of(store->staff_tries());
    CHECK(tries.size() == Store::most_unknown_badges + 1);
    const auto has = [&](const auto& tag) { return std::ranges::count(tries, tag, &Store::StaffTries::tag) == 1; };
    CHECK(has(members));
    CHECK_FALSE(has(first_unknown));
}

TEST_CASE_FIXTURE(StaffWorld, "a row of the staff moved to another number or badge is an error") {
    must(found("B-1007"));
    must(store->add_staff(1, staff("B-1008", StaffRole::technician, lock_of(2))));
    store.reset();
    must(value_of(Database::open(folder.path() / "kiosk.db", 1000, nullptr))
             ->run("UPDATE staff SET record = (SELECT record FROM staff WHERE number = 1) WHERE number = 2"));
    store = open();
    CHECK_FALSE(store->find_staff("B-1007").is_error());
    REQUIRE(store->find_staff("B-1008").is_error());
    CHECK(store->find_staff("B-1008").error().kind == base::ErrorKind::out_of_service);
}
