#include "kiosk/app/frame.hpp"

#include "kiosk/screens/page.hpp"

namespace kiosk {

namespace {

using ui::Rect;
constexpr float gap = 24;

void draw_brand(ui::Canvas& canvas, const PageLayout& page, const std::string& site_name) {
    const float y = page.top.y + 2;
    canvas.quilt({page.top.x, y, 84, 84}, ui::Quilt::logo);
    const float x = page.top.x + 104;
    const float width = page.tools.y > page.top.y ? page.top.right() - x : 460;
    canvas.text("frame.name", {x, y, width, 46}, canvas.words()("label_product"),
                {.type = ui::Type::lead, .weight = ui::Weight::bold, .most_lines = 1});
    canvas.text("frame.site", {x, y + 44, width, 38}, ui::Words::of_record(site_name),
                {.type = ui::Type::small, .ink = ui::Tint::ink2, .most_lines = 1});
}

ui::ButtonLook tool(ui::Icon icon, const ui::Words& label) {
    ui::ButtonLook look;
    look.style = ui::ButtonStyle::tool;
    look.icon = icon;
    look.label = label;
    look.is_constant = true;
    return look;
}

// Tools stand at the end of their row; they are told from start to end.
std::optional<FrameAction> draw_tools(ui::Canvas& canvas, const PageLayout& page) {
    const auto& words = canvas.words();
    struct Tool {
        const char* id;
        FrameAction action;
        ui::ButtonLook look;
    };
    const std::array<Tool, 3> tools{{
        {"tool.language", FrameAction::language, tool(ui::Icon::language, words("language_own_name"))},
        {"tool.contrast", FrameAction::contrast, tool(ui::Icon::contrast, words("button_contrast"))},
        {"tool.hide", FrameAction::hide, tool(ui::Icon::visibility_off, words("button_hide"))},
    }};
    float width = -gap;
    for (const auto& each : tools) width += canvas.natural_width(each.look) + gap;
    float x = page.tools.right() - width;
    std::optional<FrameAction> action;
    for (const auto& each : tools) {
        const float w = canvas.natural_width(each.look);
        if (canvas.button(each.id, {x, page.tools.y, w, page.tools.h}, each.look)) action = each.action;
        x += w + gap;
    }
    return action;
}

std::optional<FrameAction> draw_constants(ui::Canvas& canvas, const PageLayout& page, const FrameLook& frame) {
    const auto& words = canvas.words();
    std::optional<FrameAction> action;
    ui::ButtonLook help;
    help.style = ui::ButtonStyle::help;
    help.icon = ui::Icon::front_hand;
    help.label = words("button_help");
    help.is_constant = true;
    Rect box = page.constants;
    const bool is_wide = frame.is_home && !canvas.is_portrait();
    if (is_wide) {
        help.under = words("note_help");
        help.is_start_aligned = true;
        box.y -= 4;
        box.h += 8;
    }
    box.w = is_wide ? 600 : canvas.natural_width(help);
    if (canvas.button("help", box, help)) action = FrameAction::help;
    ui::ButtonLook finish;
    finish.style = frame.is_finish_main ? ui::ButtonStyle::main : ui::ButtonStyle::normal;
    finish.icon = ui::Icon::logout;
    finish.label = words("button_finish");
    finish.is_constant = true;
    const float width = canvas.natural_width(finish);
    const Rect place{box.right() + gap, page.constants.y, width, page.constants.h};
    if (canvas.button("finish", place, finish)) action = FrameAction::finish;
    if (frame.is_home) {
        const float x = canvas.is_portrait() ? page.ends.x : place.right() + gap;
        const Rect row = canvas.is_portrait() ? page.ends : page.constants;
        const float text = std::min(row.right() - x - 52, 560.0F);
        const float start = canvas.is_portrait() ? x : row.right() - text - 52;
        canvas.icon(ui::Icon::lock, {start, row.y + 26, 36, 36}, ui::Tint::ink2);
        canvas.text("frame.private", {start + 52, row.y + 6, text, 76}, words("note_private"),
                    {.type = ui::Type::small, .ink = ui::Tint::ink2});
    }
    return action;
}

} // namespace

std::optional<FrameAction> draw_frame(ui::Canvas& canvas, const FrameLook& look) {
    const PageLayout page = page_layout(canvas);
    const auto constant = draw_constants(canvas, page, look);
    draw_brand(canvas, page, look.site_name);
    const auto tool = draw_tools(canvas, page);
    return constant ? constant : tool;
}

} // namespace kiosk
