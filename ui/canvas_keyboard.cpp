// The on-screen keyboard: keys as the plan places them. A long press, or the key for variants and then a letter, shows
// the forms of that letter in place of the letters; each of them is touched like any key.

#include "ui/canvas_parts.hpp"
#include "ui/keyboard_layout.hpp"
#include "ui/typing.hpp"

#include <array>
#include <cmath>

namespace ui {

namespace {

// How large keys are where there is room, and how small they may become: 12.7 mm, and a little more than 2.54 mm between
// them, since edges fall on whole pixels.
struct KeySize {
    Size least;
    float gap;
    float air; // above and below the letter
};
constexpr std::array key_sizes{KeySize{least_key, key_gap, 12}, KeySize{{76, 72}, 16, 6}, KeySize{{52, 52}, 12, 0}};

// The widest that stands on one key's width, and the height of its line.
Size face_of(const Canvas::Parts& p, const KeyboardLook& look) {
    ButtonLook key;
    key.style = ButtonStyle::key;
    const TextSize size = p.button_size(key);
    Size face;
    const auto take = [&](const std::string& label, Type type) {
        TypeSize drawn = size_of(type);
        drawn.most = std::min(drawn.most, size);
        const TextRun run = p.run(Words::of_record(label), drawn, 0, Align::centre, 1);
        const Size measured = p.painter.measure(run).size;
        face.w = std::max(face.w, std::ceil(measured.w / p.scale.pixels_per_unit));
        face.h = std::max(face.h, measured.h / p.scale.pixels_per_unit);
    };
    for (const char* wide : {"W", "Щ", "ض"}) take(wide, Type::key);
    if (look.field.form() != FieldForm::text) return face;
    const KeyboardLayout layout = keyboard_for(p.phrasebook.language());
    take(layout.variants_label, Type::key);
    for (const std::string& label : {layout.letters_label, std::string("123"), std::string("•••")}) {
        take(label, Type::label);
    }
    return face;
}

TextField::Paragraph paragraph_of(const Canvas::Parts& p) {
    return p.is_right_to_left() ? TextField::Paragraph::right_to_left : TextField::Paragraph::left_to_right;
}

// The largest keys with which all letters stand on as few pages as with any; the same for letters, signs and variants.
KeyboardPlan plan_of(const Canvas::Parts& p, const Rect& box, const KeyboardLook& look) {
    const Size face = face_of(p, look);
    const std::string& language = p.phrasebook.language();
    KeyboardRoom best;
    KeyboardPlan planned;
    for (const KeySize& size : key_sizes) {
        const Size least{std::max(size.least.w, face.w + 18), std::max(size.least.h, face.h + 2 * size.air)};
        const KeyboardRoom room{{box.w, box.h}, least, size.gap, paragraph_of(p), !look.done.is_empty()};
        KeyboardPlan plan = plan_keyboard(language, look.field.form(), {}, room);
        const bool does_fit = !planned.keys.empty() && planned.height <= box.h;
        if (does_fit && plan.parts >= planned.parts) continue;
        best = room;
        planned = std::move(plan);
    }
    return plan_keyboard(language, look.field.form(), look.state, best);
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

KeyboardNeed Canvas::keyboard_need(const Rect& box, const KeyboardLook& look) {
    const KeyboardPlan plan = plan_of(*parts_, box, {look.field, KeyboardState{}, look.done});
    return {plan.height, plan.parts};
}

std::optional<KeyAction> Canvas::keyboard(const std::string& id, const Rect& box, const KeyboardLook& look) {
    Parts& p = *parts_;
    KeyboardPlan plan = plan_of(p, box, look);
    const Rect whole = p.mirrored(box);
    const KeyGroup group{id, p.phrasebook("spoken_keyboard"), look.is_private};
    std::optional<KeyAction> action;
    for (PlannedKey& key : plan.keys) {
        const Rect place{(key.is_letter ? whole.x : box.x) + key.box.x, box.y + key.box.y, key.box.w, key.box.h};
        const std::string name = id + "." + key.id;
        if (p.button(name, key.is_letter ? p.mirrored(place) : place, button_of(key, look, p.phrasebook), group)) {
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
