#include "kiosk/import/roster_csv.hpp"

#include "crypto/start.hpp"
#include "kiosk/import/csv_reader.hpp"
#include "kiosk/visits/visit_code.hpp"

#include <doctest/doctest.h>
#include <map>

using namespace kiosk;
using namespace std::chrono;

namespace {

const std::string zone = "America/New_York";
const base::UtcTime now = sys_days(2026y / March / 6) + 15h;

std::string code(int number) {
    std::string digits = std::to_string(1000000 + number);
    return digits + damm_check_digit(digits);
}

const std::vector<std::pair<std::string, std::string>> good_cells{
    {"visit_id", "v-1"},       {"person_id", "p-1"},          {"visit_code", code(1)},      {"role", "parent"},
    {"given_name", "Ana"},     {"family_name", "Testriver"},  {"birth_date", "1990-04-12"}, {"kind", "family_time"},
    {"status", "booked"},      {"start", "2026-03-09T15:00"}, {"end", "2026-03-09T16:30"},  {"site", "willow"},
    {"place", "Family Center"}};
const std::vector<std::string> optional_columns{
    "time_zone",          "qr_key",         "purpose",          "how_it_goes",  "room",         "place_address",
    "place_access",       "transport",      "with_names",       "child_ages",   "helper_name",  "bring",
    "viewer_note",        "language",       "interpreter",      "phone_hint",   "email_hint",   "address_on_file",
    "substitute_address", "contact_safety", "contact_asked_on", "arrive_from",  "arrive_until", "keep_apart",
    "handover_code",      "may_take_home",  "meeting",          "last_modified"};

using Changes = std::map<std::string, std::string>;

std::string header() {
    std::string line;
    for (const auto& [name, cell] : good_cells) line += name + ",";
    for (const auto& name : optional_columns) line += name + (name == optional_columns.back() ? "\n" : ",");
    return line;
}

// The good row, with these cells instead.
std::string row(const Changes& changes = {}) {
    const auto cell = [&](const std::string& name, const std::string& otherwise) {
        const auto found = changes.find(name);
        return csv_cell(found == changes.end() ? otherwise : found->second);
    };
    std::string line;
    for (const auto& [name, good] : good_cells) line += cell(name, good) + ",";
    for (const auto& name : optional_columns) line += cell(name, "") + (name == optional_columns.back() ? "\n" : ",");
    return line;
}

std::string good_row(int person) {
    return row({{"person_id", "p-" + std::to_string(person)}, {"visit_code", code(person)}});
}

base::Result<RosterFile> read(const std::string& csv) {
    REQUIRE(!crypto::start().is_error());
    return read_roster_csv(base::bytes_of(csv), zone, now);
}

storage::RosterEntry only_entry(const Changes& changes) {
    const RosterFile file = read(header() + row(changes)).value();
    REQUIRE(file.errors.empty());
    REQUIRE(file.entries.size() == 1);
    return file.entries.front();
}

} // namespace

TEST_CASE("a right row becomes a visit with its times in UTC") {
    const auto entry = only_entry({{"qr_key", "0123456789ABC"}, {"room", "Garden Room"}, {"keep_apart", "p-9"}});
    CHECK(entry.visit_code == code(1));
    CHECK(entry.qr_key == "0123456789ABC");
    CHECK(entry.visit.visit_id.text == "v-1");
    CHECK(entry.visit.role == storage::VisitorRole::parent);
    CHECK(entry.visit.birth_date == 1990y / April / 12);
    CHECK(entry.visit.start == sys_days(2026y / March / 9) + 19h);
    CHECK(entry.visit.end == sys_days(2026y / March / 9) + 20h + 30min);
    CHECK(entry.visit.check_in_opens == entry.visit.start - 1h);
    CHECK(!entry.visit.arrive_until);
    CHECK(entry.visit.time_zone == zone);
    CHECK(entry.visit.text("room") == "Garden Room");
    CHECK(entry.visit.more.size() == 1);
    CHECK(entry.staff.keep_apart == "p-9");
    CHECK(entry.days == std::vector{2026y / March / 9});
}

