// Asks the kiosk that runs, over its control.sock. Any thread; waits for the answer.
#pragma once

#include "base/files.hpp"
#include "kiosk/control/control_message.hpp"

#include <optional>

namespace kiosk {

// Nothing if no kiosk answers there. An error if one does but breaks off; then it may or may not have been done.
[[nodiscard]] base::Result<std::optional<Reply>> ask_running_kiosk(const base::Path& socket, const Request& request);

} // namespace kiosk
