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
constexpr Tints white_on_black_tints{
    rgb(0x000000), rgb(0x000000), rgb(0x000000), rgb(0xFFFFFF), rgb(0xFFFFFF), rgb(0x000000), rgb(0xFFFFFF),
    rgb(0xFFFFFF), rgb(0xA8A8A8), rgb(0xFFE14D), rgb(0xE0BF00), rgb(0x000000), rgb(0x000000), rgb(0x332C00),
    rgb(0xFFFFFF), rgb(0xD0D0D0), rgb(0x000000), rgb(0x000000), rgb(0xFFFFFF), rgb(0x000000), rgb(0xFFE14D),
    rgb(0x000000), rgb(0xFFFFFF), rgb(0x000000), rgb(0xFFFFFF), rgb(0x000000), rgb(0x00E5FF),
};
constexpr Tints black_on_white_tints{
    rgb(0xFFFFFF), rgb(0xFFFFFF), rgb(0xFFFFFF), rgb(0x000000), rgb(0x000000), rgb(0xFFFFFF), rgb(0x000000),
    rgb(0x000000), rgb(0x5E5E5E), rgb(0x00006B), rgb(0x1A1A8C), rgb(0xFFFFFF), rgb(0xFFFFFF), rgb(0xE9E9F7),
    rgb(0x000000), rgb(0x303030), rgb(0xFFFFFF), rgb(0xFFFFFF), rgb(0x000000), rgb(0xFFFFFF), rgb(0x00006B),
    rgb(0xFFFFFF), rgb(0x000000), rgb(0xFFFFFF), rgb(0x000000), rgb(0xFFFFFF), rgb(0x0000A8),
};
constexpr Tints low_contrast_tints{
    rgb(0x3B3A37), rgb(0x353431), rgb(0x403F3B), rgb(0x57554F), rgb(0x9A968C), rgb(0x2C2B29), rgb(0xCFC9BC),
    rgb(0xC9C3B6), rgb(0xB2AEA3), rgb(0xA9C7BE), rgb(0x9FBDB4), rgb(0x5E7A72), rgb(0x25332F), rgb(0x3B4642),
    rgb(0xCDB27A), rgb(0xBFA56F), rgb(0x7A6637), rgb(0x35301F), rgb(0xC6CCB0), rgb(0x41463A), rgb(0xD6C4A2),
    rgb(0x48402F), rgb(0xD5C0CA), rgb(0x463C41), rgb(0xBCCAD3), rgb(0x3A424A), rgb(0xD9BE86),
};
static_assert(static_cast<int>(Tint::focus) + 1 == tint_count);

constexpr Fabrics light_fabrics{rgb(0x0F4F4C), rgb(0x5A968C), rgb(0xCFE3DA), rgb(0xF5C04E),
                                rgb(0xF4CDA6), rgb(0x6B2F52), rgb(0xE6B4C4), rgb(0xBAD6E6),
                                rgb(0x24517A), rgb(0x8C9B4A), rgb(0xEADBC2), rgb(0xFFFAF1)};
constexpr Fabrics dark_fabrics{rgb(0x1E6A64), rgb(0x3E7D71), rgb(0x86BBAC), rgb(0xE5B347),
                               rgb(0xB98557), rgb(0x8A4A70), rgb(0xC98AA2), rgb(0x4E7894),
                               rgb(0x2F5C86), rgb(0x7E8C43), rgb(0x5E5546), rgb(0xF3E9D8)};
constexpr Fabrics white_on_black_fabrics{rgb(0x000000), rgb(0x000000), rgb(0x000000), rgb(0xFFE14D),
                                         rgb(0x000000), rgb(0x000000), rgb(0xFFFFFF), rgb(0x000000),
                                         rgb(0x000000), rgb(0xFFFFFF), rgb(0x000000), rgb(0xFFFFFF)};
constexpr Fabrics black_on_white_fabrics{rgb(0xFFFFFF), rgb(0xFFFFFF), rgb(0xFFFFFF), rgb(0x00006B),
                                         rgb(0xFFFFFF), rgb(0xFFFFFF), rgb(0x000000), rgb(0xFFFFFF),
                                         rgb(0xFFFFFF), rgb(0x000000), rgb(0xFFFFFF), rgb(0x000000)};
constexpr Fabrics low_contrast_fabrics{rgb(0x3F6763), rgb(0x567C74), rgb(0x86A69B), rgb(0xB79C62),
                                       rgb(0x9C8065), rgb(0x74505F), rgb(0x9F7F8B), rgb(0x647F92),
                                       rgb(0x45627C), rgb(0x7B8256), rgb(0x6B6356), rgb(0xC2BAAA)};
static_assert(static_cast<std::size_t>(Fabric::milk) + 1 == light_fabrics.size());

// The capitals that a person asked for, by those of the drawings; between two of these a line is drawn.
struct Grown {
    float drawn;
    float large;
    float largest;
};
constexpr std::array<Grown, 10> grown{{{28, 36.5F, 48},
                                       {30, 39, 50},
                                       {34, 42, 54},
                                       {36, 46, 58},
                                       {40, 50, 62},
                                       {44, 54, 64},
                                       {56, 64, 76},
                                       {64, 72, 82},
                                       {84, 92, 100},
                                       {88, 96, 104}}};
constexpr float shrunk = 0.75F;

float grown_to(float drawn, float Grown::*size) {
    if (drawn <= grown.front().drawn) return drawn * (grown.front().*size / grown.front().drawn);
    if (drawn >= grown.back().drawn) return drawn * (grown.back().*size / grown.back().drawn);
    const auto above = std::find_if(grown.begin(), grown.end(), [&](const Grown& at) { return at.drawn >= drawn; });
    const auto& below = *std::prev(above);
    const float way = (drawn - below.drawn) / (above->drawn - below.drawn);
    return below.*size + way * ((*above).*size - below.*size);
}

template <typename Table>
const Table& of_theme(ThemeName name, const std::array<const Table*, all_themes.size()>& tables) {
    return *tables[static_cast<std::size_t>(name)];
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
    return of_theme<Tints>(name, {&light_tints, &dark_tints, &white_on_black_tints, &black_on_white_tints,
                                  &low_contrast_tints})[static_cast<std::size_t>(tint)];
}

Color Theme::operator[](Fabric fabric) const {
    return of_theme<Fabrics>(name, {&light_fabrics, &dark_fabrics, &white_on_black_fabrics, &black_on_white_fabrics,
                                    &low_contrast_fabrics})[static_cast<std::size_t>(fabric)];
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

TypeSize scaled(const TypeSize& drawn, TextSize size) {
    const auto with = [&](float em) { return TypeSize{em, drawn.line * em / drawn.em, drawn.weight}; };
    switch (std::min(size, drawn.most)) {
    case TextSize::small: return with(drawn.em * shrunk);
    case TextSize::normal: return drawn;
    case TextSize::large: return with(grown_to(drawn.em, &Grown::large));
    case TextSize::largest: return with(grown_to(drawn.em, &Grown::largest));
    }
    base::invariant(false, "a text size is one of its names");
    return drawn;
}

double contrast(Color a, Color b) {
    const double light = luminance(a);
    const double dark = luminance(b);
    return light > dark ? (light + 0.05) / (dark + 0.05) : (dark + 0.05) / (light + 0.05);
}

} // namespace ui
