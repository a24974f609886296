#include "ui/event_reader.hpp"

#include "tests/support/off_screen.hpp"

#include <SDL2/SDL.h>
#include <cstring>
#include <doctest/doctest.h>

namespace {

// up down left right choose back next previous erase, L language R repeat + -
// S speech B blank f s faster and slower T text size H hide X quick exit V service [ ] switches
constexpr std::string_view one_letter = "udlrcbnpeLR+-SBfsTHXV[]";
static_assert(one_letter.size() == ui::key_count);

struct Desk {
    support::OffScreen screen; // SDL's queue lives as long as a window does
    ui::EventReader reader{screen.clock};

    Desk() { take(); }
    void take() {
        while (reader.take_one({1000, 500})) {}
    }
    void key(SDL_Keycode symbol, Uint8 repeat, Uint16 modifiers = 0) {
        SDL_Event event{};
        event.type = SDL_KEYDOWN;
        event.key.keysym.sym = symbol;
        event.key.keysym.mod = modifiers;
        event.key.repeat = repeat;
        SDL_PushEvent(&event);
    }
    void letters(const char* text) {
        SDL_Event event{};
        event.type = SDL_TEXTINPUT;
        std::strncpy(event.text.text, text, sizeof event.text.text - 1);
        SDL_PushEvent(&event);
    }
    void mouse(Uint32 type, Uint8 button, int x, int y) {
        SDL_Event event{};
        event.type = type;
        if (type == SDL_MOUSEMOTION) {
            event.motion.x = x;
            event.motion.y = y;
        } else {
            event.button.button = button;
            event.button.x = x;
            event.button.y = y;
        }
        SDL_PushEvent(&event);
    }
    void finger(Uint32 type, SDL_FingerID id, float x, float y) {
        SDL_Event event{};
        event.type = type;
        event.tfinger.fingerId = id;
        event.tfinger.x = x;
        event.tfinger.y = y;
        SDL_PushEvent(&event);
    }
    std::string keys() {
        take();
        std::string all;
        while (auto input = reader.keys.next()) {
            all += input->typed.text();
            for (const ui::Key key : input->keys) all += one_letter[static_cast<std::size_t>(key)];
        }
        return all;
    }
    std::string touches() {
        take();
        std::string all;
        while (const auto step = reader.touches.next()) all += !step->at ? '-' : step->is_down ? 'D' : 'u';
        return all;
    }
};

} // namespace

TEST_CASE("a key that is held down counts once, and so does its letter") {
    Desk desk;
    desk.key(SDLK_DOWN, 0);
    desk.key(SDLK_DOWN, 1);
    desk.key(SDLK_DOWN, 1);
    desk.key(SDLK_4, 0);
    desk.letters("4");
    desk.key(SDLK_4, 1);
    desk.letters("4");
    desk.key(SDLK_4, 1);
    desk.letters("4");
    desk.key(SDLK_4, 0);
    desk.letters("4");
    CHECK(desk.keys() == "d44");
}

TEST_CASE("every key of a keyboard and of a keypad does what is written on it") {
    Desk desk;
    for (const SDL_Keycode key : {SDLK_RETURN, SDLK_KP_ENTER, SDLK_SPACE}) desk.key(key, 0);
    for (const SDL_Keycode key : {SDLK_BACKSPACE, SDLK_DELETE, SDLK_ESCAPE, SDLK_TAB}) desk.key(key, 0);
    desk.key(SDLK_TAB, 0, KMOD_RSHIFT);
    CHECK(desk.keys() == "ccceebnp");
    // Num Lock off: only key names. On: the text that comes with them.
    for (int i = 1; i <= 9; ++i) desk.key(SDLK_KP_1 + i - 1, 0);
    desk.key(SDLK_KP_0, 0);
    CHECK(desk.keys() == "1234567890");
    desk.key(SDLK_KP_7, 0, KMOD_NUM);
    desk.letters("7");
    CHECK(desk.keys() == "7");
}

TEST_CASE("the keys of a lobby keypad and of a keyboard reach what has no key of its own on the page") {
    Desk desk;
    for (int i = 0; i < 12; ++i) desk.key(SDLK_F1 + i, 0);
    CHECK(desk.keys() == "SLRBsf[]TH-+");
    for (const SDL_Keycode key : {SDLK_AC_BACK, SDLK_AUDIOMUTE, SDLK_VOLUMEDOWN, SDLK_VOLUMEUP}) desk.key(key, 0);
    CHECK(desk.keys() == "bS-+");
    for (const auto& [key, text] :
         {std::pair{SDLK_KP_MULTIPLY, "*"}, std::pair{SDLK_KP_PLUS, "+"}, std::pair{SDLK_KP_MINUS, "-"},
          std::pair{SDLK_HASH, "#"}, std::pair{SDLK_8, "*"}, std::pair{SDLK_BACKQUOTE, "`"}}) {
        desk.key(key, 0);
        desk.letters(text);
    }
    CHECK(desk.keys() == "L+-RLR");
}

