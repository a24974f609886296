// Reads the events of one window into touches, keys and news of the window; and makes such events for tours and tests.
// Main thread.
#pragma once

#include "base/clock.hpp"
#include "ui/event_source.hpp"
#include "ui/geometry.hpp"
#include "ui/key_map.hpp"
#include "ui/key_reader.hpp"
#include "ui/touch_queue.hpp"

struct SDL_KeyboardEvent;
struct SDL_WindowEvent;

namespace ui {

class EventReader {
public:
    // Of a window for itself; what names no window is its own too.
    explicit EventReader(const base::Clock& clock);
    EventReader(const base::Clock& clock, std::shared_ptr<EventSource> source, WindowId window, KeysGo keys_go);
    EventReader(const EventReader&) = delete;
    EventReader& operator=(const EventReader&) = delete;
    ~EventReader();

    // Takes one event of this window, or a row of moves at once; false if there was none.
    bool take_one(Size screen);
    TouchQueue touches;
    KeyReader keys;
    SwitchKeys switch_keys;
    [[nodiscard]] bool take_redraw(); // the window lost its picture or changed its size, since last asked
    void ask_redraw() { needs_redraw_ = true; }
    [[nodiscard]] bool is_closed() const { return is_closed_; }
    void set_arrow(Arrow arrow) { arrow_ = arrow; } // seen from when the mouse next enters the window
    // Lets go of fingers, drops what waits, here and in SDL, and overwrites SDL's own memory of it. Other windows keep what waits for them.
    void forget();

private:
    void take(const SDL_Event& event, Size screen);
    void take_key(const SDL_KeyboardEvent& pressed, base::Moment now);
    void take_news(const SDL_WindowEvent& news);
    const base::Clock& clock_;
    std::shared_ptr<EventSource> source_;
    WindowId window_ = no_window;
    Arrow arrow_ = Arrow::shown;
    bool is_text_taken_ = false; // the text of this key is not to be typed: a repeat, or a switch
    bool needs_redraw_ = true;
    bool is_closed_ = false;
};

enum class FingerMove { down, move, up };
void push_finger(FingerMove move, Point at, Size screen, WindowId window = no_window);
void push_key_press(Key key, WindowId window = no_window);
// Each letter as one key press with its text.
void push_letters(std::string_view utf8, WindowId window = no_window);

} // namespace ui
