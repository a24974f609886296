// The controls that stand on every page, as they look; where they stand is the page layout's business. Main thread.
#pragma once

#include "ui/canvas.hpp"

#include <optional>
#include <vector>

namespace kiosk {

enum class FrameAction { language, text_size, contrast, listen, hide, help, finish, easy_reach, staff };

struct FrameButton {
    const char* id;
    FrameAction action;
    ui::ButtonLook look;
};

// How the frame stands on this page, for this person.
struct FrameLook {
    std::string site_name;
    bool is_home = false;        // where there is room, help says more
    bool is_finish_main = false; // on "You are checked in" Finish is the main button
    bool is_listening = false;
    std::optional<std::string> staff_badge = {}; // what is shown of it, while staff are signed in
};
// Of ui::Canvas::frame; the families' is 0.
constexpr int staff_frame = 1;

[[nodiscard]] std::array<FrameButton, 5> tool_buttons(const ui::Canvas& canvas, const FrameLook& frame);
// Help, Finish and, but for staff, easy reach.
[[nodiscard]] std::vector<FrameButton> constant_buttons(const ui::Canvas& canvas, const FrameLook& frame);

} // namespace kiosk
