// Opens the kiosk's own font configuration, apart from the one of the machine and of the user. Main thread.
#pragma once

#include "base/result.hpp"

struct _FcConfig;

namespace ui {

// The caller drops the reference with FcConfigDestroy.
[[nodiscard]] base::Result<_FcConfig*> open_fonts();

} // namespace ui
