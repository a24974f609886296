#include "kiosk/app/covers.hpp"

#include "kiosk/screens/page.hpp"

namespace kiosk {

namespace {

using ui::Rect;

ui::ButtonLook show_look(const ui::Canvas& canvas) {
    ui::ButtonLook show;
    show.style = ui::ButtonStyle::main;
    show.icon = ui::Icon::visibility;
    show.label = canvas.words()("button_show_page");
    return show;
}

struct Answers {
    ui::ButtonLook stay;
    ui::ButtonLook more;
};
Answers answers(const ui::Canvas& canvas) {
    Answers answers;
    answers.stay.style = ui::ButtonStyle::main;
    answers.stay.icon = ui::Icon::check_circle;
    answers.stay.label = canvas.words()("button_still_here");
    answers.more.icon = ui::Icon::more_time;
    answers.more.label = canvas.words()("button_two_more_minutes");
    return answers;
}

bool draw_hidden_flowing(ui::Canvas& canvas) {
    bool is_wanted = false;
    ui::Flow flow(canvas);
    flow_title(flow, canvas, "hidden.title", canvas.words()("title_hidden"));
    flow.text("hidden.note", canvas.words()("note_hidden"), {.ink = ui::Tint::ink2});
    flow.button({"show", show_look(canvas), [&is_wanted] { is_wanted = true; }});
    paint_flow(flow, canvas);
    return is_wanted || canvas.took_back();
}

std::optional<WarningAnswer> draw_warning_flowing(ui::Canvas& canvas, int seconds_left, int seconds_whole) {
    const auto& words = canvas.words();
    std::optional<WarningAnswer> answer;
    ui::Flow flow(canvas);
    flow_title(flow, canvas, "warning.title", words("title_still_here"));
    flow.text("warning.note", words("note_still_here"), {.type = ui::Type::lead, .ink = ui::Tint::ink2});
    flow.text("warning.hidden", words("note_page_hidden"), {});
    const auto [stay, more] = answers(canvas);
    std::vector<ui::FlowButton> buttons;
    buttons.push_back({"stay", stay, [&answer] { answer = WarningAnswer::still_here; }});
    buttons.push_back({"more2", more, [&answer] { answer = WarningAnswer::more_time; }});
    flow.tiles(std::move(buttons), 420 * canvas.growth());
    ui::Block ring;
    ring.height = [&canvas](float) { return 200 * canvas.growth(); };
    ring.paint = [&canvas, &words, seconds_left, seconds_whole](const Rect& box) {
        const std::int64_t left = seconds_left;
        canvas.countdown("warning.seconds", {box.x, box.y, box.h, box.h}, seconds_left, seconds_whole, ui::Words{},
                         words("spoken_seconds_left", {{"count", left}}));
    };
    flow.add(std::move(ring));
    paint_flow(flow, canvas);
    if (canvas.took_back()) answer = WarningAnswer::still_here;
    return answer;
}

void draw_cleaning_flowing(ui::Canvas& canvas, const ui::Words& left) {
    const auto& words = canvas.words();
    ui::Flow flow(canvas);
    flow_title(flow, canvas, "cleaning.title", words("title_cleaning"));
    flow.text("cleaning.left", left,
              {.type = ui::Type::lead, .ink = ui::Tint::primary, .weight = ui::Weight::bold, .role = ui::Role::status});
    flow.text("cleaning.note", words("note_cleaning"), {.ink = ui::Tint::ink2});
    paint_flow(flow, canvas);
}

} // namespace

bool draw_hidden_page(ui::Canvas& canvas) {
    draw_ground(canvas);
    const auto& words = canvas.words();
    const PageLayout page = page_layout(canvas);
    if (page.is_flowing) return draw_hidden_flowing(canvas);
    canvas.quilt(page.content, ui::Quilt::cover);
    const float width = std::min(page.content.w - 96, 760.0F);
    const ui::TextLook title{.type = ui::Type::title, .align = ui::Align::centre, .role = ui::Role::title};
    const ui::TextLook note{.ink = ui::Tint::ink2, .align = ui::Align::centre};
    const float text = canvas.measure(words("title_hidden"), title, width - 96).h +
                       canvas.measure(words("note_hidden"), note, width - 96).h;
    const float height = std::max(372.0F, text + 8 + 28 + 100 + 2 * 44);
    const Rect box{page.content.x + (page.content.w - width) / 2, page.content.y + (page.content.h - height) / 2, width,
                   height};
    canvas.panel(box);
    const Rect inner = box.inset(48, 44);
    float y = inner.y;
    y += canvas.text("hidden.title", {inner.x, y, inner.w, 136}, words("title_hidden"), title) + 8;
    canvas.text("hidden.note", {inner.x, y, inner.w, 126}, words("note_hidden"), note);
    const auto show = show_look(canvas);
    const float button = std::min(canvas.natural_width(show), inner.w);
    return canvas.button("show", {inner.x + (inner.w - button) / 2, inner.bottom() - 100, button, 100}, show) ||
           canvas.took_back();
}

std::optional<WarningAnswer> draw_warning_page(ui::Canvas& canvas, int seconds_left, int seconds_whole) {
    draw_ground(canvas);
    const auto& words = canvas.words();
    const PageLayout page = page_layout(canvas);
    if (page.is_flowing) return draw_warning_flowing(canvas, seconds_left, seconds_whole);
    Rect box = page.content;
    if (!canvas.is_portrait()) {
        const float side = 261;
        canvas.quilt({box.x, box.y, side, box.h}, ui::Quilt::side_start, true);
        canvas.quilt({box.right() - side, box.y, side, box.h}, ui::Quilt::side_end, true);
        box = box.inset(side + 28, 0);
    }
    canvas.panel(box);
    const float ring = 290;
    const bool is_wide = !canvas.is_portrait();
    const Rect inner = box.inset(72, 72);
    const auto unit = words("unit_seconds", {{"count", std::int64_t{seconds_left}}});
    const auto spoken = words("spoken_seconds_left", {{"count", std::int64_t{seconds_left}}});
    const Rect place = is_wide ? Rect{inner.x + 4, inner.y + 90, ring, ring}
                               : Rect{inner.x + (inner.w - ring) / 2, inner.y, ring, ring};
    const float x = is_wide ? place.right() + 70 : inner.x;
    const float width = inner.right() - x;
    float y = is_wide ? place.y + 12 : place.bottom() + 48;
    y += canvas.text("warning.title", {x, y, width, 136}, words("title_still_here"),
                     {.type = ui::Type::title, .role = ui::Role::title}) +
         16;
    y += canvas.text("warning.note", {x, y, width, 184}, words("note_still_here"),
                     {.type = ui::Type::lead, .ink = ui::Tint::ink2}) +
         20;
    canvas.icon(ui::Icon::visibility_off, {x, y, 40, 40}, ui::Tint::primary);
    canvas.text("warning.hidden", {x + 56, y, width - 56, 84}, words("note_page_hidden"));
    canvas.countdown("warning.seconds", place, seconds_left, seconds_whole, unit, spoken);

    std::optional<WarningAnswer> answer;
    const auto [stay, more] = answers(canvas);
    const float row = box.bottom() - 72 - 128;
    if (is_wide) {
        const float first = (inner.w - 24) * 0.56F;
        if (canvas.button("stay", {inner.x, row, first, 128}, stay)) answer = WarningAnswer::still_here;
        if (canvas.button("more2", {inner.x + first + 24, row, inner.w - first - 24, 128}, more)) {
            answer = WarningAnswer::more_time;
        }
    } else {
        if (canvas.button("stay", {inner.x, row - 156, inner.w, 128}, stay)) answer = WarningAnswer::still_here;
        if (canvas.button("more2", {inner.x, row, inner.w, 128}, more)) answer = WarningAnswer::more_time;
    }
    if (canvas.took_back()) answer = WarningAnswer::still_here;
    return answer;
}

void draw_cleaning_page(ui::Canvas& canvas, int seconds_left) {
    draw_ground(canvas);
    const auto& words = canvas.words();
    const PageLayout page = page_layout(canvas);
    const auto left = words("spoken_seconds_left", {{"count", std::int64_t{seconds_left}}});
    if (page.is_flowing) return draw_cleaning_flowing(canvas, left);
    canvas.quilt(page.content, ui::Quilt::cover);
    const float width = std::min(page.content.w - 96, 920.0F);
    const ui::TextLook title{.type = ui::Type::title, .align = ui::Align::centre, .role = ui::Role::title};
    const ui::TextLook number{
        .type = ui::Type::title, .ink = ui::Tint::primary, .align = ui::Align::centre, .role = ui::Role::status};
    const ui::TextLook note{.type = ui::Type::lead, .ink = ui::Tint::ink2, .align = ui::Align::centre};
    const float text = width - 112;
    const float height = canvas.measure(words("title_cleaning"), title, text).h + canvas.measure(left, number, text).h +
                         canvas.measure(words("note_cleaning"), note, text).h;
    const Rect box{page.content.x + (page.content.w - width) / 2, page.content.y + (page.content.h - height - 144) / 2,
                   width, height + 144};
    canvas.panel(box);
    const Rect inner = box.inset(56, 48);
    float y = inner.y;
    y += canvas.text("cleaning.title", {inner.x, y, inner.w, 136}, words("title_cleaning"), title) + 24;
    y += canvas.text("cleaning.note", {inner.x, y, inner.w, 240}, words("note_cleaning"), note) + 24;
    canvas.text("cleaning.left", {inner.x, y, inner.w, 136}, left, number);
}

} // namespace kiosk
