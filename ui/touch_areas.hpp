// Asks Dear ImGui how the finger stands to each area of the page, and adds what it does not know: the slop of a
// sliding finger, the second touch that does not count, the touch that hit nothing. Main thread.
#pragma once

#include "ui/painter.hpp"
#include "ui/touch_queue.hpp"

#include <optional>
#include <string>

namespace ui {

class TouchAreas {
public:
    // Before the page is built: the finger's place goes to Dear ImGui.
    void begin_frame(const TouchStep& step, float slop_px);
    [[nodiscard]] Touch ask(const std::string& id, const Rect& hit, base::Moment now);
    // How long the finger has been down on the area; nothing if it is not there in this frame. Ask the area first.
    [[nodiscard]] std::chrono::milliseconds held(const std::string& id, base::Moment now) const;
    void end_frame(base::Moment now);

    [[nodiscard]] std::optional<Point> missed(base::Moment now) const;
    [[nodiscard]] std::optional<base::Moment>
    deadline(base::Moment now) const; // when `missed` ends, or a press becomes a long one
    void forget();

private:
    TouchStep step_;
    bool was_down_ = false;
    bool has_hit_ = false;
    float slop_px_ = 0;
    std::uint32_t down_on_ = 0; // the area under the finger, if it is down
    std::uint32_t last_used_ = 0;
    base::Moment last_used_at_;
    Point missed_;
    base::Moment missed_until_;
};

} // namespace ui
