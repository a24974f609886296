// What came from keys in one frame, after SDL and before the widgets. Main thread.
#pragma once

#include "base/secret.hpp"

#include <vector>

namespace ui {

enum class Key { up, down, left, right, choose, back, next, previous, erase };

struct Input {
    std::vector<Key> keys;
    base::Secret typed;       // digits and letters typed on a keyboard or keypad, UTF-8, in order
    bool was_touched = false; // a finger or the mouse came down
    base::Secret scanned; // one whole barcode from a keyboard-wedge scanner ("FK1.…"), without its Enter; else empty
};

} // namespace ui
