#include "tests/kiosk/staff/staff_world.hpp"

namespace kiosk {

using namespace support;

namespace {

struct NamesWorld : StaffWorld {
    NamesWorld() {
        const std::array<std::pair<const char*, const char*>, 4> names{
            {{"Noël", "Đặng"}, {"Åse-Marie", "Łucka"}, {"Мария", "Иванова"}, {"Noelia", "Diaz"}}};
        std::vector<storage::RosterEntry> entries;
        for (const auto& [given, family] : names) {
            auto entry = visit_of(guest(static_cast<int>(entries.size())), "V-1", morning + 30min);
            entry.visit.given_name = given;
            entry.visit.family_name = family;
            entries.push_back(entry);
        }
        entries.back().visit.birth_date = std::chrono::year{2000} / 12 / 1;
        publish(entries);
    }
    std::vector<std::string> found(const std::string& name, const std::string& birth_date = "02031990") {
        std::vector<std::string> names;
        for (const auto& hit : value_of(finder.find(front_desk, name, birth_date)).people) {
            names.push_back(hit.visit.given_name);
        }
        clock.advance(10min);
        return names;
    }
};

using Names = std::vector<std::string>;

} // namespace

TEST_CASE_FIXTURE(NamesWorld, "a name is found by its beginning, whatever its accents, case, script and order") {
    CHECK(found("noel") == Names{"Noël"});
    CHECK(found("NOË") == Names{"Noël"});
    CHECK(found("dang no") == Names{"Noël"});
    CHECK(found("Marie luc") == Names{"Åse-Marie"});
    CHECK(found("ase") == Names{"Åse-Marie"});
    CHECK(found("ivan") == Names{"Мария"});
    CHECK(found("Иван") == Names{"Мария"});
}

TEST_CASE_FIXTURE(NamesWorld, "name and birth date must both fit, and the middle of a name is no beginning") {
    CHECK(found("noelia").empty());
    CHECK(found("noelia", "12012000") == Names{"Noelia"});
    CHECK(found("noel", "12012000") == Names{"Noelia"});
    CHECK(found("oel").empty());
    CHECK(found("noel marie").empty());
}

TEST_CASE_FIXTURE(NamesWorld, "one letter or half a birth date asks nothing") {
    CHECK(value_of(finder.find(front_desk, "n", "02031990")).answer == Hits::Answer::too_short);
    CHECK(value_of(finder.find(front_desk, " . n", "02031990")).answer == Hits::Answer::too_short);
    CHECK(value_of(finder.find(front_desk, "noel", "0203199")).answer == Hits::Answer::too_short);
    CHECK(logged("person_searched") == 0);
}

TEST_CASE_FIXTURE(NamesWorld, "every search is logged without what was asked, and too many of them rest") {
    for (std::size_t i = 0; i < PersonFinder::most_searches; ++i) {
        CHECK(value_of(finder.find(front_desk, "noel", "02031990")).answer == Hits::Answer::found);
    }
    CHECK(logged("person_searched") == PersonFinder::most_searches);
    CHECK(last_logged().find(R"("fields":{"by":3,"hits":1})") != std::string::npos);
    CHECK(value_of(finder.find(front_desk, "noel", "02031990")).answer == Hits::Answer::too_many_searches);
    clock.set_wall(clock.now() + 24h); // a clock that was set allows no more of them
    CHECK(value_of(finder.find(front_desk, "noel", "02031990")).answer == Hits::Answer::too_many_searches);
    clock.set_wall(clock.now() - 24h);
    clock.advance(PersonFinder::window);
    CHECK(value_of(finder.find(front_desk, "noel", "02031990")).answer == Hits::Answer::found);
}

TEST_CASE_FIXTURE(StaffWorld, "of many who fit only a few are told") {
    std::vector<storage::RosterEntry> entries;
    for (int i = 0; i < 9; ++i) entries.push_back(visit_of(guest(i), "V-1", morning + 30min));
    publish(entries);
    CHECK(value_of(finder.find(front_desk, "given", "02031990")).people.size() == PersonFinder::most_hits);
}

} // namespace kiosk
