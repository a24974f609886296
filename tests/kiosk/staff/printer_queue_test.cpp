// Printing against a real CUPS, which the tests start for themselves: what arrives, on which printer, what is told of a
// printer in trouble, how long a server that says nothing holds up anybody, and what stays behind.
#include "kiosk/staff/printer_queue.hpp"
#include "kiosk/staff/printer_watch.hpp"
#include "kiosk/staff/printing.hpp"
#include "tests/kiosk/staff/staff_world.hpp"
#include "tests/support/phrases.hpp"
#include "tests/support/print_server.hpp"

#include <pwd.h>

using namespace kiosk;
using namespace support;

namespace {

constexpr std::string_view small_sheet = "%PDF-1.4\n% a sheet\n%%EOF\n";

PrinterState ask(const std::string& queue = {}) {
    return elsewhere([&] { return ask_printer(queue); });
}

PrintAnswer print(std::string_view sheet, const std::string& queue = {}) {
    return elsewhere([&] { return send_to_printer(base::Secret(base::bytes_of(sheet)), queue); });
}

int forget() { return elsewhere(forget_printed); }

std::string text_of(const std::string& pdf) {
    const TempFolder folder;
    write_file(folder.path() / "sheet.pdf", pdf);
    return run({"pdftotext", "-raw", folder.path() / "sheet.pdf", "-"}).out;
}

struct PaperWorld : StaffWorld {
    ui::Phrasebook words = house_phrases({"en", "es"});
    StaffSession supervisor = session(StaffRole::supervisor);
    ThreadWork work;

    PaperWorld() {
        auto first = visit_of(guest(1), "V-1", morning + 30min);
        first.visit.given_name = "Robin";
        first.visit.family_name = "Sample";
        publish({first});
    }
    // As the page does it: elsewhere, and asked for the answer until it is there.
    PrintAnswer send(base::Secret pdf) {
        Printing printing([](const base::Secret& paper) { return send_to_printer(paper, "desk"); }, work, {});
        printing.send(std::move(pdf));
        std::optional<PrintAnswer> answer;
        REQUIRE(comes_true([&] { return (answer = printing.poll()).has_value(); }));
        return *answer;
    }
};

} // namespace

TEST_SUITE_BEGIN("full");

TEST_CASE_FIXTURE(PaperWorld, "the test page and the day's sheet arrive at the printer byte for byte, and nothing "
                              "about the job tells of a person") {
    PrintServer server;
    if (!server.is_there()) return;
    server.add_queue("desk");
    auto page = value_of(care.test_page(supervisor, settings, words));
    const std::string made_page(page.text());
    auto day = value_of(sheet.make_to_print(supervisor, words));
    const std::string made_day(day.text());
    CHECK(send(std::move(page)) == PrintAnswer::sent);
    CHECK(server.sheets("desk", 1).at(0) == made_page);
    CHECK(send(std::move(day)) == PrintAnswer::sent);
    const auto arrived = server.sheets("desk", 2);
    REQUIRE(arrived.size() == 2);
    CHECK(arrived[1] == made_day);
    CHECK(text_of(arrived[0]).find("The printer works") != std::string::npos);
    CHECK(text_of(arrived[1]).find("Robin Sample") != std::string::npos);
    // 1 of the arguments is the job, 2 whose it is, 3 its title.
    const std::string user = ::getpwuid(::getuid())->pw_name;
    for (const auto& job : server.jobs("desk")) {
        CAPTURE(job);
        CHECK(job.find(" " + user + " Family Access sheet 1 ") != std::string::npos);
        CHECK(job.find("Robin") == std::string::npos);
        CHECK(job.find("Sample") == std::string::npos);
        CHECK(job.find("October") == std::string::npos);
    }
}

TEST_CASE("a long sheet arrives whole, in many pieces") {
    PrintServer server;
    if (!server.is_there()) return;
    server.add_queue("desk");
    std::string sheet(small_sheet);
    for (int i = 0; sheet.size() < 3'000'000; ++i) sheet += std::to_string(i) + "\n";
    CHECK(print(sheet, "desk") == PrintAnswer::sent);
    const auto arrived = server.sheets("desk", 1);
    REQUIRE(arrived.size() == 1);
    CHECK(arrived[0] == sheet);
}

TEST_CASE("it prints on the queue that is named, else on the default one, and never on one that nobody chose") {
    PrintServer server;
    if (!server.is_there()) return;
    CHECK(ask() == PrinterState::none);
    CHECK(print(small_sheet) == PrintAnswer::no_printer);
    server.add_queue("another");
    server.add_queue("desk");
    CHECK(ask() == PrinterState::missing);
    CHECK(print(small_sheet) == PrintAnswer::no_printer);
    CHECK(ask("desk") == PrinterState::ready);
    CHECK(print(small_sheet, "desk") == PrintAnswer::sent);
    CHECK(server.sheets("desk", 1).size() == 1);
    server.tell({"/usr/sbin/lpadmin", "-d", "another"});
    CHECK(ask() == PrinterState::ready);
    CHECK(print(small_sheet) == PrintAnswer::sent);
    CHECK(server.sheets("another", 1).size() == 1);
    CHECK(ask("desk3") == PrinterState::missing);
    CHECK(print(small_sheet, "desk3") == PrintAnswer::no_printer);
    CHECK(server.sheets("desk").size() + server.sheets("another").size() == 2);
}

