#include "kiosk/control/staff_commands.hpp"

#include "kiosk/control/commands.hpp"
#include "kiosk/control/control_client.hpp"
#include "kiosk/control/control_server.hpp"
#include "kiosk/demo/demo_staff.hpp"
#include "tests/support/phrases.hpp"
#include "tests/support/shell.hpp"
#include "tests/support/staff_office.hpp"

#include <condition_variable>
#include <doctest/doctest.h>

using namespace kiosk;
using namespace support;

namespace {

struct Commanded : OpenOffice {
    std::FILE* nowhere = std::fopen("/dev/null", "w");
    base::EventLog log{clock, nowhere};
    base::DiskFiles files;
    Settings settings = [] {
        Settings made;
        made.time_zone = "America/New_York";
        return made;
    }();
    DailySheet sheet{*store, files, StateFolder{folder()}, settings, clock};
    ui::Phrasebook words = house_phrases({"en"});
    StaffCommands commands{*accounts, {sheet, &words}, work, clock, log, {}};

    ~Commanded() { std::fclose(nowhere); }
    static Request request(const char* command, std::vector<std::string> options, const std::string& lines) {
        const auto bytes = base::bytes_of(lines);
        return {command, std::move(options), {bytes.begin(), bytes.end()}};
    }
    static std::string lines(std::string_view badge, std::string_view pin, std::string_view member) {
        return std::string(badge) + "\n" + std::string(pin) + "\n" + std::string(member);
    }
    Reply run(const Request& asked) {
        std::optional<Reply> reply;
        while (!reply) {
            reply = commands.run(asked);
            work.finish();
        }
        return *reply;
    }
};

std::string code_in(const std::string& out) {
    std::string code;
    const std::size_t from = out.find("code ") + 5;
    for (const char letter : out.substr(from, out.find('\n') - from)) {
        if (letter != ' ') code += letter;
    }
    return code;
}

} // namespace

TEST_CASE_FIXTURE(Commanded, "a supervisor adds a member and resets one; the printed code opens the way to a PIN") {
    const auto add = request("staff-add", {"front-desk"}, lines(supervisor_badge, supervisor_pin, "B-40049"));
    REQUIRE(StaffCommands::serves(add));
    CHECK_FALSE(commands.run(add).has_value());
    const Reply added = run(add);
    CHECK(added.exit == 0);
    CHECK(added.out.starts_with("member 4: code "));
    CHECK(try_pin("B-40049", code_in(added.out)).answer == UnlockAnswer::choose_pin);
    const Reply reset = run(request("staff-reset", {}, lines(supervisor_badge, supervisor_pin, desk_badge)));
    CHECK(reset.exit == 0);
    CHECK(try_pin(desk_badge, code_in(reset.out)).answer == UnlockAnswer::choose_pin);
}

TEST_CASE_FIXTURE(Commanded, "as long as there is one supervisor only, adding somebody ends with what that means") {
    const std::string advice = "Only one supervisor: if they forget their PIN";
    const auto add = [&](const char* role, const char* badge) {
        return run(request("staff-add", {role}, lines(supervisor_badge, supervisor_pin, badge))).out;
    };
    CHECK(add("front-desk", "B-40049").find(advice) != std::string::npos);
    const std::string second = add("supervisor", "B-40051");
    CHECK(second.starts_with("member 5: code "));
    CHECK(second.find(advice) == std::string::npos);
    CHECK(add("technician", "B-40053").find(advice) == std::string::npos);
}

TEST_CASE_FIXTURE(Commanded, "whoever is no supervisor, or cannot show it, is refused in one line and adds nobody") {
    for (const auto& [badge, pin] : {std::pair(desk_badge, desk_pin),
                                     {technician_badge, technician_pin},
                                     {supervisor_badge, desk_pin},
                                     {"B-99999", supervisor_pin},
                                     {"", ""}}) {
        for (const char* command : {"staff-add", "staff-reset"}) {
            const Reply refused = run(request(command, {"technician"}, lines(badge, pin, "B-40007")));
            CHECK(refused.exit == 1);
            CHECK(refused.out.empty());
            CHECK(refused.err.find('\n') == refused.err.size() - 1);
            CHECK(refused.err.find("40007") == std::string::npos);
        }
    }
    const Reply no_role = run(request("staff-add", {}, lines(supervisor_badge, supervisor_pin, "B-40049")));
    CHECK(no_role.exit == 1);
    CHECK(value_of(store->staff()).size() == 3);
    CHECK(sign_in(desk_badge, desk_pin).number == 2);
}

TEST_CASE_FIXTURE(Commanded,
                  "the desk opens the sheet of today with badge and PIN; a technician and a wrong PIN get nothing") {
    const auto asked = [&](std::string_view badge, std::string_view pin) {
        return run(request("sheet", {}, std::string(badge) + "\n" + std::string(pin)));
    };
    const Reply made = asked(desk_badge, desk_pin); // none is kept: it is made now
    CHECK(made.exit == 0);
    CHECK(made.out.starts_with("%PDF-"));
    CHECK(value_of(sheet.is_there()));
    const Reply opened = asked(supervisor_badge, supervisor_pin);
    CHECK(opened.out == made.out);
    CHECK(events().back() == "sheet_opened");
    for (const auto& [badge, pin] : {std::pair(technician_badge, technician_pin), {desk_badge, technician_pin}}) {
        const Reply refused = asked(badge, pin);
        CHECK(refused.exit == 1);
        CHECK(refused.out.empty());
    }
    storage::RosterVersion newer;
    newer.sha256 = std::string(64, 'f');
    must(store->replace_roster({}, newer));
    auto kept = value_of(files.list(folder() / "sheets"));
    std::ranges::sort(kept);
    const auto of_today = folder() / "sheets" / kept.front();
    const auto before = read_file(of_today);
    CHECK(asked(desk_badge, desk_pin).exit == 0);
    CHECK(read_file(of_today) != before); // made anew of the roster in use now
    StaffCommands without_words{*accounts, {sheet}, work, clock, log, {}};
    clock.advance(5 * 24h);
    const auto next_day = request("sheet", {}, std::string(desk_badge) + "\n" + std::string(desk_pin));
    std::optional<Reply> none;
    while (!none) {
        none = without_words.run(next_day);
        work.finish();
    }
    CHECK(none->exit == 1);
    CHECK(none->err.find("no sheet of today") != std::string::npos);
}

