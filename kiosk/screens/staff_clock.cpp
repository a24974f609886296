#include "kiosk/screens/staff_clock.hpp"

#include "kiosk/screens/page.hpp"
#include "kiosk/screens/staff_frame.hpp"
#include "kiosk/screens/staff_message.hpp"
#include "kiosk/staff/clock_watch.hpp"
#include "kiosk/staff/staff_side.hpp"
#include "kiosk/visits/office_time.hpp"

namespace kiosk::staff_clock {

namespace {

using namespace std::chrono_literals;

constexpr auto look_every = 1s;

struct UnitWords {
    const char* id;
    const char* back;
    const char* ahead;
};

UnitWords words_of(Unit unit) {
    switch (unit) {
    case Unit::year: return {"clock.year", "button_year_back", "button_year_ahead"};
    case Unit::month: return {"clock.month", "button_month_back", "button_month_ahead"};
    case Unit::day: return {"clock.day", "button_day_back", "button_day_ahead"};
    case Unit::hour: return {"clock.hour", "button_hour_back", "button_hour_ahead"};
    case Unit::ten_minutes: return {"clock.ten", "button_ten_minutes_back", "button_ten_minutes_ahead"};
    case Unit::minute: return {"clock.minute", "button_minute_back", "button_minute_ahead"};
    }
    return {"clock.minute", "button_minute_back", "button_minute_ahead"};
}

// Days, months and years as the calendar of the office has them, over its clock changes and to the end of shorter months.
base::UtcTime stepped(base::UtcTime from, const Move& move, const std::string& time_zone) {
    switch (move.unit) {
    case Unit::hour: return from + move.by * 1h;
    case Unit::ten_minutes: return from + move.by * 10min;
    case Unit::minute: return from + move.by * 1min;
    case Unit::year:
    case Unit::month:
    case Unit::day: break;
    }
    const auto local = local_of_utc(from, time_zone);
    const auto midnight = std::chrono::floor<std::chrono::days>(local);
    auto day = std::chrono::year_month_day(midnight);
    if (move.unit == Unit::day) {
        day = std::chrono::year_month_day(midnight + std::chrono::days(move.by));
    } else {
        day += std::chrono::months(move.unit == Unit::year ? 12 * move.by : move.by);
        if (!day.ok()) day = day.year() / day.month() / std::chrono::last;
    }
    const auto to = utc_of_local(std::chrono::local_days(day) + (local - midnight), time_zone);
    // That hour does not exist on that day: a day of its own length then.
    if (to.is_error()) return from + (std::chrono::local_days(day) - midnight);
    return to.value() + (from - std::chrono::floor<std::chrono::minutes>(from));
}

void look(State& state, Kiosk& kiosk) {
    state.now = kiosk.clock.now();
    state.look_again = kiosk.clock.moment() + look_every;
    if (kiosk.staff == nullptr || !kiosk.session.staff) return;
    const auto clock = kiosk.staff->care.look_at_clock(*kiosk.session.staff);
    if (!clock.is_error()) state.clock = clock.value();
}

const char* belief_id(ClockState state) {
    switch (state) {
    case ClockState::right: return "status_clock_believed";
    case ClockState::before_release: return "warning_clock_before_release";
    case ClockState::behind: return "warning_clock_behind";
    case ClockState::ahead: return "warning_clock_ahead";
    }
    return "status_clock_believed";
}

std::optional<StaffMessage> message_of(Message message) {
    switch (message) {
    case Message::none: return std::nullopt;
    case Message::set: return done_well("status_clock_set");
    case Message::trusted: return done_well("status_clock_trusted");
    case Message::may_not: return needs_care("warning_clock_may_not");
    case Message::too_early: return needs_care("warning_clock_too_early");
    case Message::not_kept: return needs_care("warning_clock_not_kept");
    }
    return std::nullopt;
}

std::optional<base::UtcTime> last_believed(const State& state) {
    return state.clock.state == ClockState::right ? std::nullopt : state.clock.newest_seen;
}

void add_last(ui::Flow& flow, ui::Canvas& canvas, const State& state, std::optional<Action>& action) {
    const auto last = last_believed(state);
    if (!last) return;
    const auto& words = canvas.words();
    flow_fact(flow, canvas, "clock.last",
              {ui::Icon::history, ui::Family::sky, words("label_clock_last"), words("value_clock", {{"at", *last}}),
               words("note_clock_last")});
    if (std::chrono::abs(state.now + state.shift - *last) < 1min) return;
    ui::ButtonLook begin;
    begin.icon = ui::Icon::history;
    begin.label = words("button_clock_last");
    flow.button({"clock.begin", begin, [&action] { action = BeginAtLast{}; }});
}

void add_steps(ui::Flow& flow, const ui::Canvas& canvas, const State& state, std::optional<Action>& action) {
    std::vector<ui::FlowButton> steps;
    for (const Unit unit : all_units) {
        const UnitWords words = words_of(unit);
        for (const int by : {-1, 1}) {
            ui::ButtonLook look;
            look.icon = by < 0 ? ui::Icon::remove : ui::Icon::add;
            look.label = canvas.words()(by < 0 ? words.back : words.ahead);
            steps.push_back({std::string(words.id) + (by < 0 ? ".back" : ".ahead"), look, [&action, unit, by] {
                                 action = Move{unit, by};
                             }});
        }
    }
    if (state.shift != 0ms) {
        ui::ButtonLook keep;
        keep.icon = ui::Icon::undo;
        keep.label = canvas.words()("button_clock_keep");
        steps.push_back({"clock.keep", keep, [&action] { action = KeepAsItIs{}; }});
    }
    flow.tiles(std::move(steps), 400 * canvas.growth());
}

void set(State& state, Kiosk& kiosk) {
    const StaffSession& by = *kiosk.session.staff;
    if (state.shift == 0ms) {
        const auto done = kiosk.staff->care.trust_clock(by);
        if (!done.is_error())
            state.message = Message::trusted;
        else
            state.message = done.error().kind == base::ErrorKind::ask_again ? Message::too_early : Message::not_kept;
        return look(state, kiosk);
    }
    const auto wanted = kiosk.clock.now() + state.shift;
    if (wanted < ClockWatch::released) {
        state.message = Message::too_early;
        return;
    }
    const auto done = kiosk.staff->care.set_clock(by, wanted);
    if (done.is_error() && done.error().kind == base::ErrorKind::ask_again) {
        state.message = Message::may_not;
        return;
    }
    state.message = done.is_error() ? Message::not_kept : Message::set;
    state.shift = 0ms;
    look(state, kiosk);
}

} // namespace

State open(Kiosk& kiosk) {
    State state;
    look(state, kiosk);
    const bool is_doubted = state.clock.state != ClockState::right;
    if (is_doubted) state.shift = state.clock.newest_seen.value_or(ClockWatch::released) - state.now;
    // What the clock itself says may be right all the same: then it is vouched for, not set.
    if (state.clock.state == ClockState::ahead) state.shift = 0ms;
    return state;
}

std::optional<Action> draw(ui::Canvas& canvas, const State& state) {
    draw_staff_ground(canvas);
    const auto& words = canvas.words();
    ui::Flow flow(canvas);
    std::optional<Action> action;
    const float top = add_title(flow, canvas, "clock.title", words("title_clock"));
    flow_message(flow, words, "clock.message", message_of(state.message), ui::Type::lead);
    const bool is_believed = state.clock.state == ClockState::right;
    flow_fact(flow, canvas, "clock.says",
              {ui::Icon::schedule, is_believed ? ui::Family::good : ui::Family::care, words("label_clock_says"),
               words("value_clock", {{"at", state.now}}), words(belief_id(state.clock.state))});
    add_last(flow, canvas, state, action);
    if (state.shift != 0ms) {
        flow_fact(flow, canvas, "clock.wanted",
                  {ui::Icon::more_time,
                   ui::Family::sky,
                   words("label_clock_wanted"),
                   words("value_clock", {{"at", state.now + state.shift}}),
                   {}});
    }
    add_steps(flow, canvas, state, action);
    paint_flow(flow, canvas, top);
    const auto main = words(state.shift == 0ms ? "button_clock_is_right" : "button_clock_set");
    const auto used = draw_ends(canvas, {main, ui::Icon::check_circle});
    if (used == End::main) action = Set{};
    if (used == End::back) action = Back{};
    return action;
}

Next update(State& state, const Action& action, Kiosk& kiosk) {
    if (std::holds_alternative<Back>(action)) return Next::back();
    if (kiosk.staff == nullptr || !kiosk.session.staff) return Next::stay();
    state.message = Message::none;
    if (const auto* move = std::get_if<Move>(&action)) {
        state.shift = stepped(state.now + state.shift, *move, kiosk.settings.time_zone) - state.now;
    }
    if (const auto last = last_believed(state); last && std::holds_alternative<BeginAtLast>(action)) {
        state.shift = *last - state.now;
    }
    if (std::holds_alternative<KeepAsItIs>(action)) state.shift = 0ms;
    if (std::holds_alternative<Set>(action)) set(state, kiosk);
    return Next::stay();
}

Next tick(State& state, Kiosk& kiosk) {
    if (kiosk.clock.moment() >= state.look_again) look(state, kiosk);
    return Next::stay();
}

std::optional<base::Moment> wake_at(const State& state) { return state.look_again; }

} // namespace kiosk::staff_clock
