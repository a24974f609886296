// What staff do to the kiosk from its own screen: print, look after who may sign in, set the clock.

#include "tests/support/kiosk_app.hpp"

namespace {

using namespace support;
using kiosk::PrintAnswer;

constexpr std::string_view badge_of_desk = "400007";
constexpr std::string_view badge_of_lead = "400021";
constexpr std::string_view badge_of_technician = "400035";

struct CaredFor : KioskApp {
    CaredFor()
        : KioskApp({visit_of(guest(1), "V-1", morning + 30min)}, small_panel, {"en", "es"}, nullptr, Staffed::yes) {}

    // From home to the entry of the page with all that staff can do to the kiosk.
    void open(const char* entry, std::string_view badge = badge_of_lead, std::string_view pin = supervisor_pin) {
        sign_in(badge, pin);
        if (has("tab.health")) tap("tab.health");
        tap("care");
        tap(entry);
    }
    [[nodiscard]] std::string value(const char* id) const {
        const auto* node = app->tree().find(id);
        return node == nullptr ? "" : node->name;
    }
    // The digits of the code on the page.
    [[nodiscard]] std::string code() const {
        std::string digits;
        for (const char letter : value("members.code")) {
            if (letter >= '0' && letter <= '9') digits += letter;
        }
        return digits;
    }
    [[nodiscard]] std::string last_logged() { return value_of(world.store->audit_entries(0)).back().text; }
};

std::string text_of(const base::Secret& pdf) {
    const TempFolder folder;
    const auto file = (folder.path() / "sheet.pdf").string();
    write_file(file, std::string(pdf.text()));
    return run({"pdftotext", "-layout", file, "-"}).out;
}

} // namespace

TEST_CASE_FIXTURE(CaredFor, "the desk prints today's list from the arrivals, and is told where it went") {
    sign_in(badge_of_desk, desk_pin);
    tap("arrivals.print");
    CHECK(staff->printed.empty());
    tap("primary");
    pass(400ms);
    REQUIRE(staff->printed.size() == 1);
    CHECK(text_of(staff->printed.front()).find("Visits on Tuesday") != std::string::npos);
    CHECK(shows("on its way to the printer"));
    staff->print_answer = PrintAnswer::waits;
    tap("primary");
    pass(400ms);
    CHECK(shows("It waits for the printer. Add paper"));
    staff->print_answer = PrintAnswer::no_printer;
    tap("primary");
    pass(400ms);
    CHECK(shows("No printer is set up"));
    staff->print_answer = PrintAnswer::refused;
    tap("primary");
    pass(400ms);
    CHECK(shows("did not take it"));
    tap("back");
    CHECK(has("arrivals.title"));
}

TEST_CASE_FIXTURE(
    CaredFor, "while the desk has its list open, the sealed copies for a kiosk that is down are made by themselves") {
    sign_in(badge_of_desk, desk_pin);
    CHECK_FALSE(value_of(staff->sheet.is_there()));
    pass(11s);
    CHECK(value_of(staff->sheet.is_there()));
    CHECK(has("arrivals.title"));
    CHECK(last_logged().find("sheet_made") != std::string::npos);
    pass(50s);
    CHECK(staff->sheet.is_kept());
    const auto entries = value_of(world.store->audit_entries(0)).size();
    pass(50s);
    CHECK(value_of(world.store->audit_entries(0)).size() == entries);
}

TEST_CASE_FIXTURE(CaredFor, "anybody of the staff prints a test page, and there is no person on it") {
    open("care.test", badge_of_technician, technician_pin);
    tap("primary");
    pass(400ms);
    REQUIRE(staff->printed.size() == 1);
    const auto text = text_of(staff->printed.front());
    for (const char* part : {"The printer works", "willow-lobby", "English", "Español", "Bienvenidos"}) {
        CAPTURE(part);
        CHECK(text.find(part) != std::string::npos);
    }
    CHECK(last_logged().find("test_page_printed") != std::string::npos);
    tap("back");
    CHECK_FALSE(has("care.day"));
    CHECK_FALSE(has("care.members"));
    CHECK(has("care.clock"));
}

TEST_CASE_FIXTURE(
    CaredFor,
    "a supervisor adds a member: the code is shown once, said to nobody in the room, and opens the way to a PIN") {
    open("care.members");
    tap("primary");
    type("400049");
    tap("primary");
    tap("role.front_desk");
    update();
    pass(400ms);
    const std::string told = code();
    REQUIRE(told.size() == 10);
    CHECK(app->tree().find("members.code")->is_private);
    key(ui::Key::listen);
    for (int i = 0; i < 12; ++i) key(ui::Key::next);
    pass(5s);
    const std::string said_aloud = heard();
    CHECK(said_aloud.find(told.substr(0, 5)) == std::string::npos);
    CHECK(said_aloud.find("Passed on") != std::string::npos);
    tap("primary");
    CHECK(has("member.4"));
    CHECK_FALSE(has("members.code"));
    tap("finish");
    sign_in("400049", told);
    CHECK(shows("New PIN"));
}

TEST_CASE_FIXTURE(CaredFor, "an office with one supervisor is told to add a second, and why, until it has") {
    open("care.members");
    CHECK(shows("There is only one office lead"));
    CHECK(shows("forgets their PIN"));
    tap("primary");
    type("400049");
    tap("primary");
    tap("role.supervisor");
    update();
    pass(400ms);
    tap("primary");
    CHECK(has("member.4"));
    CHECK_FALSE(shows("There is only one office lead"));
}

