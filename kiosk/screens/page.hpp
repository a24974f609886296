// The parts all pages share: where the content lies between the bars, the title, the main button and Back. The frame's
// constant controls are drawn by the app, after the page. Main thread.
#pragma once

#include "ui/canvas.hpp"

namespace kiosk {

// Bars and content of a page, in design units.
struct PageLayout {
    float margin = 64;
    ui::Rect top;
    ui::Rect tools; // the row in which the tools stand
    ui::Rect content;
    ui::Rect bottom;
    ui::Rect constants; // row of help and Finish
    ui::Rect ends;      // row of Back and the main button, used from its end
};
[[nodiscard]] PageLayout page_layout(const ui::Canvas& canvas);

// Paints page and bottom bar; call first.
void draw_ground(ui::Canvas& canvas);

struct Step {
    int done = 0;
    int of = 0;
};
// The page's title and, if given, "Step 1 of 3". Gives back where the content below it may begin.
float draw_title(ui::Canvas& canvas, const char* id, const ui::Words& title, Step step = {});

// The one filled button of a page, at the end of the bottom bar.
bool main_button(ui::Canvas& canvas, const ui::Words& label, ui::Icon icon, bool is_ready = true,
                 ui::Icon icon_after = ui::Icon::none);
// Stands before the main button, or at the end where there is none (`main_label` empty). Key "back" does the same.
bool back_button(ui::Canvas& canvas, const ui::Words& main_label = {}, ui::Icon main_icon = ui::Icon::none);

// One fact: soft icon tile, small label, value, and perhaps a line under it. Gives back the height used.
struct FactLook {
    ui::Icon icon = ui::Icon::none;
    ui::Family family = ui::Family::primary;
    ui::Words label;
    ui::Words value;
    ui::Words under;
    bool is_private = false;
};
[[nodiscard]] float fact_height(ui::Canvas& canvas, float width, const FactLook& look);
float draw_fact(ui::Canvas& canvas, const std::string& id, const ui::Rect& box, const FactLook& look);

} // namespace kiosk
