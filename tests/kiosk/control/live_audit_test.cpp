// The audit log of a kiosk that runs, asked for with the real programs: family-kiosk with its screen off-screen, and
// kioskctl beside it.
#include "base/clock.hpp"
#include "crypto/start.hpp"
#include "kiosk/control/control_message.hpp"
#include "kiosk/control/control_socket.hpp"
#include "kiosk/state/open_store.hpp"
#include "tests/support/shell.hpp"
#include "tests/support/temp_folder.hpp"

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <thread>

using namespace kiosk;

namespace {

std::string program(const char* name) {
    const char* folder = std::getenv("KIOSK_BIN");
    return std::string(folder == nullptr ? "build/release/bin" : folder) + "/" + name;
}

// family-kiosk on a demo of its own, open when this is made; asked to end with it.
class RunningProgram {
public:
    explicit RunningProgram(const StateFolder& folder) {
        std::array<int, 2> told{};
        base::invariant(::pipe2(told.data(), O_CLOEXEC) == 0, "a test can make a pipe");
        posix_spawn_file_actions_t actions;
        posix_spawn_file_actions_init(&actions);
        posix_spawn_file_actions_adddup2(&actions, told[1], STDERR_FILENO);
        std::vector<std::string> words{"env",
                                       "SDL_VIDEODRIVER=offscreen",
                                       "SDL_AUDIODRIVER=dummy",
                                       program("family-kiosk"),
                                       "--state",
                                       folder.root.string(),
                                       "--window"};
        std::vector<char*> arguments;
        for (auto& word : words) arguments.push_back(word.data());
        arguments.push_back(nullptr);
        const int failure = ::posix_spawnp(&process_, arguments[0], &actions, nullptr, arguments.data(), environ);
        posix_spawn_file_actions_destroy(&actions);
        ::close(told[1]);
        log_ = told[0];
        base::invariant(failure == 0, "family-kiosk can be started");
        read_log_until("\"kiosk_open\"");
    }
    RunningProgram(const RunningProgram&) = delete;
    RunningProgram& operator=(const RunningProgram&) = delete;
    ~RunningProgram() {
        if (process_ > 0) (void)end();
        ::close(log_);
    }
    // How it ended.
    int end() {
        ::kill(process_, SIGTERM);
        read_log_until(nullptr);
        int status = 0;
        while (::waitpid(process_, &status, 0) < 0 && errno == EINTR) {}
        process_ = -1;
        return status;
    }
    [[nodiscard]] const std::string& log() const { return said_; }

private:
    // Null: to its end.
    void read_log_until(const char* event) {
        std::array<char, 4096> piece;
        while (event == nullptr || said_.find(event) == std::string::npos) {
            const ssize_t count = ::read(log_, piece.data(), piece.size());
            if (count > 0) said_.append(piece.data(), static_cast<std::size_t>(count));
            if (count == 0 || (count < 0 && errno != EINTR)) return;
        }
    }
    pid_t process_ = -1;
    int log_ = -1;
    std::string said_;
};

struct Office {
    support::TempFolder temp;
    StateFolder folder{temp.path() / "state"};

    Office() {
        REQUIRE(kioskctl({"init", "--kiosk", "k1", "--site", "willow", "--demo"}).exit_code == 0);
        REQUIRE(!crypto::start().is_error());
        base::DiskFiles files;
        const base::SystemClock clock;
        base::SystemRandom random;
        const auto keys = load_keys(files, folder).release_value();
        const auto store = open_store(folder, keys.vault, clock, random).release_value();
        for (int i = 0; i < 450; ++i) REQUIRE(!store->append_audit("batch_lost", {{"seq", i}}).is_error());
    }
    [[nodiscard]] support::RunResult kioskctl(std::vector<std::string> words) const {
        std::vector<std::string> command{program("kioskctl"), "--state", folder.root.string()};
        command.insert(command.end(), words.begin(), words.end());
        return support::run(command);
    }
    [[nodiscard]] base::Path place(const char* name) const { return temp.path() / name; }
    // By tools that we did not write, and by the script that the agency has.
    [[nodiscard]] bool is_right_copy(const base::Path& copy) const {
        return support::run({"minisign", "-V", "-m", copy, "-p", folder.public_signer()}).exit_code == 0 &&
               support::run({"/usr/bin/python3", "-B", support::source_folder() / "docs/verify_audit.py", copy})
                       .exit_code == 0;
    }
};

} // namespace

