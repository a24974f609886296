// Asks CUPS how the printer is, on a thread of its own: CUPS may take its time and the screen may not. Having no
// printer is a state and no error. This file pair is the only place that meets CUPS. Main thread, but `ask_printer`.
#pragma once

#include "kiosk/staff/health.hpp"

#include <functional>
#include <memory>

namespace kiosk {

// What CUPS tells of one printer: the keywords of printer-state-reasons, and printer-state (RFC 8011 sections 5.4.11
// and 5.4.12).
[[nodiscard]] PrinterState state_of_printer(std::string_view reasons, std::string_view state);
// Asks now and waits, a second at most for the connection. Any thread. Only the printers of this machine's own CUPS.
[[nodiscard]] PrinterState ask_printer();

class PrinterWatch {
public:
    // `ask` is called on the watch's thread, `changed` too; `changed` must only wake the main loop.
    explicit PrinterWatch(
        std::function<PrinterState()> ask = ask_printer, std::function<void()> changed = [] {});
    PrinterWatch(const PrinterWatch&) = delete;
    PrinterWatch& operator=(const PrinterWatch&) = delete;
    ~PrinterWatch(); // waits for a question that is under way

    void look(); // asks again, soon; waits for nothing
    [[nodiscard]] PrinterState state() const;

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

} // namespace kiosk
