// Asks Dear ImGui how the finger stands to each area of the page, and adds what it does not know: the slop of a
// sliding finger, the second touch that does not count, the touch that is held, the touch that hit nothing. Main thread.
#pragma once

#include "ui/painter.hpp"
#include "ui/touch_queue.hpp"
#include "ui/touch_settings.hpp"

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

    void set(const TouchSettings& settings) { settings_ = settings; }
    [[nodiscard]] std::optional<Point> missed(base::Moment now) const;
    // When `missed` ends, a touch that is being held counts, or a press becomes a long one.
    [[nodiscard]] std::optional<base::Moment> deadline(base::Moment now) const;
    void forget();

private:
    // How one touch goes on: what began it may not be what ends it, since settings may change in between.
    struct Hold {
        bool has_counted = false;
        bool has_left = false;             // slid off and perhaps came back
        bool is_refused = false;           // began too soon
        bool is_seen = false;              // an area of this frame is under it
        std::optional<base::Moment> since; // rests on its target
    };
    [[nodiscard]] bool is_too_soon(std::uint32_t area) const;
    [[nodiscard]] bool is_held_enough(bool is_resting, base::Moment now);

    TouchSettings settings_;
    TouchStep step_;
    Hold hold_;
    bool was_down_ = false;
    bool has_hit_ = false;
    float slop_px_ = 0;
    std::uint32_t down_on_ = 0; // the area under the finger, if it is down
    std::uint32_t last_used_ = 0;
    std::optional<base::Moment> last_used_at_;
    Point missed_;
    base::Moment missed_until_;
};

} // namespace ui
