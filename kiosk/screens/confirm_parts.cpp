#include "kiosk/screens/confirm_parts.hpp"

#include "kiosk/screens/page.hpp"
#include "ui/graphemes.hpp"

namespace kiosk::confirm {

namespace {

constexpr std::size_t most_of_note = 60; // bytes; the page behind the tile has all of it

// Whole words, as many as the tile has room for.
void add_note(ui::Canvas& canvas, ui::ButtonLook& look, ui::Size tile, std::string_view note) {
    look.is_private = true;
    const auto borders = ui::grapheme_borders(note);
    std::size_t end = *std::prev(std::upper_bound(borders.begin(), borders.end(), most_of_note));
    if (end < note.size()) end = std::min(end, note.rfind(' ', end));
    for (; end > 0 && end != std::string_view::npos; end = note.rfind(' ', end - 1)) {
        look.under = ui::Words::of_record(std::string(note.substr(0, end)) + (end < note.size() ? "…" : ""));
        const bool does_fit = canvas.height_at(look, tile.w) <= tile.h && !canvas.is_cut_at(look, tile.w);
        if (tile.h <= 0 || does_fit) return;
    }
    look.under = {};
}

} // namespace

std::pair<Stepper, Stepper> steppers(const State& state) {
    return {{"adults", ui::Icon::person, "label_adults", "spoken_fewer_adults", "spoken_more_adults", state.adults},
            {"children", ui::Icon::child_care, "label_children", "spoken_fewer_children", "spoken_more_children",
             state.children}};
}

int draw_stepper(ui::Canvas& canvas, const ui::Rect& box, const Stepper& stepper) {
    const auto& words = canvas.words();
    canvas.panel(box, ui::Tint::surface, 28);
    const float less = box.right() - 276;
    const std::string id = stepper.id;
    const bool has_icon = box.w >= 540;
    if (has_icon) canvas.icon(stepper.icon, {box.x + 24, box.y + (box.h - 44) / 2, 44, 44}, ui::Tint::primary);
    const float start = box.x + (has_icon ? 84 : 24);
    const ui::TextLook label{.type = ui::Type::label};
    const float label_width = less - start - 12;
    const float height = canvas.measure(words(stepper.label), label, label_width).h;
    canvas.text((id + ".label").c_str(), {start, box.y + (box.h - height) / 2, label_width, box.h},
                words(stepper.label), label);
    int by = 0;
    auto button = [&](const char* part, float x, ui::Icon icon, const char* spoken, bool is_ready) {
        ui::ButtonLook look;
        look.icon = icon;
        look.spoken = words(spoken);
        look.value = words("value_count", {{"count", std::int64_t{stepper.count}}});
        look.is_ready = is_ready;
        look.is_quiet = true; // the count between the buttons tells
        return canvas.button(id + part, {x, box.y + 12, 88, 88}, look) && is_ready;
    };
    if (button(".less", less, ui::Icon::remove, stepper.spoken_less, stepper.count > 0)) by = -1;
    const auto count = words("value_count", {{"count", std::int64_t{stepper.count}}});
    const ui::TextLook big{.type = ui::Type::key, .align = ui::Align::centre};
    const float line = canvas.measure(count, big, 88).h;
    canvas.text((id + ".count").c_str(), {less + 88, box.y + (box.h - line) / 2, 88, line}, count, big);
    if (button(".more", less + 176, ui::Icon::add, stepper.spoken_more, stepper.count < most_people)) by = 1;
    return by;
}

ui::ButtonLook need_look(ui::Canvas& canvas, const State& state, std::size_t need, ui::Size tile) {
    const auto& words = canvas.words();
    ui::ButtonLook look;
    look.style = ui::ButtonStyle::tile;
    look.icon = needs()[need].icon;
    look.label = words(needs()[need].label);
    look.is_selected = state.needs.test(need);
    if (need == interpreter_need && look.is_selected) {
        look.under = words(("language_" + state.interpreter_language).c_str());
        const bool does_fit = tile.h <= 0 || canvas.height_at(look, tile.w) <= tile.h;
        if (!does_fit) look.value = std::exchange(look.under, {});
    }
    if (need == other_need && state.note && !state.is_note_masked) add_note(canvas, look, tile, state.note->text());
    if (canvas.reach_top() > 0 && !look.under.is_empty())
        look.value = std::exchange(look.under, {}); // there lines are dear
    return look;
}

std::optional<Action> draw(ui::Canvas& canvas, const State& state) {
    std::optional<Action> action;
    draw_content(
        canvas, [&](const PageLayout& page) { draw_drawn(canvas, page.content, state, action); },
        [&] { draw_flowing(canvas, state, action); });
    const auto label = canvas.words()(state.visit ? "button_yes_check_in" : "button_check_me_in");
    const auto end = draw_ends(canvas, {.label = label, .icon = ui::Icon::check_circle});
    if (end == End::main) action = CheckIn{};
    if (end == End::back) action = Back{};
    return action;
}

} // namespace kiosk::confirm
