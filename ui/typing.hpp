// How a field and the keyboard under it look in one frame: what Canvas::field and Canvas::keyboard are given. What was
// typed stays in the page's TextField. Main thread.
#pragma once

#include "ui/canvas.hpp"
#include "ui/keyboard_plan.hpp"
#include "ui/text_field.hpp"

namespace ui {

enum class Masking { shown, masked };

struct FieldLook {
    const TextField& field;
    Words label = {};       // its name; painted above it unless a title of the page says the same
    Words placeholder = {}; // while nothing is typed
    Words note = {};        // a line under it
    Words warning = {};     // "please look": what to do, in the note's place
    Icon icon = Icon::none;
    Masking masking = Masking::shown;
    bool is_active = true; // keys go here
    bool is_label_painted = false;
    bool is_private = true;
};

struct KeyboardLook {
    const TextField& field; // its form decides the keys
    const KeyboardState& state;
    Words done = {};        // a last key with this word, if any
    bool is_private = true; // what is typed
};

} // namespace ui
