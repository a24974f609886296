// Turns fingers (and the mouse) into steps that the page can take one a frame, so that a tap whose down and up arrive
// together is still a tap: hover, down, moves, up, leave. Follows the first finger only. Pure; main thread.
#pragma once

#include "base/clock.hpp"
#include "ui/geometry.hpp"

#include <cstdint>
#include <deque>
#include <optional>

namespace ui {

using FingerId = std::int64_t;
constexpr FingerId mouse_finger = -1;

// How the one finger stands in a frame; nowhere before and after a touch.
struct TouchStep {
    std::optional<Point> at;
    bool is_down = false;
    base::Moment began; // of the touch that it belongs to
};

// Touches that begin sooner than this after a change of page, or after a touch of the same target, do not count.
constexpr std::chrono::milliseconds touch_guard{250};

class TouchQueue {
public:
    void down(FingerId finger, Point at, base::Moment now);
    void move(FingerId finger, Point at);
    void up(FingerId finger, Point at);
    // The touch is over without having counted: the window went away, a page changed.
    void cancel();
    // The same, and fingers that never tell of their end hold up no other.
    void let_go();
    // Cancels what is going on and ignores touches that begin before now + touch_guard.
    void guard(base::Moment now);

    [[nodiscard]] bool is_empty() const { return steps_.empty(); }
    [[nodiscard]] std::optional<TouchStep> next();

private:
    std::deque<TouchStep> steps_;
    std::optional<FingerId> finger_;
    bool is_ignored_ = false;
    bool is_shown_ = false; // the last step taken was on the page
    base::Moment began_;
    base::Moment guarded_until_;
};

} // namespace ui
