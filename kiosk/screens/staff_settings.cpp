#include "kiosk/screens/staff_settings.hpp"

#include "kiosk/screens/page.hpp"
#include "kiosk/screens/staff_frame.hpp"
#include "kiosk/screens/staff_message.hpp"
#include "kiosk/staff/staff_side.hpp"
#include "kiosk/state/share_folder.hpp"

#include <algorithm>

namespace kiosk::staff_settings {

namespace {

using ui::Rect;

// One of a round of choices, with all choices as they are then.
struct Option {
    std::string id;
    ui::Words label;
    bool is_chosen;
    OfficeChoices then;
};

template <typename Value>
Option option(const OfficeChoices& now, Value OfficeChoices::*member, const std::string& id, const ui::Words& label,
              const Value& value) {
    OfficeChoices then = now;
    then.*member = value;
    return {id, label, now.*member == value, std::move(then)};
}

void add_round(ui::Flow& flow, const ui::Canvas& canvas, const char* id, const char* heading,
               std::vector<Option> options, std::optional<Action>& action) {
    flow.text(id, canvas.words()(heading), {.type = ui::Type::side_head, .role = ui::Role::heading}, 12);
    std::vector<ui::FlowButton> buttons;
    for (auto& each : options) {
        ui::ButtonLook look;
        look.style = ui::ButtonStyle::tool;
        look.label = each.label;
        look.is_selected = each.is_chosen;
        buttons.push_back({each.id, look, [&action, then = std::move(each.then)] { action = Change{then}; }});
    }
    flow.tiles(std::move(buttons), 240 * canvas.growth());
}

std::vector<Option> minutes(const ui::Phrasebook& words, const OfficeChoices& now) {
    std::vector<Option> options;
    for (const std::int64_t count : {5, 10, 15, 20, 30}) {
        options.push_back(option(now, &OfficeChoices::acknowledge, "set.minutes." + std::to_string(count),
                                 words("label_minutes", {{"count", count}}), std::chrono::minutes(count)));
    }
    return options;
}

std::vector<Option> bells(const ui::Phrasebook& words, const OfficeChoices& now) {
    const auto member = &OfficeChoices::rings_desk_bell;
    return {option(now, member, "set.bell.on", words("label_bell_rings"), true),
            option(now, member, "set.bell.off", words("label_bell_silent"), false)};
}

std::vector<Option> languages(const State& state) {
    std::vector<Option> options;
    for (const auto& language : state.languages) {
        OfficeChoices then = state.choices;
        const bool is_offered = std::erase(then.languages, language.code) > 0;
        if (!is_offered) then.languages.push_back(language.code);
        options.push_back(
            {"set.language." + language.code, ui::Words::of_record(language.own_name), is_offered, std::move(then)});
    }
    return options;
}

std::vector<Option> papers(const ui::Phrasebook& words, const OfficeChoices& now) {
    const auto paper = &OfficeChoices::paper;
    return {option(now, paper, "set.paper.letter", words("label_paper_letter"), std::string("letter")),
            option(now, paper, "set.paper.a4", words("label_paper_a4"), std::string("a4"))};
}

std::vector<Option> headphones(const ui::Phrasebook& words, const OfficeChoices& now) {
    const auto member = &OfficeChoices::headphones;
    return {option(now, member, "set.headphones.detect", words("label_headphones_detect"), std::string("detect")),
            option(now, member, "set.headphones.always", words("label_headphones_always"), std::string("always")),
            option(now, member, "set.headphones.never", words("label_headphones_never"), std::string("never"))};
}

std::vector<Option> times(const ui::Phrasebook& words, const OfficeChoices& now) {
    const auto member = &OfficeChoices::times;
    return {option(now, member, "set.times.normal", words("label_times_normal"), VisitorTimes::normal),
            option(now, member, "set.times.longer", words("label_times_longer"), VisitorTimes::longer),
            option(now, member, "set.times.longest", words("label_times_longest"), VisitorTimes::longest)};
}

void draw_list(ui::Canvas& canvas, const State& state, std::optional<Action>& action) {
    const auto& words = canvas.words();
    const OfficeChoices& now = state.choices;
    ui::Flow flow(canvas);
    const float top = add_title(flow, canvas, "set.title", words("title_settings"));
    if (state.saved != Saved::not_yet) {
        const bool is_kept = state.saved == Saved::kept;
        flow_message(flow, words, "set.saved",
                     is_kept ? done_well("status_settings_kept") : needs_care("warning_care_failed"));
    }
    ui::ButtonLook place;
    place.style = ui::ButtonStyle::tile;
    place.icon = ui::Icon::weekend;
    place.label = words("button_waiting_place");
    place.under = now.waiting_place.empty() ? words("note_no_waiting_place") : ui::Words::of_record(now.waiting_place);
    flow.button({"set.place", place, [&action] { action = TypePlace{}; }});
    add_round(flow, canvas, "set.minutes", "heading_minutes_louder", minutes(words, now), action);
    add_round(flow, canvas, "set.bell", "heading_desk_bell", bells(words, now), action);
    add_round(flow, canvas, "set.times", "heading_visitor_times", times(words, now), action);
    add_round(flow, canvas, "set.languages", "heading_languages_offered", languages(state), action);
    add_round(flow, canvas, "set.headphones", "heading_headphones", headphones(words, now), action);
    add_round(flow, canvas, "set.paper", "heading_paper", papers(words, now), action);
    paint_flow(flow, canvas, top);
    const auto end = draw_ends(canvas, {words("button_save"), ui::Icon::check_circle});
    if (end == End::main) action = Save{};
    if (end == End::back) action = Back{};
}

// The field over the keys; where hands reach only the lower part, the keys stand there.
void draw_place(ui::Canvas& canvas, const State& state, std::optional<Action>& action) {
    const auto& words = canvas.words();
    const PageLayout page = page_layout(canvas);
    const float top = draw_title(canvas, "set.title", words("title_waiting_place")) - (page.is_flowing ? 8 : 0);
    const ui::KeyboardLook keys{.field = state.place, .state = state.keyboard, .is_private = false};
    ui::FieldLook field{.field = state.place};
    field.label = words("button_waiting_place");
    field.placeholder = words("note_type_here");
    field.is_private = false;
    const Rect room = page.areas.are_apart ? page.areas.read : page.content;
    const float height = canvas.measure(ui::Words::of_record("x"), {.type = ui::Type::lead}).h + 32;
    const Rect line{room.x, top, room.w, height};
    Rect box = page.areas.touch;
    if (!page.areas.are_apart) {
        box = {room.x, line.bottom() + 24, room.w, room.bottom() - line.bottom() - 24};
        box.y = std::max(box.y, room.bottom() - canvas.keyboard_need(box, keys).height);
        box.h = room.bottom() - box.y;
    }
    if (const auto stop = canvas.field("set.place", line, field)) action = Place{*stop};
    if (auto key = canvas.keyboard("kb", box, keys)) action = Press{std::move(*key)};
    const auto end = draw_ends(canvas, {words("button_done"), ui::Icon::check_circle});
    if (end == End::main) action = TypePlace{};
    if (end == End::back) action = Back{};
    if (canvas.took_erase()) action = Press{{ui::KeyAction::Kind::erase, {}}};
    if (!canvas.typed().empty()) action = Type{base::Secret(base::bytes_of(canvas.typed()))};
}

// Begins with what stands there, and ends with what was typed.
void turn_typing(State& state) {
    state.is_typing = !state.is_typing;
    if (!state.is_typing) {
        state.choices.waiting_place = state.place.text();
        return;
    }
    state.place.clear();
    (void)state.place.insert(state.choices.waiting_place);
    state.keyboard = {};
    state.keyboard.is_shifted = state.place.is_empty();
}

void type(State& state, const Action& action, const ui::Phrasebook& words) {
    if (const auto* place = std::get_if<Place>(&action)) return state.place.place(place->stop);
    if (const auto* typed = std::get_if<Type>(&action)) {
        (void)state.place.insert(typed->letters.text());
        state.keyboard.is_shifted = false;
        return;
    }
    const auto paragraph = words.direction() == ui::Direction::right_to_left ? ui::TextField::Paragraph::right_to_left
                                                                             : ui::TextField::Paragraph::left_to_right;
    (void)ui::type_key(state.place, state.keyboard, std::get<Press>(action).key, paragraph);
}

} // namespace

std::optional<Action> draw(ui::Canvas& canvas, const State& state) {
    draw_staff_ground(canvas);
    std::optional<Action> action;
    if (state.is_typing) {
        draw_place(canvas, state, action);
    } else {
        draw_list(canvas, state, action);
    }
    return action;
}

Next update(State& state, const Action& action, Kiosk& kiosk) {
    if (std::holds_alternative<Back>(action)) {
        if (!state.is_typing) return Next::back();
        state.is_typing = false;
        return Next::stay();
    }
    if (kiosk.staff == nullptr || !kiosk.session.staff) return Next::stay();
    if (std::holds_alternative<Save>(action)) {
        const auto kept = kiosk.staff->office.change(*kiosk.session.staff, state.choices);
        state.saved = kept.is_error() ? Saved::failed : Saved::kept;
        return Next::stay();
    }
    state.saved = Saved::not_yet;
    if (const auto* change = std::get_if<Change>(&action)) {
        state.choices = change->choices;
    } else if (std::holds_alternative<TypePlace>(action)) {
        turn_typing(state);
    } else {
        type(state, action, kiosk.words);
    }
    return Next::stay();
}

State open(Kiosk& kiosk) {
    State state;
    if (kiosk.staff == nullptr) return state;
    const OfficeSettings& office = kiosk.staff->office;
    state.choices = office.choices();
    // Their own names stand in their own words, of which only those in use are loaded.
    const auto all = ui::Phrasebook::load(share_folder() / "strings", office.built(), kiosk.settings.time_zone);
    if (all.is_error()) return state;
    for (const auto& language : all.value().languages()) {
        if (language.code != "en") state.languages.push_back({language.code, language.own_name});
    }
    return state;
}

} // namespace kiosk::staff_settings
