// SDL has one queue of events for a whole process: takes them from there and keeps each for the window that it is for.
// Knows no meaning of them; that is ui/event_reader's. Main thread; shared by the surfaces of one process.
#pragma once

#include "base/secret.hpp"

#include <cstdint>
#include <deque>
#include <memory>
#include <vector>

union SDL_Event;

namespace ui {

// SDL's number of a window, never used twice in a process. What names no window at all is for the first one.
using WindowId = std::uint32_t;
constexpr WindowId no_window = 0;

// Whose keys are those that arrive while this window has the focus: a window that nobody types into must not take a
// keypad away from those who need it.
enum class KeysGo { here, to_first };

// Whether the mouse shows an arrow while it is over a window.
enum class Arrow { hidden, shown };

class EventSource {
public:
    EventSource();
    EventSource(const EventSource&) = delete;
    EventSource& operator=(const EventSource&) = delete;
    ~EventSource();

    void add(WindowId window, KeysGo keys);
    void remove(WindowId window); // and what still waits for it
    // The next event for this window; false if there is none. To be wiped by who took it.
    [[nodiscard]] bool take(WindowId window, SDL_Event& into);
    // Whether the next event for this window is a finger or a mouse that moved.
    [[nodiscard]] bool is_next_a_move(WindowId window);
    // Something waits for some window: no time to sleep.
    [[nodiscard]] bool has_any() const;
    // Drops what people entered at this window, and overwrites SDL's own memory of all that was entered.
    void forget(WindowId window);

private:
    struct Waiting;
    using Windows = std::vector<std::unique_ptr<Waiting>>;
    void gather(); // all that SDL has
    void keep(Waiting& window, const SDL_Event& event);
    [[nodiscard]] Waiting* find(WindowId window);
    Windows windows_; // in the order in which they came
};

// Thread-safe: makes a waiting event loop go round once.
void push_wake_up();

} // namespace ui
