// The brush below the widgets: everything in pixels, everything an axis-aligned quad with a cached texture (text by
// Pango and Cairo, rounded shapes as nine slices, icons, pictures), so that a frame stays cheap without a GPU and is
// the same on every run. Also asks Dear ImGui whether an area is touched. Main thread; valid during one frame.
#pragma once

#include "ui/caret.hpp"
#include "ui/geometry.hpp"
#include "ui/icons.hpp"
#include "ui/theme.hpp"

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

struct _cairo; // cairo_t

namespace ui {

enum class Align { start, centre, end }; // start: left, or right in a right-to-left paragraph

enum class Stars { bold, shown }; // what `*` in a text does; shown: what a person types

// Text to be set: UTF-8, with `*bold*` parts if its stars say so. Its paragraph direction comes from `right_to_left`.
struct TextRun {
    std::string text;
    float em_px = 30;
    float line_px = 42;
    Weight weight = Weight::regular;
    float width_px = 0; // wraps here; 0: one line
    int most_lines = 0; // 0: as many as it takes
    Align align = Align::start;
    bool right_to_left = false;
    std::string language; // BCP 47, for shaping and line breaks
    Stars stars = Stars::bold;
};

struct TextMeasure {
    Size size; // px: widest line; lines × line_px
    int lines = 1;
    bool is_cut = false; // did not fit its lines or width
};

// A finger that stays this long asks for more than a touch does.
constexpr std::chrono::milliseconds long_press{500};
constexpr std::chrono::milliseconds long_hold{3000};

// How a finger stands to an area in this frame.
struct Touch {
    bool is_down = false;      // pressed and still inside
    bool is_activated = false; // began and ended inside (slop included), in this frame
    Point at = {};             // px: where the finger is, or was lifted
};

class Painter {
public:
    virtual ~Painter() = default;

    virtual TextMeasure measure(const TextRun& run) = 0;
    // Where a caret may stand in a field: both edges of each letter, in the order of the text.
    virtual std::vector<CaretStop> caret_stops(const TextRun& run) = 0;
    // Into `box`, first line at the top; the cap height is centred in each line.
    virtual void text(const TextRun& run, const Rect& box, Color color) = 0;

    virtual void fill(const Rect& box, Color color) = 0; // square corners
    virtual void fill_rounded(const Rect& box, float radius, Color color) = 0;
    virtual void stroke_rounded(const Rect& box, float radius, float width, Color color) = 0; // inside the edge
    virtual void stroke_dashed(const Rect& box, float radius, float width, Color color) = 0;
    virtual void dashes(Point from, float length, float width, Color color) = 0; // a horizontal stitched line
    virtual void icon(Icon icon, const Rect& box, Color color, bool mirrored) = 0;
    // A picture drawn once by Cairo at this size and cached under `key` (which must name everything it depends on);
    // `draw` gets a context whose unit is one pixel.
    virtual void picture(const std::string& key, const Rect& box, const std::function<void(_cairo*)>& draw) = 0;

    // Dear ImGui's answer for the area; `id` must be unique in the frame. Later areas win where two overlap.
    virtual Touch touch(const std::string& id, const Rect& hit) = 0;
    // How long the finger has been down on the area, if it is there now.
    [[nodiscard]] virtual std::chrono::milliseconds held(const std::string&) { return {}; }
    // In this frame letters go to a field: the space bar types a space.
    virtual void expect_text() {}
    // Where a touch that hit no area ended, for 400 ms after it did.
    [[nodiscard]] virtual std::optional<Point> missed_touch() { return std::nullopt; }
};

} // namespace ui
