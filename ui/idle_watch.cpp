#include "ui/idle_watch.hpp"

namespace ui {

IdleCost watch_idle(Surface& surface, const Build& build, std::chrono::milliseconds how_long) {
    const base::SystemClock clock;
    // What opening the window brought along (size, exposure, focus) is not idling yet.
    const base::Moment settled = clock.moment() + std::chrono::milliseconds{500};
    for (base::Moment now = clock.moment(); now < settled; now = clock.moment()) {
        surface.update(build);
        surface.wait(settled - now);
    }
    surface.update(build);
    const FrameCount before = surface.frames();
    const base::Moment end = clock.moment() + how_long;
    std::uint64_t timeouts = 0;
    for (base::Moment now = clock.moment(); now < end; now = clock.moment()) {
        surface.wait(end - now);
        if (clock.moment() >= end) ++timeouts;
        surface.update(build);
    }
    const FrameCount after = surface.frames();
    return {after.wake_ups - before.wake_ups - timeouts, after.drawn - before.drawn};
}

} // namespace ui
