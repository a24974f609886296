#include "kiosk/demo/demo_roster.hpp"

#include "kiosk/import/csv_reader.hpp"
#include "kiosk/visits/visit_code.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>

namespace kiosk {

namespace {

using namespace std::chrono_literals;
using std::chrono::minutes;

struct Person {
    const char* id;
    const char* code; // seven digits; the eighth is computed
    const char* qr_key;
    const char* role;
    const char* given_name;
    const char* family_name;
    const char* birth_date;
    const char* language;
    const char* shows;
};

// The one table of demo codes. Names of plants and weather: nobody is called so.
constexpr std::array<Person, 9> people{{
    {"demo-p1", "4827193", "1DEM0000WAN01", "parent", "Ana", "Testriver", "1990-04-12", "es",
     "visit in 25 minutes: check in"},
    {"demo-p2", "3051864", "2DEM0000WAN02", "foster", "Noël", "Examplewood", "1978-11-30", "en",
     "visit in 3 hours: too early to check in"},
    {"demo-p3", "7460215", "3DEM0000WAN03", "parent", "Thị Mai", "Sampleleaf", "1985-02-28", "vi",
     "began 10 minutes ago: \"You can still come in\""},
    {"demo-p4", "1938472", "4DEM0000WAN04", "kin", "Zofia", "Demobrook", "1966-07-19", "pl",
     "two visits today, both listed"},
    {"demo-p5", "6204957", "5DEM0000WAN05", "parent", "Kwame", "Mocksnow", "1993-09-03", "en",
     "cancelled: \"Please talk to the front desk\""},
    {"demo-p6", "5713086", "6DEM0000WAN06", "fictive_kin", "Léa", "Fictionfield", "1971-12-24", "fr",
     "moved to a later time"},
    {"demo-p7", "2689430", "7DEM0000WAN07", "youth", "Iñigo", "Placeholderpine", "2010-05-05", "es",
     "a visit tomorrow, none today"},
    {"demo-p8", "8175329", "8DEM0000WAN08", "guardian", "Amina", "Pretendcloud", "1988-01-15", "ar",
     "visit in 25 minutes: an interpreter, a second family, who must not meet the first"},
    {"demo-p9", "0594618", "9DEM0000WAN09", "sibling", "Søren", "Inventedhill", "2004-08-21", "en",
     "visit in 40 minutes: a sibling visit"},
}};

struct DemoVisit {
    const char* id;
    std::size_t person; // of the table above
    const char* kind;
    const char* status;
    minutes from_now;
    minutes lasts;
    const char* purpose;
    const char* room;
    const char* with_names;
    const char* child_ages;
    const char* bring;
    const char* interpreter;
    const char* transport = "";
    const char* keep_apart = ""; // for staff: persons who must not be met
    const char* may_take_home = "";
};

constexpr std::array<DemoVisit, 10> visits{{
    {"demo-v1", 0, "family_time", "booked", 25min, 90min, "Playing and reading together", "Garden Room", "Maya;Theo",
     "4;7", "A snack, if you like", "es", "", "demo-p8", "A drawing each child made"},
    {"demo-v2", 1, "family_time", "booked", 180min, 60min, "Time with the whole family", "Maple Room", "Juniper", "9",
     "", ""},
    {"demo-v3", 2, "family_time", "booked", -10min, 60min, "Cooking something you both like", "Kitchen", "Linh", "11",
     "", "vi"},
    {"demo-v4", 3, "family_time", "booked", 15min, 45min, "Homework and a game", "Garden Room", "Basia", "8",
     "School bag", ""},
    {"demo-v5", 3, "team_meeting", "pending", 105min, 60min, "Plan the next month together", "Harbor Room", "", "", "",
     "pl"},
    {"demo-v6", 4, "family_time", "cancelled", 30min, 60min, "A walk and a story", "Garden Room", "Ama", "5", "", ""},
    {"demo-v7", 5, "family_time", "moved", 50min, 60min, "Painting", "Maple Room", "Rosalie", "6", "", ""},
    {"demo-v8", 6, "case_review", "booked", 24h, 60min, "You say what matters to you", "Harbor Room", "", "", "", ""},
    {"demo-v9", 7, "family_time", "booked", 25min, 60min, "Birthday", "Sunroom", "Yusuf", "3", "", "ar"},
    {"demo-v10", 8, "sibling", "booked", 40min, 60min, "Brothers catching up", "Sunroom", "Emil", "12", "", "",
     "The worker drives"},
}};

constexpr std::array<const char*, 28> header{
    "visit_id", "person_id",   "visit_code",   "role",          "given_name", "family_name", "birth_date",
    "kind",     "status",      "start",        "end",           "site",       "place",       "qr_key",
    "purpose",  "room",        "place_access", "with_names",    "child_ages", "helper_name", "bring",
    "language", "interpreter", "phone_hint",   "last_modified", "transport",  "keep_apart",  "may_take_home"};

std::string code_of(const Person& person) { return std::string(person.code) + damm_check_digit(person.code); }

std::string csv_line(const auto& cells) {
    std::string line;
    for (const auto& cell : cells) line += (line.empty() ? "" : ",") + csv_cell(cell);
    return line + "\r\n";
}

// In UTC, so that an hour that comes twice is no question.
std::string time_text(base::UtcTime time) {
    return fmt::format("{:%Y-%m-%dT%H:%M}Z", std::chrono::floor<std::chrono::seconds>(time));
}

} // namespace

std::string demo_roster_csv(base::UtcTime now, const std::string& site) {
    std::string csv = csv_line(header);
    const base::UtcTime minute = std::chrono::floor<minutes>(now);
    for (const DemoVisit& visit : visits) {
        const Person& person = people[visit.person];
        const base::UtcTime start = minute + visit.from_now;
        const std::array<std::string, header.size()> cells{visit.id,
                                                           person.id,
                                                           code_of(person),
                                                           person.role,
                                                           person.given_name,
                                                           person.family_name,
                                                           person.birth_date,
                                                           visit.kind,
                                                           visit.status,
                                                           time_text(start),
                                                           time_text(start + visit.lasts),
                                                           site,
                                                           "Willow Street Family Center",
                                                           person.qr_key,
                                                           visit.purpose,
                                                           visit.room,
                                                           "First floor. No stairs.",
                                                           visit.with_names,
                                                           visit.child_ages,
                                                           "Ms. Finch",
                                                           visit.bring,
                                                           person.language,
                                                           visit.interpreter,
                                                           "••• 0142",
                                                           time_text(minute),
                                                           visit.transport,
                                                           visit.keep_apart,
                                                           visit.may_take_home};
        csv += csv_line(cells);
    }
    return csv;
}

std::vector<DemoCode> demo_codes() {
    std::vector<DemoCode> codes;
    codes.reserve(people.size());
    for (const Person& person : people) {
        codes.push_back({code_of(person), "FK1." + code_of(person) + "." + person.qr_key, person.shows});
    }
    return codes;
}

} // namespace kiosk
