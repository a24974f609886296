#include "kiosk/screens/staff_stick.hpp"

#include "kiosk/screens/page.hpp"
#include "kiosk/screens/staff_frame.hpp"
#include "kiosk/screens/stick_words.hpp"
#include "kiosk/staff/staff_side.hpp"

namespace kiosk::staff_stick {

namespace {

using namespace std::chrono_literals;

constexpr auto look_every = 1s;
constexpr auto look_while_carrying = 200ms;

const char* stick_id(StickIs stick) {
    switch (stick) {
    case StickIs::none: return "status_stick_none";
    case StickIs::one: return "status_stick_in";
    case StickIs::several: return "status_stick_several";
    }
    return "status_stick_none";
}

void add_ways(ui::Flow& flow, ui::Canvas& canvas, const State& state, std::optional<Action>& action) {
    if (state.stick != StickIs::one || state.carried.is_running) return;
    std::vector<ui::FlowButton> ways;
    const auto add = [&](const char* id, ui::Icon icon, const char* label, const Action& way) {
        ui::ButtonLook look;
        look.icon = icon;
        look.label = canvas.words()(label);
        ways.push_back({id, look, [&action, way] { action = way; }});
    };
    add("stick.out", ui::Icon::arrow_upward, "button_stick_copy", CopyOut{});
    if (may(state.role, StaffAction::import_bundles)) {
        add("stick.in", ui::Icon::arrow_downward, "button_stick_bring_in", BringIn{});
    }
    flow.tiles(std::move(ways), 400 * canvas.growth());
}

void look_again(State& state, Kiosk& kiosk) {
    StickCarrier& sticks = kiosk.staff->sticks;
    (void)sticks.step();
    state.carried = sticks.carried();
    const auto stick = sticks.look(*kiosk.session.staff);
    state.stick = stick.is_error() ? StickIs::none : stick.value();
    state.look_at = kiosk.clock.moment() + (state.carried.is_running ? look_while_carrying : look_every);
}

} // namespace

std::optional<Action> draw(ui::Canvas& canvas, const State& state) {
    draw_staff_ground(canvas);
    const auto& words = canvas.words();
    ui::Flow flow(canvas);
    const float top = add_title(flow, canvas, "stick.title", words("title_stick"));
    std::optional<Action> action;
    if (state.carried.is_running) {
        flow.text("stick.is", progress_words(words, state.carried),
                  {.type = ui::Type::lead, .weight = ui::Weight::bold, .role = ui::Role::status});
        flow.text("stick.leave", words("note_stick_leave"), {.ink = ui::Tint::ink2});
    } else {
        flow.text("stick.is", words(stick_id(state.stick)),
                  {.type = ui::Type::lead, .weight = ui::Weight::bold, .role = ui::Role::status});
    }
    if (state.has_failed) {
        flow.text("stick.failed", words("warning_desk_failed"),
                  {.ink = ui::Tint::care, .weight = ui::Weight::bold, .role = ui::Role::status});
    }
    add_ways(flow, canvas, state, action);
    if (!state.carried.is_running) {
        int number = 0;
        for (const CarriedLine& line : lines_of(words, state.carried)) {
            flow_point(flow, canvas, "stick.result." + std::to_string(++number),
                       {line.icon, line.family, line.head, line.note});
        }
    }
    if (state.carried.what == Carried::What::nothing) {
        flow_point(flow, canvas, "stick.about.out",
                   {ui::Icon::arrow_upward, ui::Family::primary, words("heading_stick_out"), words("note_stick_out")});
        if (may(state.role, StaffAction::import_bundles)) {
            flow_point(
                flow, canvas, "stick.about.in",
                {ui::Icon::arrow_downward, ui::Family::primary, words("heading_stick_in"), words("note_stick_in")});
        }
    }
    paint_flow(flow, canvas, top);
    if (back_button(canvas)) action = Back{};
    return action;
}

Next update(State& state, const Action& action, Kiosk& kiosk) {
    if (std::holds_alternative<Back>(action)) return Next::back();
    if (kiosk.staff == nullptr || !kiosk.session.staff) return Next::stay();
    const StaffSession& by = *kiosk.session.staff;
    StickCarrier& sticks = kiosk.staff->sticks;
    const auto begun = std::holds_alternative<CopyOut>(action) ? sticks.export_batches(by) : sticks.import_bundles(by);
    state.has_failed = begun.is_error();
    look_again(state, kiosk);
    return Next::stay();
}

Next tick(State& state, Kiosk& kiosk) {
    if (kiosk.staff == nullptr || !kiosk.session.staff) return Next::stay();
    if (kiosk.clock.moment() >= state.look_at) look_again(state, kiosk);
    return Next::stay();
}

std::optional<base::Moment> wake_at(const State& state) { return state.look_at; }

State open(Kiosk& kiosk) {
    State state;
    if (kiosk.staff == nullptr || !kiosk.session.staff) return state;
    state.role = kiosk.session.staff->role;
    look_again(state, kiosk);
    return state;
}

} // namespace kiosk::staff_stick
