// Where everything stands on a page: bars, their controls and the content between them, for every size of words, both
// ways of mounting and with easy reach. Measured from the words of the language in use, and the same on all of its
// pages, so that nothing jumps. Main thread.
#pragma once

#include "ui/flow.hpp"

namespace kiosk {

// A row (or several) of controls, as placed.
struct Row {
    bool is_stacked = false; // icons over their words
    std::vector<ui::Rect> places;
    float width = 0;
    float height = 0;
};

struct PageLayout {
    float margin = 64;
    float head = 0; // how far down the bar at the top reaches, where it is filled
    ui::Rect brand; // logo and, if wide enough, the names beside it; no width: left out
    Row tools;      // language, text size, contrast, listen, hide screen
    Row constants;  // help, Finish, easy reach
    ui::Rect ends;  // row of Back and the main button, used from its end
    Row tabs;       // of the staff's pages
    bool is_first_tab_stacked = false;
    ui::Rect bottom;         // the ground of the bars
    ui::Rect content;        // between the bars
    ui::FlowAreas areas;     // for a page that flows
    bool is_flowing = false; // words are too large, or controls too low, for the page as it was drawn
};

[[nodiscard]] PageLayout page_layout(ui::Canvas& canvas);

// Home's own two ways on, which stand where other pages have Back and the main button.
[[nodiscard]] ui::ButtonLook settings_look(const ui::Canvas& canvas);
[[nodiscard]] ui::ButtonLook privacy_look(const ui::Canvas& canvas);
[[nodiscard]] float home_ends_width(ui::Canvas& canvas);

} // namespace kiosk