TEST_CASE("times are right on both sides of both clock changes, with and without an offset") {
    CHECK(only_entry({{"start", "2026-03-06T15:00"}}).visit.start == sys_days(2026y / March / 6) + 20h);
    CHECK(only_entry({{"start", "2026-03-08T01:59"}}).visit.start == sys_days(2026y / March / 8) + 6h + 59min);
    CHECK(only_entry({{"start", "2026-03-08T03:00"}}).visit.start == sys_days(2026y / March / 8) + 7h);
    const Changes autumn{{"start", "2026-11-01T01:30"}, {"end", "2026-11-01T03:30"}};
    CHECK(only_entry(autumn).visit.start == sys_days(2026y / November / 1) + 5h + 30min);
    const Changes later{{"start", "2026-11-01T01:30-05:00"}, {"end", "2026-11-01T03:30"}};
    CHECK(only_entry(later).visit.start == sys_days(2026y / November / 1) + 6h + 30min);
    CHECK(only_entry({{"start", "2026-03-09T19:00Z"}}).visit.start == sys_days(2026y / March / 9) + 19h);
    CHECK(only_entry({{"time_zone", "America/Chicago"}}).visit.start == sys_days(2026y / March / 9) + 20h);
}

TEST_CASE("check-in is open on every local day from the opening to the end") {
    const auto night = only_entry({{"start", "2026-03-10T00:30"}, {"end", "2026-03-10T02:00"}});
    CHECK(night.days == std::vector{2026y / March / 9, 2026y / March / 10});
    const auto weekend = only_entry({{"start", "2026-03-06T17:00"}, {"end", "2026-03-08T18:00"}});
    CHECK(weekend.days == std::vector{2026y / March / 6, 2026y / March / 7, 2026y / March / 8});
    const auto early = only_entry({{"arrive_from", "2026-03-09T08:00"}, {"arrive_until", "2026-03-09T15:20"}});
    CHECK(early.visit.check_in_opens == sys_days(2026y / March / 9) + 12h);
    CHECK(early.visit.arrive_until == sys_days(2026y / March / 9) + 19h + 20min);
}

TEST_CASE("text is kept as it is, in NFC, also when a spreadsheet would take it for a formula") {
    CHECK(only_entry({{"given_name", "Noe\xCC\x88l"}}).visit.given_name == "No\xC3\xABl");
    CHECK(only_entry({{"purpose", "=1+1"}}).visit.text("purpose") == "=1+1");
    CHECK(only_entry({{"purpose", "@SUM(A1)"}}).visit.text("purpose") == "@SUM(A1)");
    CHECK(only_entry({{"purpose", "a, \"b\""}}).visit.text("purpose") == "a, \"b\"");
    CHECK(only_entry({{"place_address", "12 Willow Street, Hartford"}}).visit.text("place_address").size() == 26);
    CHECK(only_entry({{"phone_hint", "••• 0142"}}).visit.text("phone_hint") == "••• 0142");
    CHECK(only_entry({{"purpose", std::string(1000, 'a')}}).visit.text("purpose").size() == 1000);
}

