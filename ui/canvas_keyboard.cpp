// The on-screen keyboard: keys as the plan places them. A long press, or the key for variants and then a letter, shows
// the forms of that letter in place of the letters; each of them is touched like any key.

#include "ui/canvas_parts.hpp"
#include "ui/typing.hpp"

#include <cmath>

namespace ui {

namespace {

// Keys grow with their letters: the widest of them, and the air around it.
Size least_key_for(Canvas::Parts& p) {
    const TypeSize size = size_of(Type::key);
    float widest = 0;
    for (const char* wide : {"W", "Щ", "ض"}) {
        const TextRun run = p.run(Words::of_record(wide), size, 0, Align::centre, 1);
        widest = std::max(widest, p.painter.measure(run).size.w / p.scale.pixels_per_unit);
    }
    return {std::max(least_key.w, std::ceil(widest) + 18), std::max(least_key.h, size.line + 24)};
}

TextField::Paragraph paragraph_of(const Canvas::Parts& p) {
    return p.is_right_to_left() ? TextField::Paragraph::right_to_left : TextField::Paragraph::left_to_right;
}

KeyboardPlan plan_of(Canvas::Parts& p, const Rect& box, const KeyboardLook& look) {
    const KeyboardRoom room{{box.w, box.h}, least_key_for(p), paragraph_of(p), !look.done.is_empty()};
    return plan_keyboard(p.phrasebook.language(), look.field.form(), look.state, room);
}

// What is said of a key whose face says too little, or nothing.
const char* spoken_id(const PlannedKey& key, const KeyboardState& state) {
    switch (key.action.kind) {
    case KeyAction::Kind::erase: return "spoken_erase_letter";
    case KeyAction::Kind::shift: return "spoken_shift";
    case KeyAction::Kind::signs: return state.are_signs ? "spoken_letters" : "spoken_signs";
    case KeyAction::Kind::part: return "spoken_more_keys";
    case KeyAction::Kind::variants: return state.opened.empty() ? "spoken_variants" : "spoken_letters";
    case KeyAction::Kind::left: return "spoken_caret_left";
    case KeyAction::Kind::right: return "spoken_caret_right";
    case KeyAction::Kind::write:
    case KeyAction::Kind::open:
    case KeyAction::Kind::done: return nullptr;
    }
    return nullptr;
}

ButtonLook button_of(const PlannedKey& key, const KeyboardLook& look, const Phrasebook& phrasebook) {
    ButtonLook button;
    button.style = ButtonStyle::key;
    button.icon = key.icon;
    button.is_selected = key.is_selected;
    if (key.action.kind == KeyAction::Kind::done) {
        button.label = look.done;
    } else if (key.id == "space") {
        button.label = phrasebook("button_space");
    } else {
        button.label = Words::of_record(key.label);
    }
    if (const char* spoken = spoken_id(key, look.state)) button.spoken = phrasebook(spoken);
    return button;
}

} // namespace

float Canvas::keyboard_height(const Rect& box, const KeyboardLook& look) { return plan_of(*parts_, box, look).height; }

std::optional<KeyAction> Canvas::keyboard(const std::string& id, const Rect& box, const KeyboardLook& look) {
    Parts& p = *parts_;
    KeyboardPlan plan = plan_of(p, box, look);
    const Rect whole = p.mirrored(box);
    std::optional<KeyAction> action;
    for (PlannedKey& key : plan.keys) {
        const Rect place{(key.is_letter ? whole.x : box.x) + key.box.x, box.y + key.box.y, key.box.w, key.box.h};
        const std::string name = id + "." + key.id;
        if (p.button(name, key.is_letter ? p.mirrored(place) : place, button_of(key, look, p.phrasebook), id)) {
            action = std::move(key.action);
        } else if (key.has_variants && p.painter.held(name) >= long_press) {
            // Its release finds other keys there and counts for none of them.
            action = KeyAction{KeyAction::Kind::open, key.id};
        }
    }
    if (!action || !p.focus.is_visible()) return action;
    // Keys go on where the eye goes: to the forms that come up, and back to their letter.
    const std::string& opened = look.state.opened;
    if (action->kind == KeyAction::Kind::open) {
        p.focus.go_to(id + ".variant." + action->text);
    } else if (!opened.empty() && action->kind == KeyAction::Kind::write) {
        p.focus.go_to(id + "." + opened);
    }
    return action;
}

} // namespace ui
