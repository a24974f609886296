// Asks how the printer is, and has what was printed forgotten, on a thread of its own: CUPS may take its time and the
// screen may not. Having no printer is a state and no error. Main thread, but for what it is given.
#pragma once

#include "kiosk/staff/health.hpp"

#include <functional>
#include <memory>

namespace kiosk {

class PrinterWatch {
public:
    // Each is called on the watch's thread.
    struct Questions {
        std::function<PrinterState()> ask;
        std::function<int()> forget_printed = {}; // how many sheets are still to be printed. None: nothing is forgotten
        std::chrono::milliseconds again{5000};    // between two looks while sheets are still to be printed
    };
    // `changed` is called on the watch's thread when the state is another one; it must only wake the main loop.
    explicit PrinterWatch(
        Questions questions, std::function<void()> changed = [] {});
    PrinterWatch(const PrinterWatch&) = delete;
    PrinterWatch& operator=(const PrinterWatch&) = delete;
    ~PrinterWatch(); // waits for a question that is under way

    void look(); // asks again, soon; waits for nothing. Any thread
    [[nodiscard]] PrinterState state() const;

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

} // namespace kiosk
