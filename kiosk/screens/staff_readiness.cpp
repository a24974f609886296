#include "kiosk/screens/staff_readiness.hpp"

#include "kiosk/screens/page.hpp"
#include "kiosk/screens/screen.hpp"
#include "kiosk/screens/staff_frame.hpp"
#include "kiosk/screens/staff_message.hpp"
#include "kiosk/staff/staff_side.hpp"

namespace kiosk::staff_readiness {

namespace {

using ui::Rect;

struct Look {
    ui::Icon icon;
    ui::Family family;
};

Look look_of(ReadinessOutcome outcome) {
    switch (outcome) {
    case ReadinessOutcome::open:
    case ReadinessOutcome::skipped: return {ui::Icon::remove, ui::Family::sky};
    case ReadinessOutcome::passed: return {ui::Icon::check_circle, ui::Family::good};
    case ReadinessOutcome::failed: return {ui::Icon::error, ui::Family::care};
    }
    return {ui::Icon::remove, ui::Family::sky};
}

std::string label_id(ReadinessItem item) { return "label_check_" + std::string(name_of(item)); }

constexpr float least_side = 88;
constexpr float wide_block = 3 * 112.0F + 48;

// The middle and the corners of what lies between the bars, as far out as a hand is asked to reach. With easy reach
// there is height for one row.
std::array<Rect, touch_points> targets_in(const Rect& area) {
    if (area.h < wide_block) {
        const float side = std::min(112.0F, area.h);
        const float step = (area.w - side) / (touch_points - 1);
        std::array<Rect, touch_points> row;
        for (std::size_t i = 0; i < row.size(); ++i)
            row[i] = {area.x + static_cast<float>(i) * step, area.y, side, side};
        return row;
    }
    const float side = std::min({160.0F, (area.h - 48) / 3, (area.w - 48) / 3});
    const float right = area.right() - side;
    const float bottom = area.bottom() - side;
    return {{{area.x, area.y, side, side},
             {right, area.y, side, side},
             {area.x + (area.w - side) / 2, area.y + (area.h - side) / 2, side, side},
             {area.x, bottom, side, side},
             {right, bottom, side, side}}};
}

void draw_targets(ui::Canvas& canvas, const State& state, const Rect& area, std::optional<Action>& action) {
    const auto targets = targets_in(area);
    for (std::size_t i = 0; i < targets.size(); ++i) {
        ui::ButtonLook look;
        look.style = ui::ButtonStyle::key;
        look.label = canvas.words()("label_touch_point", {{"number", static_cast<std::int64_t>(i + 1)}});
        look.is_selected = state.touched[i];
        if (canvas.button("check.touch." + std::to_string(i + 1), targets[i], look)) action = Touch{i};
    }
}

void add_print(ui::Flow& flow, const ui::Canvas& canvas, const char* id, const char* label, std::function<void()> use) {
    ui::ButtonLook look;
    look.icon = ui::Icon::print;
    look.label = canvas.words()(label);
    std::vector<ui::FlowButton> buttons;
    buttons.push_back({id, look, std::move(use)});
    flow.tiles(std::move(buttons), 400 * canvas.growth());
}

enum class Answers { all, not_passed };

void add_sides(ui::Flow& flow, const ui::Canvas& canvas, const State& state, std::optional<Action>& action) {
    const auto& words = canvas.words();
    struct Offer {
        const char* id;
        const char* label;
        ui::Side side;
        bool was_played;
    };
    std::vector<ui::FlowButton> buttons;
    for (const auto& offer : {Offer{"check.left", "button_sound_left", ui::Side::left, state.has_played_left},
                              Offer{"check.right", "button_sound_right", ui::Side::right, state.has_played_right}}) {
        ui::ButtonLook look;
        look.icon = ui::Icon::volume_up;
        look.label = words(offer.label);
        look.is_selected = offer.was_played;
        buttons.push_back({offer.id, look, [&action, offer] { action = Play{offer.side}; }});
    }
    flow.tiles(std::move(buttons), 400 * canvas.growth());
    if (state.must_play_both) {
        flow_message(flow, words, "check.played", needs_care("warning_sound_play_both"));
    } else if (state.played) {
        const bool is_left = state.played == ui::Side::left;
        flow.text("check.played", words(is_left ? "status_sound_left" : "status_sound_right"),
                  {.role = ui::Role::status});
    }
}

void add_answers(ui::Flow& flow, const ui::Canvas& canvas, Answers answers, std::optional<Action>& action) {
    const auto& words = canvas.words();
    struct Offer {
        const char* id;
        const char* label;
        ui::Icon icon;
        ReadinessOutcome outcome;
    };
    std::vector<ui::FlowButton> buttons;
    for (const auto& offer :
         {Offer{"check.works", "button_check_works", ui::Icon::check_circle, ReadinessOutcome::passed},
          Offer{"check.fails", "button_check_fails", ui::Icon::error, ReadinessOutcome::failed},
          Offer{"check.skip", "button_check_skip", ui::Icon::arrow_forward, ReadinessOutcome::skipped}}) {
        if (answers == Answers::not_passed && offer.outcome == ReadinessOutcome::passed) continue;
        ui::ButtonLook look;
        look.icon = offer.icon;
        look.label = words(offer.label);
        buttons.push_back({offer.id, look, [&action, offer] { action = Answer{offer.outcome}; }});
    }
    flow.tiles(std::move(buttons), 300 * canvas.growth());
}

int steps_done(const State& state) {
    return readiness_item_count - static_cast<int>(state.result.count(ReadinessOutcome::open)) + 1;
}

void draw_step(ui::Canvas& canvas, const State& state, ReadinessItem item, std::optional<Action>& action) {
    const auto& words = canvas.words();
    ui::Flow flow(canvas);
    const auto title = words(label_id(item).c_str());
    const Step step{steps_done(state), readiness_item_count};
    const float top = add_title(flow, canvas, "check.title", title, step);
    const bool is_mute = item == ReadinessItem::sound && !state.has_sound;
    const auto note = is_mute ? std::string("note_check_no_sound") : "note_check_" + std::string(name_of(item));
    flow.text("check.note", words(note.c_str()), {.type = ui::Type::lead, .ink = ui::Tint::ink2});
    if (item == ReadinessItem::printer) {
        add_print(flow, canvas, "check.print", "title_print_test", [&action] { action = PrintTest{}; });
    }
    if (item == ReadinessItem::sound && !is_mute) add_sides(flow, canvas, state, action);
    add_answers(flow, canvas, is_mute ? Answers::not_passed : Answers::all, action);
    if (item == ReadinessItem::touch) {
        ui::Block targets;
        targets.is_touched = true;
        targets.height = [](float) { return wide_block; };
        if (canvas.reach_top() > 0) targets.height = [](float) { return 112.0F; };
        targets.least = least_side;
        targets.paint = [&](const Rect& box) { draw_targets(canvas, state, box, action); };
        flow.add(std::move(targets));
    }
    paint_flow(flow, canvas, top);
    if (item == ReadinessItem::scanner && !canvas.scanned().empty()) action = Scanned{};
    if (back_button(canvas)) action = Back{};
}

void draw_list(ui::Canvas& canvas, const State& state, std::optional<Action>& action) {
    const auto& words = canvas.words();
    ui::Flow flow(canvas);
    const float top = add_title(flow, canvas, "check.title", words("title_readiness"));
    const bool has_failed = state.result.count(ReadinessOutcome::failed) > 0;
    const bool is_whole = state.result.count(ReadinessOutcome::skipped) == 0;
    flow.text("check.verdict", readiness_verdict(words, state.result),
              {.type = ui::Type::lead,
               .ink = has_failed ? ui::Tint::care
                      : is_whole ? ui::Tint::good
                                 : ui::Tint::ink,
               .weight = ui::Weight::bold,
               .role = ui::Role::status});
    if (state.sheet != Sheet::none) {
        flow.text("check.sheet", words(state.sheet == Sheet::kept ? "status_sheet_kept" : "warning_sheet_not_kept"),
                  {.role = ui::Role::status});
    }
    add_print(flow, canvas, "check.print", "button_print_sheet", [&action] { action = PrintSheet{}; });
    for (int i = 0; i < readiness_item_count; ++i) {
        const auto item = static_cast<ReadinessItem>(i);
        const auto outcome = state.result.of(item);
        const Look look = look_of(outcome);
        flow_fact(flow, canvas, "check." + std::string(name_of(item)),
                  {look.icon, look.family, words(label_id(item).c_str()), words(outcome_id(outcome)), {}});
    }
    paint_flow(flow, canvas, top);
    const auto used = draw_ends(canvas, {words("button_keep_sheet"), ui::Icon::description});
    if (used == End::main) action = KeepSheet{};
    if (used == End::back) action = Back{};
}

void play(State& state, ui::Side side, Kiosk& kiosk) {
    if (kiosk.staff->readiness.sound().play(*kiosk.session.staff, side).is_error()) return;
    state.played = side;
    state.must_play_both = false;
    (side == ui::Side::left ? state.has_played_left : state.has_played_right) = true;
}

void answer(State& state, ReadinessItem item, ReadinessOutcome outcome) {
    const bool has_played_both = state.has_played_left && state.has_played_right;
    if (item == ReadinessItem::sound && outcome == ReadinessOutcome::passed && !has_played_both) {
        state.must_play_both = true;
        return;
    }
    state.result.set(item, outcome);
}

void go_on(State& state, Kiosk& kiosk) {
    if (state.result.first_open() == ReadinessItem::sound && !state.is_sound_sought) {
        state.is_sound_sought = true;
        (void)kiosk.staff->readiness.sound().begin(*kiosk.session.staff);
    }
    if (state.result.first_open() || state.is_finished) return;
    state.is_finished = true;
    // What cannot be written now is still to be seen; the page does not hold it back.
    (void)kiosk.staff->readiness.finish(*kiosk.session.staff, state.result);
}

} // namespace

std::optional<Action> draw(ui::Canvas& canvas, const State& state) {
    draw_staff_ground(canvas);
    std::optional<Action> action;
    const auto item = state.result.first_open();
    if (item && !state.is_finished) {
        draw_step(canvas, state, *item, action);
    } else {
        draw_list(canvas, state, action);
    }
    return action;
}

Next update(State& state, const Action& action, Kiosk& kiosk) {
    if (std::holds_alternative<Back>(action)) return Next::back();
    if (kiosk.staff == nullptr || !kiosk.session.staff) return Next::stay();
    const auto item = state.result.first_open();
    if (std::holds_alternative<PrintSheet>(action)) {
        return Next::push(Screen{staff_print::of_readiness(state.result)});
    }
    if (std::holds_alternative<PrintTest>(action)) return Next::push(Screen{staff_print::State{}});
    if (std::holds_alternative<KeepSheet>(action)) {
        const auto kept =
            kiosk.staff->readiness.keep_sheet(*kiosk.session.staff, state.result, kiosk.words, kiosk.settings);
        state.sheet = kept.is_error() ? Sheet::failed : Sheet::kept;
        return Next::stay();
    }
    if (!item) return Next::stay();
    if (const auto* given = std::get_if<Answer>(&action)) answer(state, *item, given->outcome);
    if (const auto* wanted = std::get_if<Play>(&action)) play(state, wanted->side, kiosk);
    if (std::holds_alternative<Scanned>(action)) state.result.set(*item, ReadinessOutcome::passed);
    if (const auto* touch = std::get_if<Touch>(&action)) {
        state.touched.set(touch->point);
        if (state.touched.all()) state.result.set(*item, ReadinessOutcome::passed);
    }
    go_on(state, kiosk);
    return Next::stay();
}

Next tick(State& state, Kiosk& kiosk) {
    if (kiosk.staff != nullptr) state.has_sound = kiosk.staff->readiness.sound().has_sound();
    return Next::stay();
}

State open(Kiosk& kiosk) {
    State state;
    if (kiosk.staff == nullptr || !kiosk.session.staff) return state;
    auto begun = kiosk.staff->readiness.begin(*kiosk.session.staff);
    if (!begun.is_error()) state.result = begun.release_value();
    return state;
}

} // namespace kiosk::staff_readiness
