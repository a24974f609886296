#include "tests/support/stored_world.hpp"
#include "tests/support/temp_folder.hpp"

namespace storage {

using namespace support;

namespace {

struct OfficeWorld {
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
};

} // namespace

TEST_CASE_FIXTURE(OfficeWorld, "staff facts are kept for each person at each visit, apart from what a look-up gives") {
    must(store->set_office(office.recipient()));
    auto entry = roster_entry("10000001", "p1", "v1");
    entry.staff.keep_apart = std::string(700, 'k');
    must(store->replace_roster(std::vector{entry, roster_entry("20000002", "p2", "v1")}, roster_version(2)));
    reopen();
    const auto facts = value_of(store->find_staff_facts(office, {"v1"}, {"p1"}));
    REQUIRE(facts.has_value());
    CHECK(facts->keep_apart == entry.staff.keep_apart);
    CHECK(facts->may_take_home == "Home-p1");
    CHECK(value_of(store->find_staff_facts(office, {"v1"}, {"p2"}))->keep_apart == "Apart-p2");
    CHECK_FALSE(value_of(store->find_staff_facts(office, {"v1"}, {"p3"})).has_value());
}

TEST_CASE_FIXTURE(OfficeWorld, "staff facts open with no key but the office's, while the roster does") {
    must(store->set_office(office.recipient()));
    must(store->replace_roster(std::vector{roster_entry("10000001", "p1", "v1")}, roster_version(1)));
    reopen();
    CHECK(value_of(store->look_up("10000001", today)).has_value());
    CHECK(store->find_staff_facts(crypto::OfficeKey::generate(), {"v1"}, {"p1"}).is_error());
    CHECK(value_of(store->find_staff_facts(office, {"v1"}, {"p1"})).has_value());
}

TEST_CASE_FIXTURE(OfficeWorld, "what was kept for staff before there was an office is theirs once there is one") {
    must(store->replace_roster(std::vector{roster_entry("10000001", "p1", "v1")}, roster_version(1)));
    CHECK(store->find_staff_facts(office, {"v1"}, {"p1"}).is_error());
    CHECK_FALSE(value_of(store->office()).has_value());
    must(store->set_office(office.recipient()));
    reopen();
    CHECK(value_of(store->office())->text() == office.recipient().text());
    CHECK(value_of(store->find_staff_facts(office, {"v1"}, {"p1"}))->keep_apart == "Apart-p1");
}

TEST_CASE_FIXTURE(OfficeWorld, "an office is set once, and another one changes nothing") {
    must(store->set_office(office.recipient()));
    must(store->replace_roster(std::vector{roster_entry("10000001", "p1", "v1")}, roster_version(1)));
    CHECK(store->set_office(crypto::OfficeKey::generate().recipient()).is_error());
    CHECK(value_of(store->find_staff_facts(office, {"v1"}, {"p1"})).has_value());
}

} // namespace storage
