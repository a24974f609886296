// How the sign-in stands on the screen.

#include "kiosk/screens/staff_unlock.hpp"

#include "kiosk/screens/page.hpp"

namespace kiosk::staff_unlock {

namespace {

using ui::Rect;

constexpr std::size_t most_digits = most_pin_digits;
constexpr std::size_t least_pin = least_pin_digits;

bool asks_for_pin(Step step) { return step != Step::badge; }

bool is_new_pin(const State& state) { return state.step == Step::new_pin || state.step == Step::new_pin_again; }

const char* fault_id(PinFault fault) {
    switch (fault) {
    case PinFault::not_digits: return "warning_pin_digits";
    case PinFault::too_short: return "warning_pin_short";
    case PinFault::too_long: return "warning_pin_long";
    case PinFault::same_as_before: return "warning_pin_same";
    case PinFault::badge: return "warning_pin_badge";
    case PinFault::date: return "warning_pin_date";
    case PinFault::one_digit:
    case PinFault::run:
    case PinFault::repeated:
    case PinFault::well_known: return "warning_pin_easy";
    }
    return "warning_pin_easy";
}

std::optional<ui::Words> message_of(const ui::Phrasebook& words, const State& state) {
    switch (state.message) {
    case Message::none: return std::nullopt;
    case Message::no_match: return words("warning_pin_wrong", {{"tries", std::int64_t{state.tries_left}}});
    case Message::wait: return words("warning_pin_wait", {{"minutes", std::int64_t{state.minutes_to_wait}}});
    case Message::closed: return words("warning_pin_closed");
    case Message::incomplete: return words(asks_for_pin(state.step) ? "warning_pin_short" : "warning_badge_short");
    case Message::not_same: return words("warning_pin_not_same");
    case Message::out_of_order: return words("warning_sign_in_failed");
    case Message::refused: return words(fault_id(state.fault));
    }
    return std::nullopt;
}

const char* label_id(Step step) {
    switch (step) {
    case Step::badge: return "label_badge_number";
    case Step::pin: return "label_pin";
    case Step::new_pin: return "label_new_pin";
    case Step::new_pin_again: return "label_new_pin_again";
    }
    return "label_pin";
}

ui::DigitBoxes boxes_of(const ui::Canvas& canvas, const State& state) {
    const auto& words = canvas.words();
    const std::size_t least = asks_for_pin(state.step) ? least_pin : 4;
    ui::DigitBoxes boxes;
    boxes.digits = state.digits.text();
    boxes.count = static_cast<int>(std::clamp(state.digits.size() + 1, least, most_digits));
    boxes.group = 0;
    boxes.shown = asks_for_pin(state.step) ? 0 : 0xFFFFFFFF;
    boxes.is_active = !state.is_checking;
    boxes.label = words(label_id(state.step));
    boxes.value = words("status_digits_typed", {{"count", static_cast<std::int64_t>(state.digits.size())}});
    return boxes;
}

// Whoever has shown a badge knows it already.
bool tells_news(const State& state) { return state.new_at_desk > 0 && state.step == Step::badge; }

ui::Words new_at_desk(const ui::Phrasebook& words, const State& state) {
    return words("note_new_at_desk", {{"count", std::int64_t{state.new_at_desk}}});
}

std::string ending_of(const base::Secret& badge) {
    const auto text = badge.text();
    return std::string(text.substr(text.size() - std::min<std::size_t>(text.size(), 2)));
}

// What to do, in two steps; the second is about the PIN that the page asks for now.
struct Steps {
    ui::Words badge;
    ui::Words badge_how;
    ui::Words pin;
    ui::Words pin_how;
};
Steps steps_of(const ui::Phrasebook& words, const State& state) {
    const bool is_new = is_new_pin(state);
    return {words("heading_badge_first"), words("note_badge_first"),
            words(is_new ? "heading_new_pin" : "heading_then_pin"), words(is_new ? "note_new_pin" : "note_then_pin")};
}

void draw_step(ui::Canvas& canvas, const std::string& id, const Rect& box, ui::Icon icon, ui::Family family,
               const ui::Words& head, const ui::Words& how, float& y) {
    constexpr float tile = 88;
    canvas.icon_tile(icon, {box.x, y, tile, tile}, family);
    const float x = box.x + tile + 24;
    const float width = box.right() - x;
    const float top = y;
    y += canvas.text((id + ".head").c_str(), {x, y - 4, width, 104}, head,
                     {.type = ui::Type::side_head, .role = ui::Role::heading});
    if (!how.is_empty()) y += canvas.text(id.c_str(), {x, y - 2, width, 126}, how, {.ink = ui::Tint::ink2});
    y = std::max(y, top + tile);
}

void draw_left(ui::Canvas& canvas, const Rect& box, const State& state) {
    const auto& words = canvas.words();
    const Steps steps = steps_of(words, state);
    constexpr float families = 144;
    const Rect panel{box.x, box.y, box.w, box.h - families - 28};
    canvas.panel(panel);
    const Rect inner = panel.inset(40, 32);
    float y = inner.y;
    draw_step(canvas, "unlock.badge", inner, ui::Icon::contactless, ui::Family::sky, steps.badge,
              state.badge.is_empty() ? steps.badge_how : ui::Words(), y);
    if (!state.badge.is_empty()) {
        const float chip = canvas.chip("unlock.read", {inner.x, y + 16}, ui::Icon::check_circle, ui::Family::good,
                                       words("status_badge_read"));
        canvas.text("unlock.ending", {inner.x + chip + 24, y + 20, inner.w - chip - 24, 46},
                    words("label_badge_ending", {{"badge", ending_of(state.badge)}}), {.ink = ui::Tint::ink2});
        y += 72;
    }
    y += 22;
    canvas.stitch({inner.x, y}, inner.w);
    y += 26;
    draw_step(canvas, "unlock.pin", inner, ui::Icon::dialpad, ui::Family::plum, steps.pin, steps.pin_how, y);
    y += 20;
    const Rect note{inner.x, y, inner.w, inner.bottom() - y};
    if (const auto message = message_of(words, state)) {
        canvas.icon(ui::Icon::error, {note.x, y + 4, 40, 40}, ui::Tint::care);
        canvas.text("unlock.message", {note.x + 56, y, note.w - 56, note.h}, *message,
                    {.ink = ui::Tint::care, .weight = ui::Weight::bold, .role = ui::Role::status});
    } else if (!is_new_pin(state) && !tells_news(state)) {
        canvas.icon(ui::Icon::info, {note.x, y + 4, 40, 40}, ui::Tint::ink2);
        canvas.text("unlock.rests", {note.x + 56, y, note.w - 56, note.h}, words("note_sign_in_rests"),
                    {.ink = ui::Tint::ink2});
    }
    const Rect well{box.x, box.bottom() - families, box.w, families};
    canvas.panel(well, ui::Tint::sunken);
    const Rect text = well.inset(40, 28);
    canvas.icon_tile(ui::Icon::waving_hand, {text.x, text.y, 88, 88}, ui::Family::good);
    float below = text.y - 4;
    below +=
        canvas.text("unlock.visitor.head", {text.x + 112, below, text.w - 112, 52}, words("heading_here_for_visit"),
                    {.type = ui::Type::lead, .weight = ui::Weight::bold, .role = ui::Role::heading});
    canvas.text("unlock.visitor", {text.x + 112, below, text.w - 112, 92}, words("note_here_for_visit"),
                {.ink = ui::Tint::ink2});
}

void draw_right(ui::Canvas& canvas, const Rect& box, const State& state, std::optional<Action>& action) {
    const auto& words = canvas.words();
    float y = box.y;
    y += canvas.text("unlock.label", {box.x, y, box.w, 52}, words(label_id(state.step)),
                     {.type = ui::Type::head, .align = ui::Align::centre, .role = ui::Role::heading});
    const float width = std::min(box.w, 708.0F);
    const float x = box.x + (box.w - width) / 2;
    canvas.digit_boxes("unlock.digits", {x, y + 16, width, 84}, boxes_of(canvas, state));
    y += 128;
    if (const char symbol = canvas.keypad("pin", {x, y, width, std::min(box.bottom() - y, 500.0F)},
                                          words("button_clear"), words("spoken_erase"))) {
        action = Type{symbol};
    }
}

void draw_flowing(ui::Canvas& canvas, const State& state, std::optional<Action>& action) {
    const auto& words = canvas.words();
    const Steps steps = steps_of(words, state);
    ui::Flow flow(canvas);
    flow_title(flow, canvas, "unlock.title", words("title_staff_sign_in"));
    if (tells_news(state)) {
        flow.text("unlock.new", new_at_desk(words, state), {.weight = ui::Weight::bold, .role = ui::Role::status});
    }
    if (const auto message = message_of(words, state)) {
        flow.text("unlock.message", *message,
                  {.ink = ui::Tint::care, .weight = ui::Weight::bold, .role = ui::Role::status});
    }
    const ui::TextLook head{.type = ui::Type::side_head, .role = ui::Role::heading};
    flow.text("unlock.label", words(label_id(state.step)), head, 4);
    flow_digits(flow, canvas, "unlock.digits", boxes_of(canvas, state));
    flow_keypad(flow, canvas, [&action](char symbol) { action = Type{symbol}; });
    if (!state.badge.is_empty()) {
        flow.text("unlock.ending", words("label_badge_ending", {{"badge", ending_of(state.badge)}}),
                  {.ink = ui::Tint::ink2});
    }
    flow_point(
        flow, canvas, "unlock.visitor",
        {ui::Icon::waving_hand, ui::Family::good, words("heading_here_for_visit"), words("note_here_for_visit")});
    flow_point(flow, canvas, "unlock.badge", {ui::Icon::contactless, ui::Family::sky, steps.badge, steps.badge_how});
    flow_point(flow, canvas, "unlock.pin", {ui::Icon::dialpad, ui::Family::plum, steps.pin, steps.pin_how});
    if (!is_new_pin(state) && !tells_news(state))
        flow.text("unlock.rests", words("note_sign_in_rests"), {.ink = ui::Tint::ink2});
    paint_flow(flow, canvas);
}

void draw_drawn(ui::Canvas& canvas, const Rect& content, const State& state, std::optional<Action>& action) {
    float top = draw_title(canvas, "unlock.title", canvas.words()("title_staff_sign_in"));
    if (tells_news(state)) {
        canvas.icon(ui::Icon::groups, {content.x, top + 1, 40, 40}, ui::Tint::primary);
        const float height =
            canvas.text("unlock.new", {content.x + 56, top, content.w - 56, 84}, new_at_desk(canvas.words(), state),
                        {.weight = ui::Weight::bold, .role = ui::Role::status});
        top += height + 20;
    }
    const Rect rest{content.x, top, content.w, content.bottom() - top};
    if (canvas.is_portrait()) {
        draw_right(canvas, {rest.x, rest.y, rest.w, 600}, state, action);
        draw_left(canvas, {rest.x, rest.y + 628, rest.w, rest.h - 628}, state);
    } else {
        draw_left(canvas, {rest.x, rest.y, 760, rest.h}, state);
        draw_right(canvas, {rest.x + 880, rest.y, rest.w - 880, rest.h}, state, action);
    }
}

ui::Words main_words(const ui::Phrasebook& words, const State& state) {
    if (state.is_checking) return words("button_checking");
    switch (state.step) {
    case Step::badge:
    case Step::new_pin: return words("button_next");
    case Step::pin: return words("button_unlock");
    case Step::new_pin_again: return words("button_save");
    }
    return words("button_unlock");
}

} // namespace

std::optional<Action> draw(ui::Canvas& canvas, const State& state) {
    draw_ground(canvas);
    const PageLayout page = page_layout(canvas);
    std::optional<Action> action;
    if (page.is_flowing) {
        draw_flowing(canvas, state, action);
    } else {
        draw_drawn(canvas, page.content, state, action);
    }
    const auto main = main_words(canvas.words(), state);
    const bool is_ready = state.digits.size() >= least_digits(state) && !state.is_checking;
    const auto used = draw_ends(canvas, {main, ui::Icon::lock_open, ui::Icon::none, is_ready});
    if (used == End::main) action = GoOn{};
    if (used == End::back) action = Back{};
    if (canvas.took_erase()) action = Type{'<'};
    if (!canvas.typed().empty()) action = Type{canvas.typed().front()};
    if (!canvas.scanned().empty()) action = Scan{base::Secret(base::bytes_of(canvas.scanned()))};
    return action;
}

} // namespace kiosk::staff_unlock
