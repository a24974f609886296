#include "ui/quilt.hpp"

#include <cairo/cairo.h>
#include <doctest/doctest.h>
#include <set>
#include <vector>

using namespace ui;

namespace {

class Sheet {
public:
    Sheet(int width, int height)
        : surface_(cairo_image_surface_create(CAIRO_FORMAT_ARGB32, width, height)), context_(cairo_create(surface_)) {}
    Sheet(const Sheet&) = delete;
    Sheet& operator=(const Sheet&) = delete;
    ~Sheet() {
        cairo_destroy(context_);
        cairo_surface_destroy(surface_);
    }
    [[nodiscard]] cairo_t* context() const { return context_; }
    // Alpha, red, green, blue, premultiplied.
    [[nodiscard]] std::uint32_t at(int x, int y) const {
        cairo_surface_flush(surface_);
        const unsigned char* row =
            cairo_image_surface_get_data(surface_) + y * cairo_image_surface_get_stride(surface_);
        std::uint32_t pixel = 0;
        for (int i = 3; i >= 0; --i) pixel = (pixel << 8U) | row[4 * x + i];
        return pixel;
    }
    [[nodiscard]] Color color(int x, int y) const {
        const std::uint32_t p = at(x, y);
        return {static_cast<std::uint8_t>(p >> 16U), static_cast<std::uint8_t>((p >> 8U) & 0xFFU),
                static_cast<std::uint8_t>(p & 0xFFU), static_cast<std::uint8_t>(p >> 24U)};
    }

private:
    cairo_surface_t* surface_;
    cairo_t* context_;
};

constexpr Theme light{ThemeName::light};

} // namespace

TEST_CASE("the home quilt has the blocks of the design where the design has them") {
    const Sheet sheet(600, 300);
    draw_quilt(sheet.context(), Quilt::home, light, 600, 300, 36, false);
    CHECK(sheet.color(150, 50) == light[Fabric::sun]);   // heart of the laurel
    CHECK(sheet.color(250, 85) == light[Fabric::teal]);  // door of the first house
    CHECK(sheet.color(320, 80) == light[Fabric::pine]);  // lower left of the half block
    CHECK(sheet.color(380, 20) == light[Fabric::mint]);  // upper right of it
    CHECK(sheet.color(250, 150) == light[Fabric::sun]);  // middle of the star
    CHECK(sheet.color(350, 150) == light[Fabric::plum]); // heart
    CHECK(sheet.color(350, 250) == light[Fabric::plum]); // sun
    CHECK(sheet.color(550, 230) == light[Fabric::teal]); // roof of the last house
    CHECK(sheet.color(540, 155) == light[Fabric::oat]);  // leaf turned by a quarter
}

TEST_CASE("corners are round and nothing is painted outside") {
    const Sheet sheet(640, 340);
    draw_quilt(sheet.context(), Quilt::home, light, 600, 300, 36, false);
    CHECK(sheet.color(1, 1).a == 0);
    CHECK(sheet.color(598, 298).a == 0);
    CHECK(sheet.color(40, 1).a == 255);
    CHECK(sheet.color(620, 150).a == 0);
    CHECK(sheet.color(300, 320).a == 0);
}

TEST_CASE("seams are dashed white between the blocks") {
    const Sheet sheet(600, 300);
    draw_quilt(sheet.context(), Quilt::home, light, 600, 300, 36, false);
    // Along the seam between the laurel (teal ground) and the house (peach ground), dash 9 and gap 8.
    const auto on_dash = sheet.color(200, 4);
    const auto in_gap = sheet.color(200, 13);
    CHECK(on_dash.r > light[Fabric::peach].r);
    CHECK(in_gap == light[Fabric::peach]);
}

TEST_CASE("behind a question the quilt is pale, 62 %") {
    const Sheet sheet(261, 784);
    draw_quilt(sheet.context(), Quilt::side_start, light, 261, 784, 36, true);
    CHECK(sheet.color(130 + 20, 20).a == doctest::Approx(158).epsilon(0.01));
}

TEST_CASE("in black and white every block is made of black, white and yellow") {
    const Theme black{ThemeName::white_on_black};
    for (int i = 0; i <= static_cast<int>(BlockName::heart); ++i) {
        const Sheet sheet(96, 96);
        cairo_set_antialias(sheet.context(), CAIRO_ANTIALIAS_NONE);
        draw_block(sheet.context(), static_cast<BlockName>(i), black, 96, 16);
        std::set<std::uint32_t> colors;
        for (int y = 20; y < 76; ++y) {
            for (int x = 20; x < 76; ++x) colors.insert(sheet.at(x, y));
        }
        CAPTURE(i);
        for (const auto color : colors) {
            CHECK((color == 0xFF000000U || color == 0xFFFFFFFFU || color == 0xFFFFE14DU));
        }
        CHECK(colors.size() >= 2); // its shape is seen
    }
}

TEST_CASE("the eight tickets' marks are eight pictures, in every theme") {
    for (const auto name : {ThemeName::light, ThemeName::dark, ThemeName::white_on_black}) {
        std::set<std::vector<std::uint32_t>> pictures;
        for (int i = 0; i <= static_cast<int>(BlockName::heart); ++i) {
            const Sheet sheet(48, 48);
            draw_block(sheet.context(), static_cast<BlockName>(i), {name}, 48, 8);
            std::vector<std::uint32_t> pixels;
            for (int y = 0; y < 48; ++y) {
                for (int x = 0; x < 48; ++x) pixels.push_back(sheet.at(x, y));
            }
            pictures.insert(pixels);
        }
        CHECK(pictures.size() == 8);
    }
}

TEST_CASE("the cover leaves no pixel of the page uncovered, upright or across") {
    for (const auto& [width, height] : {std::pair{480, 270}, std::pair{270, 480}, std::pair{321, 200}}) {
        const Sheet sheet(width, height);
        draw_quilt(sheet.context(), Quilt::cover, light, width, height, 0, false);
        int bare = 0;
        for (int y = 0; y < height; ++y) {
            for (int x = 0; x < width; ++x) bare += sheet.color(x, y).a == 255 ? 0 : 1;
        }
        CHECK(bare == 0);
    }
}
