#include "ui/event_source.hpp"

#include <SDL.h>
#include <algorithm>
#include <optional>

namespace ui {

namespace {

// As many events as are likely ever to have waited at once; see forget().
constexpr int overwritten_events = 1024;
// A window that takes nothing any more must not fill the memory.
constexpr std::size_t most_waiting = 4096;
constexpr Uint32 wake_event = SDL_USEREVENT;
constexpr Uint32 blank_event = SDL_USEREVENT + 1;

bool is_key(Uint32 type) {
    return type == SDL_KEYDOWN || type == SDL_KEYUP || type == SDL_TEXTINPUT || type == SDL_TEXTEDITING;
}

bool is_entered(Uint32 type) {
    return is_key(type) || type == SDL_FINGERDOWN || type == SDL_FINGERMOTION || type == SDL_FINGERUP ||
           type == SDL_MOUSEBUTTONDOWN || type == SDL_MOUSEMOTION || type == SDL_MOUSEBUTTONUP;
}

bool is_for_all(Uint32 type) {
    return type == SDL_QUIT || type == SDL_RENDER_TARGETS_RESET || type == SDL_RENDER_DEVICE_RESET ||
           type == wake_event;
}

// Nothing for events that are of no use to any window.
std::optional<WindowId> window_of(const SDL_Event& event) {
    switch (event.type) {
    case SDL_KEYDOWN:
    case SDL_KEYUP: return event.key.windowID;
    case SDL_TEXTINPUT: return event.text.windowID;
    case SDL_MOUSEMOTION: return event.motion.windowID;
    case SDL_MOUSEBUTTONDOWN:
    case SDL_MOUSEBUTTONUP: return event.button.windowID;
    case SDL_FINGERDOWN:
    case SDL_FINGERMOTION:
    case SDL_FINGERUP: return event.tfinger.windowID;
    case SDL_WINDOWEVENT: return event.window.windowID;
    default: return std::nullopt; // SDL's event types are open-ended
    }
}

} // namespace

struct EventSource::Waiting {
    Waiting(WindowId its_id, KeysGo its_keys) : id(its_id), keys(its_keys) {}
    WindowId id;
    KeysGo keys;
    std::deque<SDL_Event> events;

    void drop_front() {
        base::wipe(&events.front(), sizeof(SDL_Event));
        events.pop_front();
    }
    void drop_entered() {
        for (SDL_Event& event : events) {
            if (is_entered(event.type)) base::wipe(&event, sizeof event);
        }
        std::erase_if(events, [](const SDL_Event& event) { return event.type == 0; });
    }
};

EventSource::EventSource() = default;

EventSource::~EventSource() {
    for (const auto& window : windows_) window->drop_entered();
}

void EventSource::add(WindowId window, KeysGo keys) { windows_.push_back(std::make_unique<Waiting>(window, keys)); }

void EventSource::remove(WindowId window) {
    if (Waiting* found = find(window)) found->drop_entered();
    std::erase_if(windows_, [&](const auto& each) { return each->id == window; });
}

EventSource::Waiting* EventSource::find(WindowId window) {
    const auto found =
        std::find_if(windows_.begin(), windows_.end(), [&](const auto& each) { return each->id == window; });
    return found == windows_.end() ? nullptr : found->get();
}

void EventSource::keep(Waiting& window, const SDL_Event& event) {
    if (window.events.size() == most_waiting) window.drop_front();
    window.events.push_back(event);
}

void EventSource::gather() {
    SDL_Event event;
    while (SDL_PollEvent(&event) != 0) {
        if (is_for_all(event.type)) {
            for (const auto& window : windows_) keep(*window, event);
        } else if (const auto id = window_of(event); id && !windows_.empty()) {
            // What was meant for a window that is gone is nobody's.
            Waiting* window = *id == no_window ? windows_.front().get() : find(*id);
            if (window != nullptr && window->keys == KeysGo::to_first && is_key(event.type)) {
                window = windows_.front().get();
            }
            if (window != nullptr) keep(*window, event);
        }
        base::wipe(&event, sizeof event);
    }
}

bool EventSource::take(WindowId window, SDL_Event& into) {
    gather();
    Waiting* found = find(window);
    if (found == nullptr || found->events.empty()) return false;
    into = found->events.front();
    found->drop_front();
    return true;
}

bool EventSource::is_next_a_move(WindowId window) {
    gather();
    const Waiting* found = find(window);
    if (found == nullptr || found->events.empty()) return false;
    const Uint32 type = found->events.front().type;
    return type == SDL_FINGERMOTION || type == SDL_MOUSEMOTION;
}

bool EventSource::has_any() const {
    return std::any_of(windows_.begin(), windows_.end(), [](const auto& window) { return !window->events.empty(); });
}

void EventSource::forget(WindowId window) {
    gather();
    if (Waiting* found = find(window)) found->drop_entered();
    // SDL keeps the entries of its queue, with the last letters in them, for later use: use them all once.
    SDL_Event blank{};
    blank.type = blank_event;
    for (int i = 0; i < overwritten_events; ++i) SDL_PeepEvents(&blank, 1, SDL_ADDEVENT, 0, 0);
    SDL_FlushEvent(blank_event);
}

void push_wake_up() {
    SDL_Event event{};
    event.type = wake_event;
    SDL_PushEvent(&event);
}

} // namespace ui
