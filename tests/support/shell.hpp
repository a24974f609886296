// Runs the programs that tests compare us with (age, minisign, jq …) and finds the files that tests share. No shell is
// in between: each argument arrives as it is written. One thread.
#pragma once

#include "base/result.hpp"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <optional>
#include <poll.h>
#include <spawn.h>
#include <string>
#include <string_view>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace support {

struct RunResult {
    int exit_code; // 128 + signal for a program that was killed, 127 for one that could not be started
    std::string out;
    std::string err;
};

// Starts command[0], looked up in PATH, gives it `input` and waits for its end.
inline RunResult run(const std::vector<std::string>& command, std::string_view input = {}) {
    // A program may end without reading its input; that must not end the test.
    std::signal(SIGPIPE, SIG_IGN);
    std::array<std::array<int, 2>, 3> pipes{};
    for (auto& ends : pipes) base::invariant(::pipe2(ends.data(), O_CLOEXEC) == 0, "a test can make a pipe");
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, pipes[0][0], 0);
    posix_spawn_file_actions_adddup2(&actions, pipes[1][1], 1);
    posix_spawn_file_actions_adddup2(&actions, pipes[2][1], 2);
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    sigset_t default_signals;
    sigemptyset(&default_signals);
    sigaddset(&default_signals, SIGPIPE);
    posix_spawnattr_setsigdefault(&attributes, &default_signals);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
    std::vector<std::string> words = command;
    std::vector<char*> arguments;
    for (auto& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    pid_t child = -1;
    const int failure = ::posix_spawnp(&child, arguments[0], &actions, &attributes, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    posix_spawnattr_destroy(&attributes);
    ::close(pipes[0][0]);
    ::close(pipes[1][1]);
    ::close(pipes[2][1]);

    RunResult result{127, {}, {}};
    std::array<pollfd, 3> waiting{pollfd{pipes[0][1], POLLOUT, 0}, pollfd{pipes[1][0], POLLIN, 0},
                                  pollfd{pipes[2][0], POLLIN, 0}};
    ::fcntl(pipes[0][1], F_SETFL, O_NONBLOCK);
    auto close_end = [&](pollfd& end) {
        ::close(end.fd);
        end.fd = -1;
    };
    if (failure != 0) {
        for (auto& end : waiting) close_end(end);
        result.err = words[0] + ": cannot be started";
        return result;
    }
    if (input.empty()) close_end(waiting[0]);
    while (waiting[0].fd >= 0 || waiting[1].fd >= 0 || waiting[2].fd >= 0) {
        if (::poll(waiting.data(), waiting.size(), -1) < 0) continue;
        if (waiting[0].fd >= 0 && waiting[0].revents != 0) {
            const ssize_t count = ::write(waiting[0].fd, input.data(), input.size());
            if (count >= 0) input.remove_prefix(static_cast<std::size_t>(count));
            if (input.empty() || (count < 0 && errno != EAGAIN && errno != EINTR)) close_end(waiting[0]);
        }
        for (std::size_t i = 1; i < 3; ++i) {
            if (waiting[i].fd < 0 || waiting[i].revents == 0) continue;
            std::array<char, 65536> piece;
            const ssize_t count = ::read(waiting[i].fd, piece.data(), piece.size());
            if (count > 0) (i == 1 ? result.out : result.err).append(piece.data(), static_cast<std::size_t>(count));
            if (count == 0 || (count < 0 && errno != EINTR)) close_end(waiting[i]);
        }
    }
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {}
    result.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    return result;
}

inline std::string read_file(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    base::invariant(file.is_open(), "a test reads a file that is there");
    std::string content(std::filesystem::file_size(path), '\0');
    file.read(content.data(), static_cast<std::streamsize>(content.size()));
    base::invariant(!file.fail(), "a test reads the whole file");
    return content;
}

inline void write_file(const std::filesystem::path& path, std::string_view content) {
    std::ofstream file(path, std::ios::binary | std::ios::trunc);
    file.write(content.data(), static_cast<std::streamsize>(content.size()));
    file.close();
    base::invariant(!file.fail(), "a test can write its file");
}

// The root of the source tree; the current folder when ctest does not say.
inline std::filesystem::path source_folder() {
    const char* source = std::getenv("KIOSK_SOURCE");
    return source != nullptr ? std::filesystem::path(source) : std::filesystem::current_path();
}

// What the issues share with us (vectors, samples, designs); nothing where it is not at hand. Tests then skip loudly.
inline std::optional<std::filesystem::path> shared_folder() {
    const char* shared = std::getenv("KIOSK_SHARED_DIR");
    std::filesystem::path folder = shared != nullptr ? shared : "../shared";
    if (folder.is_relative()) folder = source_folder() / folder;
    if (!std::filesystem::is_directory(folder)) return std::nullopt;
    return folder;
}

} // namespace support
