// What came from keys in one frame, after SDL and before the widgets. Main thread.
#pragma once

#include "base/secret.hpp"

#include <vector>

namespace ui {

enum class Key {
    up,
    down,
    left,
    right,
    choose,
    back,
    next,
    previous,
    erase,
    language,
    repeat, // pauses what is said, goes on with it; in silence says the last words again
    louder,
    quieter,
    listen,       // speech on or off
    blank_screen, // nothing shows while somebody listens
    faster,
    slower, // speech
    text_size,
    hide,
    quick_exit, // everything is cleared at once, as by Finish
    service,    // the way in for those who look after the kiosk
    switch_next,
    switch_choose, // one or two switches instead of a keypad
};
constexpr int key_count = static_cast<int>(Key::switch_choose) + 1;

// Whether the page waits for numbers, or for text in which `*`, `#`, `+`, `-` and the space are letters like others.
enum class Typing { digits, text };

struct Input {
    std::vector<Key> keys;
    base::Secret typed;       // digits and letters typed on a keyboard or keypad, UTF-8, in order
    bool was_touched = false; // a finger or the mouse came down
    base::Secret scanned; // one whole barcode from a keyboard-wedge scanner ("FK1.…"), without its Enter; else empty
};

} // namespace ui
