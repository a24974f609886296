#include "kiosk/staff/daily_sheet.hpp"

#include "tests/kiosk/staff/staff_world.hpp"
#include "tests/support/phrases.hpp"

using namespace kiosk;
using namespace support;

namespace {

constexpr const char* sealed_today = "2026-10-13.pdf.age";

std::vector<std::string> sealed(std::initializer_list<int> days_of_october) {
    std::vector<std::string> names;
    for (const int day : days_of_october) names.push_back("2026-10-" + std::to_string(day) + ".pdf.age");
    return names;
}

// As stock pdftotext reads it, cell by cell, in one line a page.
std::string text_of(const base::Secret& pdf) {
    const TempFolder folder;
    const auto file = (folder.path() / "sheet.pdf").string();
    write_file(file, std::string(pdf.text()));
    auto text = run({"pdftotext", "-raw", file, "-"}).out;
    std::ranges::replace(text, '\n', ' ');
    return text;
}

storage::RosterEntry named(int number, const char* given, const char* family, base::UtcTime start) {
    auto entry = visit_of(guest(number), "V-" + std::to_string(number), start);
    entry.visit.given_name = given;
    entry.visit.family_name = family;
    return entry;
}

struct SheetWorld : StaffWorld {
    ui::Phrasebook words = house_phrases({"en", "es"});
    base::Path sheets = state_folder.path() / "sheets";

    SheetWorld() {
        auto first = named(1, "Robin", "Sample", morning + 30min);
        first.staff.keep_apart = "P-2";
        auto second = named(2, "Jordan", "Quill", morning + 90min);
        second.visit.type = storage::VisitType::team_meeting;
        second.visit.status = storage::VisitStatus::cancelled;
        auto third = named(3, "Alex", "Rivers", morning + 120min);
        third.staff.keep_apart = "P-77";
        publish({first, second, third});
    }
    std::string sheet_text() { return text_of(value_of(sheet.make_to_print(front_desk, words))); }
    // What the page of the arrivals does, look by look.
    void keep_all() {
        for (int days = 0; days < 5 && !sheet.is_kept(); ++days) must(sheet.keep(front_desk, words));
        CHECK(sheet.is_kept());
    }
    [[nodiscard]] std::vector<std::string> kept() { return value_of(disk.list(sheets)); }
};

void check_has(const std::string& text, const std::vector<std::string>& parts) {
    INFO(text);
    for (const auto& part : parts) {
        CAPTURE(part);
        CHECK(text.find(part) != std::string::npos);
    }
}

} // namespace

TEST_CASE_FIXTURE(SheetWorld, "the sheet has all the desk needs: when, who in full, what, where, with whom, and who is "
                              "kept apart in words") {
    const auto text = sheet_text();
    check_has(text, {"Visits on Tuesday, October 13", "Willow Street Family Center", "10:30", "Robin Sample",
                     "Garden Room", "Maya", "Ms. Finch", "Family time", "11:30", "Jordan Quill", "cancelled", "12:00",
                     "Alex Rivers", "Came", "Seen", "Began", "Ended", "People who are not on the list",
                     "Keep this face down. Shred it at the end of the day. Page 1."});
    // On both sides, although the roster says it of one only.
    check_has(text, {"Keep apart from Jordan Quill (11:30", "Keep apart from Robin Sample (10:30",
                     "Alex Rivers Must be kept apart from someone who is not on this list"});
}

TEST_CASE_FIXTURE(SheetWorld, "in Spanish it says the same") {
    REQUIRE(words.set_language("es"));
    check_has(sheet_text(), {"Visitas del martes, 13 de octubre", "Robin Sample", "No debe verse con", "cancelada",
                             "Personas que no están en la lista", "Tritúrela al final del día. Página 1."});
}

TEST_CASE_FIXTURE(SheetWorld, "a long day runs over pages: nobody is lost, and each page says what its columns are") {
    std::vector<storage::RosterEntry> many;
    for (int i = 1; i <= 90; ++i) {
        many.push_back(named(i, ("Given" + std::to_string(i)).c_str(), "Name", morning + i * 1min));
    }
    publish(many);
    const auto text = sheet_text();
    for (int i = 1; i <= 90; ++i) {
        CAPTURE(i);
        CHECK(text.find("Given" + std::to_string(i) + " ") != std::string::npos);
    }
    const auto pages = std::ranges::count(text, '\f');
    CHECK(pages > 3);
    std::size_t at = 0;
    for (int page = 1; page <= pages; ++page) {
        const auto end = text.find('\f', at);
        CAPTURE(page);
        check_has(text.substr(at, end - at), {"Began", "Page " + std::to_string(page) + "."});
        at = end + 1;
    }
}

