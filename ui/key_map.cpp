#include "ui/key_map.hpp"

#include <SDL.h>

namespace ui {

SwitchKeys::SwitchKeys() : next_(SDLK_F7), choose_(SDLK_F8) {}

base::Result<SwitchKeys> SwitchKeys::parse(const std::string& next, const std::string& choose) {
    SwitchKeys keys;
    keys.next_ = SDL_GetKeyFromName(next.c_str());
    keys.choose_ = SDL_GetKeyFromName(choose.c_str());
    for (const auto& [name, key] : {std::pair{next, keys.next_}, std::pair{choose, keys.choose_}}) {
        if (key == SDLK_UNKNOWN) return base::ask_again("no key is called \"" + name + "\"; try F7, Space or 1");
    }
    if (keys.next_ == keys.choose_) return base::ask_again("two switches need two keys");
    return keys;
}

std::optional<Key> SwitchKeys::find(const SDL_Keysym& symbol) const {
    if (symbol.sym == next_) return Key::switch_next;
    if (symbol.sym == choose_) return Key::switch_choose;
    return std::nullopt;
}

std::optional<Key> key_of(const SDL_Keysym& symbol) {
    switch (symbol.sym) {
    case SDLK_UP: return Key::up;
    case SDLK_DOWN: return Key::down;
    case SDLK_LEFT: return Key::left;
    case SDLK_RIGHT: return Key::right;
    case SDLK_RETURN:
    case SDLK_RETURN2:
    case SDLK_KP_ENTER:
    case SDLK_SPACE: return Key::choose;
    case SDLK_ESCAPE:
    case SDLK_AC_BACK: return Key::back;
    case SDLK_TAB: return (symbol.mod & KMOD_SHIFT) != 0 ? Key::previous : Key::next;
    case SDLK_BACKSPACE:
    case SDLK_DELETE: return Key::erase;
    case SDLK_F1:
    case SDLK_AUDIOMUTE: return Key::listen;
    case SDLK_F2: return Key::language;
    case SDLK_F3: return Key::repeat;
    case SDLK_F4: return Key::blank_screen;
    case SDLK_F5: return Key::slower;
    case SDLK_F6: return Key::faster;
    case SDLK_F9: return Key::text_size;
    case SDLK_F10: return Key::hide;
    case SDLK_PAUSE: return Key::service;
    case SDLK_F11:
    case SDLK_VOLUMEDOWN: return Key::quieter;
    case SDLK_F12:
    case SDLK_VOLUMEUP: return Key::louder;
    default: return std::nullopt;
    }
}

SDL_Keysym symbol_of(Key key) {
    SDL_Keysym symbol{};
    switch (key) {
    case Key::up: symbol.sym = SDLK_UP; break;
    case Key::down: symbol.sym = SDLK_DOWN; break;
    case Key::left: symbol.sym = SDLK_LEFT; break;
    case Key::right: symbol.sym = SDLK_RIGHT; break;
    case Key::choose: symbol.sym = SDLK_RETURN; break;
    case Key::back: symbol.sym = SDLK_ESCAPE; break;
    case Key::next: symbol.sym = SDLK_TAB; break;
    case Key::previous:
        symbol.sym = SDLK_TAB;
        symbol.mod = KMOD_LSHIFT;
        break;
    case Key::erase: symbol.sym = SDLK_BACKSPACE; break;
    case Key::language: symbol.sym = SDLK_F2; break;
    case Key::repeat: symbol.sym = SDLK_F3; break;
    case Key::louder: symbol.sym = SDLK_F12; break;
    case Key::quieter: symbol.sym = SDLK_F11; break;
    case Key::listen: symbol.sym = SDLK_F1; break;
    case Key::blank_screen: symbol.sym = SDLK_F4; break;
    case Key::faster: symbol.sym = SDLK_F6; break;
    case Key::slower: symbol.sym = SDLK_F5; break;
    case Key::text_size: symbol.sym = SDLK_F9; break;
    case Key::hide: symbol.sym = SDLK_F10; break;
    case Key::quick_exit: symbol.sym = SDLK_LSHIFT; break;
    case Key::service: symbol.sym = SDLK_PAUSE; break;
    case Key::switch_next: symbol.sym = SDLK_F7; break;
    case Key::switch_choose: symbol.sym = SDLK_F8; break;
    }
    return symbol;
}

std::string name_of(Key key) { return SDL_GetKeyName(symbol_of(key).sym); }

bool is_shift(const SDL_Keysym& symbol) { return symbol.sym == SDLK_LSHIFT || symbol.sym == SDLK_RSHIFT; }

char keypad_digit(const SDL_Keysym& symbol) {
    if ((symbol.mod & KMOD_NUM) != 0) return 0;
    if (symbol.sym == SDLK_KP_0) return '0';
    if (symbol.sym >= SDLK_KP_1 && symbol.sym <= SDLK_KP_9) return static_cast<char>('1' + (symbol.sym - SDLK_KP_1));
    return 0;
}

} // namespace ui
