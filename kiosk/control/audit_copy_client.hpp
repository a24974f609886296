// Has the kiosk that runs make a copy of its audit log and writes it here: by whoever asks, with their rights, as
// kioskctl does at rest. So the kiosk opens no file that somebody else named. Any thread; waits for the answers.
#pragma once

#include "base/files.hpp"
#include "kiosk/control/control_message.hpp"

#include <functional>
#include <optional>

namespace kiosk {

// As ask_running_kiosk: nothing if no kiosk answers.
using AskKiosk = std::function<base::Result<std::optional<Reply>>(const Request&)>;

// What to tell: as AuditExported is told, or the kiosk's refusal; then nothing was written. Nothing if no kiosk answers
// at all; if one does and is closed in the middle, 75. Both files whole, or neither.
[[nodiscard]] base::Result<std::optional<Reply>> fetch_audit_copy(const AskKiosk& ask, base::Files& files,
                                                                  const base::Path& file);

} // namespace kiosk
