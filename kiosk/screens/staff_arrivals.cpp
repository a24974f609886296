#include "kiosk/screens/staff_arrivals.hpp"

#include "kiosk/screens/desk_words.hpp"
#include "kiosk/screens/page.hpp"
#include "kiosk/screens/screen.hpp"
#include "kiosk/screens/staff_arrivals_table.hpp"
#include "kiosk/screens/staff_pages.hpp"
#include "kiosk/screens/visit_words.hpp"
#include "kiosk/staff/staff_side.hpp"

namespace kiosk::staff_arrivals {

namespace {

using namespace std::chrono_literals;

constexpr auto look_every = 10s; // minutes go on, and families arrive at another window's kiosk
// Sheets are made soon after the page is on the glass, a day at a time, and soon after a new roster.
constexpr auto next_sheet_after = 300ms;
constexpr auto look_for_roster_every = 2s;

bool is_same(const DeskRow& one, const DeskRow& other) {
    if (one.check_in && other.check_in) return one.check_in == other.check_in;
    return one.visit == other.visit && one.person == other.person && !one.visit.text.empty();
}

void show(State& state, DeskDay day) {
    std::optional<std::size_t> chosen;
    for (std::size_t i = 0; state.chosen && i < day.rows.size(); ++i) {
        if (is_same(day.rows[i], state.day.rows[*state.chosen])) chosen = i;
    }
    state.day = std::move(day);
    state.chosen = chosen;
    if (state.first >= state.day.rows.size()) state.first = 0;
}

// Whoever waits longest is what staff came for.
std::optional<std::size_t> first_waiting(const DeskDay& day) {
    for (const Stage stage : {Stage::waiting, Stage::called, Stage::in_visit}) {
        for (std::size_t i = 0; i < day.rows.size(); ++i) {
            if (day.rows[i].stage == stage) return i;
        }
    }
    return std::nullopt;
}

void look_at_requests(State& state, Kiosk& kiosk) {
    const auto requests = kiosk.staff->requests.new_ones(*kiosk.session.staff);
    state.has_failed = state.has_failed || requests.is_error();
    if (!requests.is_error()) state.requests = requests.value();
}

void look(State& state, Kiosk& kiosk) {
    state.now = kiosk.clock.now();
    state.look_again = kiosk.clock.moment() + look_every;
    if (kiosk.staff == nullptr || !kiosk.session.staff) return;
    auto& desk = kiosk.staff->arrivals;
    state.changes_seen = kiosk.staff->watch.changes();
    auto day = desk.day(*kiosk.session.staff);
    state.has_failed = day.is_error();
    if (!day.is_error()) show(state, day.release_value());
    look_at_requests(state, kiosk);
}

// Once a day, and for each new roster: for when the kiosk is down. Here, because here somebody stands who has the key.
void keep_sheet(State& state, Kiosk& kiosk) {
    state.keep_again = kiosk.clock.moment() + look_for_roster_every;
    if (!state.keeps_sheet || kiosk.staff == nullptr || !kiosk.session.staff) return;
    DailySheet& sheet = kiosk.staff->sheet;
    if (sheet.is_kept()) return;
    state.keeps_sheet = !sheet.keep(*kiosk.session.staff, kiosk.words).is_error();
    if (state.keeps_sheet) state.keep_again = kiosk.clock.moment() + next_sheet_after;
}

ui::ButtonLook tile_of(const ui::Phrasebook& words, const DeskRow& row) {
    ui::ButtonLook look;
    look.style = ui::ButtonStyle::tile;
    look.icon = look_of(row).icon;
    look.label = words("label_arrival_row",
                       {{"start", row.time}, {"ticket", ticket_of(words, row)}, {"who", who_of(words, row)}});
    look.under = stage_of(words, row);
    look.spoken = spoken_row(words, row);
    look.is_private = true;
    return look;
}

void draw_flowing(ui::Canvas& canvas, const State& state, std::optional<Action>& action) {
    const auto& words = canvas.words();
    ui::Flow flow(canvas);
    const float top = add_title(flow, canvas, "arrivals.title", words("title_arrivals"));
    const ui::TextLook care{.ink = ui::Tint::care, .weight = ui::Weight::bold, .role = ui::Role::status};
    if (state.has_failed) flow.text("arrivals.failed", words("warning_desk_failed"), care);
    int number = 0;
    ui::TextLook apart = care;
    apart.is_private = true;
    for (const auto& alert : alerts_of(words, state)) flow.text("alert." + std::to_string(++number), alert, apart);
    flow.text("arrivals.counts",
              words("status_counts", {{"waiting", std::int64_t{state.day.waiting}},
                                      {"visits", std::int64_t{state.day.in_visit}},
                                      {"missing", std::int64_t{state.day.not_here_yet}}}),
              {.role = ui::Role::status, .is_quiet = true});
    if (state.day.rows.empty()) flow.text("arrivals.none", words("note_no_visits_today"), {.ink = ui::Tint::ink2});
    std::vector<ui::FlowButton> rows;
    for (std::size_t i = 0; i < state.day.rows.size(); ++i) {
        const DeskRow& row = state.day.rows[i];
        rows.push_back({row_id(row), tile_of(words, row), [&action, i] { action = Open{i}; }});
    }
    ui::ButtonLook add;
    add.icon = ui::Icon::person_add;
    add.label = words("button_check_somebody_in");
    rows.push_back({"arrivals.add", add, [&action] { action = CheckSomebodyIn{}; }});
    ui::ButtonLook print;
    print.icon = ui::Icon::print;
    print.label = words("title_print_day");
    rows.push_back({"arrivals.print", print, [&action] { action = PrintList{}; }});
    flow.tiles(std::move(rows), 520 * canvas.growth());
    paint_flow(flow, canvas, top);
}

} // namespace

State open(Kiosk& kiosk) {
    State state;
    if (kiosk.session.staff) state.role = kiosk.session.staff->role;
    if (kiosk.staff != nullptr && kiosk.session.staff) {
        auto day = kiosk.staff->arrivals.open_day(*kiosk.session.staff);
        state.has_failed = day.is_error();
        if (!day.is_error()) state.day = day.release_value();
        look_at_requests(state, kiosk);
        state.changes_seen = kiosk.staff->watch.changes();
    }
    state.chosen = first_waiting(state.day);
    // In sight, with the one before.
    if (state.chosen.value_or(0) > 0) state.first = *state.chosen - 1;
    state.now = kiosk.clock.now();
    state.look_again = kiosk.clock.moment() + look_every;
    state.keep_again = kiosk.clock.moment() + next_sheet_after;
    return state;
}

std::optional<Action> draw(ui::Canvas& canvas, const State& state) {
    draw_staff_ground(canvas);
    std::optional<Action> action;
    if (!state.has_failed && is_table_possible(canvas, state)) {
        draw_table(canvas, state, action);
    } else {
        draw_flowing(canvas, state, action);
    }
    if (const auto tab = staff_tabs(canvas, StaffTab::arrivals, state.role, state.requests.all())) action = Go{*tab};
    return action;
}

Next update(State& state, const Action& action, Kiosk& kiosk) {
    if (const auto* go = std::get_if<Go>(&action)) return to_tab(go->tab, kiosk);
    if (const auto* choose = std::get_if<Choose>(&action)) {
        state.chosen = choose->row;
        return Next::stay();
    }
    if (const auto* move = std::get_if<Move>(&action)) {
        const auto first = static_cast<std::int64_t>(state.first) + move->by;
        state.first = static_cast<std::size_t>(std::max<std::int64_t>(first, 0));
        return Next::stay();
    }
    if (std::holds_alternative<CheckSomebodyIn>(action)) return Next::push(Screen{staff_find::State{}});
    if (std::holds_alternative<PrintList>(action)) return Next::push(Screen{staff_print::of_day()});
    if (const auto* open = std::get_if<Open>(&action)) {
        return Next::push(Screen{staff_person::State{state.day.rows[open->row]}});
    }
    const auto step = std::get<Take>(action).step;
    if (!state.chosen || kiosk.staff == nullptr || !kiosk.session.staff) return Next::stay();
    if (step == DeskStep::check_in) return Next::push(Screen{staff_find::State{}});
    const auto done = take_step(step, state.day.rows[*state.chosen], *kiosk.session.staff, kiosk.staff->arrivals);
    look(state, kiosk);
    // What it was about may have been taken back meanwhile: the page shows what is so now.
    if (done.is_error() && done.error().kind != base::ErrorKind::ask_again) state.has_failed = true;
    return Next::stay();
}

Next tick(State& state, Kiosk& kiosk) {
    const bool has_changed = kiosk.staff != nullptr && kiosk.staff->watch.changes() != state.changes_seen;
    const bool is_due = kiosk.clock.moment() >= state.look_again;
    if (has_changed || is_due) look(state, kiosk);
    if (kiosk.clock.moment() >= state.keep_again) keep_sheet(state, kiosk);
    return Next::stay();
}

std::optional<base::Moment> wake_at(const State& state) {
    return state.keeps_sheet ? std::min(state.look_again, state.keep_again) : state.look_again;
}

} // namespace kiosk::staff_arrivals
