// Carrying by hand with kioskctl: the sealed batches to a folder, what the agency sent from one. The kiosk must not be
// running; staff do the same at its screen. Main thread.
#pragma once

#include "kiosk/control/commands.hpp"
#include "kiosk/state/state_folder.hpp"

namespace kiosk {

// Seals what waits and copies every batch of the outbox below `to`, in the exchange's layout. Exit 1 if one could not be
// copied; each such is told on stderr.
[[nodiscard]] base::Result<Reply> export_batches(const CommandContext& context, base::Files& files,
                                                 const StateFolder& folder, const base::Path& to);
// Uses the bundles below `from`, in the exchange's layout. A line for each on stdout, or on stderr for what was refused.
// Exit 2 if one was refused or rows were left out, 1 if the kiosk could not keep one.
[[nodiscard]] base::Result<Reply> import_bundles(const CommandContext& context, base::Files& files,
                                                 const StateFolder& folder, const crypto::AgeIdentity& roster,
                                                 const base::Path& from);

} // namespace kiosk
