#include "kiosk/screens/choose_visit.hpp"

#include "kiosk/screens/page.hpp"
#include "kiosk/screens/screen.hpp"
#include "kiosk/screens/visit_words.hpp"
#include "kiosk/visits/check_in_rules.hpp"
#include "kiosk/visits/office_time.hpp"

namespace kiosk::choose_visit {

std::optional<Action> draw(ui::Canvas& canvas, const State& state) {
    draw_ground(canvas);
    const auto& words = canvas.words();
    ui::Flow flow(canvas);
    std::optional<Action> action;
    const float top = add_title(flow, canvas, "choose.title", words("title_choose_visit"), {1, 3});
    flow.text("choose.note", words("note_choose_visit"), {.type = ui::Type::lead, .ink = ui::Tint::ink2}, 28);
    for (std::size_t i = 0; i < state.choices.size(); ++i) {
        const auto& choice = state.choices[i];
        ui::ButtonLook look;
        look.style = canvas.reach_top() > 0 ? ui::ButtonStyle::tile : ui::ButtonStyle::card;
        look.icon = choice.is_checked_in ? ui::Icon::check_circle : visit_icon(choice.visit.type);
        look.family = choice.is_checked_in ? ui::Family::good : ui::Family::plum;
        look.label = words("label_visit_choice",
                           {{"start", choice.visit.start}, {"kind", words(visit_type_id(choice.visit.type))}});
        look.under = choice.is_checked_in ? words("status_already_checked_in") : room_of(choice.visit);
        // Low and large there is room for one of them: the time.
        if (canvas.reach_top() > 0 && canvas.text_size() > ui::TextSize::normal) {
            look.value = std::exchange(look.under, {});
        }
        flow.button({"visit." + std::to_string(i + 1), look, [&action, i] { action = Choose{i}; }});
    }
    paint_flow(flow, canvas, top);
    if (back_button(canvas)) action = Back{};
    return action;
}

Next update(State& state, const Action& action, Kiosk& kiosk) {
    if (const auto* choose = std::get_if<Choose>(&action)) {
        return Next::push(page_for(state.choices[choose->index].visit, kiosk));
    }
    kiosk.session.found.reset();
    return Next::back();
}

Next show_found(Kiosk& kiosk) {
    const auto& visits = kiosk.session.found->visits;
    if (visits.size() == 1) return Next::replace(page_for(visits.front(), kiosk));
    State state;
    for (const auto& visit : visits) {
        const auto arrival = kiosk.desk.find_arrival(visit);
        state.choices.push_back({visit, !arrival.is_error() && arrival.value().has_value()});
    }
    return Next::replace(Screen{std::move(state)});
}

Screen page_for(const storage::Visit& visit, Kiosk& kiosk) {
    const auto standing = kiosk.desk.find_arrival(visit);
    if (standing.is_error()) return Screen{notice::State{notice::Reason::out_of_order, {}, {}}};
    if (standing.value()) return Screen{checked_in::open({*standing.value(), true}, visit, kiosk)};
    const auto now = kiosk.clock.now();
    switch (door_at(visit, now)) {
    case Door::not_yet: return Screen{notice::State{notice::Reason::too_early, visit.start, visit.check_in_opens}};
    case Door::ask_desk: return Screen{notice::State{notice::Reason::ask_desk, visit.start, {}}};
    case Door::over: return Screen{notice::State{notice::Reason::over, visit.start, {}}};
    case Door::before_start:
    case Door::under_way: break;
    }
    confirm::State confirm;
    confirm.visit = visit;
    const auto& zone = kiosk.settings.time_zone;
    confirm.is_today = local_day(visit.start, zone) == local_day(now, zone);
    confirm.is_pending = visit.status == storage::VisitStatus::pending;
    confirm.is_under_way = door_at(visit, now) == Door::under_way;
    confirm.may_show_names = kiosk.session.found && kiosk.session.found->proof == Proof::code_and_birth_date;
    return Screen{std::move(confirm)};
}

} // namespace kiosk::choose_visit
