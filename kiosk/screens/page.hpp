// The parts all pages share: the ground, the title, the main button and Back, facts. The frame's constant controls are
// drawn by the app, after the page. Main thread.
#pragma once

#include "kiosk/screens/page_layout.hpp"

namespace kiosk {

// Paints page and bottom bar; call first.
void draw_ground(ui::Canvas& canvas);

struct Step {
    int done = 0;
    int of = 0;
};
// The page's title and, if given, "Step 1 of 3". Gives back where the content below it may begin.
float draw_title(ui::Canvas& canvas, const char* id, const ui::Words& title, Step step = {});

// Ground and content: as in the drawings where that fits, else flowing.
void draw_content(ui::Canvas& canvas, const std::function<void(const PageLayout&)>& drawn,
                  const std::function<void()>& flowing);

// The one filled button of a page, at the end of the bottom bar.
struct MainLook {
    ui::Words label;
    ui::Icon icon = ui::Icon::none;
    ui::Icon icon_after = ui::Icon::none;
    bool is_ready = true;
};
enum class End { main, back };
enum class BackBy { button, only_key };
// How a page ends: its main button, and Back before it or by its key alone. Which of them was used.
[[nodiscard]] std::optional<End> draw_ends(ui::Canvas& canvas, const MainLook& main, BackBy back = BackBy::button);
// Back on a page without a main button. Its key does the same.
[[nodiscard]] bool back_button(ui::Canvas& canvas);

// One fact: soft icon tile, small label, value, and perhaps a line under it. Gives back the height used.
struct FactLook {
    ui::Icon icon = ui::Icon::none;
    ui::Family family = ui::Family::primary;
    ui::Words label;
    ui::Words value;
    ui::Words under;
    bool is_private = false; // the value
};
[[nodiscard]] float fact_height(ui::Canvas& canvas, float width, const FactLook& look);
float draw_fact(ui::Canvas& canvas, const std::string& id, const ui::Rect& box, const FactLook& look);

// The same parts on a page that flows: title with its step as words, facts, and all of it painted between the bars.
void flow_title(ui::Flow& flow, const ui::Canvas& canvas, const char* id, const ui::Words& title, Step step = {});
// For a page whose content flows in every size: the title as drawn where there is room for it, else as a part of the
// flow. Gives back where the flow begins, for paint_flow.
[[nodiscard]] float add_title(ui::Flow& flow, ui::Canvas& canvas, const char* id, const ui::Words& title,
                              Step step = {});
void flow_fact(ui::Flow& flow, ui::Canvas& canvas, const std::string& id, const FactLook& look); // nothing if empty
// The boxes of a code, and the keypad that fills them: three keys wide, or six where that saves height.
void flow_digits(ui::Flow& flow, ui::Canvas& canvas, const char* id, const ui::DigitBoxes& boxes);
void flow_keypad(ui::Flow& flow, ui::Canvas& canvas, std::function<void(char)> use);
// An icon, a head and a few words under it: one point of a page that explains.
struct Point {
    ui::Icon icon = ui::Icon::none;
    ui::Family family = ui::Family::primary;
    ui::Words head;
    ui::Words note;
    bool is_private = false;      // the note
    bool is_head_private = false; // the head too
};
void flow_point(ui::Flow& flow, ui::Canvas& canvas, const std::string& id, const Point& point);
void paint_flow(ui::Flow& flow, ui::Canvas& canvas, float top = 0);

} // namespace kiosk