TEST_CASE("every broken cell is told by line, column and what is allowed, and only its row is left out") {
    struct Broken {
        const char* column;
        std::string cell;
        const char* reason;
    };
    const std::vector<Broken> table{
        {"visit_id", "", "every row needs it"},
        {"visit_id", "v 1", "1 to 64 letters"},
        {"visit_id", std::string(65, 'a'), "1 to 64 letters"},
        {"person_id", "p/../1", "1 to 64 letters"},
        {"visit_code", "1234567", "8 digits"},
        {"visit_code", "00005723", "Damm"},
        {"role", "Parent", "must be parent"},
        {"given_name", "", "every row needs it"},
        {"given_name", "Ana\nB", "control character"},
        {"given_name", "Ana\tB", "control character"},
        {"given_name", "Ana\x7F", "control character"},
        {"given_name", "Ana\xE2\x80\xAE", "control character"},
        {"family_name", std::string(1001, 'a'), "1000 bytes"},
        {"birth_date", "1990-02-30", "a day that exists"},
        {"birth_date", "04/12/1990", "YYYY-MM-DD"},
        {"birth_date", "2026-03-09", "in the future"},
        {"birth_date", "1899-12-31", "before 1900"},
        {"kind", "visit", "must be family_time"},
        {"status", "canceled", "must be booked"},
        {"start", "2026-03-09 15:00", "YYYY-MM-DDTHH:MM"},
        {"start", "2026-03-09T15:00:00", "YYYY-MM-DDTHH:MM"},
        {"start", "2026-03-09T24:00", "no such day or time"},
        {"start", "2026-02-29T15:00", "no such day or time"},
        {"start", "2026-03-08T02:30", "clocks skip"},
        {"start", "2026-03-09T15:00+15:00", "offset"},
        {"start", "2026-03-09T15:00-0500", "YYYY-MM-DDTHH:MM"},
        {"start", "2026-03-09T16:30", "after start"},
        {"end", "2026-03-09T15:00", "after start"},
        {"end", "2026-03-30T15:00", "within 14 days"},
        {"site", "Willow Street", "a-z, 0-9"},
        {"place", "12 Willow Street", "place_address"},
        {"time_zone", "Eastern", "IANA"},
        {"time_zone", "EST", "IANA"},
        {"qr_key", "0123456789ABI", "Crockford"},
        {"purpose", "Call 2 0 3 – 555 . 0142", "phone number"},
        {"viewer_note", "ana at example dot org", "email"},
        {"transport", "Pick-up at 12 Maple St", "street address"},
        {"place_address", "203-555-0142", "phone number"},
        {"with_names", "Maya;;Theo", "; between"},
        {"child_ages", "4,7", "whole years"},
        {"child_ages", "22", "whole years"},
        {"language", "english please", "BCP 47"},
        {"interpreter", "maybe so", "yes, no"},
        {"phone_hint", "203-555-0142", "phone number"},
        {"email_hint", "ana@example.org", "email"},
        {"address_on_file", "12 Maple St", "yes or no"},
        {"substitute_address", "x", "yes or no"},
        {"contact_asked_on", "yesterday", "YYYY-MM-DD"},
        {"arrive_from", "2026-03-09T16:30", "before end"},
        {"arrive_until", "2026-03-09T12:00", "between arrive_from"},
        {"arrive_until", "2026-03-09T17:00", "between arrive_from"},
        {"keep_apart", "203-555-0142", "phone number"},
        {"handover_code", "a code with blanks", "letters, digits"},
        {"last_modified", "soon", "YYYY-MM-DD"},
    };
    for (const Broken& broken : table) {
        CAPTURE(std::string(broken.column));
        CAPTURE(std::string(broken.reason));
        const RosterFile file =
            read(header() + good_row(2) + row({{broken.column, broken.cell}}) + good_row(3)).value();
        REQUIRE(file.errors.size() == 1);
        CHECK(file.errors[0].line == 3);
        // A start after its end is told where the end stands.
        const bool is_told_at_end = std::string(broken.reason) == "after start";
        CHECK(file.errors[0].column == (is_told_at_end ? "end" : broken.column));
        CHECK(file.errors[0].reason.find(broken.reason) != std::string::npos);
        if (broken.cell.size() > 3) CHECK(file.errors[0].reason.find(broken.cell) == std::string::npos);
        CHECK(file.entries.size() == 2);
        CHECK(file.rows == 3);
        CHECK(file.left_out == 1);
    }
}

TEST_CASE("all wrong cells of a row are told at once") {
    const RosterFile file = read(header() + row({{"role", "x"}, {"kind", "y"}, {"site", "Z"}})).value();
    CHECK(file.errors.size() == 3);
    CHECK(file.left_out == 1);
}

