#include "kiosk/screens/staff_hours.hpp"

#include "kiosk/screens/page.hpp"
#include "kiosk/screens/staff_frame.hpp"
#include "kiosk/screens/staff_message.hpp"
#include "kiosk/staff/staff_side.hpp"
#include "kiosk/visits/office_time.hpp"

namespace kiosk::staff_hours {

namespace {

using namespace std::chrono_literals;

constexpr DayHours usual{8h, 17h};
constexpr DayHours all_day{};
constexpr DayHours closed{0min, 0min};
constexpr std::chrono::minutes step = 2 * hours_step;

// In a week in which no clocks change: this Sunday, and the days after it.
base::UtcTime moment_of(const State& state, std::size_t day, std::chrono::minutes time) {
    const std::chrono::local_days sunday{std::chrono::year{2026} / 1 / 18};
    const auto moment = utc_of_local(sunday + std::chrono::days(day) + time, state.time_zone);
    return moment.is_error() ? base::UtcTime{} : moment.value();
}

ui::Words day_words(const ui::Phrasebook& words, const State& state, std::size_t day) {
    return words("label_weekday", {{"date", moment_of(state, day, 12h)}});
}

ui::Words hours_words(const ui::Phrasebook& words, const State& state, std::size_t day) {
    const DayHours& hours = state.hours.days[day];
    if (hours.is_closed()) return words("label_closed_all_day");
    if (hours.is_all_day()) return words("label_open_all_day");
    return words("label_hours",
                 {{"opens", moment_of(state, day, hours.opens)}, {"closes", moment_of(state, day, hours.closes)}});
}

void add_days(ui::Flow& flow, const ui::Canvas& canvas, const State& state, std::optional<Action>& action) {
    std::vector<ui::FlowButton> buttons;
    for (std::size_t day = 0; day < state.hours.days.size(); ++day) {
        ui::ButtonLook look;
        look.style = ui::ButtonStyle::tool;
        look.label = day_words(canvas.words(), state, day);
        look.under = hours_words(canvas.words(), state, day);
        look.is_selected = day == state.day;
        buttons.push_back({"hours.day." + std::to_string(day), look, [&action, day] { action = Choose{day}; }});
    }
    flow.tiles(std::move(buttons), 400 * canvas.growth());
}

// What the chosen day may become, one button each; what changes nothing is left out.
void add_ways(ui::Flow& flow, const ui::Canvas& canvas, const State& state, std::optional<Action>& action) {
    const DayHours now = state.hours.days[state.day];
    std::vector<ui::FlowButton> buttons;
    const auto add = [&](const char* id, ui::Icon icon, const char* label, const DayHours& then) {
        if (then == now) return;
        ui::ButtonLook look;
        look.icon = icon;
        look.label = canvas.words()(label);
        buttons.push_back({id, look, [&action, then] { action = Set{then}; }});
    };
    if (now.is_closed() || now.is_all_day()) {
        add("hours.usual", ui::Icon::schedule, "button_hours_choose", usual);
    } else {
        add("hours.opens.earlier", ui::Icon::remove, "button_opens_earlier",
            {std::max(now.opens - step, 0min), now.closes});
        add("hours.opens.later", ui::Icon::add, "button_opens_later",
            {std::min(now.opens + step, now.closes - step), now.closes});
        add("hours.closes.earlier", ui::Icon::remove, "button_closes_earlier",
            {now.opens, std::max(now.closes - step, now.opens + step)});
        add("hours.closes.later", ui::Icon::add, "button_closes_later",
            {now.opens, std::min(now.closes + step, whole_day)});
    }
    add("hours.closed", ui::Icon::door_front, "button_closed_all_day", closed);
    add("hours.all", ui::Icon::more_time, "button_open_all_day", all_day);
    ui::ButtonLook copy;
    copy.icon = ui::Icon::done_all;
    copy.label = canvas.words()("button_hours_workdays");
    buttons.push_back({"hours.copy", copy, [&action] { action = UseOnWorkdays{}; }});
    flow.tiles(std::move(buttons), 400 * canvas.growth());
}

void add_saved(ui::Flow& flow, const ui::Phrasebook& words, Saved saved) {
    if (saved == Saved::not_yet) return;
    const bool is_kept = saved == Saved::kept;
    flow_message(flow, words, "hours.saved",
                 is_kept ? done_well("status_hours_kept") : needs_care("warning_care_failed"));
}

} // namespace

std::optional<Action> draw(ui::Canvas& canvas, const State& state) {
    draw_staff_ground(canvas);
    const auto& words = canvas.words();
    ui::Flow flow(canvas);
    const float top = add_title(flow, canvas, "hours.title", words("title_hours"));
    std::optional<Action> action;
    add_saved(flow, words, state.saved);
    add_days(flow, canvas, state, action);
    flow.text("hours.chosen", words("heading_hours_of", {{"day", day_words(words, state, state.day)}}),
              {.type = ui::Type::side_head, .role = ui::Role::heading}, 12);
    add_ways(flow, canvas, state, action);
    paint_flow(flow, canvas, top);
    const auto end = draw_ends(canvas, {words("button_save"), ui::Icon::check_circle});
    if (end == End::main) action = Save{};
    if (end == End::back) action = Back{};
    return action;
}

Next update(State& state, const Action& action, Kiosk& kiosk) {
    if (std::holds_alternative<Back>(action)) return Next::back();
    if (kiosk.staff == nullptr || !kiosk.session.staff) return Next::stay();
    if (std::holds_alternative<Save>(action)) {
        const auto kept = kiosk.staff->opening.set_hours(*kiosk.session.staff, state.hours);
        state.saved = kept.is_error() ? Saved::failed : Saved::kept;
        return Next::stay();
    }
    if (const auto* choose = std::get_if<Choose>(&action)) {
        state.day = choose->day;
        return Next::stay();
    }
    state.saved = Saved::not_yet;
    if (const auto* set = std::get_if<Set>(&action)) state.hours.days[state.day] = set->hours;
    if (std::holds_alternative<UseOnWorkdays>(action)) {
        for (std::size_t day = 1; day <= 5; ++day) state.hours.days[day] = state.hours.days[state.day];
    }
    return Next::stay();
}

State open(Kiosk& kiosk) {
    State state;
    state.time_zone = kiosk.settings.time_zone;
    if (kiosk.staff != nullptr) state.hours = kiosk.staff->opening.hours();
    return state;
}

} // namespace kiosk::staff_hours
