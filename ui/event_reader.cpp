#include "ui/event_reader.hpp"

#include <SDL.h>

namespace ui {

EventReader::EventReader(const base::Clock& clock)
    : EventReader(clock, std::make_shared<EventSource>(), no_window, KeysGo::here) {}

EventReader::EventReader(const base::Clock& clock, std::shared_ptr<EventSource> source, WindowId window, KeysGo keys_go)
    : clock_(clock), source_(std::move(source)), window_(window) {
    source_->add(window_, keys_go);
}

EventReader::~EventReader() { source_->remove(window_); }

bool EventReader::take_one(Size screen) {
    SDL_Event event;
    if (!source_->take(window_, event)) return false;
    while ((event.type == SDL_FINGERMOTION || event.type == SDL_MOUSEMOTION) && source_->is_next_a_move(window_)) {
        take(event, screen);
        (void)source_->take(window_, event);
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
    case SDL_WINDOWEVENT: take_news(event.window); break;
    case SDL_RENDER_TARGETS_RESET:
    case SDL_RENDER_DEVICE_RESET: needs_redraw_ = true; break;
    case SDL_QUIT: is_closed_ = true; break;
    default: break; // SDL's event types are open-ended
    }
}

void EventReader::take_news(const SDL_WindowEvent& news) {
    needs_redraw_ = true;
    // SDL asks to end the program only when its last window is closed.
    if (news.event == SDL_WINDOWEVENT_CLOSE) is_closed_ = true;
    if (news.event == SDL_WINDOWEVENT_FOCUS_LOST || news.event == SDL_WINDOWEVENT_HIDDEN) touches.cancel();
    if (news.event == SDL_WINDOWEVENT_ENTER) SDL_ShowCursor(arrow_ == Arrow::shown ? SDL_ENABLE : SDL_DISABLE);
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
    touches.let_go();
    keys.forget();
    is_text_taken_ = false;
    source_->forget(window_);
}

void push_finger(FingerMove move, Point at, Size screen, WindowId window) {
    SDL_Event event{};
    switch (move) {
    case FingerMove::down: event.type = SDL_FINGERDOWN; break;
    case FingerMove::move: event.type = SDL_FINGERMOTION; break;
    case FingerMove::up: event.type = SDL_FINGERUP; break;
    }
    event.tfinger.windowID = window;
    event.tfinger.touchId = 1;
    event.tfinger.fingerId = 1;
    event.tfinger.x = at.x / screen.w;
    event.tfinger.y = at.y / screen.h;
    SDL_PushEvent(&event);
}

void push_key_press(Key key, WindowId window) {
    const int times = key == Key::quick_exit ? 3 : 1;
    for (int i = 0; i < times; ++i) {
        SDL_Event event{};
        event.type = SDL_KEYDOWN;
        event.key.state = SDL_PRESSED;
        event.key.windowID = window;
        event.key.keysym = symbol_of(key);
        SDL_PushEvent(&event);
        event.type = SDL_KEYUP;
        event.key.state = SDL_RELEASED;
        SDL_PushEvent(&event);
    }
}

void push_letters(std::string_view utf8, WindowId window) {
    while (!utf8.empty()) {
        std::size_t length = 1;
        while (length < utf8.size() && (static_cast<unsigned char>(utf8[length]) & 0xC0U) == 0x80U) ++length;
        SDL_Event event{};
        event.type = SDL_KEYDOWN;
        event.key.windowID = window;
        event.key.state = SDL_PRESSED;
        event.key.keysym.sym = length == 1 ? static_cast<SDL_Keycode>(utf8[0]) : SDL_Keycode{SDLK_UNKNOWN};
        event.key.keysym.mod = KMOD_NUM;
        SDL_PushEvent(&event);
        SDL_Event letter{};
        letter.type = SDL_TEXTINPUT;
        letter.text.windowID = window;
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
