#include "kiosk/screens/staff_requests.hpp"

#include "kiosk/screens/desk_words.hpp"
#include "kiosk/screens/page.hpp"
#include "kiosk/screens/screen.hpp"
#include "kiosk/screens/staff_pages.hpp"
#include "kiosk/screens/visit_words.hpp"
#include "kiosk/staff/staff_side.hpp"

namespace kiosk::staff_requests {

namespace {

using namespace std::chrono_literals;
using storage::DeskItem;
using storage::DeskItemKind;

constexpr auto look_every = 10s;

struct KindLook {
    ui::Icon icon;
    ui::Family family;
    const char* head;
};

KindLook look_of(DeskItemKind kind) {
    switch (kind) {
    case DeskItemKind::person: return {ui::Icon::front_hand, ui::Family::plum, "heading_asks_person"};
    case DeskItemKind::safety: return {ui::Icon::shield, ui::Family::care, "heading_asks_safety"};
    case DeskItemKind::interpreter: return {ui::Icon::record_voice_over, ui::Family::sky, "heading_asks_interpreter"};
    case DeskItemKind::ride: return {ui::Icon::directions_car, ui::Family::sky, "heading_asks_ride"};
    case DeskItemKind::change: return {ui::Icon::event, ui::Family::sky, "heading_asks_change"};
    case DeskItemKind::message: return {ui::Icon::chat, ui::Family::sky, "heading_asks_message"};
    }
    return {ui::Icon::front_hand, ui::Family::plum, "heading_asks_person"};
}

ui::Words head_of(const ui::Phrasebook& words, const DeskItem& item) {
    if (item.kind != DeskItemKind::interpreter) return words(look_of(item.kind).head);
    if (item.detail == "sign_language") return words("need_sign_language");
    if (item.detail.empty()) return words("heading_asks_interpreter");
    return words("label_interpreter_for", {{"language", language_name(words, item.detail)}});
}

// Who, when, and how far it is.
ui::Words note_of(const ui::Phrasebook& words, const DeskItem& item) {
    const auto who = item.ticket ? ticket_words(words, *item.ticket) : words("label_ticket_not_known");
    auto asked = words("label_asked_at", {{"who", who}, {"at", item.at}});
    if (item.done) return words("label_asked_done", {{"asked", asked}, {"at", *item.done}});
    if (item.seen) return words("label_asked_seen", {{"asked", asked}, {"at", *item.seen}});
    return asked;
}

void look(State& state, Kiosk& kiosk) {
    state.look_again = kiosk.clock.moment() + look_every;
    if (kiosk.staff == nullptr || !kiosk.session.staff) return;
    state.changes_seen = kiosk.staff->watch.changes();
    auto items = kiosk.staff->requests.of_today(*kiosk.session.staff);
    state.has_failed = items.is_error();
    if (!items.is_error()) state.items = items.release_value();
}

void add_item(ui::Flow& flow, ui::Canvas& canvas, const State& state, std::size_t number,
              std::optional<Action>& action) {
    const auto& words = canvas.words();
    const DeskItem& item = state.items[number];
    // Its own, not its place in the list: a finger that is down stays on what it touched when the list is sorted anew.
    const std::string id = "request." + item.submission.text();
    const KindLook kind = look_of(item.kind);
    flow_point(flow, canvas, id, {kind.icon, kind.family, head_of(words, item), note_of(words, item), true, true});
    if (item.done) return;
    std::vector<ui::FlowButton> buttons;
    const auto add = [&](const char* end, ui::Icon icon, const char* label, Mark::As as) {
        ui::ButtonLook look;
        look.icon = icon;
        look.label = words(label);
        look.spoken = words("spoken_mark_request", {{"mark", words(label)}, {"request", head_of(words, item)}});
        look.is_private = true;
        buttons.push_back({id + end, look, [&action, number, as] { action = Mark{number, as}; }});
    };
    if (!item.seen) add(".seen", ui::Icon::visibility, "button_mark_seen", Mark::As::seen);
    add(".done", ui::Icon::done_all, "button_mark_done", Mark::As::done);
    flow.tiles(std::move(buttons), 320 * canvas.growth());
}

} // namespace

State open(Kiosk& kiosk) {
    State state;
    if (kiosk.session.staff) state.role = kiosk.session.staff->role;
    look(state, kiosk);
    return state;
}

std::optional<Action> draw(ui::Canvas& canvas, const State& state) {
    draw_staff_ground(canvas);
    const auto& words = canvas.words();
    std::optional<Action> action;
    ui::Flow flow(canvas);
    const float top = add_title(flow, canvas, "requests.title", words("title_requests"));
    if (state.has_failed) {
        flow.text("requests.failed", words("warning_desk_failed"),
                  {.ink = ui::Tint::care, .weight = ui::Weight::bold, .role = ui::Role::status});
    } else if (state.items.empty()) {
        flow.text("requests.none", words("note_no_requests"), {.ink = ui::Tint::ink2});
    }
    for (std::size_t i = 0; i < state.items.size(); ++i) add_item(flow, canvas, state, i, action);
    paint_flow(flow, canvas, top);
    if (const auto tab = staff_tabs(canvas, StaffTab::requests, state.role, new_among(state.items).all()))
        action = Go{*tab};
    return action;
}

Next update(State& state, const Action& action, Kiosk& kiosk) {
    if (const auto* go = std::get_if<Go>(&action)) return to_tab(go->tab, kiosk);
    if (kiosk.staff == nullptr || !kiosk.session.staff) return Next::stay();
    const auto& mark = std::get<Mark>(action);
    auto& requests = kiosk.staff->requests;
    const auto& by = *kiosk.session.staff;
    const auto& submission = state.items[mark.item].submission;
    const auto done =
        mark.as == Mark::As::seen ? requests.mark_seen(by, submission) : requests.mark_done(by, submission);
    look(state, kiosk);
    if (done.is_error() && done.error().kind != base::ErrorKind::ask_again) state.has_failed = true;
    return Next::stay();
}

Next tick(State& state, Kiosk& kiosk) {
    const bool has_changed = kiosk.staff != nullptr && kiosk.staff->watch.changes() != state.changes_seen;
    if (has_changed || kiosk.clock.moment() >= state.look_again) look(state, kiosk);
    return Next::stay();
}

std::optional<base::Moment> wake_at(const State& state) { return state.look_again; }

} // namespace kiosk::staff_requests
