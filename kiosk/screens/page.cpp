#include "kiosk/screens/page.hpp"

namespace kiosk {

namespace {

constexpr float bar_height = 88;
constexpr float gap = 24;
constexpr float margin_wide = 64;
constexpr float margin_upright = 48;
constexpr float fact_tile = 64;

ui::ButtonLook main_look(const ui::Words& label, ui::Icon icon, ui::Icon icon_after) {
    ui::ButtonLook look;
    look.style = ui::ButtonStyle::main;
    look.icon = icon;
    look.icon_after = icon_after;
    look.label = label;
    return look;
}

ui::ButtonLook back_look(const ui::Canvas& canvas) {
    ui::ButtonLook look;
    look.icon = ui::Icon::arrow_back;
    look.label = canvas.words()("button_back");
    return look;
}

} // namespace

PageLayout page_layout(const ui::Canvas& canvas) {
    const auto [w, h] = canvas.size();
    const bool is_narrow = w < 1500; // brand and tools, help and main button do not share a row
    PageLayout page;
    page.margin = canvas.is_portrait() ? margin_upright : margin_wide;
    const float inner = w - 2 * page.margin;
    page.top = {page.margin, 20, inner, bar_height};
    page.tools = is_narrow ? ui::Rect{page.margin, 128, inner, bar_height} : page.top;
    const float bottom_height = is_narrow ? 248 : 136;
    page.bottom = {0, h - bottom_height, w, bottom_height};
    page.constants = {page.margin, h - 114, inner, bar_height};
    page.ends = is_narrow ? ui::Rect{page.margin, h - 226, inner, bar_height} : page.constants;
    const float content_top = is_narrow ? 248 : 136;
    page.content = {page.margin, content_top, inner, page.bottom.y - 24 - content_top};
    return page;
}

void draw_ground(ui::Canvas& canvas) {
    const auto [w, h] = canvas.size();
    canvas.panel({0, 0, w, h}, ui::Tint::bg, 0);
    canvas.panel(page_layout(canvas).bottom, ui::Tint::sunken, 0);
}

float draw_title(ui::Canvas& canvas, const char* id, const ui::Words& title, Step step) {
    const PageLayout page = page_layout(canvas);
    float steps_width = 0;
    if (step.of > 0) {
        const auto words =
            canvas.words()("label_step", {{"step", std::int64_t{step.done}}, {"of", std::int64_t{step.of}}});
        // Its bars, their gaps and its words; the title has the rest.
        const float bars = 64 * static_cast<float>(step.of) + 8;
        steps_width = bars + canvas.measure(words, {.type = ui::Type::small}).w + 32;
        canvas.steps("page.steps", {page.content.right() - steps_width, page.content.y, steps_width, 68}, step.done,
                     step.of, words);
    }
    ui::TextLook look;
    look.type = ui::Type::title;
    look.role = ui::Role::title;
    const ui::Rect box{page.content.x, page.content.y, page.content.w - steps_width,
                       canvas.is_portrait() ? 272.0F : 136.0F};
    const float height = canvas.text(id, box, title, look);
    return page.content.y + height + 24;
}

bool main_button(ui::Canvas& canvas, const ui::Words& label, ui::Icon icon, bool is_ready, ui::Icon icon_after) {
    const PageLayout page = page_layout(canvas);
    ui::ButtonLook look = main_look(label, icon, icon_after);
    look.is_ready = is_ready;
    const float width = canvas.natural_width(look);
    return canvas.button("primary", {page.ends.right() - width, page.ends.y, width, page.ends.h}, look);
}

bool back_button(ui::Canvas& canvas, const ui::Words& main_label, ui::Icon main_icon) {
    const PageLayout page = page_layout(canvas);
    float end = page.ends.right();
    if (!main_label.is_empty()) end -= canvas.natural_width(main_look(main_label, main_icon, ui::Icon::none)) + gap;
    const ui::ButtonLook look = back_look(canvas);
    const float width = canvas.natural_width(look);
    return canvas.button("back", {end - width, page.ends.y, width, page.ends.h}, look) || canvas.took_back();
}

float fact_height(ui::Canvas& canvas, float width, const FactLook& look) {
    const float text = width - fact_tile - 20;
    const float height = canvas.measure(look.label, {.type = ui::Type::small}, text).h +
                         canvas.measure(look.value, {.weight = ui::Weight::bold}, text).h +
                         canvas.measure(look.under, {.type = ui::Type::small}, text).h;
    return std::max(height, fact_tile + 8);
}

float draw_fact(ui::Canvas& canvas, const std::string& id, const ui::Rect& box, const FactLook& look) {
    constexpr float text_start = fact_tile + 20;
    canvas.icon_tile(look.icon, {box.x, box.y + 4, fact_tile, fact_tile}, look.family);
    const float width = box.w - text_start;
    float y = box.y;
    ui::TextLook label;
    label.type = ui::Type::small;
    label.ink = ui::Tint::ink2;
    y += canvas.text((id + ".label").c_str(), {box.x + text_start, y, width, 38}, look.label, label);
    ui::TextLook value;
    value.weight = ui::Weight::bold;
    value.is_private = look.is_private;
    y += canvas.text((id + ".value").c_str(), {box.x + text_start, y, width, box.h}, look.value, value);
    if (!look.under.is_empty()) {
        y += canvas.text((id + ".under").c_str(), {box.x + text_start, y, width, box.h}, look.under, label);
    }
    return std::max(y - box.y, fact_tile + 8);
}

} // namespace kiosk
