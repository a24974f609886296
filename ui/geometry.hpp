// Lengths of the screen. Screens speak in design units; millimetres decide how many pixels one unit is, so that a
// target keeps its size for the finger and a letter for the eye on every panel. Pure; any thread.
#pragma once

namespace ui {

struct Point {
    float x = 0;
    float y = 0;
};

struct Size {
    float w = 0;
    float h = 0;
};

// Origin top left. In screens: design units, written for left-to-right; the canvas mirrors them where a language asks.
struct Rect {
    float x = 0;
    float y = 0;
    float w = 0;
    float h = 0;

    [[nodiscard]] float right() const { return x + w; }
    [[nodiscard]] float bottom() const { return y + h; }
    [[nodiscard]] Point centre() const { return {x + w / 2, y + h / 2}; }
    [[nodiscard]] bool contains(Point p) const { return p.x >= x && p.x < right() && p.y >= y && p.y < bottom(); }
    [[nodiscard]] Rect inset(float by) const { return {x + by, y + by, w - 2 * by, h - 2 * by}; }
    [[nodiscard]] Rect inset(float across, float down) const {
        return {x + across, y + down, w - 2 * across, h - 2 * down};
    }
};

// The glass: pixels and the millimetres they cover.
struct Panel {
    int width_px = 1920;
    int height_px = 1080;
    float width_mm = 476;
    float height_mm = 268;
};

// One design unit on the reference panel (1920 pixels on 476 mm): there the default body text, 30 units, has capitals
// of 5.4 mm and the smallest button, 88 units, is 21.8 mm.
constexpr float millimetres_per_unit = 476.0F / 1920.0F;

// How design units become pixels, and how many of them the screen has.
struct Scale {
    float pixels_per_unit = 1;
    float pixels_per_mm = 4.03F;
    Size units; // the whole screen
};
// Fits the drawings (1920×1080, or 1080×1920 upright) to the panel, but never lets a unit be smaller than
// 4.8/5.39 of its reference size: capitals stay at least 4.8 mm and targets 12.7 mm; the page then has fewer units.
[[nodiscard]] Scale scale_for(const Panel& panel);

// Where easy reach begins, in design units from the top: the middle of the glass, or the line 44 inches (1118 mm) above
// the floor where it is known how far the lower edge of the glass stands above it (`foot_mm`, 0: unknown). Never below
// the middle: a glass that is mounted so high that this is not enough has to be lowered. (ADA 308.2.2, obstructed.)
[[nodiscard]] float reach_top(const Scale& scale, const Panel& panel, float foot_mm);

} // namespace ui
