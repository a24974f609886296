#include "ui/key_map.hpp"

#include <SDL2/SDL.h>
#include <doctest/doctest.h>

using ui::Key;

TEST_CASE("the key that has the name that is said of it does what was said") {
    for (const Key key : {Key::language, Key::repeat, Key::listen, Key::louder, Key::quieter, Key::blank_screen,
                          Key::slower, Key::faster, Key::text_size, Key::hide}) {
        const std::string name = ui::name_of(key);
        CAPTURE(name);
        CHECK(name.starts_with("F"));
        SDL_Keysym pressed{};
        pressed.sym = SDL_GetKeyFromName(name.c_str());
        CHECK(ui::key_of(pressed) == key);
    }
    CHECK(ui::name_of(Key::blank_screen) == "F4");
}
