// What stands on every page in the same place: brand, language, text size, contrast, listen, hide screen, I need help,
// Finish, easy reach. Drawn after the page, so that keys reach the page first. Main thread.
#pragma once

#include "kiosk/screens/frame_buttons.hpp"

#include <optional>

namespace kiosk {

std::optional<FrameAction> draw_frame(ui::Canvas& canvas, const FrameLook& look);

} // namespace kiosk
