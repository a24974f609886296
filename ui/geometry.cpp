#include "ui/geometry.hpp"

#include <algorithm>

namespace ui {

namespace {

// Below this share of its reference size a unit may not go: capitals of the body text would fall under 4.8 mm.
constexpr float smallest_share = 4.8F / 5.39F;

float pixels_per_mm(const Panel& panel) {
    // A panel that does not know its size is taken for the reference one.
    if (panel.width_mm <= 0 || panel.height_mm <= 0) return 1.0F / millimetres_per_unit;
    const float across = static_cast<float>(panel.width_px) / panel.width_mm;
    const float down = static_cast<float>(panel.height_px) / panel.height_mm;
    return std::min(across, down);
}

} // namespace

Scale scale_for(const Panel& panel) {
    const float width = static_cast<float>(std::max(panel.width_px, 1));
    const float height = static_cast<float>(std::max(panel.height_px, 1));
    const Size drawing = width >= height ? Size{1920, 1080} : Size{1080, 1920};
    Scale scale;
    scale.pixels_per_mm = pixels_per_mm(panel);
    const float fitting = std::min(width / drawing.w, height / drawing.h);
    const float smallest = scale.pixels_per_mm * millimetres_per_unit * smallest_share;
    scale.pixels_per_unit = std::max(fitting, smallest);
    scale.units = {width / scale.pixels_per_unit, height / scale.pixels_per_unit};
    return scale;
}

float reach_top(const Scale& scale, const Panel& panel, float foot_mm) {
    constexpr float highest_reach_mm = 1118;
    constexpr float least_share = 0.2F; // even a low glass shows that its controls went down
    const float middle = scale.units.h / 2;
    if (foot_mm <= 0) return middle;
    const float from_top_mm = panel.height_mm - (highest_reach_mm - foot_mm);
    const float units = from_top_mm * scale.pixels_per_mm / scale.pixels_per_unit;
    return std::clamp(units, scale.units.h * least_share, middle);
}

} // namespace ui