TEST_CASE_FIXTURE(CaredFor,
                  "a code that was shown is gone when its page is left, and a badge is given to one person only") {
    open("care.members");
    tap("primary");
    type("400007");
    tap("primary");
    CHECK(shows("Somebody has this badge already"));
    scan("400055");
    tap("role.technician");
    pass(400ms);
    const std::string told = code();
    REQUIRE(told.size() == 10);
    tap("back");
    CHECK_FALSE(has("members.code"));
    tap("member.4");
    CHECK(this->told().find(told.substr(0, 5)) == std::string::npos);
    CHECK(code().empty());
}

TEST_CASE_FIXTURE(
    CaredFor,
    "a new code for another takes a second yes; for oneself there is none, so somebody is left who can add staff") {
    open("care.members");
    tap("member.1");
    tap("member.reset");
    CHECK(shows("Ask another office lead"));
    CHECK_FALSE(has("members.sure"));
    tap("back");
    tap("member.2");
    tap("member.reset");
    CHECK(has("members.sure"));
    tap("back");
    tap("back");
    CHECK(value_of(world.store->staff())[1].pin == storage::StaffPin::own);
    tap("member.2");
    tap("member.reset");
    tap("primary");
    pass(400ms);
    CHECK(code().size() == 10);
    CHECK(value_of(world.store->staff())[1].pin == storage::StaffPin::one_time_code);
}

TEST_CASE_FIXTURE(CaredFor, "who is closed out may try again once a supervisor says so") {
    const auto tag = value_of(world.store->find_staff(badge_of_desk)).tag;
    for (int i = 0; i < 15; ++i) {
        world.clock.advance(staff->side.accounts.guard().wait_left(tag));
        staff->unlocker.begin(secret(badge_of_desk), secret("111222"));
        (void)staff->unlocker.poll();
    }
    open("care.members");
    tap("member.2");
    CHECK(shows("Closed after too many tries"));
    tap("member.lift");
    CHECK(shows("They can try again now"));
    CHECK_FALSE(has("member.lift"));
}

TEST_CASE_FIXTURE(CaredFor, "the clock is set in steps, believed from then on, and the log says by how much") {
    open("care.clock", badge_of_technician, technician_pin);
    CHECK_FALSE(has("clock.wanted.value"));
    tap("clock.day.ahead");
    tap("clock.hour.back");
    tap("clock.minute.ahead");
    CHECK(has("clock.wanted.value"));
    const auto before = world.clock.now();
    tap("primary");
    CHECK(shows("The clock is set"));
    CHECK_FALSE(has("clock.wanted.value"));
    const auto shift = std::chrono::round<std::chrono::minutes>(world.clock.now() - before);
    CHECK(shift == 23h + 1min);
    CHECK(last_logged().find(R"("event":"clock_set","fields":{"by":3,"shifted_s":82860})") != std::string::npos);
}

TEST_CASE_FIXTURE(CaredFor, "a kiosk that may not set its clock says so, and nothing is changed or logged as set") {
    staff->may_set_clock = false;
    open("care.clock");
    tap("clock.hour.ahead");
    const auto before = world.clock.now();
    tap("primary");
    CHECK(shows("Tell IT"));
    CHECK(world.clock.now() - before < 5s);
    CHECK(last_logged().find("clock_set") == std::string::npos);
    tap("clock.keep");
    tap("primary");
    CHECK(shows("goes by this time now"));
    CHECK(last_logged().find("clock_trusted") != std::string::npos);
}

TEST_CASE_FIXTURE(CaredFor,
                  "a clock ten years ahead is set right in few touches, from the last time that was believed") {
    staff->health.clock_watch().observe();
    const auto believed = world.clock.now();
    world.clock.set_wall(believed + std::chrono::days(3653));
    open("care.clock", badge_of_technician, technician_pin);
    CHECK_FALSE(has("clock.wanted.value")); // it may be right all the same
    CHECK(value("clock.last.value").find("October 13, 2026") != std::string::npos);
    tap("clock.begin");
    CHECK_FALSE(has("clock.begin"));
    CHECK(value("clock.wanted.value").find("October 13, 2026") != std::string::npos);
    tap("clock.day.ahead"); // it was off for a day
    tap("primary");
    CHECK(shows("The clock is set"));
    CHECK(shows("The kiosk goes by this time."));
    CHECK_FALSE(has("clock.last.value"));
    CHECK(std::chrono::abs(world.clock.now() - believed - 24h) < 1min);
}

TEST_CASE_FIXTURE(CaredFor, "a year is one touch, back and ahead") {
    open("care.clock");
    CHECK_FALSE(has("clock.begin"));
    for (int i = 0; i < 3; ++i) tap("clock.year.back");
    CHECK(value("clock.wanted.value").find("October 13, 2023") != std::string::npos);
    tap("clock.year.ahead");
    CHECK(value("clock.wanted.value").find("October 13, 2024") != std::string::npos);
}

TEST_CASE_FIXTURE(CaredFor, "a clock that fell back to before any kiosk starts at the newest time that was believed") {
    staff->health.clock_watch().observe();
    world.clock.set_wall(base::UtcTime{});
    open("care.clock");
    CHECK(has("clock.wanted.value"));
    CHECK(value("clock.wanted.value").find("October 13, 2026") != std::string::npos);
    tap("clock.keep");
    tap("primary");
    CHECK(shows("too early"));
    tap("clock.month.back");
    tap("clock.month.ahead");
    CHECK(world.clock.now() < base::UtcTime{} + 24h);
}
