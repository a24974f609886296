#include "kiosk/screens/page.hpp"

#include "kiosk/screens/frame_buttons.hpp"

namespace kiosk {

namespace {

using ui::Rect;

constexpr float gap = 24;
constexpr float fact_tile = 64;

ui::ButtonLook button_of(const MainLook& main) {
    ui::ButtonLook look;
    look.style = ui::ButtonStyle::main;
    look.icon = main.icon;
    look.icon_after = main.icon_after;
    look.label = main.label;
    look.is_ready = main.is_ready;
    return look;
}

ui::ButtonLook back_look(const ui::Canvas& canvas) {
    ui::ButtonLook look;
    look.icon = ui::Icon::arrow_back;
    look.label = canvas.words()("button_back");
    look.order = ui::StopOrder::back;
    return look;
}

} // namespace

void draw_ground(ui::Canvas& canvas) {
    const auto [w, h] = canvas.size();
    canvas.panel({0, 0, w, h}, ui::Tint::bg, 0);
    const PageLayout page = page_layout(canvas);
    canvas.panel(page.bottom, ui::Tint::sunken, 0);
    // Anyone sees at a glance that this is not the families' view.
    if (canvas.frame() == staff_frame) canvas.panel({0, 0, w, page.head}, ui::Tint::primary, 0);
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

void draw_content(ui::Canvas& canvas, const std::function<void(const PageLayout&)>& drawn,
                  const std::function<void()>& flowing) {
    draw_ground(canvas);
    const PageLayout page = page_layout(canvas);
    if (page.is_flowing) {
        flowing();
    } else {
        drawn(page);
    }
}

std::optional<End> draw_ends(ui::Canvas& canvas, const MainLook& main, BackBy back) {
    const Rect ends = page_layout(canvas).ends;
    const ui::ButtonLook look = button_of(main);
    const float back_width = canvas.natural_width(back_look(canvas));
    const float width = std::min(canvas.natural_width(look), ends.w - back_width - gap);
    std::optional<End> used;
    if (canvas.button("primary", {ends.right() - width, ends.y, width, ends.h}, look)) used = End::main;
    const Rect place{ends.right() - width - gap - back_width, ends.y, back_width, ends.h};
    if (back == BackBy::button && canvas.button("back", place, back_look(canvas))) used = End::back;
    if (canvas.took_back()) used = End::back;
    return used;
}

bool back_button(ui::Canvas& canvas) {
    const Rect ends = page_layout(canvas).ends;
    const ui::ButtonLook look = back_look(canvas);
    const float width = canvas.natural_width(look);
    return canvas.button("back", {ends.right() - width, ends.y, width, ends.h}, look) || canvas.took_back();
}

float fact_height(ui::Canvas& canvas, float width, const FactLook& look) {
    const float tile = fact_tile * canvas.growth();
    const float text = width - tile - 20;
    const float height = canvas.measure(look.label, {.type = ui::Type::small}, text).h +
                         canvas.measure(look.value, {.weight = ui::Weight::bold}, text).h +
                         canvas.measure(look.under, {.type = ui::Type::small}, text).h;
    return std::max(height, tile + 8);
}

float draw_fact(ui::Canvas& canvas, const std::string& id, const ui::Rect& box, const FactLook& look) {
    const float tile = fact_tile * canvas.growth();
    const float text_start = tile + 20;
    canvas.icon_tile(look.icon, {box.x, box.y + 4, tile, tile}, look.family);
    const float width = box.w - text_start;
    float y = box.y;
    ui::TextLook label;
    label.type = ui::Type::small;
    label.ink = ui::Tint::ink2;
    y += canvas.text((id + ".label").c_str(), {box.x + text_start, y, width, box.h}, look.label, label);
    ui::TextLook value;
    value.weight = ui::Weight::bold;
    value.is_private = look.is_private;
    y += canvas.text((id + ".value").c_str(), {box.x + text_start, y, width, box.h}, look.value, value);
    if (!look.under.is_empty()) {
        y += canvas.text((id + ".under").c_str(), {box.x + text_start, y, width, box.h}, look.under, label);
    }
    return std::max(y - box.y, tile + 8);
}

void flow_title(ui::Flow& flow, const ui::Canvas& canvas, const char* id, const ui::Words& title, Step step) {
    if (step.of > 0) {
        const auto words =
            canvas.words()("label_step", {{"step", std::int64_t{step.done}}, {"of", std::int64_t{step.of}}});
        flow.text("page.steps", words, {.type = ui::Type::small, .ink = ui::Tint::ink2, .role = ui::Role::status}, 4);
    }
    flow.title(id, title);
}

void flow_fact(ui::Flow& flow, ui::Canvas& canvas, const std::string& id, const FactLook& look) {
    if (look.value.is_empty()) return;
    ui::Block block;
    block.height = [&canvas, look](float width) { return fact_height(canvas, width, look); };
    block.paint = [&canvas, id, look](const Rect& box) { draw_fact(canvas, id, box, look); };
    flow.add(std::move(block));
}

void flow_digits(ui::Flow& flow, ui::Canvas& canvas, const char* id, const ui::DigitBoxes& boxes) {
    ui::Block block;
    block.height = [&canvas](float) { return 96 * canvas.growth(); };
    // What is entered stays where it is: the page that gave it outlives the flow.
    block.paint = [&canvas, id, boxes](const Rect& box) { canvas.digit_boxes(id, box, boxes); };
    flow.add(std::move(block));
}

void flow_keypad(ui::Flow& flow, ui::Canvas& canvas, std::function<void(char)> use) {
    constexpr float wide_from = 800;
    ui::ButtonLook clear;
    clear.style = ui::ButtonStyle::key;
    clear.label = canvas.words()("button_clear");
    const auto shape_at = [&canvas, clear](float width) {
        const float key = (width - 5 * 24) / 6;
        const bool is_wide = canvas.reach_top() > 0 ? width >= wide_from
                                                    : width >= wide_from && !canvas.is_cut_at(clear, key) &&
                                                          canvas.words_height(clear, key) <= 88;
        return is_wide ? ui::KeypadShape::wide : ui::KeypadShape::tall;
    };
    ui::Block block;
    block.is_touched = true;
    block.gap = 28;
    if (canvas.reach_top() > 0) block.least = 2 * 60 + 14;
    block.height = [&canvas, shape_at](float width) {
        const float rows = shape_at(width) == ui::KeypadShape::wide ? 2 : 4;
        return rows * 88 + (rows - 1) * 28;
    };
    block.paint = [&canvas, shape_at, use = std::move(use)](const Rect& box) {
        const auto& words = canvas.words();
        const char symbol = canvas.keypad("key", box, words("button_clear"), words("spoken_erase"), shape_at(box.w));
        if (symbol != 0) use(symbol);
    };
    flow.add(std::move(block));
}

void flow_point(ui::Flow& flow, ui::Canvas& canvas, const std::string& id, const Point& point) {
    constexpr float point_tile = 88;
    const ui::TextLook head{
        .type = ui::Type::side_head, .role = ui::Role::heading, .is_private = point.is_head_private};
    const ui::TextLook note{.ink = ui::Tint::ink2, .is_private = point.is_private};
    const float tile = point_tile * canvas.growth();
    const float start = tile + 24;
    ui::Block block;
    block.height = [&canvas, point, head, note, tile, start](float width) {
        const float words =
            canvas.measure(point.head, head, width - start).h + canvas.measure(point.note, note, width - start).h;
        return std::max(words, tile + 8);
    };
    block.paint = [&canvas, id, point, head, note, tile, start](const Rect& box) {
        canvas.icon_tile(point.icon, {box.x, box.y + 4, tile, tile}, point.family);
        const float width = box.w - start;
        float y = box.y;
        y += canvas.text((id + ".head").c_str(), {box.x + start, y, width, box.h}, point.head, head);
        canvas.text(id.c_str(), {box.x + start, y, width, box.h}, point.note, note);
    };
    block.gap = 28;
    flow.add(std::move(block));
}

float add_title(ui::Flow& flow, ui::Canvas& canvas, const char* id, const ui::Words& title, Step step) {
    if (!page_layout(canvas).is_flowing) return draw_title(canvas, id, title, step);
    flow_title(flow, canvas, id, title, step);
    return 0;
}

void paint_flow(ui::Flow& flow, ui::Canvas& canvas, float top) {
    ui::FlowAreas areas = page_layout(canvas).areas;
    if (top > 0) {
        areas.read.h = areas.read.bottom() - top;
        areas.read.y = top;
        areas.touch = areas.read;
    }
    flow.paint(areas, canvas.words()("button_more"), canvas.words()("button_back_up"));
}

} // namespace kiosk
