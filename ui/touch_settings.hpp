// What helps a hand that trembles, until the person has gone: chosen by them, put back by the application.
#pragma once

#include <chrono>

namespace ui {

struct TouchSettings {
    // 0: a touch counts when the finger is lifted. Else it counts while the finger rests, once this long; shorter
    // touches are shown as missed.
    std::chrono::milliseconds hold{0};
    // Touches of any target that begin sooner than this after the last one that counted do not count.
    std::chrono::milliseconds pause{0};
};

} // namespace ui
