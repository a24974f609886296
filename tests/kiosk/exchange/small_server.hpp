// Starts tests/kiosk/exchange/small_server.py, a server on this machine, and ends it with the test.
#pragma once

#include "kiosk/exchange/json.hpp"

#include "tests/support/shell.hpp"
#include "tests/support/stored_world.hpp"

namespace support {

class SmallServer {
public:
    explicit SmallServer(const std::string& mode) {
        std::array<int, 2> ends{};
        base::invariant(::pipe2(ends.data(), O_CLOEXEC) == 0, "a test can make a pipe");
        posix_spawn_file_actions_t actions;
        posix_spawn_file_actions_init(&actions);
        posix_spawn_file_actions_adddup2(&actions, ends[1], 1);
        std::array<std::string, 3> words{"/usr/bin/python3",
                                         (source_folder() / "tests/kiosk/exchange/small_server.py").string(), mode};
        std::array<char*, 4> arguments{words[0].data(), words[1].data(), words[2].data(), nullptr};
        const int failure = ::posix_spawn(&child_, arguments[0], &actions, nullptr, arguments.data(), environ);
        posix_spawn_file_actions_destroy(&actions);
        ::close(ends[1]);
        base::invariant(failure == 0, "a test can start python3");
        out_ = ::fdopen(ends[0], "r");
        port_ = *next().integer();
    }
    SmallServer(const SmallServer&) = delete;
    SmallServer& operator=(const SmallServer&) = delete;
    ~SmallServer() {
        ::kill(child_, SIGKILL);
        ::waitpid(child_, nullptr, 0);
        std::fclose(out_);
    }

    [[nodiscard]] std::string host() const { return "127.0.0.1:" + std::to_string(port_); }
    // What it was sent next; waits for it.
    [[nodiscard]] kiosk::Json next() {
        std::array<char, 65536> line{};
        base::invariant(std::fgets(line.data(), line.size(), out_) != nullptr, "the server tells what it was sent");
        return value_of(kiosk::parse_json(line.data()));
    }
    [[nodiscard]] bool was_sent_more() const {
        pollfd end{::fileno(out_), POLLIN, 0};
        return ::poll(&end, 1, 0) == 1;
    }

private:
    pid_t child_ = -1;
    std::FILE* out_ = nullptr;
    std::int64_t port_ = 0;
};

} // namespace support
