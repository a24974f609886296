#include "kiosk/screens/confirm_parts.hpp"

#include "kiosk/screens/page.hpp"
#include "kiosk/screens/visit_words.hpp"

namespace kiosk::confirm {

namespace {

using ui::Rect;

constexpr float fact_gap = 10;
constexpr float fact_text_start = 84; // after its icon
constexpr float comma = 12;

std::optional<Action> draw_names(ui::Canvas& canvas, const Rect& box, const State& state, float& used) {
    const auto& words = canvas.words();
    const auto names = names_in(*state.visit);
    std::optional<Action> action;
    if (names.empty()) return action;
    ui::ButtonLook show;
    show.style = ui::ButtonStyle::tool;
    show.icon = state.are_names_shown ? ui::Icon::visibility_off : ui::Icon::visibility;
    show.label = words(state.are_names_shown ? "button_hide_names" : "button_show_names");
    show.spoken = words(state.are_names_shown ? "spoken_hide_names" : "spoken_show_names");
    const float width = canvas.natural_width(show);
    const float beside = box.w - width - 16;
    bool is_stacked = false; // a name that is wider than its place has the whole width, under the button
    std::vector<ui::Words> list;
    for (const auto& name : names) {
        list.push_back(ui::Words::of_record(name));
        const float needed = canvas.measure(list.back(), {.weight = ui::Weight::bold}).w + fact_text_start + comma;
        is_stacked = is_stacked || (state.are_names_shown && needed > beside);
    }
    FactLook fact{ui::Icon::family_restroom, ui::Family::plum, words("label_with"), {}, {}, true};
    fact.value = state.are_names_shown ? words("label_names", {{"names", list}}) : words.initials(names);
    const Rect place = is_stacked ? Rect{box.x, box.y + 96, box.w, 200} : Rect{box.x, box.y, beside, 200};
    const float height = draw_fact(canvas, "confirm.with", place, fact);
    if (canvas.button("names.show", {box.right() - width, box.y, width, 88}, show)) action = ShowNames{};
    used = std::max(place.y - box.y + height, 88.0F) + fact_gap;
    return action;
}

// The visit itself: when, what, with whom, where, who helps.
std::optional<Action> draw_visit(ui::Canvas& canvas, const Rect& box, const State& state) {
    const auto& words = canvas.words();
    const storage::Visit& visit = *state.visit;
    const bool is_wide = canvas.is_portrait();
    canvas.panel(box);
    const Rect inner = box.inset(is_wide ? 32 : 24, 24);
    const float column = is_wide ? (inner.w - 32) / 2 : inner.w;
    float y = inner.y;
    y += canvas.text("confirm.day", {inner.x, y, column, 76},
                     words(state.is_today ? "label_today" : "label_day", {{"start", visit.start}}),
                     {.type = ui::Type::small, .ink = ui::Tint::ink2});
    const ui::Words time = words("label_time", {{"start", visit.start}});
    ui::TextLook big{.type = ui::Type::time};
    if (canvas.measure(time, big).w > column) big.type = ui::Type::head; // "4:30 e pasdites"
    const float time_width = canvas.measure(time, big).w;
    canvas.text("confirm.time", {inner.x, y + 2, std::min(column, time_width + 2), 76}, time, big);
    const ui::Words until = words("label_until", {{"end", visit.end}});
    if (time_width + 16 + canvas.measure(until, {.ink = ui::Tint::ink2}).w <= column) {
        canvas.text("confirm.until", {inner.x + time_width + 16, y + 27, column - time_width - 16, 42}, until,
                    {.ink = ui::Tint::ink2});
        y += 86;
    } else {
        canvas.text("confirm.until", {inner.x, y + 76, column, 42}, until, {.ink = ui::Tint::ink2});
        y += 126;
    }
    canvas.chip("confirm.kind", {inner.x, y}, visit_icon(visit.type), ui::Family::plum,
                words(visit_type_id(visit.type)));
    y += 64;
    if (state.is_pending || state.is_under_way) {
        y += canvas.text("confirm.status", {inner.x, y, column, 76},
                         words(state.is_under_way ? "note_still_come_in" : "note_not_confirmed"),
                         {.type = ui::Type::small, .weight = ui::Weight::bold, .role = ui::Role::status}) +
             6;
    }
    std::optional<Action> action;
    float x = inner.x;
    if (is_wide) {
        x = inner.x + column + 32;
        y = inner.y;
    } else {
        canvas.stitch({inner.x, y + 6}, inner.w);
        y += 20;
    }
    float used = 0;
    action = draw_names(canvas, {x, y, column, 200}, state, used);
    y += used;
    // What does not fit is left out rather than squeezed: the ticket's page says room and helper again.
    const float end = is_wide ? inner.bottom() : box.bottom() - 112 - 12;
    FactLook where{ui::Icon::meeting_room, ui::Family::sky, words("label_where"), room_of(visit),
                   ui::Words::of_record(visit.text("place_access"))};
    if (y + fact_height(canvas, column, where) > end) where.under = {};
    if (y + fact_height(canvas, column, where) <= end) {
        y += draw_fact(canvas, "confirm.where", {x, y, column, 160}, where) + fact_gap;
    }
    const FactLook helper{ui::Icon::handshake,
                          ui::Family::good,
                          words("label_helping_today"),
                          ui::Words::of_record(visit.text("helper_name")),
                          {},
                          true};
    if (!helper.value.is_empty() && y + fact_height(canvas, column, helper) <= end) {
        draw_fact(canvas, "confirm.helper", {x, y, column, 120}, helper);
    }
    ui::ButtonLook not_mine;
    not_mine.icon = ui::Icon::close;
    not_mine.label = words("button_not_my_visit");
    if (canvas.button("notmine", {inner.x, box.bottom() - 112, column, 88}, not_mine)) action = NotMine{};
    return action;
}

// The panel of somebody who is not on today's list: no blame, and what will happen.
void draw_unlisted(ui::Canvas& canvas, const Rect& box) {
    const auto& words = canvas.words();
    canvas.panel(box);
    const Rect inner = box.inset(32, 32);
    float y = inner.y;
    canvas.icon_tile(ui::Icon::waving_hand, {inner.x, y, 88, 88}, ui::Family::plum);
    y += 112;
    y += canvas.text("confirm.unlisted", {inner.x, y, inner.w, 156}, words("heading_unlisted"),
                     {.type = ui::Type::side_head, .role = ui::Role::heading}) +
         12;
    canvas.text("confirm.unlisted.how", {inner.x, y, inner.w, inner.bottom() - y}, words("note_unlisted"),
                {.ink = ui::Tint::ink2});
}

std::optional<Action> draw_party(ui::Canvas& canvas, const Rect& box, const State& state) {
    std::optional<Action> action;
    const float y = box.y +
                    canvas.text("confirm.who", {box.x, box.y, box.w, 104}, canvas.words()("heading_who"),
                                {.type = ui::Type::head, .role = ui::Role::heading}) +
                    14;
    const float width = (box.w - 24) / 2;
    const auto [adults, children] = steppers(state);
    if (const int by = draw_stepper(canvas, {box.x, y, width, 112}, adults)) action = Change{false, by};
    if (const int by = draw_stepper(canvas, {box.x + width + 24, y, width, 112}, children)) action = Change{true, by};
    return action;
}

std::optional<Action> draw_needs(ui::Canvas& canvas, const Rect& box, const State& state) {
    const auto& words = canvas.words();
    std::optional<Action> action;
    const ui::Words heading = words("heading_needs");
    const ui::TextLook head{.type = ui::Type::head, .role = ui::Role::heading};
    const float heading_width = canvas.measure(heading, head).w;
    const ui::Words note = words("note_needs");
    const ui::TextLook small{.type = ui::Type::small, .ink = ui::Tint::ink2};
    float y = box.y + 66;
    const bool is_one_row = heading_width + 26 + canvas.measure(note, small).w <= box.w;
    const float heading_height =
        canvas.text("confirm.needs", {box.x, box.y, is_one_row ? heading_width + 2 : box.w, 104}, heading, head);
    if (is_one_row) {
        canvas.text("confirm.needs.how", {box.x + heading_width + 24, box.y + 11, box.w - heading_width - 24, 38}, note,
                    small);
    } else {
        y = box.y + heading_height;
        y += canvas.text("confirm.needs.how", {box.x, y, box.w, 76}, note, small) + 8;
    }
    constexpr std::size_t columns = 3;
    constexpr float row_gap = 20;
    constexpr float gap = 24;
    const float width = (box.w - gap * (columns - 1)) / columns;
    const float height = std::min((box.bottom() - y - 2 * row_gap) / 3, 144.0F);
    for (std::size_t i = 0; i < need_count; ++i) {
        const auto& need = needs()[i];
        const ui::ButtonLook look = need_look(canvas, state, i, {width, height});
        const float x = box.x + static_cast<float>(i % columns) * (width + gap);
        const std::size_t line = i / columns;
        const float row = y + static_cast<float>(line) * (height + row_gap);
        if (canvas.button(std::string("need.") + need.code, {x, row, width, height}, look)) action = Toggle{i};
    }
    return action;
}

} // namespace

void draw_drawn(ui::Canvas& canvas, const Rect& content, const State& state, std::optional<Action>& action) {
    const auto& words = canvas.words();
    // What could not be kept is said in the page's first words: nothing else has to make room for it.
    const ui::TextLook failed{.type = ui::Type::side_head, .ink = ui::Tint::care, .role = ui::Role::status};
    const Rect head{content.x, content.y, content.w, 104};
    const float top =
        state.has_failed
            ? head.y + canvas.text("confirm.failed", head, words("warning_not_kept"), failed) + 24
            : draw_title(canvas, "confirm.title", words(state.visit ? "title_confirm" : "title_unlisted"), {2, 3});
    const Rect rest{content.x, top, content.w, content.bottom() - top};
    auto keep = [&](const std::optional<Action>& used) {
        if (used) action = used;
    };
    if (canvas.is_portrait()) {
        const float visit = state.visit ? 456 : 340;
        const Rect panel{rest.x, rest.y, rest.w, visit};
        if (state.visit)
            keep(draw_visit(canvas, panel, state));
        else
            draw_unlisted(canvas, panel);
        keep(draw_party(canvas, {rest.x, rest.y + visit + 32, rest.w, 178}, state));
        keep(draw_needs(canvas, {rest.x, rest.y + visit + 246, rest.w, rest.h - visit - 246}, state));
    } else {
        const Rect panel{rest.x, rest.y - 4, 576, rest.h + 4};
        if (state.visit)
            keep(draw_visit(canvas, panel, state));
        else
            draw_unlisted(canvas, panel);
        const float x = rest.x + 624;
        keep(draw_party(canvas, {x, rest.y - 4, rest.right() - x, 178}, state));
        keep(draw_needs(canvas, {x, rest.y + 194, rest.right() - x, rest.h - 194}, state));
    }
}

} // namespace kiosk::confirm
