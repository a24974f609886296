#include "kiosk/screens/birth_date.hpp"

#include "kiosk/screens/page.hpp"
#include "kiosk/screens/screen.hpp"

namespace kiosk::birth_date {

namespace {

constexpr std::size_t digits_needed = 8;
constexpr int most_misses = 3; // a birth date has few values

const char* warning_id(const State& state) {
    if (state.is_closed) return "warning_birth_date_closed";
    if (state.has_missed) return "warning_birth_date";
    return state.is_incomplete ? "warning_birth_date_incomplete" : nullptr;
}

ui::DigitBoxes boxes_of(const ui::Canvas& canvas, const State& state) {
    const auto& words = canvas.words();
    ui::DigitBoxes boxes;
    boxes.digits = state.digits.text();
    boxes.shown = 0;
    boxes.label = words("label_birth_date");
    boxes.value = words("status_digits_entered", {{"count", static_cast<std::int64_t>(state.digits.size())},
                                                  {"of", std::int64_t{digits_needed}}});
    return boxes;
}

struct Saying {
    const char* id;
    const char* message;
    ui::TextLook look;
};
Saying saying_of(const State& state) {
    if (const char* warning = warning_id(state)) {
        return {
            "birth.message", warning, {.ink = ui::Tint::care, .weight = ui::Weight::bold, .role = ui::Role::status}};
    }
    return {"birth.how", "note_birth_date", {.ink = ui::Tint::ink2}};
}

void draw_flowing(ui::Canvas& canvas, const State& state, std::optional<Action>& action) {
    const auto& words = canvas.words();
    ui::Flow flow(canvas);
    flow_title(flow, canvas, "birth.title", words("title_birth_date"));
    const Saying saying = saying_of(state);
    flow.text(saying.id, words(saying.message), saying.look);
    flow_digits(flow, canvas, "birth", boxes_of(canvas, state));
    flow_keypad(flow, canvas, [&action](char symbol) { action = Type{symbol}; });
    paint_flow(flow, canvas);
}

void draw_drawn(ui::Canvas& canvas, const ui::Rect& content, const State& state, std::optional<Action>& action) {
    const auto& words = canvas.words();
    const float width = std::min(content.w, 1008.0F);
    const float x = content.x + (canvas.is_portrait() ? 0 : (content.w - width) / 2);
    float y = draw_title(canvas, "birth.title", words("title_birth_date"));
    const Saying saying = saying_of(state);
    y += canvas.text(saying.id, {x, y, width, 84}, words(saying.message), saying.look) + 14;
    canvas.digit_boxes("birth", {x, y, width, 96}, boxes_of(canvas, state));
    y += 126;
    const ui::Rect keypad{x, y, width, std::min(content.bottom() - y, 452.0F)};
    if (const char symbol = canvas.keypad("key", keypad, words("button_clear"), words("spoken_erase"))) {
        action = Type{symbol};
    }
}

} // namespace

std::optional<Action> draw(ui::Canvas& canvas, const State& state) {
    std::optional<Action> action;
    draw_content(
        canvas, [&](const PageLayout& page) { draw_drawn(canvas, page.content, state, action); },
        [&] { draw_flowing(canvas, state, action); });
    const auto end = draw_ends(canvas, {.label = canvas.words()("button_show_names_now"),
                                        .icon = ui::Icon::visibility,
                                        .is_ready = state.digits.size() == digits_needed});
    if (end == End::main) action = Check{};
    if (end == End::back) action = Back{};
    if (canvas.took_erase()) action = Type{'<'};
    if (!canvas.typed().empty()) action = Type{canvas.typed().front()};
    return action;
}

Next update(State& state, const Action& action, Kiosk& kiosk) {
    if (std::holds_alternative<Back>(action)) return Next::back();
    if (const auto* type = std::get_if<Type>(&action)) {
        state.has_missed = false;
        state.is_incomplete = false;
        if (type->symbol == 'c') {
            state.digits.resize(0);
        } else if (type->symbol == '<') {
            if (!state.digits.is_empty()) state.digits.resize(state.digits.size() - 1);
        } else if (type->symbol >= '0' && type->symbol <= '9' && state.digits.size() < digits_needed) {
            state.digits.append(std::string_view(&type->symbol, 1));
            if (state.digits.size() == digits_needed) return Next::stay_at("primary");
        }
        return Next::stay();
    }
    if (state.digits.size() < digits_needed) {
        state.is_incomplete = true;
        return Next::stay();
    }
    state.is_closed = kiosk.session.birth_date_misses >= most_misses;
    if (!state.is_closed) {
        switch (kiosk.desk.prove_birth_date(*kiosk.session.found, state.digits.text())) {
        case BirthDateAnswer::right: return Next::back();
        case BirthDateAnswer::closed: state.is_closed = true; break;
        case BirthDateAnswer::wrong: state.is_closed = ++kiosk.session.birth_date_misses >= most_misses; break;
        }
    }
    state.digits.clear();
    state.has_missed = !state.is_closed;
    return Next::stay();
}

} // namespace kiosk::birth_date
