#include "kiosk/screens/staff_health.hpp"

#include "kiosk/screens/health_card.hpp"
#include "kiosk/screens/page.hpp"
#include "kiosk/screens/screen.hpp"
#include "kiosk/screens/staff_health_parts.hpp"
#include "kiosk/screens/staff_pages.hpp"
#include "kiosk/staff/staff_side.hpp"

namespace kiosk::staff_health {

namespace {

using ui::Rect;
using namespace std::chrono_literals;

constexpr auto look_every = 5s;
constexpr auto step_every = 20ms;

constexpr float gap = 24;
constexpr float side = 552; // of the panel with what waits
constexpr float mark = 40;
constexpr float row = 76;
constexpr float panel_head = 58;
constexpr float button = 88;
constexpr float between = 20; // buttons
constexpr std::size_t most_rows = 3;

constexpr ui::TextLook note_look{.type = ui::Type::small, .ink = ui::Tint::ink2};
constexpr ui::TextLook row_look{.type = ui::Type::small};

// The page as drawn ----------------------------------------------------------------------------------------------------

struct Drawn {
    std::vector<HealthFact> facts;
    std::vector<Rect> cards;
    std::vector<FactWords> words;
    Rect panel;
    std::vector<WaitingRow> rows;
};

Drawn lay_out(const ui::Canvas& canvas, const Rect& content, const Health& health, Sending sending) {
    Drawn drawn;
    const Rect rest{content.x, content.y + 92, content.w, content.h - 92};
    const float width = (rest.w - side - 3 * gap) / 3;
    const float height = (rest.h - gap) / 2;
    drawn.facts = facts_of(health);
    for (std::size_t i = 0; i < drawn.facts.size(); ++i) {
        const auto column = static_cast<float>(i % 3);
        const float y = i < 3 ? rest.y : rest.y + height + gap;
        drawn.cards.push_back({rest.x + column * (width + gap), y, width, height});
        drawn.words.push_back(words_of(canvas.words(), health, drawn.facts[i]));
    }
    drawn.panel = {rest.right() - side, rest.y, side, rest.h};
    // What came of "Send now" may take a second line.
    drawn.rows = rows_of(canvas.words(), health, sending == Sending::none ? most_rows : most_rows - 1);
    return drawn;
}

// Two that share a row go without their pictures where the words need the room.
ui::ButtonLook fitted(ui::Canvas& canvas, ui::ButtonLook look, float width) {
    if (canvas.natural_width(look) > width) look.icon = ui::Icon::none;
    return look;
}

bool does_fit(ui::Canvas& canvas, const ui::ButtonLook& look, float width) {
    return canvas.natural_width(fitted(canvas, look, width)) <= width;
}

bool is_room_for(ui::Canvas& canvas, const Rect& content, const Drawn& drawn, const State& state) {
    const auto& words = canvas.words();
    float head = canvas.measure(words("title_health"), {.type = ui::Type::title}).w;
    for (const Chip& chip : chips_of(words, *state.health)) head += gap + chip_width(canvas, chip);
    if (head > content.w) return false;
    for (std::size_t i = 0; i < drawn.cards.size(); ++i) {
        if (!fits_card(canvas, drawn.cards[i], drawn.words[i])) return false;
    }
    const Rect inner = drawn.panel.inset(32, 24);
    for (const WaitingRow& each : drawn.rows) {
        const float age = each.age.is_empty() ? 0 : canvas.measure(each.age, row_look).w + 16;
        if (canvas.measure(each.what, row_look).w + 56 + age > inner.w) return false;
    }
    const float told = panel_head + static_cast<float>(drawn.rows.size()) * row + 12;
    const float left = inner.h - told - 3 * button - 2 * between - 16;
    if (canvas.measure(sending_words(words, state.sending), sending_look(state.sending), inner.w - 52).h > left) {
        return false;
    }
    const float half = may_check(state) ? (inner.w - gap) / 2 : inner.w;
    const bool fits_half = does_fit(canvas, report_look(words), half) &&
                           (!may_check(state) || does_fit(canvas, readiness_look(words), half));
    return fits_half && canvas.natural_width(send_look(words)) <= inner.w &&
           canvas.natural_width(care_look(words)) <= inner.w;
}

void draw_panel(ui::Canvas& canvas, const Drawn& drawn, const State& state, std::optional<Action>& action) {
    const auto& words = canvas.words();
    canvas.panel(drawn.panel);
    const Rect inner = drawn.panel.inset(32, 24);
    canvas.text("health.waits", {inner.x, inner.y, inner.w, 46}, words("heading_waiting_to_send"),
                {.type = ui::Type::lead, .weight = ui::Weight::bold, .role = ui::Role::heading});
    float y = inner.y + panel_head;
    for (const WaitingRow& each : drawn.rows) {
        canvas.stitch({inner.x, y}, inner.w);
        canvas.icon(each.icon, {inner.x, y + 18, mark, mark}, ui::Tint::sky);
        const float age = each.age.is_empty() ? 0 : canvas.measure(each.age, row_look).w;
        canvas.text(each.id.c_str(), {inner.x + 56, y + 19, inner.w - 56 - age - 16, 38}, each.what, row_look);
        if (age > 0)
            canvas.text((each.id + ".age").c_str(), {inner.right() - age - 1, y + 19, age + 1, 38}, each.age,
                        note_look);
        y += row;
    }
    canvas.stitch({inner.x, y}, inner.w);
    const bool is_told = state.sending != Sending::none;
    const auto ink = sending_look(state.sending).ink;
    canvas.icon(is_told ? ui::Icon::info : ui::Icon::lock, {inner.x, y + 14, 36, 36}, ink);
    canvas.text("health.locked", {inner.x + 52, y + 12, inner.w - 52, 80}, sending_words(words, state.sending),
                sending_look(state.sending));
    const float care = inner.bottom() - button;
    const float report = care - between - button;
    const float send = report - between - button;
    if (canvas.button("sendnow", {inner.x, send, inner.w, button}, send_look(words))) action = SendNow{};
    const float width = may_check(state) ? (inner.w - gap) / 2 : inner.w;
    if (canvas.button("report", {inner.x, report, width, button}, fitted(canvas, report_look(words), width)))
        action = OpenReport{};
    if (may_check(state) && canvas.button("readiness", {inner.right() - width, report, width, button},
                                          fitted(canvas, readiness_look(words), width))) {
        action = OpenReadiness{};
    }
    if (canvas.button("care", {inner.x, care, inner.w, button}, care_look(words))) action = OpenCare{};
}

void draw_drawn(ui::Canvas& canvas, const Rect& content, const Drawn& drawn, const State& state,
                std::optional<Action>& action) {
    const auto& words = canvas.words();
    const float title = canvas.measure(words("title_health"), {.type = ui::Type::title}).w + 2;
    canvas.text("health.title", {content.x, content.y, title, 68}, words("title_health"),
                {.type = ui::Type::title, .role = ui::Role::title});
    const auto chips = chips_of(words, *state.health);
    float width = -gap;
    for (const Chip& chip : chips) width += chip_width(canvas, chip) + gap;
    float x = content.right() - width;
    for (const Chip& chip : chips) {
        canvas.chip(chip.id, {x, content.y + 10}, chip.icon, chip.family, chip.words);
        x += chip_width(canvas, chip) + gap;
    }
    for (std::size_t i = 0; i < drawn.cards.size(); ++i) {
        draw_card(canvas, id_of(drawn.facts[i]), drawn.cards[i], drawn.words[i]);
    }
    draw_panel(canvas, drawn, state, action);
}

// Before the facts: nobody turns pages to get to what they came to do.
void add_ways(ui::Flow& flow, const ui::Canvas& canvas, const State& state, std::optional<Action>& action) {
    const auto& words = canvas.words();
    flow.text("health.locked", sending_words(words, state.sending), sending_look(state.sending));
    std::vector<ui::FlowButton> buttons;
    buttons.push_back({"sendnow", send_look(words), [&action] { action = SendNow{}; }});
    buttons.push_back({"report", report_look(words), [&action] { action = OpenReport{}; }});
    if (may_check(state)) {
        buttons.push_back({"readiness", readiness_look(words), [&action] { action = OpenReadiness{}; }});
    }
    buttons.push_back({"care", care_look(words), [&action] { action = OpenCare{}; }});
    flow.tiles(std::move(buttons), 360 * canvas.growth());
}

void draw_flowing(ui::Canvas& canvas, const State& state, std::optional<Action>& action) {
    const auto& words = canvas.words();
    ui::Flow flow(canvas);
    flow_title(flow, canvas, "health.title", words("title_health"));
    if (state.health) {
        for (const Chip& chip : chips_of(words, *state.health)) {
            const bool is_look = chip.family == ui::Family::care;
            flow.text(chip.id, chip.words,
                      {.ink = is_look ? ui::Tint::care : ui::Tint::good,
                       .weight = ui::Weight::bold,
                       .role = ui::Role::status},
                      8);
        }
    }
    add_ways(flow, canvas, state, action);
    if (state.health) {
        for (const HealthFact fact : facts_of(*state.health)) {
            const FactWords told = words_of(words, *state.health, fact);
            const bool is_look = told.condition == Condition::look;
            flow_fact(flow, canvas, id_of(fact),
                      {is_look ? ui::Icon::error : told.icon, is_look ? ui::Family::care : told.family, told.label,
                       told.value, told.note});
        }
        flow.text("health.waits", words("heading_waiting_to_send"),
                  {.type = ui::Type::side_head, .role = ui::Role::heading}, 8);
        for (const WaitingRow& each : rows_of(words, *state.health, health_fact_count)) {
            flow_fact(flow, canvas, each.id, {each.icon, ui::Family::sky, {}, each.what, each.age});
        }
    }
    paint_flow(flow, canvas);
}

void look_again(State& state, Kiosk& kiosk) {
    state.look_at = kiosk.clock.moment() + look_every;
    if (kiosk.staff == nullptr || !kiosk.session.staff) return;
    auto health = kiosk.staff->care.look(*kiosk.session.staff);
    if (!health.is_error()) state.health = health.release_value();
}

} // namespace

std::optional<Action> draw(ui::Canvas& canvas, const State& state) {
    draw_staff_ground(canvas);
    const PageLayout page = page_layout(canvas);
    std::optional<Action> action;
    std::optional<Drawn> drawn;
    if (state.health && !page.is_flowing && !canvas.is_portrait()) {
        drawn = lay_out(canvas, page.content, *state.health, state.sending);
        if (!is_room_for(canvas, page.content, *drawn, state)) drawn.reset();
    }
    if (drawn) {
        draw_drawn(canvas, page.content, *drawn, state, action);
    } else {
        draw_flowing(canvas, state, action);
    }
    if (const auto tab = staff_tabs(canvas, StaffTab::health, state.role, state.new_requests)) action = Open{*tab};
    return action;
}

Next update(State& state, const Action& action, Kiosk& kiosk) {
    if (kiosk.staff == nullptr || !kiosk.session.staff) return Next::stay();
    if (const auto* tab = std::get_if<Open>(&action)) return to_tab(tab->tab, kiosk);
    if (std::holds_alternative<OpenReport>(action)) return Next::push(Screen{staff_report::open(kiosk)});
    if (std::holds_alternative<OpenReadiness>(action)) return Next::push(Screen{staff_readiness::open(kiosk)});
    if (std::holds_alternative<OpenCare>(action)) return Next::push(Screen{staff_care::open(kiosk)});
    const auto sent = kiosk.staff->care.send_now(*kiosk.session.staff);
    if (sent.is_error()) {
        state.sending = Sending::failed;
    } else {
        state.sending = sent.value() > 0 ? Sending::sealed : Sending::nothing;
    }
    look_again(state, kiosk);
    return Next::stay();
}

Next tick(State& state, Kiosk& kiosk) {
    if (kiosk.staff == nullptr) return Next::stay();
    state.new_requests = new_requests(kiosk);
    const auto now = kiosk.clock.moment();
    if (state.is_checking_log && now >= state.step_at) {
        state.is_checking_log = kiosk.staff->care.step_log_check();
        state.step_at = now + step_every;
        if (!state.is_checking_log) look_again(state, kiosk);
    }
    if (now >= state.look_at) look_again(state, kiosk);
    return Next::stay();
}

std::optional<base::Moment> wake_at(const State& state) {
    return state.is_checking_log ? std::min(state.step_at, state.look_at) : state.look_at;
}

State open(Kiosk& kiosk) {
    State state;
    if (kiosk.staff == nullptr || !kiosk.session.staff) return state;
    state.role = kiosk.session.staff->role;
    state.seat = kiosk.seat;
    state.new_requests = new_requests(kiosk);
    state.step_at = kiosk.clock.moment();
    state.is_checking_log = !kiosk.staff->care.begin_log_check(*kiosk.session.staff).is_error();
    look_again(state, kiosk);
    return state;
}

} // namespace kiosk::staff_health
