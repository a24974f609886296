#include "kiosk/screens/identify.hpp"

#include "kiosk/screens/letter_picture.hpp"
#include "kiosk/screens/page.hpp"
#include "kiosk/screens/screen.hpp"
#include "kiosk/visits/visit_code.hpp"

namespace kiosk::identify {

namespace {

using ui::Rect;
using namespace std::chrono_literals;

constexpr auto digit_shows = 1000ms;
constexpr auto code_shows = 5000ms;
constexpr int misses_before_other_way = 3;

const char* message_id(Message message) {
    switch (message) {
    case Message::none: return nullptr;
    case Message::not_found: return "warning_code_not_found";
    case Message::try_another_way: return "warning_try_another_way";
    case Message::cannot_scan: return "warning_cannot_scan";
    case Message::wait: return "warning_code_wait";
    case Message::resting: return "warning_code_resting";
    case Message::incomplete: return "warning_code_incomplete";
    case Message::out_of_order: return "warning_look_up_failed";
    }
    return nullptr;
}

void draw_scan_panel(ui::Canvas& canvas, const Rect& box) {
    canvas.panel(box);
    const Rect inner = box.inset(36, 28);
    float y = inner.y;
    y += canvas.text("identify.scan", {inner.x, y, inner.w, 104}, canvas.words()("heading_scan_letter"),
                     {.type = ui::Type::head, .role = ui::Role::heading});
    y += canvas.text("identify.scan.how", {inner.x, y + 6, inner.w, 168}, canvas.words()("note_scan_letter")) + 24;
    const float height = inner.bottom() - y;
    const float width = std::min(inner.w, height * 1.25F);
    draw_letter_picture(canvas, {inner.x + (inner.w - width) / 2, y, width, height});
}

// The quiet corner beside the keypad: another way, or what went wrong, in words that blame nobody.
bool draw_side(ui::Canvas& canvas, const Rect& box, const State& state) {
    const auto& words = canvas.words();
    const float button = 92;
    const Rect well{box.x, box.y, box.w, box.h - button - 28};
    if (const char* id = message_id(state.message)) {
        canvas.panel(well, ui::Tint::care_soft, 28);
        const auto message = words(id, {{"minutes", std::int64_t{state.minutes_to_wait}}});
        const ui::TextLook look{
            .type = ui::Type::body, .ink = ui::Tint::care, .weight = ui::Weight::bold, .role = ui::Role::status};
        const Rect text{well.x + 28, well.y + 76, well.w - 48, well.h - 84};
        // Long words need the icon's place more than the icon does.
        const bool has_icon = canvas.measure(message, look, text.w).h <= text.h;
        if (has_icon) canvas.icon(ui::Icon::error, {well.x + 28, well.y + 28, 40, 40}, ui::Tint::care);
        canvas.text("identify.message", has_icon ? text : Rect{text.x, well.y + 8, text.w, well.h - 16}, message, look);
    } else {
        canvas.panel(well, ui::Tint::sunken, 28);
        float y = well.y + 32;
        y += canvas.text("identify.noletter", {well.x + 32, y, well.w - 64, 138}, words("heading_no_letter"),
                         {.type = ui::Type::lead, .weight = ui::Weight::bold, .role = ui::Role::heading});
        canvas.text("identify.noletter.how", {well.x + 32, y + 8, well.w - 64, well.bottom() - y - 16},
                    words("note_no_letter"), {.ink = ui::Tint::ink2});
    }
    ui::ButtonLook look;
    look.icon = ui::Icon::person_search;
    look.label = words("button_no_code");
    return canvas.button("nocode", {box.x, box.bottom() - button, box.w, button}, look);
}

std::uint32_t shown_digits(const State& state) {
    if (state.are_all_shown) return 0xFF;
    if (state.is_last_shown && !state.digits.is_empty()) return 1U << (state.digits.size() - 1);
    return 0;
}

ui::DigitBoxes boxes_of(const ui::Canvas& canvas, const State& state) {
    const auto& words = canvas.words();
    ui::DigitBoxes boxes;
    boxes.digits = state.digits.text();
    boxes.count = visit_code_digits;
    boxes.shown = shown_digits(state);
    boxes.is_active = !state.looking;
    boxes.label = words("label_visit_code");
    boxes.value = words("status_digits_entered", {{"count", static_cast<std::int64_t>(state.digits.size())},
                                                  {"of", std::int64_t{visit_code_digits}}});
    return boxes;
}

// Heading, boxes and keypad; the boxes end where `boxes_width` says, so that "Show code" fits beside them.
std::optional<Action> draw_code_entry(ui::Canvas& canvas, const Rect& box, const State& state) {
    const auto& words = canvas.words();
    std::optional<Action> action;
    float y = box.y;
    y += canvas.text("identify.type", {box.x, y, box.w, 52}, words("heading_type_code"),
                     {.type = ui::Type::head, .role = ui::Role::heading});
    y += canvas.text("identify.type.how", {box.x, y, box.w, 42}, words("note_type_code"), {.ink = ui::Tint::ink2}) + 14;
    ui::ButtonLook show;
    show.icon = ui::Icon::visibility;
    show.label = words("button_show_code");
    constexpr float side = 384;
    constexpr float gap = 24;
    const float keys = box.w - side - gap;
    canvas.digit_boxes("code", {box.x, y, keys, 96}, boxes_of(canvas, state));
    const float keypad_top = y + 122;
    const Rect keypad{box.x, keypad_top, keys, box.bottom() - keypad_top};
    if (const char symbol = canvas.keypad("key", keypad, words("button_clear"), words("spoken_erase"))) {
        action = Type{symbol};
    }
    if (canvas.button("code.show", {box.x + keys + gap, y, side, 96}, show)) action = Show{};
    if (draw_side(canvas, {box.x + keys + gap, keypad.y, side, keypad.h}, state)) action = NoCode{};
    return action;
}

void find(State& state, LookUp look_up, bool was_scanned) {
    state.was_scanned = was_scanned;
    state.message = Message::none;
    state.looking = std::move(look_up);
}

void draw_flowing(ui::Canvas& canvas, const State& state, std::optional<Action>& action) {
    const auto& words = canvas.words();
    ui::Flow flow(canvas);
    flow_title(flow, canvas, "identify.title", words("title_identify"), {1, 3});
    if (const char* id = message_id(state.message)) {
        flow.text("identify.message", words(id, {{"minutes", std::int64_t{state.minutes_to_wait}}}),
                  {.ink = ui::Tint::care, .weight = ui::Weight::bold, .role = ui::Role::status});
    }
    flow_digits(flow, canvas, "code", boxes_of(canvas, state));
    flow_keypad(flow, canvas, [&action](char symbol) { action = Type{symbol}; });
    std::vector<ui::FlowButton> ways;
    ui::ButtonLook show;
    show.icon = ui::Icon::visibility;
    show.label = words("button_show_code");
    ways.push_back({"code.show", show, [&action] { action = Show{}; }});
    ui::ButtonLook none;
    none.icon = ui::Icon::person_search;
    none.label = words("button_no_code");
    ways.push_back({"nocode", none, [&action] { action = NoCode{}; }});
    flow.tiles(std::move(ways), 360 * canvas.growth());
    flow.text("identify.type.how", words("note_type_code"), {.ink = ui::Tint::ink2});
    const ui::TextLook head{.type = ui::Type::side_head, .role = ui::Role::heading};
    flow.text("identify.scan", words("heading_scan_letter"), head, 4);
    flow.text("identify.scan.how", words("note_scan_letter"), {.ink = ui::Tint::ink2});
    flow.text("identify.noletter", words("heading_no_letter"), head, 4);
    flow.text("identify.noletter.how", words("note_no_letter"), {.ink = ui::Tint::ink2});
    paint_flow(flow, canvas);
}

void draw_drawn(ui::Canvas& canvas, const Rect& content, const State& state, std::optional<Action>& action) {
    const auto& words = canvas.words();
    const float top = draw_title(canvas, "identify.title", words("title_identify"), {1, 3});
    const Rect rest{content.x, top, content.w, content.bottom() - top};
    if (canvas.is_portrait()) {
        const float scan = rest.h * 0.38F;
        draw_scan_panel(canvas, {rest.x, rest.y, rest.w, scan});
        canvas.text("identify.or", {rest.x, rest.y + scan + 16, rest.w, 46}, words("label_or"),
                    {.type = ui::Type::lead, .align = ui::Align::centre, .weight = ui::Weight::bold});
        action = draw_code_entry(canvas, {rest.x, rest.y + scan + 78, rest.w, rest.h - scan - 78}, state);
    } else {
        const float scan = rest.w * 0.384F;
        draw_scan_panel(canvas, {rest.x, rest.y, scan, rest.h});
        canvas.text("identify.or", {rest.x + scan, rest.y + rest.h / 2 - 23, 96, 46}, words("label_or"),
                    {.type = ui::Type::lead, .align = ui::Align::centre, .weight = ui::Weight::bold});
        const float entry = rest.x + scan + 96;
        action = draw_code_entry(canvas, {entry, rest.y - 12, rest.right() - entry, rest.h + 12}, state);
    }
}

} // namespace

std::optional<Action> draw(ui::Canvas& canvas, const State& state) {
    std::optional<Action> action;
    draw_content(
        canvas, [&](const PageLayout& page) { draw_drawn(canvas, page.content, state, action); },
        [&] { draw_flowing(canvas, state, action); });
    const auto end = draw_ends(canvas, {.label = canvas.words()(state.looking ? "button_looking" : "button_find_visit"),
                                        .icon_after = ui::Icon::arrow_forward,
                                        .is_ready = state.digits.size() == visit_code_digits && !state.looking});
    if (end == End::main) action = Find{};
    if (end == End::back) action = Back{};
    if (canvas.took_erase()) action = Type{'<'};
    if (!canvas.typed().empty()) action = Type{canvas.typed().front()};
    if (!canvas.scanned().empty()) action = Scan{base::Secret(base::bytes_of(canvas.scanned()))};
    return action;
}

Next update(State& state, const Action& action, Kiosk& kiosk) {
    if (std::holds_alternative<Back>(action)) return Next::back();
    if (std::holds_alternative<NoCode>(action)) {
        return Next::push(Screen{confirm::State{}});
    }
    // Nothing is changed under an answer that is on its way.
    if (state.looking) return Next::stay();
    if (const auto* type = std::get_if<Type>(&action)) {
        if (type->symbol >= '0' && type->symbol <= '9') {
            if (state.digits.size() < visit_code_digits) {
                state.digits.append(std::string_view(&type->symbol, 1));
                state.last_digit_shown_until = kiosk.clock.moment() + digit_shows;
                state.is_last_shown = true;
                state.message = Message::none;
                if (state.digits.size() == visit_code_digits) return Next::stay_at("primary");
            }
        } else if (type->symbol == 'c') {
            state.digits.resize(0);
        } else if (type->symbol == '<' && !state.digits.is_empty()) {
            state.digits.resize(state.digits.size() - 1);
            state.is_last_shown = false;
        }
        return Next::stay();
    }
    if (std::holds_alternative<Show>(action)) {
        state.are_all_shown = !state.are_all_shown;
        state.all_shown_until = kiosk.clock.moment() + code_shows;
        return Next::stay();
    }
    if (const auto* scan = std::get_if<Scan>(&action)) {
        find(state, kiosk.desk.look_up_scanned(scan->letter.text()), true);
        return Next::stay();
    }
    if (state.digits.size() < visit_code_digits) {
        state.message = Message::incomplete;
        return Next::stay();
    }
    find(state, kiosk.desk.look_up_typed(state.digits.text()), false);
    return Next::stay();
}

Next tick(State& state, Kiosk& kiosk) {
    const auto now = kiosk.clock.moment();
    state.is_last_shown = state.is_last_shown && now < state.last_digit_shown_until;
    state.are_all_shown = state.are_all_shown && now < state.all_shown_until;
    if (!state.looking || now < state.looking->answer_at) return Next::stay();
    LookUp answer = std::move(*state.looking);
    state.looking.reset();
    state.digits.clear();
    switch (answer.answer) {
    case LookUpAnswer::found:
        state.misses = 0;
        state.message = Message::none;
        kiosk.session.found = std::move(answer.found);
        return choose_visit::show_found(kiosk);
    case LookUpAnswer::not_found:
        ++state.misses;
        state.message = state.was_scanned                         ? Message::cannot_scan
                        : state.misses >= misses_before_other_way ? Message::try_another_way
                                                                  : Message::not_found;
        return Next::stay();
    case LookUpAnswer::wait:
        state.minutes_to_wait =
            static_cast<int>(std::chrono::ceil<std::chrono::minutes>(kiosk.desk.wait_left()).count());
        state.message = Message::wait;
        return Next::stay();
    case LookUpAnswer::resting: state.message = Message::resting; return Next::stay();
    case LookUpAnswer::out_of_order: state.message = Message::out_of_order; return Next::stay();
    }
    return Next::stay();
}

std::optional<base::Moment> wake_at(const State& state) {
    std::optional<base::Moment> at;
    auto consider = [&](bool counts, base::Moment moment) {
        if (counts && (!at || moment < *at)) at = moment;
    };
    consider(state.looking.has_value(), state.looking ? state.looking->answer_at : base::Moment{});
    consider(state.is_last_shown, state.last_digit_shown_until);
    consider(state.are_all_shown, state.all_shown_until);
    return at;
}

State with_scan(const base::Secret& letter, Kiosk& kiosk) {
    State state;
    find(state, kiosk.desk.look_up_scanned(letter.text()), true);
    return state;
}

} // namespace kiosk::identify