TEST_CASE("a printer that is paused, takes nothing or has no paper is told as what it is, and prints once it can") {
    PrintServer server;
    if (!server.is_there()) return;
    server.add_queue("desk", "tray");
    CHECK(ask("desk") == PrinterState::ready);
    server.tell({"/usr/sbin/cupsdisable", "desk"});
    CHECK(ask("desk") == PrinterState::stopped);
    CHECK(print(small_sheet, "desk") == PrintAnswer::waits);
    CHECK(forget() == 1);
    server.tell({"/usr/sbin/cupsenable", "desk"});
    CHECK(server.sheets("desk", 1).size() == 1);

    server.tell({"/usr/sbin/cupsreject", "desk"});
    CHECK(ask("desk") == PrinterState::stopped);
    CHECK(print(small_sheet, "desk") == PrintAnswer::refused);
    server.tell({"/usr/sbin/cupsaccept", "desk"});
    CHECK(ask("desk") == PrinterState::ready);

    server.take_paper_away();
    CHECK(print(small_sheet, "desk") == PrintAnswer::sent);
    CHECK(comes_true([] { return ask("desk") == PrinterState::needs_paper; }));
    CHECK(print(small_sheet, "desk") == PrintAnswer::waits);
    server.bring_paper();
    server.tell({"/usr/sbin/cupsenable", "desk"});
    CHECK(server.sheets("desk", 3).size() == 3);
    CHECK(comes_true([] { return ask("desk") == PrinterState::ready; }));
}

TEST_CASE("without CUPS there is no printer, and one that was named is missing") {
    PrintServer server;
    if (!server.is_there()) return;
    server.end();
    CHECK(ask() == PrinterState::none);
    CHECK(ask("desk") == PrinterState::missing);
    CHECK(print(small_sheet) == PrintAnswer::no_printer);
    CHECK(print(small_sheet, "desk") == PrintAnswer::no_printer);
    CHECK(forget() == 0);
}

TEST_CASE(
    "a CUPS that says nothing holds the screen up for no moment, and whoever asks it has an answer all the same") {
    PrintServer server;
    if (!server.is_there()) return;
    server.add_queue("desk");
    server.hang();
    std::atomic<bool> is_asking = false;
    std::atomic<bool> may_ask = false;
    {
        PrinterWatch watch({[&] {
                                is_asking = true;
                                REQUIRE(comes_true([&] { return may_ask.load(); }));
                                return ask_printer("desk");
                            },
                            forget_printed});
        watch.look();
        REQUIRE(comes_true([&] { return is_asking.load(); }));
        watch.look();
        CHECK(watch.state() == PrinterState::not_asked); // neither of the two waits for an answer
        may_ask = true;
        CHECK(comes_true([&] { return watch.state() == PrinterState::missing; }));
        CHECK(print(small_sheet, "desk") == PrintAnswer::no_printer);
        CHECK(print(small_sheet) == PrintAnswer::no_printer);
    }
    server.go_on(); // until now it has said nothing: each of these gave it up
    CHECK(ask("desk") == PrinterState::ready);
    CHECK(print(small_sheet, "desk") == PrintAnswer::sent);
    CHECK(server.sheets("desk", 1).size() == 1);
}

TEST_CASE("CUPS keeps a sheet that is printed, until the watch of the printer has it removed") {
    PrintServer server;
    if (!server.is_there()) return;
    server.add_queue("desk", "tray");
    server.take_paper_away();
    CHECK(print(small_sheet, "desk") == PrintAnswer::sent);
    CHECK(comes_true([] { return ask("desk") == PrinterState::needs_paper; }));
    std::atomic<int> looks = 0;
    PrinterWatch watch({[] { return ask_printer("desk"); },
                        [&] {
                            ++looks;
                            return forget_printed();
                        },
                        std::chrono::milliseconds(20)});
    watch.look();
    CHECK(comes_true([&] { return looks > 1; }));
    CHECK(server.spool().size() >= 1); // it is not printed yet, and must not be lost
    server.bring_paper();
    server.tell({"/usr/sbin/cupsenable", "desk"});
    CHECK(server.sheets("desk", 1).size() == 1);
    CHECK(comes_true([&] { return server.spool().empty(); }));
}

TEST_CASE("only sheets of the kiosk are removed from CUPS, and it does keep them by itself") {
    PrintServer server;
    if (!server.is_there()) return;
    server.add_queue("desk");
    const TempFolder folder;
    write_file(folder.path() / "letter.pdf", small_sheet);
    server.tell({"/usr/bin/lp", "-d", "desk", "-t", "Somebody's letter", folder.path() / "letter.pdf"});
    CHECK(print(small_sheet, "desk") == PrintAnswer::sent);
    CHECK(server.sheets("desk", 2).size() == 2);
    const auto is_idle = [] { return run({"/usr/bin/lpstat", "-W", "not-completed"}).out.empty(); };
    CHECK(comes_true(is_idle));
    const auto before = server.spool();
    CHECK(std::ranges::count(before, "d00002-001") == 1); // what this test is about
    CHECK(forget() == 0);
    const auto after = server.spool();
    CHECK(std::ranges::count(after, "d00001-001") == 1);
    CHECK(std::ranges::count(after, "d00002-001") == 0);
    CHECK(std::ranges::count(after, "c00002") == 0);
}

TEST_SUITE_END();
