#include "kiosk/control/ask_terminal.hpp"

#include <cerrno>
#include <cstdio>
#include <termios.h>
#include <unistd.h>

namespace kiosk {

namespace {

constexpr std::size_t most_bytes = 64;

// Turns the echo off for as long as it lives.
class QuietTerminal {
public:
    explicit QuietTerminal(Echo echo) {
        if (echo == Echo::shown || ::tcgetattr(STDIN_FILENO, &before_) != 0) return;
        termios quiet = before_;
        quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        is_quiet_ = ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet) == 0;
    }
    QuietTerminal(const QuietTerminal&) = delete;
    QuietTerminal& operator=(const QuietTerminal&) = delete;
    ~QuietTerminal() {
        if (!is_quiet_) return;
        ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_);
        std::fputc('\n', stderr);
    }

private:
    termios before_{};
    bool is_quiet_ = false;
};

} // namespace

base::Result<base::Secret> ask_terminal(const char* prompt, Echo echo) {
    const bool is_terminal = ::isatty(STDIN_FILENO) == 1;
    if (is_terminal) std::fprintf(stderr, "%s: ", prompt);
    const QuietTerminal quiet(is_terminal ? echo : Echo::shown);
    base::Secret line;
    // Byte by byte past stdio, whose buffers nobody wipes.
    while (true) {
        char byte = 0;
        const ssize_t count = ::read(STDIN_FILENO, &byte, 1);
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0 || byte == '\n') break;
        if (line.size() == most_bytes) return base::ask_again("stdin: a line is longer than 64 characters");
        line.append(std::string_view(&byte, 1));
    }
    if (line.is_empty()) return base::ask_again(std::string("stdin: no ") + prompt);
    return line;
}

} // namespace kiosk
