// How one person sees the screen: its scale and colours, the size of words, and how far up a hand can reach. Pure.
#pragma once

#include "ui/geometry.hpp"
#include "ui/theme.hpp"

namespace ui {

struct View {
    Scale scale;
    Theme theme{ThemeName::light};
    TextSize text_size = TextSize::normal;
    float reach_top = 0; // design units from the top: nothing to touch stands above it. 0: all is within reach
};

// Which part of a page is in view, where it takes several. Kept for each page, as long as the page is.
struct Paging {
    int part = 0;
    int parts = 1; // as the last frame found
};

} // namespace ui
