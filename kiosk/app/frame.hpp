// What stands on every page in the same place: brand, language, contrast, hide screen, I need help, Finish. Drawn
// after the page, so that keys reach the page first. Main thread.
#pragma once

#include "ui/canvas.hpp"

#include <optional>

namespace kiosk {

enum class FrameAction { language, contrast, hide, help, finish };

struct FrameLook {
    std::string site_name;
    bool is_home = false;        // wide help button, privacy line
    bool is_finish_main = false; // on "You are checked in" Finish is the main button
};

std::optional<FrameAction> draw_frame(ui::Canvas& canvas, const FrameLook& look);

} // namespace kiosk
