// The colours and the type of the house, as the design tokens give them. Pure; any thread.
#pragma once

#include <cstdint>

namespace ui {

struct Color {
    std::uint8_t r = 0, g = 0, b = 0, a = 255;
    bool operator==(const Color&) const = default;
};

enum class Tint {
    bg,
    sunken,
    surface,
    line,
    line_strong,
    lip,
    ink,
    ink2,
    ink_disabled,
    primary,
    primary_press,
    primary_lip,
    on_primary,
    primary_soft,
    help,
    help_press,
    help_lip,
    on_help,
    good,
    good_soft,
    care,
    care_soft,
    plum,
    plum_soft,
    sky,
    sky_soft,
    focus,
};
constexpr int tint_count = 27;

enum class Fabric { teal, pine, mint, sun, peach, plum, rose, sky, navy, moss, oat, milk };

enum class ThemeName { light, dark, high_contrast };

struct Theme {
    ThemeName name;
    [[nodiscard]] Color operator[](Tint tint) const;
    [[nodiscard]] Color operator[](Fabric fabric) const;
};

// Type roles; sizes in design units (em), as in the tokens. `unit_` sizes without a role are not possible.
enum class Type { display, title, time, head, side_head, lead, body, label, small, key, big_number };
enum class Weight { regular, bold };
struct TypeSize {
    float em;
    float line;
    Weight weight;
};
[[nodiscard]] TypeSize size_of(Type type);

// WCAG 2.2 contrast ratio, 1 to 21.
[[nodiscard]] double contrast(Color a, Color b);

} // namespace ui
