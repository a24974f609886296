#include "kiosk/screens/staff_report.hpp"

#include "kiosk/screens/health_words.hpp"
#include "kiosk/screens/page.hpp"
#include "kiosk/screens/staff_frame.hpp"
#include "kiosk/staff/lockouts.hpp"
#include "kiosk/staff/staff_side.hpp"

namespace kiosk::staff_report {

namespace {

// What is to be looked at stands first.
std::vector<HealthFact> in_order(const Health& health) {
    std::vector<HealthFact> facts = to_look_at(health);
    for (int i = 0; i < health_fact_count; ++i) {
        const auto fact = static_cast<HealthFact>(i);
        if (condition_of(health, fact) != Condition::look) facts.push_back(fact);
    }
    return facts;
}

void add_mended(ui::Flow& flow, const ui::Phrasebook& words, Mended mended) {
    const ui::TextLook good{.ink = ui::Tint::good, .weight = ui::Weight::bold, .role = ui::Role::status};
    const ui::TextLook care{.ink = ui::Tint::care, .weight = ui::Weight::bold, .role = ui::Role::status};
    switch (mended) {
    case Mended::nothing: return;
    case Mended::clock: return flow.text("report.mended", words("status_clock_trusted"), good);
    case Mended::lockouts: return flow.text("report.mended", words("status_all_lifted"), good);
    case Mended::failed: return flow.text("report.mended", words("warning_desk_failed"), care);
    }
}

void add_ways(ui::Flow& flow, ui::Canvas& canvas, const State& state, std::optional<Action>& action) {
    std::vector<ui::FlowButton> ways;
    const auto add = [&](const char* id, ui::Icon icon, const char* label, const Action& way) {
        ui::ButtonLook look;
        look.icon = icon;
        look.label = canvas.words()(label);
        ways.push_back({id, look, [&action, way] { action = way; }});
    };
    // A clock before the release has to be set first; nobody can vouch for it.
    const auto clock = state.health.clock.state;
    const bool is_in_doubt = clock == ClockState::behind || clock == ClockState::ahead;
    if (is_in_doubt && may(state.role, StaffAction::set_clock)) {
        add("report.clock", ui::Icon::schedule, "button_clock_is_right", TrustClock{});
    }
    if (may(state.role, StaffAction::lift_lockout))
        add("report.lift", ui::Icon::lock_open, "button_lift_all", LiftAll{});
    flow.tiles(std::move(ways), 400 * canvas.growth());
}

base::Result<void> mend(const Action& action, const StaffSession& by, Kiosk& kiosk) {
    if (std::holds_alternative<TrustClock>(action)) return kiosk.staff->care.trust_clock(by);
    return lift_all(by, kiosk.staff->accounts, kiosk.desk.guard());
}

} // namespace

std::optional<Action> draw(ui::Canvas& canvas, const State& state) {
    draw_staff_ground(canvas);
    const auto& words = canvas.words();
    ui::Flow flow(canvas);
    const float top = add_title(flow, canvas, "report.title", words("title_report"));
    std::optional<Action> action;
    add_mended(flow, words, state.mended);
    add_ways(flow, canvas, state, action);
    for (const HealthFact fact : in_order(state.health)) {
        const FactWords told = words_of(words, state.health, fact);
        const bool is_look = told.condition == Condition::look;
        flow_fact(flow, canvas, "report." + std::string(name_of(fact)),
                  {is_look ? ui::Icon::error : told.icon, is_look ? ui::Family::care : told.family, told.label,
                   told.value, told.note});
    }
    const Versions& versions = state.health.versions;
    flow.text("report.version",
              words("note_version", {{"version", ui::LeftToRight{versions.program}}, {"schema", versions.schema}}),
              {.type = ui::Type::small, .ink = ui::Tint::ink2});
    paint_flow(flow, canvas, top);
    if (back_button(canvas)) action = Back{};
    return action;
}

Next update(State& state, const Action& action, Kiosk& kiosk) {
    if (std::holds_alternative<Back>(action)) return Next::back();
    if (kiosk.staff == nullptr || !kiosk.session.staff) return Next::stay();
    const bool is_done = !mend(action, *kiosk.session.staff, kiosk).is_error();
    state = open(kiosk);
    const Mended what = std::holds_alternative<TrustClock>(action) ? Mended::clock : Mended::lockouts;
    state.mended = is_done ? what : Mended::failed;
    return Next::stay();
}

State open(Kiosk& kiosk) {
    State state;
    if (kiosk.staff == nullptr || !kiosk.session.staff) return state;
    state.role = kiosk.session.staff->role;
    auto health = kiosk.staff->care.look(*kiosk.session.staff);
    if (!health.is_error()) state.health = health.release_value();
    return state;
}

} // namespace kiosk::staff_report