TEST_CASE_FIXTURE(SheetWorld, "a day without visits has a sheet for those who come all the same") {
    publish({});
    check_has(sheet_text(), {"No visits are on today's list.", "People who are not on the list"});
}

TEST_CASE_FIXTURE(SheetWorld,
                  "the copy that is kept is sealed to the office: the desk opens it, and no word of it can be "
                  "read in the state folder") {
    CHECK_FALSE(sheet.is_kept());
    CHECK(sheet.open(front_desk).is_error());
    must(sheet.keep(front_desk, words));
    CHECK(kept() == sealed({13}));
    CHECK(read_file(sheets / sealed_today).starts_with("age-encryption.org/v1\n"));
    for (const auto& entry : std::filesystem::recursive_directory_iterator(state_folder.path())) {
        if (!entry.is_regular_file()) continue;
        const auto bytes = read_file(entry.path());
        for (const char* readable : {"%PDF", "Robin", "Sample", "Garden"}) {
            CAPTURE(entry.path().string());
            CHECK(bytes.find(readable) == std::string::npos);
        }
    }
    check_has(text_of(value_of(sheet.open(front_desk))), {"Robin Sample"});
    CHECK(logged("sheet_made") == 1);
    CHECK(logged("sheet_opened") == 1);
}

TEST_CASE_FIXTURE(SheetWorld, "the next days have their copies too, each with its own people: a Monday finds its list "
                              "though nobody was here on Sunday") {
    auto monday = named(4, "Casey", "Monday", morning + 6 * 24h);
    publish({named(1, "Robin", "Sample", morning + 30min), monday});
    clock.advance(72h); // Friday
    keep_all();
    CHECK(kept() == sealed({16, 17, 18, 19, 20}));
    CHECK(logged("sheet_made") == 5);
    clock.advance(72h);
    must(sheet.remove_old());
    const auto text = text_of(value_of(sheet.open(front_desk)));
    check_has(text, {"Casey Monday", "Monday, October 19", "Made October 16"});
    CHECK(text.find("Robin") == std::string::npos);
}

TEST_CASE_FIXTURE(SheetWorld, "copies of days that are over go, and a new roster wants new ones") {
    keep_all();
    CHECK(kept() == sealed({13, 14, 15, 16, 17}));
    clock.advance(24h);
    CHECK_FALSE(sheet.is_kept());
    CHECK(value_of(sheet.is_there()));
    must(sheet.keep(front_desk, words));
    CHECK(sheet.is_kept());
    must(sheet.remove_old());
    CHECK(kept() == sealed({14, 15, 16, 17, 18}));
    auto version = roster_version(0);
    version.sha256 = std::string(64, 'f');
    must(store->replace_roster({}, version));
    CHECK_FALSE(sheet.is_kept());
    keep_all();
    CHECK(logged("sheet_made") == 11);
    clock.advance(5 * 24h);
    must(sheet.remove_old());
    CHECK(kept().empty());
}

TEST_CASE_FIXTURE(SheetWorld,
                  "under a clock that is years ahead no copy goes; what it left goes when the clock is right") {
    keep_all();
    clock.set_wall(clock.now() + std::chrono::days(3653));
    must(sheet.keep(front_desk, words));
    CHECK(kept().size() == 6);
    clock.set_wall(clock.now() - std::chrono::days(3653));
    must(sheet.remove_old());
    CHECK(kept() == sealed({13, 14, 15, 16, 17}));
}

TEST_CASE_FIXTURE(SheetWorld, "printing is logged before anything is printed, and refused to who sees no family") {
    (void)sheet_text();
    CHECK(last_logged().find(R"("event":"sheet_printed","fields":{"by":3,"rows":3})") != std::string::npos);
    CHECK(kept() == sealed({13}));
    CHECK(sheet.make_to_print(technician, words).is_error());
    CHECK(sheet.keep(technician, words).is_error());
    CHECK(sheet.open(technician).is_error());
    CHECK(logged("sheet_printed") == 1);
}

TEST_CASE_FIXTURE(SheetWorld, "a disk that takes no copy does not hold back the printed sheet") {
    write_file(sheets.string(), "in the way");
    CHECK(sheet.keep(front_desk, words).is_error());
    check_has(sheet_text(), {"Robin Sample"});
    CHECK_FALSE(sheet.is_kept());
}
