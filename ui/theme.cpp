#include "ui/theme.hpp"

#include "base/result.hpp"

#include <array>
#include <cmath>

namespace ui {

namespace {

constexpr Color rgb(std::uint32_t hex) {
    return {static_cast<std::uint8_t>(hex >> 16U), static_cast<std::uint8_t>((hex >> 8U) & 0xFFU),
            static_cast<std::uint8_t>(hex & 0xFFU)};
}

using Tints = std::array<Color, tint_count>;
using Fabrics = std::array<Color, 12>;

// In the order of the enums, so that a missing row does not compile.
constexpr Tints light_tints{
    rgb(0xF7F2EA), rgb(0xEDE5D8), rgb(0xFFFFFF), rgb(0xD8CBB7), rgb(0x75807C), rgb(0xCDBFA8), // bg … lip
    rgb(0x1D2B2B), rgb(0x273636), rgb(0x6B7472),                                              // ink …
    rgb(0x0F413E), rgb(0x0A3A38), rgb(0x07302E), rgb(0xFFFFFF), rgb(0xDCEBE5),                // primary …
    rgb(0xF5C04E), rgb(0xE3AA31), rgb(0xB9831B), rgb(0x000000),                               // help …
    rgb(0x273A12), rgb(0xE5EDCF), rgb(0x4D2B05), rgb(0xFBE7CB), rgb(0x571E41), rgb(0xF3E3EB), // good, care, plum
    rgb(0x18374A), rgb(0xDEEAF3), rgb(0x2746C9),                                              // sky, focus
};
constexpr Tints dark_tints{
    rgb(0x1B1B1A), rgb(0x121211), rgb(0x2A2A28), rgb(0x474541), rgb(0x99958C), rgb(0x0C0C0B), rgb(0xF8F2E7),
    rgb(0xEBE3D5), rgb(0x9D978C), rgb(0xACE4D6), rgb(0x91D8C9), rgb(0x4E8C80), rgb(0x06231F), rgb(0x1A3733),
    rgb(0xF5C04E), rgb(0xDDAC41), rgb(0x94690F), rgb(0x000000), rgb(0xE6EFCE), rgb(0x2F3A1C), rgb(0xFBE2B9),
    rgb(0x40301A), rgb(0xF4DDE5), rgb(0x412A36), rgb(0xD9EBF3), rgb(0x22364A), rgb(0xFFD666),
};
constexpr Tints high_contrast_tints{
    rgb(0x000000), rgb(0x000000), rgb(0x000000), rgb(0xFFFFFF), rgb(0xFFFFFF), rgb(0x000000), rgb(0xFFFFFF),
    rgb(0xFFFFFF), rgb(0xA8A8A8), rgb(0xFFE14D), rgb(0xE0BF00), rgb(0x000000), rgb(0x000000), rgb(0x332C00),
    rgb(0xFFFFFF), rgb(0xD0D0D0), rgb(0x000000), rgb(0x000000), rgb(0xFFFFFF), rgb(0x000000), rgb(0xFFE14D),
    rgb(0x000000), rgb(0xFFFFFF), rgb(0x000000), rgb(0xFFFFFF), rgb(0x000000), rgb(0x00E5FF),
};
static_assert(static_cast<int>(Tint::focus) + 1 == tint_count);

constexpr Fabrics light_fabrics{rgb(0x0F4F4C), rgb(0x5A968C), rgb(0xCFE3DA), rgb(0xF5C04E),
                                rgb(0xF4CDA6), rgb(0x6B2F52), rgb(0xE6B4C4), rgb(0xBAD6E6),
                                rgb(0x24517A), rgb(0x8C9B4A), rgb(0xEADBC2), rgb(0xFFFAF1)};
constexpr Fabrics dark_fabrics{rgb(0x1E6A64), rgb(0x3E7D71), rgb(0x86BBAC), rgb(0xE5B347),
                               rgb(0xB98557), rgb(0x8A4A70), rgb(0xC98AA2), rgb(0x4E7894),
                               rgb(0x2F5C86), rgb(0x7E8C43), rgb(0x5E5546), rgb(0xF3E9D8)};
constexpr Fabrics high_contrast_fabrics{rgb(0x000000), rgb(0x000000), rgb(0x000000), rgb(0xFFE14D),
                                        rgb(0x000000), rgb(0x000000), rgb(0xFFFFFF), rgb(0x000000),
                                        rgb(0x000000), rgb(0xFFFFFF), rgb(0x000000), rgb(0xFFFFFF)};
static_assert(static_cast<std::size_t>(Fabric::milk) + 1 == light_fabrics.size());

template <typename Table>
const Table& of_theme(ThemeName name, const Table& light, const Table& dark, const Table& high_contrast) {
    switch (name) {
    case ThemeName::light: return light;
    case ThemeName::dark: return dark;
    case ThemeName::high_contrast: return high_contrast;
    }
    base::invariant(false, "a theme has one of its names");
    return light;
}

// WCAG 2.2, "relative luminance".
double luminance(Color color) {
    const auto linear = [](std::uint8_t value) {
        const double part = value / 255.0;
        return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.r) + 0.7152 * linear(color.g) + 0.0722 * linear(color.b);
}

} // namespace

Color Theme::operator[](Tint tint) const {
    return of_theme(name, light_tints, dark_tints, high_contrast_tints)[static_cast<std::size_t>(tint)];
}

Color Theme::operator[](Fabric fabric) const {
    return of_theme(name, light_fabrics, dark_fabrics, high_contrast_fabrics)[static_cast<std::size_t>(fabric)];
}

TypeSize size_of(Type type) {
    switch (type) {
    case Type::display: return {84, 96, Weight::bold};
    case Type::title: return {56, 68, Weight::bold};
    case Type::time: return {64, 76, Weight::bold};
    case Type::head: return {40, 52, Weight::bold};
    case Type::side_head: return {36, 46, Weight::bold};
    case Type::lead: return {34, 46, Weight::regular};
    case Type::body: return {30, 42, Weight::regular};
    case Type::label: return {30, 38, Weight::bold};
    case Type::small: return {28, 38, Weight::regular};
    case Type::key: return {44, 52, Weight::bold};
    case Type::big_number: return {88, 100, Weight::bold};
    }
    base::invariant(false, "a type role is one of its names");
    return {};
}

double contrast(Color a, Color b) {
    const double light = luminance(a);
    const double dark = luminance(b);
    return light > dark ? (light + 0.05) / (dark + 0.05) : (dark + 0.05) / (light + 0.05);
}

} // namespace ui
