// Asks CUPS how the printer is, on a thread of its own: CUPS may take its time and the screen may not. Having no
// printer is a state and no error. This file pair is the only place that meets CUPS. Main thread, but for `ask_printer`
// and `send_to_printer`.
#pragma once

#include "kiosk/staff/health.hpp"
#include "kiosk/staff/printing.hpp"

#include <functional>
#include <memory>

namespace kiosk {

// What CUPS tells of one printer: the keywords of printer-state-reasons, and printer-state (RFC 8011 sections 5.4.11
// and 5.4.12).
[[nodiscard]] PrinterState state_of_printer(std::string_view reasons, std::string_view state);
// Asks now and waits, a second at most for the connection. Any thread. Only the printers of this machine's own CUPS.
[[nodiscard]] PrinterState ask_printer();
// Hands a PDF to the printer that ask_printer speaks of, and waits until its queue has taken it: seconds, as a rule. Any
// thread. Goes through memory and a socket, never through a file of ours; but CUPS keeps the job in its own spool until
// it is printed, readable by root (docs/threat-model.md, "Paper"). The job's title tells nothing of what is on the sheet.
[[nodiscard]] PrintAnswer send_to_printer(const base::Secret& pdf);

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
