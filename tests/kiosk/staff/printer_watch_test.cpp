#include "kiosk/staff/printer_queue.hpp"
#include "kiosk/staff/printer_watch.hpp"

#include <condition_variable>
#include <doctest/doctest.h>
#include <mutex>
#include <thread>

using namespace kiosk;

TEST_CASE("the printer is asked on another thread, and only news wake the main loop") {
    std::mutex mutex;
    std::condition_variable moved;
    int asked = 0;
    int told = 0;
    PrinterState next = PrinterState::ready;
    const auto main_thread = std::this_thread::get_id();
    bool was_elsewhere = false;
    PrinterWatch watch({[&] {
                           const std::lock_guard lock(mutex);
                           was_elsewhere = std::this_thread::get_id() != main_thread;
                           ++asked;
                           moved.notify_all();
                           return next;
                       }},
                       [&] {
                           const std::lock_guard lock(mutex);
                           ++told;
                           moved.notify_all();
                       });
    CHECK(watch.state() == PrinterState::not_asked);
    const auto look_until = [&](const auto& done) {
        watch.look();
        std::unique_lock lock(mutex);
        moved.wait(lock, done);
    };
    look_until([&] { return told == 1; });
    CHECK(was_elsewhere);
    CHECK(watch.state() == PrinterState::ready);
    look_until([&] { return asked == 2; });
    {
        const std::lock_guard lock(mutex);
        next = PrinterState::needs_paper;
    }
    look_until([&] { return told == 2; });
    CHECK(watch.state() == PrinterState::needs_paper);
    CHECK(told == 2);
}

TEST_CASE("while sheets are still to be printed they are looked after without being asked, and then no more") {
    std::mutex mutex;
    std::condition_variable moved;
    int waiting = 3;
    PrinterWatch watch({[] { return PrinterState::ready; },
                        [&] {
                            const std::lock_guard lock(mutex);
                            --waiting;
                            moved.notify_all();
                            return waiting;
                        },
                        std::chrono::milliseconds(0)});
    watch.look();
    {
        std::unique_lock lock(mutex);
        moved.wait(lock, [&] { return waiting == 0; });
    }
    watch.look();
    std::unique_lock lock(mutex);
    moved.wait(lock, [&] { return waiting <= -1; });
    CHECK(waiting == -1);
}

TEST_CASE("a printer without paper needs it, one that is stopped or away is stopped, and any other one is ready") {
    struct Told {
        std::string_view reasons;
        int state; // 3 idle, 4 processing, 5 stopped
        PrinterState is;
    };
    for (const auto& [reasons, state, is] :
         std::initializer_list<Told>{{"none", 3, PrinterState::ready},
                                     {"none", 4, PrinterState::ready},
                                     {"", 0, PrinterState::ready},
                                     {"cover-open-report", 3, PrinterState::ready},
                                     {"media-low-report", 3, PrinterState::needs_paper},
                                     {"none media-empty-error", 5, PrinterState::needs_paper},
                                     {"media-needed", 4, PrinterState::needs_paper},
                                     {"none", 5, PrinterState::stopped},
                                     {"offline-report", 3, PrinterState::stopped}}) {
        CAPTURE(reasons);
        CAPTURE(state);
        CHECK(state_of_printer(reasons, state) == is);
    }
    CHECK(state_of_printer("none", 3, false) == PrinterState::stopped); // it takes no sheets
}
