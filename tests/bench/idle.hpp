// The home page that nobody touches, for 20 s: the page of `app` and, in a process of its own, the program family-kiosk
// under the same X server. Main thread.
#pragma once

#include "kiosk/app/app.hpp"

namespace bench {

[[nodiscard]] base::Result<void> measure_idle(kiosk::App& app, ui::Surface& surface);

} // namespace bench
