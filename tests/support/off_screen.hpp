// A real surface off-screen, with a clock that stands still, for tests of the toolkit.
#pragma once

#include "base/clock.hpp"
#include "ui/surface.hpp"

#include <string>

namespace support {

// 1000 × 500 pixels on 250 × 125 mm: four pixels a millimetre, so that 3 mm of slop are 12 pixels.
struct OffScreen {
    base::FakeClock clock{base::UtcTime{}};
    std::unique_ptr<ui::Surface> surface;

    OffScreen() : OffScreen(ui::Panel{1000, 500, 250, 125}) {}
    explicit OffScreen(const ui::Panel& panel) {
        ui::SurfaceOptions options;
        options.panel = panel;
        auto opened = ui::Surface::open(options, clock);
        if (opened.is_error()) std::fprintf(stderr, "%s\n", opened.error().message.c_str());
        surface = opened.release_value();
    }
};

} // namespace support
