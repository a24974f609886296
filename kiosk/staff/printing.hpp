// One sheet at a time on its way to the printer: a PDF from memory, handed over elsewhere, and an answer a moment later.
// What is printed lies in wiped memory until the printer's own queue has it. Main thread.
#pragma once

#include "base/secret.hpp"
#include "kiosk/staff/work.hpp"

namespace kiosk {

enum class PrintAnswer {
    sent,       // the printer's queue has it
    waits,      // so it has, and the printer stands still: paused, or without paper
    no_printer, // none is set up, or the one that is meant is not there
    refused,    // there is one, and it did not take the sheet
};

// What prints: called on any thread, may take its time.
using Print = std::function<PrintAnswer(const base::Secret& pdf)>;

class Printing {
public:
    // `print`: none is as having no printer. `wake` is called on another thread when `poll` has an answer; it must only
    // wake the main loop.
    Printing(Print print, Work& work, std::function<void()> wake)
        : print_(std::move(print)), work_(work), wake_(std::move(wake)) {}

    // The answer comes from `poll`. What was sent before is printed all the same, and its answer is forgotten.
    void send(base::Secret pdf);
    [[nodiscard]] bool is_working() const { return sent_.is_running(); }
    // Each answer once. Asked again whenever the loop has been woken.
    [[nodiscard]] std::optional<PrintAnswer> poll() { return sent_.take(); }
    // Whoever asked has gone: nobody is told any more.
    void forget() { sent_.forget(); }

private:
    Print print_;
    Work& work_;
    std::function<void()> wake_;
    Later<PrintAnswer> sent_;
};

} // namespace kiosk
