#include "ui/displays.hpp"

#include <SDL.h>

namespace ui {

std::vector<std::string> display_names() {
    std::vector<std::string> names;
    const int count = SDL_GetNumVideoDisplays(); // negative before there is a window
    for (int i = 0; i < count; ++i) {
        const char* name = SDL_GetDisplayName(i);
        names.emplace_back(name == nullptr ? "" : name);
    }
    return names;
}

} // namespace ui
