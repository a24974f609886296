#include "kiosk/screens/note.hpp"

#include "kiosk/screens/page.hpp"
#include "kiosk/screens/screen.hpp"

namespace kiosk::note {

namespace {

using ui::Rect;

constexpr float gap = 24;
constexpr float under_gap = 8;
constexpr float field_padding = 32;
constexpr float beside_from = 1200; // narrower, the tools stand over the keys

// Where everything stands below the title.
struct Places {
    Rect field;
    bool has_under = true; // room for the line under the field, whichever of the two it is: the keys never move
    std::vector<Rect> tools;
    Rect keyboard;
};

ui::ButtonLook mask_button(const ui::Canvas& canvas, const State& state) {
    const auto& words = canvas.words();
    ui::ButtonLook mask;
    mask.style = ui::ButtonStyle::tool;
    mask.icon = state.is_masked ? ui::Icon::visibility : ui::Icon::visibility_off;
    mask.label = words(state.is_masked ? "button_show_words" : "button_hide_words");
    mask.spoken = words(state.is_masked ? "spoken_show_words" : "spoken_hide_words");
    return mask;
}

// The only field of its page: it is in use already.
std::optional<ui::CaretStop> draw_field(ui::Canvas& canvas, const Places& places, const State& state) {
    const auto& words = canvas.words();
    ui::FieldLook look{.field = state.field};
    look.label = words("label_note");
    look.placeholder = words("note_type_here");
    if (places.has_under) look.note = words("note_note_how");
    if (places.has_under && state.is_full) look.warning = words("warning_note_full");
    if (state.is_masked) look.masking = ui::Masking::masked;
    return canvas.field("note", places.field, look);
}

ui::ButtonLook end_button(const ui::Words& label, ui::Icon icon, ui::ButtonStyle style = ui::ButtonStyle::normal) {
    ui::ButtonLook look;
    look.style = style;
    look.icon = icon;
    look.label = label;
    return look;
}

ui::ButtonLook not_needed_button(const ui::Canvas& canvas) {
    return end_button(canvas.words()("button_not_needed"), ui::Icon::close);
}

// Before Back, in the same row; no width: there is no room for it there.
Rect not_needed_place(ui::Canvas& canvas, const Rect& ends) {
    const auto& words = canvas.words();
    const float main =
        canvas.natural_width(end_button(words("button_save"), ui::Icon::check_circle, ui::ButtonStyle::main));
    const float back = canvas.natural_width(end_button(words("button_back"), ui::Icon::arrow_back));
    const float width = canvas.natural_width(not_needed_button(canvas));
    const float x = ends.right() - main - gap - back - gap - width;
    return x < ends.x ? Rect{} : Rect{x, ends.y, width, ends.h};
}

float under_height(ui::Canvas& canvas, float width) {
    const auto& words = canvas.words();
    const float note = canvas.measure(words("note_note_how"), {.type = ui::Type::small}, width).h;
    const ui::TextLook bold{.type = ui::Type::small, .weight = ui::Weight::bold};
    return under_gap + std::max(note, canvas.measure(words("warning_note_full"), bold, width - 48).h);
}

float field_height(ui::Canvas& canvas, int lines) {
    const float line = canvas.measure(ui::Words::of_record("x"), {.type = ui::Type::lead}).h;
    return static_cast<float>(lines) * line + field_padding;
}

// From the end of `box`, one under another if they fit so, else side by side. Takes their width off the box.
void place_beside(ui::Canvas& canvas, const std::vector<ui::ButtonLook>& tools, Rect& box, std::vector<Rect>& places) {
    float width = 0;
    float height = -gap;
    for (const auto& tool : tools) {
        width = std::max(width, canvas.natural_width(tool));
        height += 88 + gap;
    }
    const bool is_stacked = height <= box.h;
    float y = box.y;
    for (const auto& tool : tools) {
        const float w = is_stacked ? width : canvas.natural_width(tool);
        const float x = is_stacked || places.empty() ? box.right() - w : places.back().x - gap - w;
        places.push_back({x, y, w, 88});
        if (is_stacked) y += 88 + gap;
    }
    if (!places.empty()) box.w = places.back().x - gap - box.x;
}

// In a row over the rest of the box.
void place_over(ui::Canvas& canvas, const std::vector<ui::ButtonLook>& tools, Rect& box, std::vector<Rect>& places) {
    const float most = (box.w - gap * static_cast<float>(tools.size() - 1)) / static_cast<float>(tools.size());
    float height = 88;
    float x = box.x;
    for (const auto& tool : tools) {
        const float width = std::min(most, canvas.natural_width(tool));
        height = std::max(height, canvas.height_at(tool, width));
        places.push_back({x, box.y, width, 0});
        x += width + gap;
    }
    for (auto& place : places) place.h = height;
    box.y += height + gap;
    box.h -= height + gap;
}

// What is read and typed into stands over the keys; where hands reach only the lower part, so do the tools.
Places places_below(ui::Canvas& canvas, float top, const std::vector<ui::ButtonLook>& tools,
                    const ui::KeyboardLook& keys) {
    const PageLayout page = page_layout(canvas);
    const int most_lines = canvas.is_portrait() ? 5 : 3;
    Places places;
    places.field = {page.content.x, top, page.content.w, 0};
    if (page.areas.are_apart) {
        places.keyboard = page.areas.touch;
        const bool is_beside = places.keyboard.w >= beside_from;
        (is_beside ? place_beside : place_over)(canvas, tools, places.keyboard, places.tools);
        const float room = page.areas.read.bottom() - top;
        const float under = under_height(canvas, places.field.w);
        places.has_under = field_height(canvas, 1) + under <= room;
        int lines = 1;
        while (lines < most_lines && field_height(canvas, lines + 1) + (places.has_under ? under : 0) <= room) {
            ++lines;
        }
        places.field.h = field_height(canvas, lines);
        return places;
    }
    Rect upper{page.content.x, top, page.content.w, page.content.h};
    place_beside(canvas, tools, upper, places.tools);
    places.field.w = upper.w;
    const float tools_end = places.tools.empty() ? top : places.tools.back().bottom();
    const float under = under_height(canvas, upper.w);
    const auto keys_below = [&](int lines, bool has_under) {
        const float end = std::max(tools_end, top + field_height(canvas, lines) + (has_under ? under : 0));
        const float y = end + gap;
        return Rect{page.content.x, y, page.content.w, page.content.bottom() - y};
    };
    const Rect most = keys_below(1, true);
    places.has_under = canvas.keyboard_need(most, keys).height <= most.h;
    const std::size_t parts = canvas.keyboard_need(keys_below(1, places.has_under), keys).parts;
    // As many lines as cost the keyboard no page.
    int lines = most_lines;
    for (; lines > 1; --lines) {
        const Rect box = keys_below(lines, places.has_under);
        const ui::KeyboardNeed need = canvas.keyboard_need(box, keys);
        if (need.height <= box.h && need.parts == parts) break;
    }
    places.field.h = field_height(canvas, lines);
    places.keyboard = keys_below(lines, places.has_under);
    // As low as it can be, near the hands.
    const float height = canvas.keyboard_need(places.keyboard, keys).height;
    places.keyboard.y = std::max(places.keyboard.y, page.content.bottom() - height);
    places.keyboard.h = page.content.bottom() - places.keyboard.y;
    return places;
}

base::Secret words_of(const State& state) { return base::Secret(base::bytes_of(state.field.text())); }

} // namespace

State open(bool was_needed, std::string_view words, ui::Masking masking) {
    State state;
    state.was_needed = was_needed;
    state.is_masked = masking == ui::Masking::masked;
    (void)state.field.insert(words);
    state.keyboard.is_shifted = state.field.is_empty();
    return state;
}

std::optional<Action> draw(ui::Canvas& canvas, const State& state) {
    draw_ground(canvas);
    const auto& words = canvas.words();
    const PageLayout page = page_layout(canvas);
    const float top = draw_title(canvas, "note.title", words("title_note")) - (page.is_flowing ? 8 : 0);
    const Rect not_needed = not_needed_place(canvas, page.ends);
    std::vector<ui::ButtonLook> tools{mask_button(canvas, state)};
    const bool is_tool = state.was_needed && not_needed.w <= 0;
    if (is_tool) tools.push_back(not_needed_button(canvas));
    const ui::KeyboardLook keys{state.field, state.keyboard};
    const Places places = places_below(canvas, top, tools, keys);
    std::optional<Action> action;
    if (const auto stop = draw_field(canvas, places, state)) action = Place{*stop};
    if (canvas.button("note.mask", places.tools[0], tools[0])) action = Mask{};
    if (state.was_needed &&
        canvas.button("note.remove", is_tool ? places.tools[1] : not_needed, not_needed_button(canvas))) {
        action = NotNeeded{};
    }
    if (auto key = canvas.keyboard("kb", places.keyboard, keys)) action = Press{std::move(*key)};
    const auto end = draw_ends(canvas, {.label = words("button_save"), .icon = ui::Icon::check_circle});
    if (end == End::main) action = Save{};
    if (end == End::back) action = Back{};
    if (canvas.took_erase()) action = Press{{ui::KeyAction::Kind::erase, {}}};
    if (!canvas.typed().empty()) action = Type{base::Secret(base::bytes_of(canvas.typed()))};
    return action;
}

Next update(State& state, const Action& action, Kiosk& kiosk) {
    if (std::holds_alternative<Back>(action)) {
        kiosk.session.note = NoteAnswer{state.was_needed, std::nullopt, words_of(state), state.is_masked};
        return Next::back();
    }
    if (std::holds_alternative<Mask>(action)) {
        state.is_masked = !state.is_masked;
        return Next::stay();
    }
    if (std::holds_alternative<NotNeeded>(action)) {
        kiosk.session.note = NoteAnswer{false, base::Secret(), std::nullopt, false};
        return Next::back();
    }
    if (std::holds_alternative<Save>(action)) {
        kiosk.session.note = NoteAnswer{true, words_of(state), std::nullopt, state.is_masked};
        return Next::back();
    }
    if (const auto* place = std::get_if<Place>(&action)) {
        state.field.place(place->stop);
        return Next::stay();
    }
    const bool was_room = state.field.length() < state.field.most_characters();
    if (const auto* type = std::get_if<Type>(&action)) {
        state.is_full = !state.field.insert(type->letters.text()) && !was_room;
        state.keyboard.is_shifted = false; // the capital that a sentence begins with was typed
        return Next::stay();
    }
    const auto paragraph = kiosk.words.direction() == ui::Direction::right_to_left
                               ? ui::TextField::Paragraph::right_to_left
                               : ui::TextField::Paragraph::left_to_right;
    const auto& key = std::get<Press>(action).key;
    const bool is_taken = ui::type_key(state.field, state.keyboard, key, paragraph);
    state.is_full = key.kind == ui::KeyAction::Kind::write && !is_taken && !was_room;
    return Next::stay();
}

} // namespace kiosk::note