TEST_CASE("every key that a tour can press is that key when it arrives") {
    Desk desk;
    for (int i = 0; i < ui::key_count; ++i) {
        ui::push_key_press(static_cast<ui::Key>(i));
        CHECK(desk.keys() == one_letter.substr(static_cast<std::size_t>(i), 1));
    }
}

TEST_CASE("Shift three times is the quick exit, held once it is not") {
    Desk desk;
    for (int i = 0; i < 5; ++i) desk.key(SDLK_LSHIFT, i == 0 ? 0 : 1, KMOD_LSHIFT);
    CHECK(desk.keys() == "");
    desk.key(SDLK_RSHIFT, 0);
    desk.key(SDLK_LSHIFT, 0);
    CHECK(desk.keys() == "X");
}

TEST_CASE("switches may send any key, which then means nothing else but inside a scan") {
    Desk desk;
    CHECK(ui::SwitchKeys::parse("F7", "no key").is_error());
    CHECK(ui::SwitchKeys::parse("1", "1").is_error());
    desk.reader.switch_keys = ui::SwitchKeys::parse("1", "Return").release_value();
    desk.key(SDLK_1, 0);
    desk.letters("1");
    desk.key(SDLK_RETURN, 0);
    desk.key(SDLK_RETURN, 1);
    desk.key(SDLK_2, 0);
    desk.letters("2");
    desk.key(SDLK_F7, 0);
    CHECK(desk.keys() == "[]2");
    ui::push_letters("FK1.11");
    ui::push_key_press(ui::Key::choose);
    desk.take();
    const auto input = desk.reader.keys.next();
    REQUIRE(input);
    CHECK(input->scanned.text() == "FK1.11");
}

TEST_CASE("the mouse is a finger while its left button is down, and never beside a real one") {
    Desk desk;
    desk.mouse(SDL_MOUSEMOTION, 0, 10, 10);
    CHECK(desk.touches() == "");
    desk.mouse(SDL_MOUSEBUTTONDOWN, SDL_BUTTON_RIGHT, 10, 10);
    desk.mouse(SDL_MOUSEBUTTONUP, SDL_BUTTON_RIGHT, 10, 10);
    CHECK(desk.touches() == "");
    desk.mouse(SDL_MOUSEBUTTONDOWN, SDL_BUTTON_LEFT, 10, 10);
    desk.mouse(SDL_MOUSEBUTTONUP, SDL_BUTTON_LEFT, 10, 10);
    CHECK(desk.touches() == "uDu-");
    desk.finger(SDL_FINGERDOWN, 7, 0.5F, 0.5F);
    desk.mouse(SDL_MOUSEBUTTONDOWN, SDL_BUTTON_LEFT, 10, 10);
    desk.finger(SDL_FINGERDOWN, 8, 0.1F, 0.1F);
    desk.finger(SDL_FINGERUP, 8, 0.1F, 0.1F);
    desk.mouse(SDL_MOUSEBUTTONUP, SDL_BUTTON_LEFT, 10, 10);
    CHECK(desk.touches() == "uD");
    desk.finger(SDL_FINGERUP, 7, 0.5F, 0.5F);
    CHECK(desk.touches() == "u-");
}

TEST_CASE("a window that was uncovered or loses the focus asks to be drawn, and lets go of the finger") {
    Desk desk;
    CHECK(desk.reader.take_redraw());
    CHECK_FALSE(desk.reader.take_redraw());
    SDL_Event event{};
    event.type = SDL_WINDOWEVENT;
    event.window.event = SDL_WINDOWEVENT_EXPOSED;
    SDL_PushEvent(&event);
    desk.take();
    CHECK(desk.reader.take_redraw());
    desk.finger(SDL_FINGERDOWN, 1, 0.5F, 0.5F);
    CHECK(desk.touches() == "uD");
    event.window.event = SDL_WINDOWEVENT_FOCUS_LOST;
    SDL_PushEvent(&event);
    desk.finger(SDL_FINGERUP, 1, 0.5F, 0.5F);
    CHECK(desk.touches() == "-");
}

TEST_CASE("an exposed window is drawn again though nothing changed") {
    support::OffScreen screen;
    const auto build = [](ui::Painter&, const ui::Input&) { return false; };
    screen.surface->update(build);
    SDL_Event event{};
    event.type = SDL_WINDOWEVENT;
    event.window.event = SDL_WINDOWEVENT_EXPOSED;
    SDL_PushEvent(&event);
    screen.surface->update(build);
    CHECK(screen.surface->frames().drawn == 2);
    CHECK_FALSE(screen.surface->is_closed());
    event = {};
    event.type = SDL_QUIT;
    SDL_PushEvent(&event);
    screen.surface->update(build);
    CHECK(screen.surface->is_closed());
}