TEST_CASE("kioskctl checks and copies the audit log of a kiosk that runs, and is told what it would be told at rest" *
          doctest::test_suite("full")) {
    const Office office;
    RunningProgram kiosk(office.folder);
    CAPTURE(kiosk.log());
    const auto verified = office.kioskctl({"audit", "verify"});
    CAPTURE(verified.err);
    CHECK(verified.exit_code == 0);
    CHECK(verified.out.find(" entries, the chain is whole; head ") != std::string::npos);
    const auto status = office.kioskctl({"status"});
    CHECK(status.out.find(", running") != std::string::npos);
    CHECK(status.out.find("not checked yet") == std::string::npos);

    const auto copied = office.kioskctl({"audit", "export", "--to", office.place("copy")});
    CAPTURE(copied.err);
    CHECK(copied.exit_code == 0);
    CHECK(copied.out.find("signed by " + office.place("copy.minisig").string()) != std::string::npos);
    CHECK(office.is_right_copy(office.place("copy")));
    struct stat owner {};
    REQUIRE(::stat(office.place("copy").c_str(), &owner) == 0);
    CHECK(owner.st_uid == ::geteuid());
    const auto again = office.kioskctl({"audit", "export", "--to", office.place("copy")});
    CHECK(again.exit_code == 1);
    CHECK(again.err.find(": is there already") != std::string::npos);

    CHECK(kiosk.end() == 0);
    const auto at_rest = office.kioskctl({"audit", "verify"});
    CHECK(at_rest.exit_code == 0);
    // The copy is the one entry more.
    CHECK(std::stoi(at_rest.out) == std::stoi(verified.out) + 1);
    CHECK(office.kioskctl({"audit", "export", "--to", office.place("at_rest")}).exit_code == 0);
    CHECK(office.is_right_copy(office.place("at_rest")));
}

TEST_CASE("many who ask a running kiosk at once are all answered, also when one of them goes away" *
          doctest::test_suite("full")) {
    const Office office;
    const RunningProgram kiosk(office.folder);
    {
        auto gone = ControlSocket::connect(office.folder.control_socket()).release_value();
        REQUIRE(gone.has_value());
        REQUIRE(!gone->write(base::bytes_of(frame_line(Request{"audit-verify", {}, {}})), 1000).is_error());
    }
    const std::vector<std::vector<std::string>> asked{{"audit", "verify"},
                                                      {"audit", "export", "--to", office.place("a")},
                                                      {"audit", "export", "--to", office.place("b")},
                                                      {"status"},
                                                      {"audit", "verify"}};
    std::vector<support::RunResult> told(asked.size());
    std::vector<std::thread> askers;
    for (std::size_t i = 0; i < asked.size(); ++i) {
        askers.emplace_back([&, i] { told[i] = office.kioskctl(asked[i]); });
    }
    for (std::thread& asker : askers) asker.join();
    for (const auto& each : told) {
        CAPTURE(each.err);
        CHECK(each.exit_code == 0);
    }
    CHECK(office.is_right_copy(office.place("a")));
    CHECK(office.is_right_copy(office.place("b")));
}

TEST_CASE("a log that was tampered with is told by the running kiosk as by kioskctl at rest" *
          doctest::test_suite("full")) {
    const Office office;
    REQUIRE(support::run({"/usr/bin/python3", "-c",
                          "import sqlite3, sys\n"
                          "kiosk = sqlite3.connect(sys.argv[1])\n"
                          "kiosk.execute('DELETE FROM audit WHERE number = 300')\n"
                          "kiosk.commit()",
                          office.folder.database()})
                .exit_code == 0);
    support::RunResult running;
    {
        const RunningProgram kiosk(office.folder);
        running = office.kioskctl({"audit", "verify"});
    }
    const auto at_rest = office.kioskctl({"audit", "verify"});
    CHECK(running.exit_code == 1);
    CHECK(running.err == "audit log: entry 300 is missing\n");
    CHECK(at_rest.exit_code == running.exit_code);
    CHECK(at_rest.err == running.err);
    CHECK(at_rest.out == running.out);
}
