#include "ui/keyboard_controls.hpp"

#include <utility>

namespace ui {

namespace {

using Kind = KeyAction::Kind;

PlannedKey control_key(const char* id, Kind kind, Icon icon, std::string label = {}) {
    PlannedKey key;
    key.id = id;
    key.icon = icon;
    key.label = std::move(label);
    key.action.kind = kind;
    key.is_letter = false;
    return key;
}

KeyboardControl writing(const char* text, std::size_t span, bool is_elastic = false) {
    PlannedKey key = control_key(text, Kind::write, Icon::none, text);
    key.action.text = text;
    return {std::move(key), span, is_elastic};
}

// There is no room for a tick beside a label: what is on shows the tick alone, what is open the way back.
PlannedKey variants_key(const KeyboardLayout& layout, const KeyboardState& state) {
    PlannedKey key = control_key("variants", Kind::variants, Icon::none, layout.variants_label);
    key.is_selected = state.offers_variants;
    if (!state.opened.empty()) key.icon = Icon::close;
    if (state.offers_variants) key.icon = Icon::check_circle;
    if (key.icon != Icon::none) key.label.clear();
    return key;
}

void add_text_controls(std::vector<KeyboardControl>& row, const KeyboardLayout& layout, const KeyboardState& state,
                       Pages pages) {
    if (layout.has_capitals) {
        PlannedKey shift = control_key("shift", Kind::shift, Icon::keyboard_capslock);
        shift.is_selected = state.is_shifted;
        row.push_back({std::move(shift)});
    }
    row.push_back({variants_key(layout, state)});
    row.push_back({control_key("signs", Kind::signs, Icon::none, state.are_signs ? layout.letters_label : "123")});
    if (pages == Pages::several) row.push_back({control_key("part", Kind::part, Icon::none, "•••")});
    KeyboardControl space{control_key("space", Kind::write, Icon::none), 2, true};
    space.key.action.text = " ";
    row.push_back(std::move(space));
}

} // namespace

std::vector<KeyboardControl> keyboard_controls(const KeyboardLayout& layout, FieldForm form, const KeyboardState& state,
                                               const KeyboardRoom& room, Pages pages) {
    std::vector<KeyboardControl> row;
    KeyboardControl erase{control_key("erase", Kind::erase, Icon::backspace)};
    switch (form) {
    case FieldForm::phone: row.push_back(writing("+", 1)); [[fallthrough]];
    case FieldForm::digits:
        row.push_back(writing("0", 1, true));
        row.push_back(std::move(erase));
        return row;
    case FieldForm::email:
        row = {writing("-", 1), writing("_", 1), writing(".com", 2, true), writing(".org", 2, true)};
        break;
    case FieldForm::text: add_text_controls(row, layout, state, pages); break;
    }
    // The arrow to the left stands on the left, also where the row is mirrored.
    KeyboardControl left{control_key("left", Kind::left, Icon::arrow_back)};
    KeyboardControl right{control_key("right", Kind::right, Icon::arrow_forward)};
    if (room.paragraph == TextField::Paragraph::right_to_left) {
        std::swap(left, right);
        std::swap(left.key.icon, right.key.icon);
    }
    row.push_back(std::move(left));
    row.push_back(std::move(right));
    row.push_back(std::move(erase));
    if (room.has_done) row.push_back({control_key("done", Kind::done, Icon::none), 2, true});
    return row;
}

} // namespace ui
