#include "kiosk/screens/note.hpp"

#include "kiosk/screens/page.hpp"
#include "kiosk/screens/screen.hpp"

namespace kiosk::note {

namespace {

using ui::Rect;

constexpr float gap = 24;
constexpr float line = 46;
constexpr float field_padding = 32;
constexpr float under_gap = 8;

// Room for the line under the field, whichever of the two it is: the keys never move.
float under_height(ui::Canvas& canvas, float width) {
    const auto& words = canvas.words();
    const float note = canvas.measure(words("note_note_how"), {.type = ui::Type::small}, width).h;
    const ui::TextLook bold{.type = ui::Type::small, .weight = ui::Weight::bold};
    return std::max(note, canvas.measure(words("warning_note_full"), bold, width - 48).h);
}

ui::ButtonLook mask_button(const ui::Canvas& canvas, const State& state) {
    const auto& words = canvas.words();
    ui::ButtonLook mask;
    mask.style = ui::ButtonStyle::tool;
    mask.icon = state.is_masked ? ui::Icon::visibility : ui::Icon::visibility_off;
    mask.label = words(state.is_masked ? "button_show_words" : "button_hide_words");
    mask.spoken = words(state.is_masked ? "spoken_show_words" : "spoken_hide_words");
    return mask;
}

// The only field of its page: it is in use already, and touching it changes nothing.
void draw_field(ui::Canvas& canvas, const Rect& box, const State& state) {
    const auto& words = canvas.words();
    ui::FieldLook look{.field = state.field};
    look.label = words("label_note");
    look.placeholder = words("note_type_here");
    look.note = words("note_note_how");
    if (state.is_full) look.warning = words("warning_note_full");
    if (state.is_masked) look.masking = ui::Masking::masked;
    (void)canvas.field("note", box, look);
}

ui::ButtonLook end_button(const ui::Words& label, ui::Icon icon, ui::ButtonStyle style = ui::ButtonStyle::normal) {
    ui::ButtonLook look;
    look.style = style;
    look.icon = icon;
    look.label = label;
    return look;
}

// Before Back, in the same row.
bool not_needed_button(ui::Canvas& canvas) {
    const auto& words = canvas.words();
    const Rect ends = page_layout(canvas).ends;
    float end = ends.right();
    end -= canvas.natural_width(end_button(words("button_save"), ui::Icon::check_circle, ui::ButtonStyle::main)) + gap;
    end -= canvas.natural_width(end_button(words("button_back"), ui::Icon::arrow_back)) + gap;
    const ui::ButtonLook look = end_button(words("button_not_needed"), ui::Icon::close);
    const float width = canvas.natural_width(look);
    return canvas.button("note.remove", {end - width, ends.y, width, ends.h}, look);
}

} // namespace

State open(bool was_needed, std::string_view words) {
    State state;
    state.was_needed = was_needed;
    (void)state.field.insert(words);
    state.keyboard.is_shifted = state.field.is_empty();
    return state;
}

std::optional<Action> draw(ui::Canvas& canvas, const State& state) {
    draw_ground(canvas);
    const auto& words = canvas.words();
    const PageLayout page = page_layout(canvas);
    const float top = draw_title(canvas, "note.title", words("title_note"));
    const float lines = canvas.is_portrait() ? 5 : 3;
    const ui::ButtonLook mask = mask_button(canvas, state);
    const float mask_width = canvas.natural_width(mask);
    const Rect field{page.content.x, top, page.content.w - mask_width - gap, lines * line + field_padding};
    std::optional<Action> action;
    draw_field(canvas, field, state);
    if (canvas.button("note.mask", {field.right() + gap, field.y, mask_width, 88}, mask)) action = Mask{};
    const ui::KeyboardLook keys{state.field, state.keyboard};
    const float y = field.bottom() + under_gap + under_height(canvas, field.w) + gap;
    Rect keyboard{page.content.x, y, page.content.w, page.content.bottom() - y};
    // As low as it can be, near the hands.
    keyboard.y = std::max(y, page.content.bottom() - canvas.keyboard_height(keyboard, keys));
    if (auto key = canvas.keyboard("kb", {keyboard.x, keyboard.y, keyboard.w, page.content.bottom() - y}, keys)) {
        action = Press{std::move(*key)};
    }
    if (main_button(canvas, words("button_save"), ui::Icon::check_circle)) action = Save{};
    if (back_button(canvas, words("button_save"), ui::Icon::check_circle)) action = Back{};
    if (state.was_needed && not_needed_button(canvas)) action = NotNeeded{};
    if (canvas.took_erase()) action = Press{{ui::KeyAction::Kind::erase, {}}};
    if (!canvas.typed().empty()) action = Type{base::Secret(base::bytes_of(canvas.typed()))};
    return action;
}

Next update(State& state, const Action& action, Kiosk& kiosk) {
    if (std::holds_alternative<Back>(action)) return Next::back();
    if (std::holds_alternative<Mask>(action)) {
        state.is_masked = !state.is_masked;
        return Next::stay();
    }
    if (std::holds_alternative<NotNeeded>(action)) {
        kiosk.session.note = NoteAnswer{};
        return Next::back();
    }
    if (std::holds_alternative<Save>(action)) {
        kiosk.session.note = NoteAnswer{true, base::Secret(base::bytes_of(state.field.text()))};
        return Next::back();
    }
    const bool was_room = state.field.length() < state.field.most_characters();
    if (const auto* type = std::get_if<Type>(&action)) {
        state.is_full = !state.field.insert(type->letters.text()) && !was_room;
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
