#include "ui/icon_font.hpp"

#include "tests/support/shell.hpp"

#include <doctest/doctest.h>

TEST_CASE("the icon font has every icon of the house") {
    const auto font = ui::IconFont::open().release_value();
    const std::string header = support::read_file(support::source_folder() / "ui/icons.hpp");
    int icons = 0;
    for (std::size_t at = header.find("0x"); at != std::string::npos; at = header.find("0x", at + 2)) {
        const auto icon = static_cast<ui::Icon>(std::stoul(header.substr(at + 2, 4), nullptr, 16));
        CAPTURE(header.substr(at, 6));
        CHECK(font->has(icon));
        ++icons;
    }
    CHECK(icons > 40);
    CHECK_FALSE(font->has(static_cast<ui::Icon>(0x4E00)));
}

TEST_CASE("a mirrored icon is its mirror image") {
    const auto font = ui::IconFont::open().release_value();
    ui::Bitmap plain = font->draw(ui::Icon::arrow_back, 48, false);
    ui::Bitmap mirrored = font->draw(ui::Icon::arrow_back, 48, true);
    int ink = 0;
    for (int y = 0; y < 48; ++y) {
        for (int x = 0; x < 48; ++x) {
            const int one = static_cast<int>(plain.row(y)[x] >> 24);
            const int other = static_cast<int>(mirrored.row(y)[47 - x] >> 24);
            CHECK(std::abs(one - other) < 24);
            if (one > 128) ++ink;
        }
    }
    CHECK(ink > 100);
}
