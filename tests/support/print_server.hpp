// A CUPS of the test's own: cupsd with all its folders in a temporary one, on a UNIX socket, without browsing. Nothing of
// this machine's CUPS is read or changed. It needs no root; as root it prints as `lp`, as it does on a real machine. Its
// printers are scripts that keep what they print. While it lives, CUPS_SERVER names it. One thread, one at a time.
#pragma once

#include "tests/support/shell.hpp"
#include "tests/support/temp_folder.hpp"

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <thread>

namespace support {

// Whether it comes true within half a minute.
template <typename Condition>
bool comes_true(Condition condition) {
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(30);
    while (!condition()) {
        if (std::chrono::steady_clock::now() > end) return false;
        ::poll(nullptr, 0, 10);
    }
    return true;
}

// On a thread of its own, as the kiosk does it: libcups remembers its server for each thread.
template <typename Job>
auto elsewhere(Job job) {
    std::optional<decltype(job())> done;
    std::thread([&] { done.emplace(job()); }).join();
    return std::move(*done);
}

class PrintServer {
public:
    PrintServer() {
        const auto root = folder_.path();
        for (const char* name : {"etc", "cache", "state", "log", "bin/backend", "printed", "spool/tmp"}) {
            std::filesystem::create_directories(root / name);
        }
        // Its scripts run as `lp` and have to get here.
        ::chmod(root.c_str(), 0711);
        ::chmod((root / "printed").c_str(), 01777);
        std::filesystem::create_directory_symlink("/usr/lib/cups/daemon", root / "bin/daemon");
        write_file(root / "etc/cups-files.conf", places());
        write_file(root / "etc/cupsd.conf", "LogLevel info\nBrowsing No\nWebInterface No\nListen " + socket() +
                                                "\n<Location />\n  Order allow,deny\n  Allow all\n</Location>\n");
        add_backend("keeps", "");
        add_backend("tray", "[ -e '" + (printed() / "no-paper").string() +
                                "' ] && echo 'STATE: +media-empty-error' >&2 && exit 4\n"
                                "echo 'STATE: -media-empty-error' >&2\n");
        ::setenv("CUPS_SERVER", socket().c_str(), 1);
        start();
    }
    PrintServer(const PrintServer&) = delete;
    PrintServer& operator=(const PrintServer&) = delete;
    ~PrintServer() {
        end();
        ::unsetenv("CUPS_SERVER");
    }

    // False, and a loud word, where this machine does not let a test have a cupsd.
    [[nodiscard]] bool is_there() {
        const bool answers =
            child_ > 0 && comes_true([&] {
                return has_ended() ||
                       run({"/usr/bin/lpstat", "-r"}).out.find("scheduler is running") != std::string::npos;
            });
        if (!answers || child_ < 0) {
            MESSAGE("NOT CHECKED: this machine does not let a test start a cupsd of its own");
            return false;
        }
        return true;
    }
    // `backend`: "keeps" prints at once, "tray" unless it has no paper.
    void add_queue(const std::string& name, const std::string& backend = "keeps") const {
        tell({"/usr/sbin/lpadmin", "-p", name, "-E", "-v", backend + ":/" + name, "-m", "raw"});
    }
    // A program of CUPS.
    void tell(const std::vector<std::string>& command) const {
        const auto told = run(command);
        REQUIRE_MESSAGE(told.exit_code == 0, command.front(), ": ", told.err);
    }
    void take_paper_away() const { write_file(printed() / "no-paper", ""); }
    void bring_paper() const { std::filesystem::remove(printed() / "no-paper"); }
    // It is there and answers nothing, until `go_on`.
    void hang() const { ::kill(child_, SIGSTOP); }
    void go_on() const { ::kill(child_, SIGCONT); }
    void end() {
        if (child_ < 0) return;
        go_on();
        ::kill(child_, SIGTERM);
        ::waitpid(child_, nullptr, 0);
        child_ = -1;
    }

    [[nodiscard]] std::string socket() const { return (folder_.path() / "socket").string(); }
    [[nodiscard]] std::filesystem::path printed() const { return folder_.path() / "printed"; }
    // What the printer of this queue has printed, sheet by sheet.
    [[nodiscard]] std::vector<std::string> sheets(const std::string& queue) const { return kept(queue, ".pdf"); }
    // All that CUPS told that printer about its jobs: user, title and the rest.
    [[nodiscard]] std::vector<std::string> jobs(const std::string& queue) const { return kept(queue, ".job"); }
    // The sheets, once there are so many.
    [[nodiscard]] std::vector<std::string> sheets(const std::string& queue, std::size_t count) const {
        CHECK(comes_true([&] { return sheets(queue).size() >= count; }));
        return sheets(queue);
    }
    // What CUPS keeps of jobs: c00001 is about one, d00001-001 is what was to be printed.
    [[nodiscard]] std::vector<std::string> spool() const {
        std::vector<std::string> names;
        for (const auto& file : std::filesystem::directory_iterator(folder_.path() / "spool")) {
            if (file.is_regular_file()) names.push_back(file.path().filename());
        }
        return names;
    }

private:
    [[nodiscard]] std::string places() const {
        const std::string root = folder_.path();
        return "ServerRoot " + root + "/etc\nStateDir " + root + "/state\nCacheDir " + root + "/cache\nRequestRoot " +
               root + "/spool\nTempDir " + root + "/spool/tmp\nServerBin " + root + "/bin\nDocumentRoot " + root +
               "\nAccessLog " + root + "/log/access\nErrorLog " + root + "/log/error\nPageLog " + root +
               "/log/page\nFileDevice Yes\nSystemGroup " + group() + "\n";
    }
    static std::string group() { return run({"id", "-gn"}).out; }
    void add_backend(const std::string& name, const std::string& before) const {
        const auto file = folder_.path() / "bin/backend" / name;
        const std::string into = "'" + printed().string() + "'/${DEVICE_URI##*/}-$1";
        write_file(file, "#!/bin/sh\n[ $# = 0 ] && exit 0\n" + before + "(echo \"$@\"; env) >" + into +
                             ".job\ncat ${6:--} >" + into + ".part && mv " + into + ".part " + into + ".pdf\n");
        ::chmod(file.c_str(), 0755);
    }
    void start() {
        std::vector<std::string> words{"/usr/sbin/cupsd",
                                       "-f",
                                       "-c",
                                       (folder_.path() / "etc/cupsd.conf").string(),
                                       "-s",
                                       (folder_.path() / "etc/cups-files.conf").string()};
        std::vector<char*> arguments;
        for (auto& word : words) arguments.push_back(word.data());
        arguments.push_back(nullptr);
        if (::posix_spawn(&child_, arguments[0], nullptr, nullptr, arguments.data(), environ) != 0) child_ = -1;
    }
    bool has_ended() {
        if (::waitpid(child_, nullptr, WNOHANG) != child_) return false;
        child_ = -1;
        return true;
    }
    [[nodiscard]] std::vector<std::string> kept(const std::string& queue, const std::string& ending) const {
        std::vector<std::filesystem::path> files;
        for (const auto& file : std::filesystem::directory_iterator(printed())) {
            const std::string name = file.path().filename();
            if (name.starts_with(queue + "-") && name.ends_with(ending)) files.push_back(file.path());
        }
        std::sort(files.begin(), files.end());
        std::vector<std::string> contents;
        for (const auto& file : files) contents.push_back(read_file(file));
        return contents;
    }

    TempFolder folder_;
    pid_t child_ = -1;
};

} // namespace support
