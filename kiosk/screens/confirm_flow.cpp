#include "kiosk/screens/confirm_parts.hpp"

#include "kiosk/screens/page.hpp"
#include "kiosk/screens/visit_words.hpp"

namespace kiosk::confirm {

namespace {

void add_names(ui::Flow& flow, ui::Canvas& canvas, const State& state) {
    const auto& words = canvas.words();
    const auto names = names_in(*state.visit);
    if (names.empty()) return;
    FactLook with{ui::Icon::family_restroom, ui::Family::plum, words("label_with"), words.initials(names), {}, true};
    if (state.are_names_shown) {
        std::vector<ui::Words> list;
        list.reserve(names.size());
        for (const auto& name : names) list.push_back(ui::Words::of_record(name));
        with.value = words("label_names", {{"names", list}});
    }
    flow_fact(flow, canvas, "confirm.with", with);
}

void add_visit(ui::Flow& flow, ui::Canvas& canvas, const State& state, std::optional<Action>& action) {
    const auto& words = canvas.words();
    const storage::Visit& visit = *state.visit;
    if (state.is_pending || state.is_under_way) {
        flow.text("confirm.status", words(state.is_under_way ? "note_still_come_in" : "note_not_confirmed"),
                  {.weight = ui::Weight::bold, .role = ui::Role::status});
    }
    flow.text("confirm.day", words(state.is_today ? "label_today" : "label_day", {{"start", visit.start}}),
              {.ink = ui::Tint::ink2}, 2);
    flow.text("confirm.time", words("label_time", {{"start", visit.start}}), {.type = ui::Type::time}, 2);
    flow.text("confirm.until", words("label_until", {{"end", visit.end}}), {.ink = ui::Tint::ink2});
    flow.text("confirm.kind", words(visit_type_id(visit.type)), {.weight = ui::Weight::bold});
    add_names(flow, canvas, state);
    flow_fact(flow, canvas, "confirm.where",
              {ui::Icon::meeting_room, ui::Family::sky, words("label_where"), room_of(visit),
               ui::Words::of_record(visit.text("place_access"))});
    flow_fact(flow, canvas, "confirm.helper",
              {ui::Icon::handshake,
               ui::Family::good,
               words("label_helping_today"),
               ui::Words::of_record(visit.text("helper_name")),
               {},
               true});
    std::vector<ui::FlowButton> ways;
    if (!names_in(visit).empty()) {
        ui::ButtonLook show;
        show.icon = state.are_names_shown ? ui::Icon::visibility_off : ui::Icon::visibility;
        show.label = words(state.are_names_shown ? "spoken_hide_names" : "spoken_show_names");
        ways.push_back({"names.show", show, [&action] { action = ShowNames{}; }});
    }
    ui::ButtonLook not_mine;
    not_mine.icon = ui::Icon::close;
    not_mine.label = words("button_not_my_visit");
    ways.push_back({"notmine", not_mine, [&action] { action = NotMine{}; }});
    flow.tiles(std::move(ways), 400 * canvas.growth());
}

void add_stepper(ui::Flow& flow, ui::Canvas& canvas, const Stepper& stepper, std::function<void(int)> use) {
    ui::Block block;
    block.is_touched = true;
    block.height = [](float) { return 112.0F; };
    block.paint = [&canvas, stepper, use = std::move(use)](const ui::Rect& box) {
        if (const int by = draw_stepper(canvas, box, stepper); by != 0) use(by);
    };
    block.gap = 28;
    flow.add(std::move(block));
}

} // namespace

void add_party(ui::Flow& flow, ui::Canvas& canvas, const State& state, const ui::Words& heading,
               const std::function<void(Change)>& use) {
    const auto [adults, children] = steppers(state);
    flow.text("confirm.who", heading, {.type = ui::Type::head, .role = ui::Role::heading});
    add_stepper(flow, canvas, adults, [use](int by) { use({false, by}); });
    add_stepper(flow, canvas, children, [use](int by) { use({true, by}); });
}

void add_needs(ui::Flow& flow, ui::Canvas& canvas, const State& state, std::size_t most, const ui::Words& heading,
               const std::function<void(Toggle)>& use) {
    flow.text("confirm.needs", heading, {.type = ui::Type::head, .role = ui::Role::heading}, 4);
    flow.text("confirm.needs.how", canvas.words()("note_needs"), {.ink = ui::Tint::ink2});
    std::vector<ui::FlowButton> tiles;
    for (std::size_t i = 0; i < most; ++i) {
        tiles.push_back({std::string("need.") + needs()[i].code, need_look(canvas, state, i), [use, i] { use({i}); }});
    }
    flow.tiles(std::move(tiles), 360 * canvas.growth());
}

void draw_flowing(ui::Canvas& canvas, const State& state, std::optional<Action>& action) {
    const auto& words = canvas.words();
    ui::Flow flow(canvas);
    flow_title(flow, canvas, "confirm.title", words(state.visit ? "title_confirm" : "title_unlisted"), {2, 3});
    if (state.has_failed) {
        flow.text("confirm.failed", words("warning_not_kept"),
                  {.type = ui::Type::side_head, .ink = ui::Tint::care, .role = ui::Role::status});
    }
    if (state.visit) {
        add_visit(flow, canvas, state, action);
    } else {
        flow_point(flow, canvas, "confirm.unlisted",
                   {ui::Icon::waving_hand, ui::Family::plum, words("heading_unlisted"), words("note_unlisted")});
    }
    add_party(flow, canvas, state, words("heading_who"), [&action](Change change) { action = change; });
    add_needs(flow, canvas, state, need_count, words("heading_needs"), [&action](Toggle toggle) { action = toggle; });
    paint_flow(flow, canvas);
}

} // namespace kiosk::confirm