TEST_CASE("rows that contradict each other open no visit") {
    struct Contradiction {
        Changes first;
        Changes second;
        const char* column;
        std::size_t errors;
        std::size_t left;
    };
    const Changes same{};
    const std::vector<Contradiction> table{
        {same, same, "visit_id", 1, 1},                                             // doubled: the first stands
        {same, {{"visit_id", "v-2"}, {"visit_code", code(2)}}, "visit_code", 2, 0}, // one person, two codes
        {same, {{"person_id", "p-2"}}, "visit_code", 2, 0},                         // one code, two persons
        {same, {{"visit_id", "v-2"}, {"birth_date", "1991-04-12"}}, "birth_date", 2, 0},
        {same, {{"visit_id", "v-2"}, {"qr_key", "0123456789ABC"}}, "qr_key", 2, 0},
        {{{"qr_key", "0123456789ABC"}},
         {{"person_id", "p-2"}, {"visit_code", code(2)}, {"qr_key", "0123456789ABC"}},
         "qr_key",
         2,
         0},
        {same, {{"visit_id", "v-2"}}, "", 0, 2},                           // two visits of one person
        {same, {{"person_id", "p-2"}, {"visit_code", code(2)}}, "", 0, 2}, // two persons at one visit
    };
    for (const Contradiction& given : table) {
        const RosterFile file = read(header() + row(given.first) + row(given.second)).value();
        CHECK(file.errors.size() == given.errors);
        CHECK(file.entries.size() == given.left);
        if (!file.errors.empty()) CHECK(file.errors.back().column == given.column);
        if (!file.errors.empty()) CHECK(file.errors.back().line == 3);
    }
}

TEST_CASE("a row with other cells than the header has is left out") {
    const RosterFile file = read(header() + "a,b\n" + good_row(2) + good_row(3).insert(0, ",")).value();
    REQUIRE(file.errors.size() == 2);
    CHECK(file.errors[0].line == 2);
    CHECK(file.errors[0].column.empty());
    CHECK(file.errors[0].reason == "2 cells, but the header has 41 columns");
    CHECK(file.entries.size() == 1);
}

TEST_CASE("a file that cannot be used as a whole is refused, and says why") {
    const std::string required =
        "visit_id,person_id,visit_code,role,given_name,family_name,birth_date,kind,status,start,end,site,place";
    const std::vector<std::pair<std::string, const char*>> table{
        {"", "is empty"},
        {"\n\n", "is empty"},
        {header() + std::string("\xFF\n"), "not UTF-8"},
        {header() + std::string("\xC0\xAF\n"), "not UTF-8"},
        {header() + std::string("\xED\xA0\x80\n"), "not UTF-8"},
        {header() + std::string(1, '\0'), "NUL"},
        {std::string("\xFF\xFEv\0", 4), "NUL"},
        {"PK\x03\x04", "not a column"},
        {good_row(1), "not a column"},
        {required + ",family_code\n", "line 1, column 14: not a column"},
        {required + ",role\n", "line 1, column 14: role is there twice"},
        {required.substr(0, required.size() - 6) + "\n", "place is missing"},
        {"Visit_id" + required.substr(8) + "\n", "column 1: not a column"},
        {header() + "\"", "never closed"},
    };
    for (const auto& [csv, reason] : table) {
        CAPTURE(reason);
        const auto file = read(csv);
        REQUIRE(file.is_error());
        CHECK(file.error().message.find(reason) != std::string::npos);
        CHECK(file.error().message.find("Testriver") == std::string::npos);
    }
}

TEST_CASE("a byte order mark, any order of columns and CRLF are the same roster") {
    const std::string csv = "\xEF\xBB\xBF" + header() + row();
    CHECK(read(csv).value().entries.size() == 1);
    const std::string few = "place,site,end,start,status,kind,birth_date,family_name,given_name,role,visit_code,"
                            "person_id,visit_id\r\nHall,willow,2026-03-09T16:00,2026-03-09T15:00,booked,court,"
                            "1990-04-12,Testriver,Ana,kin," +
                            code(4) + ",p,v\r\n";
    const auto file = read(few).value();
    REQUIRE(file.entries.size() == 1);
    CHECK(file.entries[0].visit.place == "Hall");
    CHECK(file.sha256.size() == 64);
}

TEST_CASE("a visit more than 400 days away is a mistyped year") {
    const auto file = read(header() + row({{"start", "2062-03-09T15:00"}, {"end", "2062-03-09T16:00"}})).value();
    REQUIRE(file.errors.size() == 1);
    CHECK(file.errors[0].column == "start");
}
