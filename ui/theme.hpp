// The colours and the type of the house, as the design tokens give them. Pure; any thread.
#pragma once

#include <array>
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

// The two of pure black and white know no tints; low contrast is for eyes that bright edges hurt.
enum class ThemeName { light, dark, white_on_black, black_on_white, low_contrast };
constexpr std::array<ThemeName, 5> all_themes{ThemeName::light, ThemeName::dark, ThemeName::white_on_black,
                                              ThemeName::black_on_white, ThemeName::low_contrast};

struct Theme {
    ThemeName name;
    [[nodiscard]] bool is_two_tone() const {
        return name == ThemeName::white_on_black || name == ThemeName::black_on_white;
    }
    [[nodiscard]] bool is_dark() const { return name == ThemeName::dark || name == ThemeName::white_on_black; }
    [[nodiscard]] Color operator[](Tint tint) const;
    [[nodiscard]] Color operator[](Fabric fabric) const;
};

// Type roles; sizes in design units (em), as in the tokens. `unit_` sizes without a role are not possible.
enum class Type { display, title, time, head, side_head, lead, body, label, small, key, big_number };
enum class Weight { regular, bold };
// Four sizes by capital height of the body text on the reference panel: 4.0, 5.4, 7.0 and 9.0 mm (VVSG 2.0, 7.1-G).
enum class TextSize { small, normal, large, largest };
constexpr std::array<TextSize, 4> all_text_sizes{TextSize::small, TextSize::normal, TextSize::large, TextSize::largest};
// A size as drawn; `most` bounds how large it grows where room is short.
struct TypeSize {
    float em;
    float line;
    Weight weight;
    TextSize most = TextSize::largest;
};
[[nodiscard]] TypeSize size_of(Type type);
// A size of the drawings as the person wants it. What is large already grows less, so that a title does not push its
// page away; the order of the roles stays.
[[nodiscard]] TypeSize scaled(const TypeSize& drawn, TextSize size);

// WCAG 2.2 contrast ratio, 1 to 21.
[[nodiscard]] double contrast(Color a, Color b);

} // namespace ui
