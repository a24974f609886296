// Reads SDL's events into touches, keys and news of the window; and makes such events for tours and tests. Main thread.
#pragma once

#include "base/clock.hpp"
#include "ui/geometry.hpp"
#include "ui/key_map.hpp"
#include "ui/key_reader.hpp"
#include "ui/touch_queue.hpp"

struct SDL_KeyboardEvent;
union SDL_Event;

namespace ui {

class EventReader {
public:
    explicit EventReader(const base::Clock& clock) : clock_(clock) {}

    // Takes one event from SDL's queue, or a row of moves at once; false if there was none.
    bool take_one(Size screen);
    TouchQueue touches;
    KeyReader keys;
    SwitchKeys switch_keys;
    [[nodiscard]] bool take_redraw(); // the window lost its picture or changed its size, since last asked
    void ask_redraw() { needs_redraw_ = true; }
    [[nodiscard]] bool is_closed() const { return is_closed_; }
    // Drops what waits, here and in SDL, and overwrites SDL's own memory of it.
    void forget();

private:
    void take(const SDL_Event& event, Size screen);
    void take_key(const SDL_KeyboardEvent& pressed, base::Moment now);
    const base::Clock& clock_;
    bool is_text_taken_ = false; // the text of this key is not to be typed: a repeat, or a switch
    bool needs_redraw_ = true;
    bool is_closed_ = false;
};

// Thread-safe: makes a waiting event loop go round once.
void push_wake_up();
enum class FingerMove { down, move, up };
void push_finger(FingerMove move, Point at, Size screen);
void push_key_press(Key key);
void push_letters(std::string_view utf8); // each letter as one key press with its text

} // namespace ui
