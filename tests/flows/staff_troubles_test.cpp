// A full disk, a disk that takes nothing, a wrong clock, no printer and a broken audit log, each in a written visit
// against the real programs: each ends in a page that says what to do, and afterwards the agency reads every check-in
// that a page confirmed, once, and none that it did not. Where this machine gives no disk of our own, it says so.
#include "tests/support/flow_kiosk.hpp"
#include "tests/support/temp_folder.hpp"

#include <algorithm>

using namespace flows;

namespace {

path troubles() { return path(std::getenv("KIOSK_SOURCE")) / "tests/flows/troubles"; }

// The list of visits comes in at the real time, and the kiosk remembers that; so these visits are soon after it.
base::UtcTime soon() {
    const auto today = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
    return base::UtcTime(std::chrono::floor<std::chrono::milliseconds>(today) + std::chrono::hours(24 + 20));
}

std::string text_of(base::UtcTime at) {
    const auto seconds = std::chrono::floor<std::chrono::seconds>(at).time_since_epoch().count();
    const auto printed = support::run({"date", "-u", "-d", "@" + std::to_string(seconds), "+%Y-%m-%dT%H:%MZ"});
    REQUIRE(printed.exit_code == 0);
    return printed.out.substr(0, printed.out.find('\n'));
}

bool holds(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

struct Troubled {
    support::TempFolder folder;
    path state = folder.path() / "state";
    path agency = folder.path() / "agency";
    std::string at = text_of(soon());
    bool has_printer = false;

    Troubled() {
        run_well({program("kiosk-agency"), "keygen", "--out", agency});
        run_well({program("kioskctl"), "--state", state, "init", "--demo", "--kiosk", "flow-lobby", "--site",
                  "flow-office", "--agency", agency / "public"});
        run_well({program("kioskctl"), "--state", state, "import-roster", "-"},
                 kiosk::demo_roster_csv(soon(), "flow-office"));
    }
    [[nodiscard]] path prints() const { return folder.path() / "prints"; }
    [[nodiscard]] std::vector<std::string> tour(const char* script, const std::string& now) const {
        std::vector<std::string> command{program("kiosk-tour"), troubles() / script, "--now", now};
        if (has_printer) command.insert(command.end(), {"--prints", prints()});
        return command;
    }
    [[nodiscard]] support::RunResult go(const char* script, const std::string& now) const {
        auto command = tour(script, now);
        command.insert(command.end(), {"--state", state, "--shots", folder.path() / "shots"});
        return support::run(command);
    }
    void go_well(const char* script, const std::string& now) const {
        const auto gone = go(script, now);
        REQUIRE_MESSAGE(gone.exit_code == 0, script, ": ", gone.err);
    }
    // On a disk of its own that is mounted by one of the shell scripts.
    void go_well_on_disk(const char* shell, const std::vector<std::string>& how, const char* script) const {
        std::vector<std::string> command{"unshare", "-Urmpf",           "--kill-child", "--mount-proc",
                                         "sh",      troubles() / shell, state};
        command.insert(command.end(), how.begin(), how.end());
        const auto visit = tour(script, at);
        command.insert(command.end(), visit.begin(), visit.end());
        const auto gone = support::run(command);
        REQUIRE_MESSAGE(gone.exit_code == 0, script, ": ", gone.err);
    }
    // What the agency reads of check-ins once there is nothing in the way: visit and ticket, a line each.
    [[nodiscard]] std::string told() const {
        run_well({program("kioskctl"), "--state", state, "seal"});
        std::vector<path> files;
        for (const auto& file : std::filesystem::recursive_directory_iterator(state / "outbox")) {
            if (file.path().extension() == ".age") files.push_back(file.path());
        }
        std::sort(files.begin(), files.end());
        std::string lines;
        for (const path& file : files) {
            const auto opened =
                support::run({program("kiosk-agency"), "open", file, "--signer", state / "kiosk.minisign.pub",
                              "--identity", agency / "secret/identity.age"});
            REQUIRE_MESSAGE(opened.exit_code == 0, opened.err);
            lines += opened.out;
        }
        const auto read = support::run({"jq", "-r",
                                        "select(.kind == \"check_in\") | \"\\(.visit_id) \\(.data.ticket.mark) "
                                        "\\(.data.ticket.number) \\(.at[:4])\""},
                                       lines);
        REQUIRE_MESSAGE(read.exit_code == 0, read.err);
        return read.out;
    }
    // As `told`, of a check-in at the time of these visits.
    [[nodiscard]] std::string today(const std::string& check_in) const {
        return check_in + " " + at.substr(0, 4) + "\n";
    }
    [[nodiscard]] std::string status() const {
        return support::run({program("kioskctl"), "--state", state, "status"}).out;
    }
    // The events of the audit log, as the independent verifier and jq read its copy.
    [[nodiscard]] std::string logged() const {
        const path copy = folder.path() / "audit";
        run_well({program("kioskctl"), "--state", state, "audit", "export", "--to", copy});
        run_well({"/usr/bin/python3", "-B", path(std::getenv("KIOSK_SOURCE")) / "docs/verify_audit.py", copy});
        return support::run({"jq", "-r", "select(.text) | .text | fromjson | .event", copy}).out;
    }
};

// A kiosk with a stick and a printer, for `care.tour`.
struct CaredFor : Troubled {
    CaredFor() {
        std::filesystem::create_directory(state / "demo-stick");
        std::filesystem::create_directory(prints());
        has_printer = true;
    }
    void check_all_was_done() const {
        const auto events = "\n" + logged();
        for (const std::string event : {"sheet_printed", "send_asked", "screen_cleaned", "kiosk_closed", "kiosk_opened",
                                        "hours_set", "settings_changed", "batches_exported", "bundles_imported",
                                        "staff_added", "clock_set", "readiness_checked"}) {
            CHECK_MESSAGE(holds(events, "\n" + event + "\n"), event);
        }
        CHECK(std::distance(std::filesystem::directory_iterator(prints()), {}) == 1);
        CHECK(support::run({program("kioskctl"), "--state", state, "audit", "verify"}).exit_code == 0);
    }
};

bool has_disks_of_our_own() {
    const bool has = support::run({"unshare", "-Urmpf", "--kill-child", "--mount-proc", "sh", "-c",
                                   "mount -t tmpfs none /mnt && mount -o remount,bind,ro /mnt"})
                         .exit_code == 0;
    if (!has) MESSAGE("NOT CHECKED: this machine does not let a test mount a disk of its own");
    return has;
}

} // namespace

TEST_SUITE_BEGIN("full");

TEST_CASE("a disk that fills up during a visit loses nothing that was confirmed, and says what is not kept") {
    if (!has_disks_of_our_own()) return;
    const Troubled kiosk;
    kiosk.go_well_on_disk("on_small_disk.sh", {"during"}, "disk_fills_up.tour");
    CHECK(kiosk.told() == kiosk.today("demo-v1 sunny 51") + kiosk.today("null heart 70"));
}

TEST_CASE("a kiosk that starts on a full disk has a reserve for families and staff") {
    if (!has_disks_of_our_own()) return;
    const Troubled kiosk;
    kiosk.go_well_on_disk("on_small_disk.sh", {"full"}, "disk_full_reserve.tour");
    CHECK(kiosk.told() == kiosk.today("demo-v1 sunny 51"));
}

TEST_CASE("a kiosk that starts on a full disk without its reserve sends everybody to a person") {
    if (!has_disks_of_our_own()) return;
    const Troubled kiosk;
    kiosk.go_well("checked_in_unlisted.tour", kiosk.at);
    std::filesystem::remove(kiosk.state / "ballast");
    kiosk.go_well_on_disk("on_small_disk.sh", {"full"}, "disk_full.tour");
    CHECK(kiosk.told() == kiosk.today("null sunny 51"));
}

TEST_CASE("a kiosk on a disk that takes nothing sends everybody to a person, and is itself again afterwards") {
    if (!has_disks_of_our_own()) return;
    const Troubled kiosk;
    // What a kiosk leaves behind that ended at once: the newest records are still in the log beside the database.
    CHECK(kiosk.go("power_cut.tour", kiosk.at).exit_code == 128 + SIGKILL);
    CHECK(std::filesystem::file_size(kiosk.state / "kiosk.db-wal") > 0);
    kiosk.go_well_on_disk("on_read_only_disk.sh", {program("kioskctl")}, "read_only.tour");
    kiosk.go_well("checked_in_second.tour", kiosk.at);
    CHECK(kiosk.told() == kiosk.today("null sunny 51") + kiosk.today("demo-v1 maple 20"));
}

TEST_CASE("with a clock that says 1970 families can check in, and staff see what is to be done") {
    const Troubled kiosk;
    kiosk.go_well("clock_behind.tour", "1970-01-02T00:00Z");
    CHECK(kiosk.told() == "null sunny 51 1970\n"); // the record says what the clock said
}

TEST_CASE("a clock ten years ahead is seen after every start, and makes the kiosk forget nobody") {
    const Troubled kiosk;
    const std::string ahead = text_of(soon() + std::chrono::days(3653));
    kiosk.go_well("checked_in.tour", kiosk.at);
    kiosk.go_well("clock_ahead.tour", ahead);
    kiosk.go_well("clock_ahead_again.tour", ahead);
    kiosk.go_well("clock_mended.tour", ahead);
    kiosk.go_well("clock_set.tour", text_of(soon() + std::chrono::minutes(15)));
    CHECK(holds(kiosk.logged(), "clock_set"));
    CHECK(kiosk.told() == kiosk.today("demo-v1 sunny 51") + "null sunny 51 " + ahead.substr(0, 4) + "\n");
}

TEST_CASE("a clock that is wrong from the first start on is not believed after the second") {
    const Troubled kiosk;
    const std::string ahead = text_of(soon() + std::chrono::days(3653));
    kiosk.go_well("clock_ahead.tour", ahead);
    kiosk.go_well("clock_ahead_again.tour", ahead);
}

TEST_CASE("all that staff do to the kiosk works without a network and under any clock") {
    for (const char* now : {"1970-01-02T00:00Z", "2036-12-01T20:00Z"}) {
        CAPTURE(now);
        const CaredFor kiosk;
        kiosk.go_well("care.tour", now);
        kiosk.check_all_was_done();
    }
}

TEST_CASE("all that staff do to the kiosk works on a disk that is full, from the reserve") {
    if (!has_disks_of_our_own()) return;
    const CaredFor kiosk;
    kiosk.go_well_on_disk("on_small_disk.sh", {"full"}, "care.tour");
    kiosk.check_all_was_done();
}

TEST_CASE("without a printer there is nothing to look at and nothing that cannot be done") {
    const Troubled kiosk;
    kiosk.go_well("no_printer.tour", kiosk.at);
    CHECK(kiosk.told() == kiosk.today("demo-v1 sunny 51"));
}

TEST_CASE("a broken entry of the audit log is named, and everything goes on") {
    const Troubled kiosk;
    const auto broken = support::run(
        {"/usr/bin/python3", "-c",
         "import sqlite3, sys\n"
         "database = sqlite3.connect(sys.argv[1])\n"
         "number, entry = database.execute('SELECT number, entry FROM audit WHERE number = 2').fetchone()\n"
         "changed = bytearray(entry)\n"
         "changed[len(changed) // 2] ^= 1\n"
         "database.execute('UPDATE audit SET entry = ? WHERE number = ?', (bytes(changed), number))\n"
         "database.commit()\n",
         kiosk.state / "kiosk.db"});
    REQUIRE_MESSAGE(broken.exit_code == 0, broken.err);
    const auto before = support::run({program("kioskctl"), "--state", kiosk.state, "audit", "verify"});
    CHECK(before.exit_code != 0);
    CHECK(holds(before.out + before.err, "entry 2 was changed"));
    kiosk.go_well("broken_audit.tour", kiosk.at);
    const auto after = support::run({program("kioskctl"), "--state", kiosk.state, "audit", "verify"});
    CHECK(after.exit_code != 0);
    CHECK(holds(after.out + after.err, "entry 2 was changed"));
    CHECK(kiosk.told() == kiosk.today("demo-v1 sunny 51"));
}

TEST_SUITE_END();
