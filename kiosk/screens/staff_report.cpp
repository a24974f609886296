#include "kiosk/screens/staff_report.hpp"

#include "kiosk/screens/health_words.hpp"
#include "kiosk/screens/page.hpp"
#include "kiosk/screens/staff_frame.hpp"
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

} // namespace

std::optional<Action> draw(ui::Canvas& canvas, const State& state) {
    draw_staff_ground(canvas);
    const auto& words = canvas.words();
    ui::Flow flow(canvas);
    const float top = add_title(flow, canvas, "report.title", words("title_report"));
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
    std::optional<Action> action;
    if (back_button(canvas)) action = Back{};
    return action;
}

Next update(State&, const Action&, Kiosk&) { return Next::back(); }

State open(Kiosk& kiosk) {
    State state;
    if (kiosk.staff == nullptr || !kiosk.session.staff) return state;
    auto health = kiosk.staff->care.look(*kiosk.session.staff);
    if (!health.is_error()) state.health = health.release_value();
    return state;
}

} // namespace kiosk::staff_report
