// The printer of this kiosk, as the CUPS of this machine has it: how it is, handing it a sheet, and having CUPS forget
// what it has printed. This file pair is the only place that meets CUPS. Only a queue that somebody set up here is
// used: the one that kiosk.toml names, else the default of CUPS. It is never searched for on the network, where a
// printer may stand anywhere. Any thread; each waits for CUPS, so none belongs on the screen's.
#pragma once

#include "kiosk/staff/health.hpp"
#include "kiosk/staff/printing.hpp"

#include <string>

namespace kiosk {

// What CUPS tells of one printer: the keywords of printer-state-reasons, printer-state and printer-is-accepting-jobs
// (RFC 8011 sections 5.4.11, 5.4.12 and 5.4.23).
[[nodiscard]] PrinterState state_of_printer(std::string_view reasons, int state, bool takes_sheets = true);

// `queue`: its name in CUPS; empty: the default. A CUPS that is there and says nothing is given up after seconds.
[[nodiscard]] PrinterState ask_printer(const std::string& queue);

// Hands a PDF to the printer that ask_printer speaks of, and waits until its queue has taken it: seconds, as a rule.
// Goes through memory and a socket, never through a file of ours; but CUPS keeps the job in its own spool, readable by
// root (docs/threat-model.md, "Paper"). Neither title nor anything else of the job tells what is on the sheet.
[[nodiscard]] PrintAnswer send_to_printer(const base::Secret& pdf, const std::string& queue);

// Has CUPS remove what it keeps of our sheets that are printed, or that it has given up: by itself it keeps them for a
// day. How many are still to be printed; 0 too if CUPS does not say.
int forget_printed();

} // namespace kiosk
