// The covers over a page: the hidden screen, "Are you still here?" (11), and the minute in which the screen is wiped.
// Each replaces the page wholly; nothing private stays on the glass. Main thread.
#pragma once

#include "ui/canvas.hpp"

#include <optional>

namespace kiosk {

// True when "Show my page" was touched.
bool draw_hidden_page(ui::Canvas& canvas);

enum class WarningAnswer { still_here, more_time };
std::optional<WarningAnswer> draw_warning_page(ui::Canvas& canvas, int seconds_left, int seconds_whole);

// Nothing to touch stands on it, and no frame around it.
void draw_cleaning_page(ui::Canvas& canvas, int seconds_left);

} // namespace kiosk
