// The whole program with a real CUPS of the test's own: staff print today's list and a test page, the paper comes out of
// the printer, nothing of it stays in a file of ours, and the health page says in words what ails the printer.
#include "tests/support/flow_kiosk.hpp"
#include "tests/support/marked_kiosk.hpp"
#include "tests/support/print_server.hpp"
#include "tests/support/temp_folder.hpp"

using namespace flows;

namespace {

const std::string supervisor = R"(scan "400021"
expect "Badge read"
type "583906"
tap "Unlock"
expect "Arrivals"
)";
const std::string prints_list = R"(tap "Print today's list"
tap "Print"
wait 1s
expect "It is on its way to the printer."
tap "Back"
)";
const std::string prints_page = R"(tap "Kiosk health"
tap "Look after this kiosk"
tap "Print a test page"
tap "Print"
wait 1s
)";
const std::string is_sent = R"(expect "It is on its way to the printer."
)";
const std::string waits =
    R"(expect "It waits for the printer. Add paper, or check that it is on. Then it prints by itself."
)";

const std::string opens_report = R"(scan "400007"
type "402817"
tap "Unlock"
expect "Signed in"
tap "Kiosk health"
wait 10s
tap "Report"
)";

// A kiosk with marked words whose home and temporary folder are searched as well.
struct PrintingKiosk {
    support::TempFolder folder;
    path watched = folder.path() / "watched";
    path state = watched / "state";

    PrintingKiosk() {
        for (const char* name : {"home", "temp"}) std::filesystem::create_directories(watched / name);
        const auto kioskctl = program("kioskctl");
        run_well({kioskctl, "--state", state, "init", "--demo", "--kiosk", "marked-lobby", "--site", "marked-office"});
        run_well({kioskctl, "--state", state, "import-roster", "-", "--allow-shrink"}, support::marked_roster());
    }
    [[nodiscard]] support::RunResult go(const std::string& script, const std::string& printer) const {
        support::write_file(folder.path() / "script.tour", script);
        return support::run({"env", "TMPDIR=" + (watched / "temp").string(), "HOME=" + (watched / "home").string(),
                             program("kiosk-tour"), folder.path() / "script.tour", "--state", state, "--shots",
                             folder.path() / "shots", "--now", now_text, "--printer", printer});
    }
    void go_well(const std::string& script, const std::string& printer) const {
        const auto gone = go(script, printer);
        REQUIRE_MESSAGE(gone.exit_code == 0, script, gone.err);
    }
    void report_says(const std::string& printer, const std::string& value, const std::string& note) const {
        go_well(opens_report + ("expect \"" + value + "\"\nexpect \"" + note + "\"\n"), printer);
    }
};

std::string text_of(const std::string& pdf) {
    const support::TempFolder folder;
    support::write_file(folder.path() / "sheet.pdf", pdf);
    return support::run({"pdftotext", "-raw", folder.path() / "sheet.pdf", "-"}).out;
}

} // namespace

TEST_SUITE_BEGIN("full");

TEST_CASE("today's list comes out of the printer that is named, and no file of ours holds anything of it") {
    support::PrintServer server;
    if (!server.is_there()) return;
    server.add_queue("another");
    server.add_queue("desk");
    const PrintingKiosk kiosk;
    const auto gone = kiosk.go(supervisor + prints_list + prints_page + is_sent, "desk");
    REQUIRE_MESSAGE(gone.exit_code == 0, gone.err);
    const auto sheets = server.sheets("desk", 2);
    REQUIRE(sheets.size() == 2);
    CHECK(text_of(sheets[0]).find("Quorvelline Zanthobrix") != std::string::npos);
    CHECK(text_of(sheets[1]).find("The printer works") != std::string::npos);
    CHECK(server.sheets("another").empty());
    const support::MarkSearch search(support::marks());
    CHECK(search.find(gone.out + gone.err).empty());
    CHECK(search.find_in_folder(kiosk.watched).empty());
    for (const auto& job : server.jobs("desk")) CHECK(search.find(job).empty());
    for (const auto& file : std::filesystem::recursive_directory_iterator(kiosk.watched)) {
        if (!file.is_regular_file()) continue;
        CHECK_MESSAGE(support::read_file(file.path()).find("%PDF") == std::string::npos, file.path().string());
    }
    CHECK(std::filesystem::is_empty(kiosk.watched / "temp"));
    CHECK(std::filesystem::is_empty(kiosk.watched / "home"));
}

TEST_CASE("the health page says in words what ails the printer") {
    support::PrintServer server;
    if (!server.is_there()) return;
    server.add_queue("desk", "tray");
    const PrintingKiosk kiosk;
    kiosk.report_says("desk", "Ready", "It can print.");
    kiosk.report_says("other", "Not found", "The kiosk cannot find its printer. Tell IT.");
    server.tell({"/usr/sbin/cupsdisable", "desk"});
    kiosk.report_says("desk", "Not working", "Check that it is on and has no jam.");
    server.tell({"/usr/sbin/cupsenable", "desk"});
    server.take_paper_away();
    kiosk.go_well(supervisor + prints_page + is_sent, "desk");
    CHECK(support::comes_true([] {
        return support::run({"/usr/bin/lpstat", "-l", "-p", "desk"}).out.find("disabled") != std::string::npos;
    }));
    kiosk.report_says("desk", "Needs paper", "Add paper or a new roll.");
    kiosk.go_well(supervisor + prints_page + waits, "desk");
    server.end();
    kiosk.report_says("desk", "Not found", "The kiosk cannot find its printer. Tell IT.");
}

TEST_CASE("the printer that kiosk.toml names is the one that the kiosk's status tells of") {
    support::PrintServer server;
    if (!server.is_there()) return;
    server.add_queue("desk");
    const PrintingKiosk kiosk;
    const auto told = [&] { return support::run({program("kioskctl"), "--state", kiosk.state, "status"}).out; };
    const auto name = [&](const std::string& queue) {
        std::string toml = support::read_file(kiosk.state / "kiosk.toml");
        const auto at = toml.find("\nprinter = ") + 1;
        REQUIRE(at != 0);
        toml.replace(at, toml.find('\n', at) - at, "printer = \"" + queue + "\"");
        support::write_file(kiosk.state / "kiosk.toml", toml);
    };
    CHECK(told().find("printer: missing") != std::string::npos); // there is one, and nobody chose it
    name("desk");
    CHECK(told().find("printer: ready") != std::string::npos);
    name("desk-2");
    CHECK(told().find("printer: missing") != std::string::npos);
}

TEST_SUITE_END();