TEST_CASE_FIXTURE(Commanded,
                  "PINs tried over the socket count with those tried at the screen, and say how long to wait") {
    miss(supervisor_badge, 4);
    const auto wrong = request("staff-reset", {}, lines(supervisor_badge, "111222", desk_badge));
    CHECK(run(wrong).err.find("wait 15 s") != std::string::npos);
    CHECK(run(wrong).err.find("too many wrong PINs; wait 15 s") != std::string::npos);
    CHECK(try_pin(supervisor_badge, supervisor_pin).answer == UnlockAnswer::wait);
    clock.advance(15s);
    miss(supervisor_badge, 10);
    CHECK(run(wrong).err.find("closed") != std::string::npos);
}

TEST_CASE_FIXTURE(Commanded, "the running kiosk goes on while a PIN is looked at, and replies when it has been") {
    ThreadWork threads;
    std::mutex mutex;
    std::condition_variable awake;
    int wakes = 0;
    const auto wake = [&] {
        const std::lock_guard lock(mutex);
        ++wakes;
        awake.notify_one();
    };
    StaffCommands running(*accounts, {sheet}, threads, clock, log, wake);
    const base::Path socket = folder() / "control.sock";
    int asked = 0;
    std::optional<Request> seen;
    const auto server = value_of(ControlServer::open(
        socket,
        [&](const Request& request) {
            ++asked;
            return running.run(request);
        },
        wake));
    std::optional<Reply> reply;
    std::thread client([&] {
        auto add = request("staff-add", {"technician"}, lines(supervisor_badge, supervisor_pin, "B-40049"));
        reply = ask_running_kiosk(socket, add).release_value();
        wake();
    });
    int served = 0;
    while (served == 0) {
        std::unique_lock lock(mutex);
        awake.wait(lock, [&] { return wakes > 0; });
        wakes = 0;
        lock.unlock();
        served += server->serve_pending();
    }
    client.join();
    REQUIRE(reply.has_value());
    CHECK(reply->exit == 0);
    CHECK(reply->out.starts_with("member 4: code "));
    CHECK(asked >= 2); // asked, and again after the PIN had been looked at
}

TEST_CASE("the demo's badges and PINs are none that the rules refuse") {
    for (const DemoMember& member : demo_staff()) {
        CAPTURE(member.badge);
        CHECK_FALSE(fault_of_pin(member.pin, member.badge, "").has_value());
    }
}

TEST_CASE("kioskctl makes staff, lists them, adds one with a supervisor's PIN on stdin, and lifts what is closed") {
    const TempFolder temp;
    const char* bin = std::getenv("KIOSK_BIN");
    const std::string program = std::string(bin == nullptr ? "build/release/bin" : bin) + "/kioskctl";
    const auto kioskctl = [&](std::vector<std::string> words, std::string_view input = {}) {
        std::vector<std::string> command{program, "--state", (temp.path() / "state").string()};
        command.insert(command.end(), words.begin(), words.end());
        return run(command, input);
    };
    const auto made = kioskctl({"init", "--kiosk", "k1", "--site", "willow", "--demo"});
    REQUIRE(made.exit_code == 0);
    for (const DemoMember& member : demo_staff()) {
        CHECK(made.out.find(std::string(member.badge) + "  " + member.pin) != std::string::npos);
    }
    CHECK(made.out.find("Only one supervisor") != std::string::npos);
    const auto list = kioskctl({"staff", "list"});
    CHECK(list.exit_code == 0);
    CHECK(list.out.find("2  badge ending 21, supervisor") != std::string::npos);
    CHECK(list.out.find("400021") == std::string::npos);
    const auto added = kioskctl({"staff", "add", "--badge", "400049", "--role", "technician"}, "400021\n583906\n");
    CHECK(added.exit_code == 0);
    CHECK(added.out.starts_with("member 4: code "));
    CHECK(kioskctl({"staff", "list"}).out.find("4  badge ending 49, technician") != std::string::npos);
    const auto wrong = kioskctl({"staff", "reset", "--badge", "400049"}, "400021\n583907\n");
    CHECK(wrong.exit_code == 1);
    CHECK(wrong.err.find("4 more before a wait") != std::string::npos);
    CHECK(kioskctl({"staff", "reset", "--badge", "400049"}, "400021\n").exit_code != 0);
    CHECK(kioskctl({"staff", "add", "--badge", "1", "--role", "boss"}).exit_code == 64);
    CHECK(kioskctl({"staff", "begin"}).exit_code != 0);
    CHECK(kioskctl({"unlock"}).exit_code == 0);
    CHECK(kioskctl({"unlock", "--badge", "400021"}).exit_code == 0);
    CHECK(kioskctl({"unlock", "--visitors"}).exit_code == 0);
    CHECK(kioskctl({"unlock", "--visitors", "--badge", "400021"}).exit_code == 64);
    CHECK(kioskctl({"unlock", "--badge", "999999"}).exit_code != 0);
}
