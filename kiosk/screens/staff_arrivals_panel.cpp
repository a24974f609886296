#include "kiosk/screens/desk_words.hpp"
#include "kiosk/screens/staff_arrivals_table.hpp"
#include "kiosk/screens/visit_words.hpp"

namespace kiosk::staff_arrivals {

namespace {

using ui::Rect;

constexpr float button_gap = 28;

void draw_lines(ui::Canvas& canvas, const Rect& box, const DeskRow& row) {
    const auto& words = canvas.words();
    float y = box.y;
    int number = 0;
    const auto line = [&](ui::Icon icon, ui::Tint ink, const ui::Words& text, const ui::TextLook& look) {
        const float width = box.w - 50;
        const float height = canvas.measure(text, look, width).h;
        if (y + height > box.bottom()) return; // the page behind "Name and more" has all of it
        canvas.icon(icon, {box.x, y, 38, 38}, ink);
        canvas.text(("chosen." + std::to_string(++number)).c_str(), {box.x + 50, y, width, height}, text, look);
        y += height + 12;
    };
    for (const auto& care : cares_of(words, row)) {
        line(ui::Icon::error, ui::Tint::care, care,
             {.type = ui::Type::small,
              .ink = ui::Tint::care,
              .weight = ui::Weight::bold,
              .role = ui::Role::status,
              .is_private = true});
    }
    for (const auto& need : needs_of(words, row)) {
        line(need.icon, ui::Tint::sky, need.words, {.type = ui::Type::small, .is_private = true});
    }
    if (!row.helper.empty()) {
        line(ui::Icon::handshake, ui::Tint::sky, words("label_helper", {{"helper", row.helper}}),
             {.type = ui::Type::small, .is_private = true});
    }
}

ui::Words since_of(const ui::Phrasebook& words, const DeskRow& row) {
    if (row.arrived) return words("label_here_since", {{"start", *row.arrived}});
    return words("label_visit_at", {{"start", row.time}});
}

} // namespace

void draw_panel(ui::Canvas& canvas, const Rect& box, const State& state, std::optional<Action>& action) {
    const auto& words = canvas.words();
    canvas.panel(box);
    const Rect inner = box.inset(32, 28);
    if (!state.chosen) {
        canvas.text("chosen.none", {inner.x, inner.y, inner.w, inner.h}, words("note_choose_row"),
                    {.ink = ui::Tint::ink2});
        return;
    }
    const DeskRow& row = state.day.rows[*state.chosen];
    constexpr float block = 96;
    float x = inner.x;
    if (row.ticket) {
        canvas.block({inner.x, inner.y, block, block}, block_of(row.ticket->mark));
        x += block + 20;
    }
    float y = inner.y - 4;
    const float width = inner.right() - x;
    y += canvas.text("chosen.ticket", {x, y, width, 104}, row.ticket ? ticket_of(words, row) : who_of(words, row),
                     {.type = ui::Type::head, .role = ui::Role::heading, .is_private = !row.ticket});
    y += canvas.text("chosen.since", {x, y, width, 76}, since_of(words, row),
                     {.type = ui::Type::small, .ink = ui::Tint::ink2});
    y = std::max(y, inner.y + block) + 18;
    canvas.stitch({inner.x, y}, inner.w);
    y += 20;

    const StepsAhead ahead = steps_ahead(row);
    std::vector<std::pair<std::string, ui::ButtonLook>> buttons;
    std::vector<DeskStep> steps;
    for (const DeskStep step : {ahead.next, ahead.other}) {
        if (step == DeskStep::none) continue;
        ui::ButtonLook look = step_look(words, row, step);
        if (buttons.empty()) look.style = ui::ButtonStyle::main;
        buttons.emplace_back(step_id(step), look);
        steps.push_back(step);
    }
    ui::ButtonLook more;
    more.icon = ui::Icon::person;
    more.label = words("button_name_and_more");
    buttons.emplace_back("more", more);
    float height = -button_gap;
    for (const auto& [id, look] : buttons) height += canvas.height_at(look, inner.w) + button_gap;
    float at = inner.bottom() - height;
    draw_lines(canvas, {inner.x, y, inner.w, at - 16 - y}, row);
    for (std::size_t i = 0; i < buttons.size(); ++i) {
        const auto& [id, look] = buttons[i];
        const float high = canvas.height_at(look, inner.w);
        if (canvas.button(id, {inner.x, at, inner.w, high}, look)) {
            if (i < steps.size()) {
                action = Take{steps[i]};
            } else {
                action = Open{*state.chosen};
            }
        }
        at += high + button_gap;
    }
}

} // namespace kiosk::staff_arrivals
