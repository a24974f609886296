#include "kiosk/screens/checked_in_parts.hpp"
#include "kiosk/screens/confirm.hpp"
#include "kiosk/screens/page.hpp"
#include "kiosk/screens/qr_code.hpp"
#include "kiosk/screens/visit_words.hpp"

namespace kiosk::checked_in {

namespace {

using ui::Rect;

ui::ButtonLook undo_look(const ui::Canvas& canvas, const char* label) {
    ui::ButtonLook look;
    look.icon = ui::Icon::undo;
    look.label = canvas.words()(label);
    return look;
}

// The ticket as a picture beside its words.
void add_ticket(ui::Flow& flow, ui::Canvas& canvas, const State& state) {
    const auto& words = canvas.words();
    const ui::TextLook label{.ink = ui::Tint::ink2};
    const ui::TextLook big{.type = ui::Type::big_number};
    const ui::Words ticket = ticket_words(words, state.arrival.ticket);
    const float side = 180 * canvas.growth();
    const float start = side + 32;
    ui::Block block;
    block.height = [&canvas, &words, ticket, label, big, side, start](float width) {
        return std::max(side, canvas.measure(words("label_your_ticket"), label, width - start).h +
                                  canvas.measure(ticket, big, width - start).h);
    };
    block.paint = [&canvas, &words, &state, ticket, label, big, side, start](const Rect& box) {
        canvas.block({box.x, box.y, side, side}, block_of(state.arrival.ticket.mark));
        float y = box.y;
        y += canvas.text("ticket.label", {box.x + start, y, box.w - start, box.h}, words("label_your_ticket"), label);
        canvas.text("ticket.words", {box.x + start, y, box.w - start, box.h}, ticket, big);
    };
    flow.add(std::move(block));
    flow.text("ticket.note", words("note_ticket"), {});
}

void add_undo(ui::Flow& flow, ui::Canvas& canvas, const State& state, std::optional<Action>& action) {
    if (!state.may_undo) return;
    std::vector<ui::FlowButton> buttons;
    if (state.is_sure) {
        flow.text("undo.sure", canvas.words()("note_undo_sure"),
                  {.weight = ui::Weight::bold, .role = ui::Role::status});
        ui::ButtonLook keep;
        keep.icon = ui::Icon::check_circle;
        keep.label = canvas.words()("button_undo_no");
        buttons.push_back({"undo.no", keep, [&action] { action = KeepIt{}; }});
    }
    const char* label = state.is_sure ? "button_undo_yes" : "button_undo";
    buttons.push_back({"undo", undo_look(canvas, label), [&action] { action = Undo{}; }});
    flow.tiles(std::move(buttons), 380 * canvas.growth());
}

} // namespace

void draw_flowing(ui::Canvas& canvas, const State& state, std::optional<Action>& action) {
    const auto& words = canvas.words();
    ui::Flow flow(canvas);
    flow_title(flow, canvas, "checked_in.title",
               words(state.was_already ? "title_already_checked_in" : "title_checked_in"));
    if (state.visit) {
        const char* when = state.is_under_way ? "status_under_way" : "status_on_time";
        flow.text("checked_in.when", words(when, {{"start", state.visit->start}}),
                  {.type = ui::Type::lead, .ink = ui::Tint::ink2, .role = ui::Role::status});
    }
    add_ticket(flow, canvas, state);
    flow.text("next.title", words("heading_next"), {.type = ui::Type::head, .role = ui::Role::heading});
    int number = 0;
    for (const auto& step : next_steps(words, state)) {
        const auto head = words("label_numbered", {{"number", std::int64_t{++number}}, {"text", step.head}});
        flow_point(flow, canvas, step.id, {step.icon, step.family, head, step.note, step.is_private});
    }
    std::vector<ui::Words> asked;
    for (const auto& code : state.arrival.needs) {
        for (const auto& need : confirm::needs()) {
            if (code == need.code) asked.push_back(words(need.label));
        }
    }
    if (!asked.empty()) {
        flow.text("asked.title", words("heading_asked"), {.type = ui::Type::side_head, .role = ui::Role::heading}, 4);
        flow.text("asked.list", words("label_names", {{"names", asked}}), {});
    }
    add_undo(flow, canvas, state, action);
    flow.text("take.title", words("heading_take_along"), {.type = ui::Type::side_head, .role = ui::Role::heading}, 4);
    flow.text("take.note", words("note_take_along"), {.ink = ui::Tint::ink2});
    ui::Block code;
    constexpr float code_side = 230;
    code.height = [](float) { return code_side; };
    code.paint = [&canvas, &state](const Rect& box) {
        canvas.squares({box.x, box.y, code_side, code_side}, qr_code(carried_text(canvas.words(), state)));
    };
    flow.add(std::move(code));
    if (!state.has_failed) {
        flow.text("checked_in.clears", words("note_clears", {{"seconds", std::int64_t{state.seconds_left}}}),
                  {.ink = ui::Tint::ink2, .role = ui::Role::status, .is_quiet = true});
    } else {
        flow.text("checked_in.clears", words("warning_not_taken_back"),
                  {.ink = ui::Tint::care, .role = ui::Role::status});
    }
    paint_flow(flow, canvas);
}

} // namespace kiosk::checked_in
