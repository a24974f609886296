// What keys do to a field and to the keyboard itself.

#include "ui/keyboard_plan.hpp"

namespace ui {

void KeyboardState::take(const KeyAction& action) {
    using Kind = KeyAction::Kind;
    switch (action.kind) {
    case Kind::write:
        is_shifted = false;
        offers_variants = false;
        opened.clear();
        return;
    case Kind::shift: is_shifted = !is_shifted; return;
    case Kind::signs:
        are_signs = !are_signs;
        part = 0;
        opened.clear();
        return;
    case Kind::part: ++part; return;
    case Kind::variants:
        offers_variants = opened.empty() && !offers_variants;
        opened.clear();
        return;
    case Kind::open:
        offers_variants = false;
        opened = action.text;
        return;
    case Kind::erase:
    case Kind::left:
    case Kind::right:
    case Kind::done: return;
    }
}

bool type_key(TextField& field, KeyboardState& keyboard, const KeyAction& action, TextField::Paragraph paragraph) {
    using Kind = KeyAction::Kind;
    keyboard.take(action);
    switch (action.kind) {
    case Kind::write: return field.insert(action.text);
    case Kind::erase: return field.erase();
    case Kind::left: return field.move(TextField::Side::left, paragraph);
    case Kind::right: return field.move(TextField::Side::right, paragraph);
    case Kind::shift:
    case Kind::signs:
    case Kind::part:
    case Kind::variants:
    case Kind::open:
    case Kind::done: return true;
    }
    return true;
}

} // namespace ui
