// kiosk-bench: measures what the design promises in numbers, and prints it. `./dev bench` runs it under X11.
#include "base/hardening.hpp"
#include "crypto/start.hpp"
#include "tests/bench/sections.hpp"

#include <cstdio>

namespace {

base::Result<void> run() {
    TRY(crypto::start());
    // First, while nothing else has touched the memory that it weighs.
    TRY_DOING(bench::measure_window(), "window");
    TRY_DOING(bench::measure_text(), "text");
    TRY_DOING(bench::measure_look_up(), "look-up");
    TRY_DOING(bench::measure_storage(), "storage");
    TRY_DOING(bench::measure_speech(), "speech");
    TRY_DOING(bench::measure_staff(), "staff");
    return bench::measure_sealing();
}

} // namespace

int main(int, char** arguments) {
    // As the kiosk runs: freed memory overwritten, no thread cache.
    const auto hardened = base::harden_process(arguments);
    const auto done = hardened.is_error() ? hardened : run();
    if (!done.is_error()) return 0;
    std::fprintf(stderr, "kiosk-bench: %s\n", done.error().message.c_str());
    return 1;
}
