#include "ui/event_reader.hpp"

#include <SDL.h>

namespace ui {

namespace {

// As many events as are likely ever to have waited at once; see forget().
constexpr int overwritten_events = 1024;
constexpr Uint32 wake_event = SDL_USEREVENT;
constexpr Uint32 blank_event = SDL_USEREVENT + 1; // a type of its own: no waiting wake-up is flushed with it

bool is_next_a_move() {
    SDL_Event next;
    return SDL_PeepEvents(&next, 1, SDL_PEEKEVENT, SDL_FIRSTEVENT, SDL_LASTEVENT) == 1 &&
           (next.type == SDL_FINGERMOTION || next.type == SDL_MOUSEMOTION);
}

} // namespace

bool EventReader::take_one(Size screen) {
    SDL_Event event;
    if (SDL_PollEvent(&event) == 0) return false;
    while ((event.type == SDL_FINGERMOTION || event.type == SDL_MOUSEMOTION) && is_next_a_move()) {
        take(event, screen);
        SDL_PollEvent(&event);
    }
    take(event, screen);
    base::wipe(&event, sizeof event);
    return true;
}

void EventReader::take(const SDL_Event& event, Size screen) {
    const base::Moment now = clock_.moment();
    const auto finger_at = [&] { return Point{event.tfinger.x * screen.w, event.tfinger.y * screen.h}; };
    const auto mouse_at = [](int x, int y) { return Point{static_cast<float>(x), static_cast<float>(y)}; };
    switch (event.type) {
    case SDL_FINGERDOWN: touches.down(event.tfinger.fingerId, finger_at(), now); break;
    case SDL_FINGERMOTION: touches.move(event.tfinger.fingerId, finger_at()); break;
    case SDL_FINGERUP: touches.up(event.tfinger.fingerId, finger_at()); break;
    case SDL_MOUSEBUTTONDOWN:
        if (event.button.button == SDL_BUTTON_LEFT) {
            touches.down(mouse_finger, mouse_at(event.button.x, event.button.y), now);
        }
        break;
    case SDL_MOUSEMOTION: touches.move(mouse_finger, mouse_at(event.motion.x, event.motion.y)); break;
    case SDL_MOUSEBUTTONUP:
        if (event.button.button == SDL_BUTTON_LEFT) {
            touches.up(mouse_finger, mouse_at(event.button.x, event.button.y));
        }
        break;
    case SDL_KEYDOWN: take_key(event.key, now); break;
    case SDL_TEXTINPUT:
        if (!is_text_taken_) keys.text(event.text.text, now);
        break;
    case SDL_WINDOWEVENT:
        needs_redraw_ = true;
        if (event.window.event == SDL_WINDOWEVENT_FOCUS_LOST || event.window.event == SDL_WINDOWEVENT_HIDDEN) {
            touches.cancel();
        }
        break;
    case SDL_RENDER_TARGETS_RESET:
    case SDL_RENDER_DEVICE_RESET: needs_redraw_ = true; break;
    case SDL_QUIT: is_closed_ = true; break;
    default: break; // SDL's event types are open-ended
    }
}

void EventReader::take_key(const SDL_KeyboardEvent& pressed, base::Moment now) {
    // The text of a key comes right after the key; SDL does not mark it as a repeat.
    is_text_taken_ = pressed.repeat != 0;
    if (is_text_taken_) return;
    const SDL_Keysym& symbol = pressed.keysym;
    if (const auto key = keys.is_in_scan() ? std::nullopt : switch_keys.find(symbol)) {
        is_text_taken_ = true;
        keys.key(*key, KeyCap::other, now);
    } else if (is_shift(symbol)) {
        keys.shift(now);
    } else if (const auto known = key_of(symbol)) {
        const bool is_enter = *known == Key::choose && symbol.sym != SDLK_SPACE;
        keys.key(*known, is_enter ? KeyCap::enter : KeyCap::other, now);
    } else if (const char digit = keypad_digit(symbol); digit != 0) {
        keys.text({&digit, 1}, now);
    }
}

bool EventReader::take_redraw() {
    const bool needed = needs_redraw_;
    needs_redraw_ = false;
    return needed;
}

void EventReader::forget() {
    touches.cancel();
    keys.forget();
    is_text_taken_ = false;
    for (const Uint32 type : {SDL_FINGERDOWN, SDL_FINGERMOTION, SDL_FINGERUP, SDL_MOUSEBUTTONDOWN, SDL_MOUSEMOTION,
                              SDL_MOUSEBUTTONUP, SDL_KEYDOWN, SDL_KEYUP, SDL_TEXTINPUT, SDL_TEXTEDITING}) {
        SDL_FlushEvent(type);
    }
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

void push_finger(FingerMove move, Point at, Size screen) {
    SDL_Event event{};
    switch (move) {
    case FingerMove::down: event.type = SDL_FINGERDOWN; break;
    case FingerMove::move: event.type = SDL_FINGERMOTION; break;
    case FingerMove::up: event.type = SDL_FINGERUP; break;
    }
    event.tfinger.touchId = 1;
    event.tfinger.fingerId = 1;
    event.tfinger.x = at.x / screen.w;
    event.tfinger.y = at.y / screen.h;
    SDL_PushEvent(&event);
}

void push_key_press(Key key) {
    const int times = key == Key::quick_exit ? 3 : 1;
    for (int i = 0; i < times; ++i) {
        SDL_Event event{};
        event.type = SDL_KEYDOWN;
        event.key.state = SDL_PRESSED;
        event.key.keysym = symbol_of(key);
        SDL_PushEvent(&event);
        event.type = SDL_KEYUP;
        event.key.state = SDL_RELEASED;
        SDL_PushEvent(&event);
    }
}

void push_letters(std::string_view utf8) {
    while (!utf8.empty()) {
        std::size_t length = 1;
        while (length < utf8.size() && (static_cast<unsigned char>(utf8[length]) & 0xC0U) == 0x80U) ++length;
        SDL_Event event{};
        event.type = SDL_KEYDOWN;
        event.key.state = SDL_PRESSED;
        event.key.keysym.sym = length == 1 ? static_cast<SDL_Keycode>(utf8[0]) : SDL_Keycode{SDLK_UNKNOWN};
        event.key.keysym.mod = KMOD_NUM;
        SDL_PushEvent(&event);
        SDL_Event letter{};
        letter.type = SDL_TEXTINPUT;
        utf8.copy(letter.text.text, std::min(length, sizeof letter.text.text - 1));
        SDL_PushEvent(&letter);
        event.type = SDL_KEYUP;
        event.key.state = SDL_RELEASED;
        SDL_PushEvent(&event);
        base::wipe(&event, sizeof event);
        base::wipe(&letter, sizeof letter);
        utf8.remove_prefix(length);
    }
}

} // namespace ui
