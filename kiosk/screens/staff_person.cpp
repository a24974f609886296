#include "kiosk/screens/staff_person.hpp"

#include "kiosk/screens/desk_words.hpp"
#include "kiosk/screens/page.hpp"
#include "kiosk/screens/screen.hpp"
#include "kiosk/screens/visit_words.hpp"
#include "kiosk/staff/staff_side.hpp"

namespace kiosk::staff_person {

namespace {

using namespace std::chrono_literals;

const char* reason_label(UndoReason reason) {
    switch (reason) {
    case UndoReason::wrong_person: return "button_undo_wrong_person";
    case UndoReason::wrong_button: return "button_undo_wrong_button";
    case UndoReason::visit_moved: return "button_undo_visit_moved";
    case UndoReason::other: return "button_undo_other";
    }
    return "button_undo_other";
}

// Noon, so that the office's time zone shows the same day.
base::UtcTime noon_of(std::chrono::year_month_day date) { return std::chrono::sys_days(date) + 12h; }

void add_facts(ui::Flow& flow, ui::Canvas& canvas, const storage::Expected& person) {
    const auto& words = canvas.words();
    const storage::Visit& visit = person.visit;
    const auto fact = [&](const char* id, ui::Icon icon, ui::Family family, const char* label, const ui::Words& value) {
        flow_fact(flow, canvas, id, {icon, family, words(label), value, {}, true});
    };
    fact("person.name", ui::Icon::person, ui::Family::plum, "label_full_name",
         ui::Words::of_record(visit.given_name + " " + visit.family_name));
    fact("person.birth", ui::Icon::event, ui::Family::plum, "label_birth_date",
         words("label_date", {{"date", noon_of(visit.birth_date)}}));
    const auto record = [](const std::string& text) { return ui::Words::of_record(text); };
    if (!person.keep_apart.empty()) {
        fact("person.apart", ui::Icon::error, ui::Family::care, "label_keep_apart", record(person.keep_apart));
    }
    std::vector<ui::Words> names;
    for (const auto& name : names_in(visit)) names.push_back(record(name));
    if (!names.empty()) {
        fact("person.with", ui::Icon::family_restroom, ui::Family::sky, "label_with",
             words("label_names", {{"names", names}}));
    }
    fact("person.ages", ui::Icon::child_care, ui::Family::sky, "label_child_ages", record(visit.text("child_ages")));
    fact("person.home", ui::Icon::home, ui::Family::good, "label_may_take_home", record(person.may_take_home));
    fact("person.transport", ui::Icon::directions_car, ui::Family::sky, "label_transport",
         record(visit.text("transport")));
}

void add_undo(ui::Flow& flow, const ui::Phrasebook& words, Asking asking, std::optional<Action>& action) {
    const bool is_step = asking == Asking::undo;
    flow.text("undo.why", words(is_step ? "heading_undo_why" : "heading_undo_check_in_why"),
              {.type = ui::Type::side_head, .role = ui::Role::heading}, 8);
    flow.text("undo.note", words(is_step ? "note_undo_last_step" : "note_undo_check_in"), {.ink = ui::Tint::ink2});
    std::vector<ui::FlowButton> buttons;
    for (const UndoReason reason : all_undo_reasons) {
        ui::ButtonLook look;
        look.icon = ui::Icon::undo;
        look.label = words(reason_label(reason));
        buttons.push_back({"undo." + std::string(name_of(reason)), look, [&action, reason] { action = Undo{reason}; }});
    }
    ui::ButtonLook keep;
    keep.icon = ui::Icon::check_circle;
    keep.label = words("button_undo_no");
    buttons.push_back({"undo.no", keep, [&action] { action = KeepIt{}; }});
    flow.tiles(std::move(buttons), 400);
}

void add_buttons(ui::Flow& flow, ui::Canvas& canvas, const State& state, std::optional<Action>& action) {
    const auto& words = canvas.words();
    std::vector<ui::FlowButton> buttons;
    const StepsAhead ahead = steps_ahead(state.row);
    for (const DeskStep step : {ahead.next, ahead.other}) {
        if (step == DeskStep::none) continue;
        buttons.push_back({step_id(step), step_look(words, state.row, step), [&action, step] { action = Take{step}; }});
    }
    if (!state.facts && !state.row.visit.text.empty()) {
        ui::ButtonLook name;
        name.icon = ui::Icon::visibility;
        name.label = words("button_show_name");
        buttons.push_back({"name", name, [&action] { action = ShowName{}; }});
    }
    const bool may_undo = state.row.is_acknowledged || state.row.stage == Stage::gone;
    if (state.row.check_in && may_undo) {
        ui::ButtonLook undo;
        undo.icon = ui::Icon::undo;
        undo.label = words("button_undo_step");
        buttons.push_back({"undo", undo, [&action] { action = AskUndo{}; }});
    }
    if (state.row.check_in && state.row.stage == Stage::waiting) {
        ui::ButtonLook undo;
        undo.icon = ui::Icon::close;
        undo.label = words("button_undo_check_in");
        buttons.push_back({"undo.checkin", undo, [&action] { action = AskUndo{Asking::undo_check_in}; }});
    }
    flow.tiles(std::move(buttons), 400 * canvas.growth());
}

// The row as the desk has it now; as it was if it is not there any more.
void look(State& state, Kiosk& kiosk, const StaffSession& by) {
    auto day = kiosk.staff->arrivals.day(by);
    if (day.is_error()) return;
    for (auto& row : day.value().rows) {
        const bool is_same = state.row.check_in ? row.check_in == state.row.check_in
                                                : row.visit == state.row.visit && row.person == state.row.person;
        if (is_same) state.row = std::move(row);
    }
}

} // namespace

std::optional<Action> draw(ui::Canvas& canvas, const State& state) {
    draw_staff_ground(canvas);
    const auto& words = canvas.words();
    const DeskRow& row = state.row;
    std::optional<Action> action;
    ui::Flow flow(canvas);
    const float top = add_title(flow, canvas, "person.title", ticket_of(words, row));
    if (state.has_failed) {
        flow.text("person.failed", words("warning_desk_failed"),
                  {.ink = ui::Tint::care, .weight = ui::Weight::bold, .role = ui::Role::status});
    }
    if (state.asking != Asking::nothing) {
        add_undo(flow, words, state.asking, action);
    } else {
        if (!row.ticket) {
            flow.text("person.who", who_of(words, row),
                      {.type = ui::Type::lead, .weight = ui::Weight::bold, .is_private = true}, 8);
        }
        flow.text("person.stage", stage_of(words, row),
                  {.type = ui::Type::lead, .weight = ui::Weight::bold, .role = ui::Role::status}, 8);
        flow.text("person.when",
                  row.arrived ? words("label_here_since", {{"start", *row.arrived}})
                              : words("label_visit_at", {{"start", row.time}}),
                  {.ink = ui::Tint::ink2});
        int number = 0;
        for (const auto& care : cares_of(words, row)) {
            flow.text(
                "person.care." + std::to_string(++number), care,
                {.ink = ui::Tint::care, .weight = ui::Weight::bold, .role = ui::Role::status, .is_private = true});
        }
        add_buttons(flow, canvas, state, action);
        if (state.is_off_list) flow.text("person.off", words("note_name_off_list"), {.ink = ui::Tint::ink2});
        if (state.facts) add_facts(flow, canvas, *state.facts);
        number = 0;
        for (const auto& need : needs_of(words, row)) {
            flow_fact(flow, canvas, "person.need." + std::to_string(++number),
                      {need.icon, ui::Family::sky, words("label_needs"), need.words, {}, true});
        }
        flow_fact(
            flow, canvas, "person.room",
            {ui::Icon::meeting_room, ui::Family::sky, words("label_where"), ui::Words::of_record(row.room), {}, false});
        flow_fact(flow, canvas, "person.helper",
                  {ui::Icon::handshake,
                   ui::Family::good,
                   words("label_helping_today"),
                   ui::Words::of_record(row.helper),
                   {},
                   true});
    }
    paint_flow(flow, canvas, top);
    if (back_button(canvas)) action = Back{};
    return action;
}

Next update(State& state, const Action& action, Kiosk& kiosk) {
    if (std::holds_alternative<Back>(action)) return Next::back();
    if (kiosk.staff == nullptr || !kiosk.session.staff) return Next::stay();
    const StaffSession& by = *kiosk.session.staff;
    ArrivalsDesk& desk = kiosk.staff->arrivals;
    if (const auto* ask = std::get_if<AskUndo>(&action)) {
        state.asking = ask->what;
        return Next::stay();
    }
    if (std::holds_alternative<KeepIt>(action)) {
        state.asking = Asking::nothing;
        return Next::stay();
    }
    if (std::holds_alternative<ShowName>(action)) {
        auto person = desk.show_name(by, state.row);
        state.has_failed = person.is_error();
        if (person.is_error()) return Next::stay();
        state.facts = person.release_value();
        state.is_off_list = !state.facts.has_value();
        return Next::stay();
    }
    if (const auto* undo = std::get_if<Undo>(&action)) {
        const Asking asked = std::exchange(state.asking, Asking::nothing);
        const auto& id = *state.row.check_in;
        const bool is_step = asked == Asking::undo;
        const auto done = is_step ? desk.undo(by, id, undo->reason) : desk.undo_check_in(by, id, undo->reason);
        state.has_failed = done.is_error();
        // Nobody is here any more of whom this page tells.
        if (!is_step && !done.is_error()) return Next::back();
        look(state, kiosk, by);
        return Next::stay();
    }
    const DeskStep step = std::get<Take>(action).step;
    if (step == DeskStep::check_in) return Next::replace(Screen{staff_find::State{}});
    const auto done = take_step(step, state.row, by, desk);
    state.has_failed = done.is_error() && done.error().kind != base::ErrorKind::ask_again;
    look(state, kiosk, by);
    return Next::stay();
}

} // namespace kiosk::staff_person
