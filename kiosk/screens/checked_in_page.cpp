#include "kiosk/screens/checked_in_parts.hpp"
#include "kiosk/screens/confirm.hpp"
#include "kiosk/screens/page.hpp"
#include "kiosk/screens/qr_code.hpp"
#include "kiosk/screens/visit_words.hpp"

namespace kiosk::checked_in {

namespace {

using ui::Rect;

constexpr float chip_height = 50;

void draw_ticket(ui::Canvas& canvas, const Rect& box, const State& state) {
    const auto& words = canvas.words();
    canvas.panel(box);
    const Rect inner = box.inset(28, 24);
    const ui::TextLook label{.ink = ui::Tint::ink2, .align = ui::Align::centre};
    ui::TextLook big{.type = ui::Type::big_number, .align = ui::Align::centre};
    // "Pettirosso": a robin is a longer word elsewhere.
    if (canvas.measure(words(mark_id(state.arrival.ticket.mark)), big).w > inner.w) big.type = ui::Type::time;
    const ui::TextLook small{.align = ui::Align::centre};
    const ui::Words ticket = ticket_words(words, state.arrival.ticket);
    const float taken = canvas.measure(words("label_your_ticket"), label, inner.w).h +
                        canvas.measure(ticket, big, inner.w).h +
                        canvas.measure(words("note_ticket"), small, inner.w).h + 14 + 16 + 16 + 24;
    float y = inner.y;
    y += canvas.text("ticket.label", {inner.x, y, inner.w, 84}, words("label_your_ticket"), label) + 14;
    // The words need their room first; the picture takes what is left.
    const float side = std::min({inner.w * 0.66F, inner.h * 0.41F, inner.h - taken});
    canvas.block({inner.x + (inner.w - side) / 2, y, side, side}, block_of(state.arrival.ticket.mark));
    y += side + 16;
    y += canvas.text("ticket.words", {inner.x, y, inner.w, 200}, ticket, big) + 16;
    canvas.stitch({inner.x + 16, y}, inner.w - 32);
    canvas.text("ticket.note", {inner.x, y + 24, inner.w, inner.bottom() - y - 24}, words("note_ticket"), small);
}

float draw_next(ui::Canvas& canvas, const Rect& box, const State& state) {
    const auto& words = canvas.words();
    float y = box.y;
    y += canvas.text("next.title", {box.x, y, box.w, 104}, words("heading_next"),
                     {.type = ui::Type::head, .role = ui::Role::heading}) +
         16;
    int number = 0;
    for (const auto& step : next_steps(words, state)) {
        canvas.icon_tile(step.icon, {box.x, y + 4, 88, 88}, step.family);
        const float width = box.w - 112;
        float text = y;
        text += canvas.text((std::string(step.id) + ".head").c_str(), {box.x + 112, text, width, 92},
                            words("label_numbered", {{"number", std::int64_t{++number}}, {"text", step.head}}),
                            {.type = ui::Type::lead, .weight = ui::Weight::bold, .role = ui::Role::heading});
        if (!step.note.is_empty()) {
            const ui::TextLook note{.ink = ui::Tint::ink2, .is_private = step.is_private};
            text += canvas.text(step.id, {box.x + 112, text, width, 126}, step.note, note);
        }
        y = std::max(text, y + 96) + 20;
    }
    return y;
}

void draw_asked_for(ui::Canvas& canvas, const Rect& box, const State& state) {
    constexpr float least_height = 142; // the heading and one row
    if (state.arrival.needs.empty() || box.h < least_height) return;
    const auto& words = canvas.words();
    canvas.panel(box, ui::Tint::sunken, 28);
    const Rect inner = box.inset(32, 20);
    float y = inner.y;
    y += canvas.text("asked.title", {inner.x, y, inner.w, 42}, words("heading_asked"),
                     {.weight = ui::Weight::bold, .role = ui::Role::heading}) +
         10;
    const ui::TextLook look{.type = ui::Type::small, .weight = ui::Weight::bold};
    // Icon, its gaps and the words: a chip that would leave the row begins the next.
    auto width_of = [&](const ui::Words& label) { return canvas.measure(label, look).w + 80; };
    const float lowest = inner.bottom() + 8 - chip_height;
    float x = inner.x;
    std::size_t left = state.arrival.needs.size();
    for (const auto& code : state.arrival.needs) {
        const auto* need = std::find_if(confirm::needs().begin(), confirm::needs().end(),
                                        [&](const auto& each) { return code == each.code; });
        if (need == confirm::needs().end()) continue;
        const auto label = words(need->label);
        const auto more = words("label_and_more", {{"count", static_cast<std::int64_t>(left)}});
        const bool is_last_row = y + chip_height + 12 > lowest;
        // On the last row the chips end where "3 more" still has room.
        const float after = is_last_row && left > 1 ? 16 + width_of(more) : 0;
        if (x > inner.x && x + width_of(label) + after > inner.right()) {
            if (is_last_row) {
                canvas.chip("asked.more", {x, y}, ui::Icon::none, ui::Family::sky, more);
                return;
            }
            x = inner.x;
            y += chip_height + 12;
        }
        const std::string id = std::string("asked.") + need->code;
        x += canvas.chip(id.c_str(), {x, y}, need->icon, ui::Family::sky, label) + 16;
        --left;
    }
}

std::optional<Action> draw_take_along(ui::Canvas& canvas, const Rect& box, const State& state) {
    const auto& words = canvas.words();
    canvas.panel(box);
    const Rect inner = box.inset(32, 24);
    std::optional<Action> action;
    float y = inner.y;
    y += canvas.text("take.title", {inner.x, y, inner.w, 92}, words("heading_take_along"),
                     {.type = ui::Type::side_head, .align = ui::Align::centre, .role = ui::Role::heading}) +
         12;
    const float side = std::min({inner.w - 40, 230.0F, inner.h * 0.36F});
    canvas.squares({inner.x + (inner.w - side) / 2, y, side, side}, qr_code(carried_text(words, state)));
    y += side + 12;
    if (!state.is_sure) { // then the question has its place
        canvas.text("take.note", {inner.x, y, inner.w, 114}, words("note_take_along"),
                    {.type = ui::Type::small, .ink = ui::Tint::ink2, .align = ui::Align::centre});
    }
    if (!state.may_undo) return action;
    ui::ButtonLook undo;
    undo.icon = ui::Icon::undo;
    if (state.is_sure) {
        canvas.text("undo.sure", {inner.x, inner.bottom() - 290, inner.w, 84}, words("note_undo_sure"),
                    {.type = ui::Type::small,
                     .align = ui::Align::centre,
                     .weight = ui::Weight::bold,
                     .role = ui::Role::status});
        undo.label = words("button_undo_yes");
        ui::ButtonLook keep;
        keep.icon = ui::Icon::check_circle;
        keep.label = words("button_undo_no");
        if (canvas.button("undo.no", {inner.x, inner.bottom() - 204, inner.w, 88}, keep)) action = KeepIt{};
    } else {
        undo.label = words("button_undo");
    }
    if (canvas.button("undo", {inner.x, inner.bottom() - 92, inner.w, 88}, undo)) action = Undo{};
    return action;
}

} // namespace

// Ticket, what comes next, what to take along.
void draw_drawn(ui::Canvas& canvas, const PageLayout& page, const State& state, std::optional<Action>& action) {
    const auto& words = canvas.words();
    canvas.icon(ui::Icon::check_circle, {page.content.x, page.content.y, 68, 68}, ui::Tint::primary);
    const bool is_wide = !canvas.is_portrait();
    const float title_width = is_wide ? 800 : page.content.w - 88;
    const ui::TextLook title_look{.type = ui::Type::title, .role = ui::Role::title};
    const float title =
        canvas.text("checked_in.title", {page.content.x + 88, page.content.y, title_width, 136},
                    words(state.was_already ? "title_already_checked_in" : "title_checked_in"), title_look);
    float top = page.content.y + title + 24;
    if (state.visit) {
        const auto when =
            words(state.is_under_way ? "status_under_way" : "status_on_time", {{"start", state.visit->start}});
        const float x = page.content.x + 88 + title_width;
        const Rect box = is_wide ? Rect{x, page.content.y + 8, page.content.right() - x, 92}
                                 : Rect{page.content.x, top - 12, page.content.w, 92};
        const float height = canvas.text("checked_in.when", box, when,
                                         {.type = ui::Type::lead,
                                          .ink = ui::Tint::ink2,
                                          .align = is_wide ? ui::Align::end : ui::Align::start,
                                          .role = ui::Role::status});
        top = is_wide ? std::max(top, box.y + height + 16) : top + height + 8;
    }
    const Rect rest{page.content.x, top, page.content.w, page.content.bottom() - top};
    if (is_wide) {
        draw_ticket(canvas, {rest.x, rest.y, 480, rest.h}, state);
        const Rect middle{rest.x + 536, rest.y - 7, 724, rest.h + 7};
        const float y = draw_next(canvas, middle, state);
        draw_asked_for(canvas, {middle.x, y + 4, middle.w, rest.bottom() - y - 4}, state);
        action = draw_take_along(canvas, {rest.right() - 476, rest.y, 476, rest.h}, state);
    } else {
        const float upper = 600;
        const float half = (rest.w - 32) / 2;
        draw_ticket(canvas, {rest.x, rest.y, half, upper}, state);
        action = draw_take_along(canvas, {rest.x + half + 32, rest.y, half, upper}, state);
        const float y = draw_next(canvas, {rest.x, rest.y + upper + 32, rest.w, 500}, state);
        draw_asked_for(canvas, {rest.x, y + 4, rest.w, rest.bottom() - y - 4}, state);
    }
    const Rect ends = page.ends;
    const float more_width = canvas.natural_width(more_time_look(canvas));
    const float clears = std::min(ends.w - more_width - 24, 600.0F);
    canvas.text("checked_in.clears", {ends.right() - more_width - 24 - clears, ends.y + 6, clears, 76},
                state.has_failed ? words("warning_not_taken_back")
                                 : words("note_clears", {{"seconds", std::int64_t{state.seconds_left}}}),
                {.type = ui::Type::small,
                 .ink = state.has_failed ? ui::Tint::care : ui::Tint::ink2,
                 .align = ui::Align::end,
                 .role = ui::Role::status,
                 .is_quiet = !state.has_failed});
}

} // namespace kiosk::checked_in
