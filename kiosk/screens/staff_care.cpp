#include "kiosk/screens/staff_care.hpp"

#include "kiosk/screens/care_entries.hpp"
#include "kiosk/screens/page.hpp"
#include "kiosk/screens/staff_frame.hpp"
#include "kiosk/staff/staff_side.hpp"

namespace kiosk::staff_care {

namespace {

ui::ButtonLook look_of(const ui::Canvas& canvas, const CareEntry& entry) {
    ui::ButtonLook look;
    look.style = ui::ButtonStyle::tile;
    look.icon = entry.icon;
    look.label = canvas.words()(entry.head);
    // In the largest words the helper lines give way.
    if (canvas.text_size() != ui::TextSize::largest) look.under = canvas.words()(entry.note);
    return look;
}

bool is_offered(const State& state, const CareEntry& entry) {
    if (!may(state.role, entry.needed)) return false;
    switch (entry.when) {
    case CareEntry::When::always: return true;
    case CareEntry::When::at_kiosk: return state.seat == Seat::kiosk;
    case CareEntry::When::while_open: return !state.is_closed;
    case CareEntry::When::while_closed: return state.is_closed;
    }
    return false;
}

} // namespace

std::optional<Action> draw(ui::Canvas& canvas, const State& state) {
    draw_staff_ground(canvas);
    const auto& words = canvas.words();
    ui::Flow flow(canvas);
    const float top = add_title(flow, canvas, "care.title", words("title_care"));
    std::optional<Action> action;
    if (state.has_failed) {
        flow.text("care.failed", words("warning_care_failed"),
                  {.ink = ui::Tint::care, .weight = ui::Weight::bold, .role = ui::Role::status});
    }
    if (state.done != nullptr) {
        flow.text("care.done", words(state.done),
                  {.ink = ui::Tint::good, .weight = ui::Weight::bold, .role = ui::Role::status});
    }
    std::vector<ui::FlowButton> tiles;
    const auto entries = care_entries();
    for (std::size_t i = 0; i < entries.size(); ++i) {
        if (!is_offered(state, entries[i])) continue;
        tiles.push_back({entries[i].id, look_of(canvas, entries[i]), [&action, i] { action = Use{i}; }});
    }
    flow.tiles(std::move(tiles), 480 * canvas.growth());
    paint_flow(flow, canvas, top);
    if (back_button(canvas)) action = Back{};
    return action;
}

Next update(State& state, const Action& action, Kiosk& kiosk) {
    if (std::holds_alternative<Back>(action)) return Next::back();
    if (kiosk.staff == nullptr || !kiosk.session.staff) return Next::stay();
    const CareEntry& entry = care_entries()[std::get<Use>(action).entry];
    auto next = entry.use(*kiosk.session.staff, kiosk);
    state.has_failed = next.is_error();
    state.done = next.is_error() ? nullptr : entry.done;
    return next.is_error() ? Next::stay() : next.release_value();
}

Next tick(State& state, Kiosk& kiosk) {
    if (kiosk.staff != nullptr) state.is_closed = kiosk.staff->opening.is_closed_by_staff();
    return Next::stay();
}

State open(Kiosk& kiosk) {
    State state;
    if (kiosk.session.staff) state.role = kiosk.session.staff->role;
    state.seat = kiosk.seat;
    (void)tick(state, kiosk);
    return state;
}

} // namespace kiosk::staff_care
