// Every pair of ink and ground that the canvas paints, in every theme, against the floor of that theme.

#include "ui/theme.hpp"

#include <doctest/doctest.h>
#include <iterator>
#include <string>

using namespace ui;

namespace {

// What a pair is for decides how far apart its colours have to be.
enum class Use { text, accent, pressed, edge, not_ready };

struct Pair {
    Use use;
    Tint ink;
    Tint ground;
};

constexpr Pair pairs[] = {
    {Use::text, Tint::ink, Tint::bg},
    {Use::text, Tint::ink, Tint::sunken},
    {Use::text, Tint::ink, Tint::surface},
    {Use::text, Tint::ink, Tint::primary_soft},
    {Use::text, Tint::ink2, Tint::bg},
    {Use::text, Tint::ink2, Tint::sunken},
    {Use::text, Tint::ink2, Tint::surface},
    {Use::text, Tint::ink2, Tint::primary_soft},
    {Use::text, Tint::on_help, Tint::help},
    {Use::text, Tint::good, Tint::good_soft},
    {Use::text, Tint::plum, Tint::plum_soft},
    {Use::text, Tint::sky, Tint::sky_soft},
    // Words and icons in a colour that says something of its own.
    {Use::accent, Tint::care, Tint::care_soft},
    {Use::accent, Tint::care, Tint::bg},
    {Use::accent, Tint::care, Tint::sunken},
    {Use::accent, Tint::primary, Tint::bg},
    {Use::accent, Tint::primary, Tint::surface},
    {Use::accent, Tint::care, Tint::surface},
    {Use::accent, Tint::on_primary, Tint::primary},
    // For as long as a finger presses.
    {Use::pressed, Tint::on_primary, Tint::primary_press},
    {Use::pressed, Tint::on_help, Tint::help_press},
    // Icons, borders, the ring of the focus: what has to be seen and is not read.
    {Use::edge, Tint::primary, Tint::sunken},
    {Use::edge, Tint::primary, Tint::primary_soft},
    {Use::edge, Tint::line_strong, Tint::bg},
    {Use::edge, Tint::line_strong, Tint::sunken},
    {Use::edge, Tint::line_strong, Tint::surface},
    {Use::edge, Tint::focus, Tint::bg},
    {Use::edge, Tint::focus, Tint::sunken},
    {Use::edge, Tint::focus, Tint::surface},
    {Use::edge, Tint::ink_disabled, Tint::plum_soft},
    {Use::edge, Tint::ink_disabled, Tint::sky_soft},
    {Use::not_ready, Tint::ink_disabled, Tint::surface},
};

// Panels and chips take a soft ground, or none where black and white must stay black and white.
enum class Softs { painted, plain };

struct Floors {
    ThemeName theme;
    const char* name;
    double text;
    double accent;
    double pressed;
    double most; // what is read is no further apart than this, for eyes that glare hurts
    Softs softs;
};

// A theme that is added to the kiosk gets its line here.
constexpr Floors themes[] = {
    {ThemeName::light, "light", 10, 10, 10, 21, Softs::painted},
    {ThemeName::dark, "dark", 10, 10, 10, 21, Softs::painted},
    {ThemeName::white_on_black, "white on black", 21, 16, 10, 21, Softs::plain},
    {ThemeName::black_on_white, "black on white", 21, 16, 10, 21, Softs::plain},
    {ThemeName::low_contrast, "low contrast", 4.5, 4.5, 4.5, 8, Softs::painted},
};
static_assert(std::size(themes) == all_themes.size());

constexpr double edge_floor = 3;        // WCAG 2.2, 1.4.11
constexpr double not_ready_floor = 4.5; // WCAG 2.2 asks nothing of it (1.4.3 "inactive"); we do
constexpr double rounding = 0.001;

double floor_of(const Floors& floors, Use use) {
    switch (use) {
    case Use::text: return floors.text;
    case Use::accent: return floors.accent;
    case Use::pressed: return floors.pressed;
    case Use::edge: return edge_floor;
    case Use::not_ready: return not_ready_floor;
    }
    return 21;
}

bool is_soft(Tint tint) {
    return tint == Tint::primary_soft || tint == Tint::good_soft || tint == Tint::care_soft ||
           tint == Tint::plum_soft || tint == Tint::sky_soft;
}

// 14 % of white, or of black where primary is the lighter one, as it lies under the icon of the main card.
Color with_breath(Color face, std::uint8_t breath) {
    const auto mixed = [&](std::uint8_t value) {
        return static_cast<std::uint8_t>((value * (255 - 36) + breath * 36) / 255);
    };
    return {mixed(face.r), mixed(face.g), mixed(face.b)};
}

} // namespace

TEST_CASE("every pair of ink and ground keeps the floor of its theme") {
    for (const auto& floors : themes) {
        const Theme theme{floors.theme};
        CAPTURE(std::string(floors.name));
        for (const auto& pair : pairs) {
            const Tint ground = floors.softs == Softs::plain && is_soft(pair.ground) ? Tint::surface : pair.ground;
            const double ratio = contrast(theme[pair.ink], theme[ground]);
            CAPTURE(static_cast<int>(pair.ink));
            CAPTURE(static_cast<int>(pair.ground));
            CHECK(ratio >= floor_of(floors, pair.use) - rounding);
            const bool is_read = pair.use == Use::text || pair.use == Use::accent;
            if (is_read) CHECK(ratio <= floors.most + rounding);
        }
    }
}

TEST_CASE("the icon of the main card stands out from the breath of white under it") {
    for (const auto& floors : themes) {
        if (floors.softs == Softs::plain) continue;
        const Theme theme{floors.theme};
        CAPTURE(std::string(floors.name));
        const bool is_dark = contrast(theme[Tint::bg], {0, 0, 0}) < contrast(theme[Tint::bg], {255, 255, 255});
        const Color ground = with_breath(theme[Tint::primary], is_dark ? 0 : 255);
        CHECK(contrast(theme[Tint::on_primary], ground) >= edge_floor);
    }
}
