#include "tests/support/off_screen.hpp"
#include "tests/support/shell.hpp"
#include "tests/support/temp_folder.hpp"

#include <cstring>
#include <doctest/doctest.h>
#include <thread>

namespace {

using std::chrono::milliseconds;

void draw_everything(ui::Painter& painter, int step) {
    painter.fill({0, 0, 1000, 500}, {247, 242, 234});
    painter.fill_rounded({40, 40, 300, 90}, 24, {15, 65, 62});
    painter.stroke_rounded({40, 40, 300, 90}, 24, 2, {117, 128, 124});
    painter.stroke_dashed({400, 40, 300, 90}, 24, 2, {117, 128, 124});
    painter.dashes({40, 160}, 900, 3, {216, 203, 183});
    painter.icon(ui::Icon::family_restroom, {40, 200, 96, 96}, {87, 30, 65}, step % 2 == 1);
    ui::TextRun run;
    run.text = "We keep *your code* \u0645\u0631\u062d\u0628\u0627 \u6b22\u8fce";
    painter.text(run, {200, 200, 700, 42}, {29, 43, 43});
    painter.picture("a square", {700, 300, 50, 50}, [](_cairo*) {});
}

std::uint32_t pixel(const std::vector<std::uint8_t>& pixels, int x, int y) {
    std::uint32_t value = 0;
    std::memcpy(&value, pixels.data() + (static_cast<std::size_t>(y) * 1000 + static_cast<std::size_t>(x)) * 4, 4);
    return value;
}
std::uint32_t value_of(ui::Color color) {
    return std::uint32_t{color.r} | std::uint32_t{color.g} << 8 | std::uint32_t{color.b} << 16 | 0xFF000000U;
}

} // namespace

TEST_CASE("a frame that shows what is shown already is not drawn") {
    support::OffScreen screen;
    int step = 0;
    const auto build = [&](ui::Painter& painter, const ui::Input&) {
        draw_everything(painter, step);
        return false;
    };
    screen.surface->update(build);
    CHECK(screen.surface->frames().drawn == 1);
    for (int i = 0; i < 10; ++i) screen.surface->update(build);
    CHECK(screen.surface->frames().drawn == 1);
    CHECK(screen.surface->frames().logic == 11);
    step = 1; // only the picture in one texture changes
    screen.surface->update(build);
    CHECK(screen.surface->frames().drawn == 2);
}

TEST_CASE("a page that asks for another frame gets it at once, but cannot hang the kiosk") {
    support::OffScreen screen;
    int frames = 0;
    screen.surface->update([&](ui::Painter&, const ui::Input&) { return ++frames < 5; });
    CHECK(frames == 5);
    screen.surface->update([&](ui::Painter&, const ui::Input&) { return ++frames > 0; });
    CHECK(frames < 100);
}

TEST_CASE("two runs give the same pixels and the same PNG, byte for byte") {
    support::TempFolder folder;
    std::vector<std::uint8_t> pixels[2];
    std::string files[2];
    for (std::size_t i = 0; i < 2; ++i) {
        support::OffScreen screen;
        screen.surface->update([](ui::Painter& painter, const ui::Input&) {
            draw_everything(painter, 0);
            return false;
        });
        pixels[i] = screen.surface->pixels();
        const auto path = folder.path() / (std::to_string(i) + ".png");
        CHECK_FALSE(screen.surface->save_png(path).is_error());
        files[i] = support::read_file(path);
    }
    CHECK(pixels[0].size() == 1000 * 500 * 4);
    CHECK(pixels[0] == pixels[1]);
    CHECK(files[0].size() > 1000);
    CHECK(files[0] == files[1]);
}

TEST_CASE("a picture that cannot be written says which file") {
    support::OffScreen screen;
    const auto saved = screen.surface->save_png("/nowhere/at/all.png");
    REQUIRE(saved.is_error());
    CHECK(saved.error().message.find("/nowhere/at/all.png") != std::string::npos);
}

TEST_CASE("boxes are filled to their very edges and corners are cut round") {
    support::OffScreen screen;
    const ui::Color ground{247, 242, 234}, ink{15, 65, 62};
    screen.surface->update([&](ui::Painter& painter, const ui::Input&) {
        painter.fill({0, 0, 1000, 500}, ground);
        painter.fill_rounded({100, 100, 201, 81}, 24, ink);
        painter.stroke_rounded({400, 100, 200, 80}, 24, 4, ink);
        painter.fill_rounded({700, 100, 200, 41}, 1000, ink); // a pill
        return false;
    });
    const auto pixels = screen.surface->pixels();
    const auto is = [&](int x, int y, ui::Color color) { return pixel(pixels, x, y) == value_of(color); };
    for (int x = 124; x < 277; ++x) {
        CHECK(is(x, 100, ink));
        CHECK(is(x, 180, ink));
        CHECK(is(x, 99, ground));
        CHECK(is(x, 181, ground));
    }
    for (const int x : {100, 300}) {
        CHECK(is(x, 140, ink));
        CHECK(is(x, 100, ground));
        CHECK(is(x, 180, ground));
    }
    // No seam between the slices.
    for (int y = 100; y < 181; ++y) CHECK(is(200, y, ink));
    for (int x = 100; x < 301; ++x) CHECK(is(x, 140, ink));
    // A stroke lies inside its edge and is as wide as asked.
    for (int i = 0; i < 4; ++i) {
        CHECK(is(500, 100 + i, ink));
        CHECK(is(400 + i, 140, ink));
        CHECK(is(599 - i, 140, ink));
    }
    CHECK(is(500, 104, ground));
    CHECK(is(404, 140, ground));
    CHECK(is(500, 140, ground));
    CHECK(is(700, 100, ground));
    CHECK(is(800, 140, ink));
    // The corners mirror each other.
    for (int i = 0; i < 24; ++i) {
        for (int j = 0; j < 24; ++j) {
            CHECK(pixel(pixels, 100 + i, 100 + j) == pixel(pixels, 300 - i, 100 + j));
            CHECK(pixel(pixels, 100 + i, 100 + j) == pixel(pixels, 100 + i, 180 - j));
        }
    }
}

TEST_CASE("text starts left, and right in a right-to-left paragraph") {
    support::OffScreen screen;
    ui::TextRun run;
    run.text = "Hello";
    const auto first_ink = [&](ui::Align align, bool right_to_left) {
        run.align = align;
        run.right_to_left = right_to_left;
        screen.surface->update([&](ui::Painter& painter, const ui::Input&) {
            painter.fill({0, 0, 1000, 500}, {255, 255, 255});
            painter.text(run, {100, 100, 800, 42}, {0, 0, 0});
            return false;
        });
        const auto pixels = screen.surface->pixels();
        for (int x = 0; x < 1000; ++x) {
            for (int y = 100; y < 142; ++y) {
                if (pixel(pixels, x, y) != value_of({255, 255, 255})) return x;
            }
        }
        return -1;
    };
    const int left = first_ink(ui::Align::start, false);
    const int right = first_ink(ui::Align::end, false);
    const int middle = first_ink(ui::Align::centre, false);
    CHECK(left >= 100);
    CHECK(left < 110);
    CHECK(right > 800);
    CHECK(std::abs(middle - (left + right) / 2) <= 1);
    CHECK(first_ink(ui::Align::start, true) == right);
    CHECK(first_ink(ui::Align::end, true) == left);
}

TEST_CASE("keys, digits and scans arrive apart and in order") {
    support::OffScreen screen;
    std::string order;
    const auto build = [&](ui::Painter&, const ui::Input& input) {
        order += input.typed.text();
        if (!input.scanned.is_empty()) order += "[" + std::string(input.scanned.text()) + "]";
        for (const ui::Key key : input.keys) order += "udlrcbnpe"[static_cast<std::size_t>(key)];
        if (input.was_touched) order += "T";
        return false;
    };
    screen.surface->push_text("12");
    for (const ui::Key key : {ui::Key::up, ui::Key::down, ui::Key::left, ui::Key::right, ui::Key::choose, ui::Key::back,
                              ui::Key::next, ui::Key::previous, ui::Key::erase}) {
        screen.surface->push_key(key);
    }
    screen.surface->push_scan("FK1.12345678.ABC");
    screen.surface->push_touch({10, 10}, {10, 10});
    screen.surface->push_text("3é");
    screen.surface->update(build);
    CHECK(order == "12udlrcbnpe[FK1.12345678.ABC]T3é");
    screen.surface->update(build);
    CHECK(order == "12udlrcbnpe[FK1.12345678.ABC]T3é");
}

TEST_CASE("textures stay under their bound, and what a frame shows is never dropped") {
    support::OffScreen screen;
    std::size_t most = 0;
    for (int i = 0; i < 120; ++i) {
        screen.surface->update([&](ui::Painter& painter, const ui::Input&) {
            painter.picture("page " + std::to_string(i), {0, 0, 1000, 500}, [](_cairo*) {});
            return false;
        });
        most = std::max(most, screen.surface->texture_bytes());
    }
    CHECK(most > std::size_t{32} << 20);
    CHECK(most <= std::size_t{64} << 20);
}

TEST_CASE("waiting ends at its time, for a wake-up from another thread, and when a missed touch must go") {
    support::OffScreen screen;
    screen.surface->update([](ui::Painter&, const ui::Input&) { return false; });
    screen.surface->wait(milliseconds{0});
    CHECK(screen.surface->frames().wake_ups == 1);
    std::thread other([&] { screen.surface->wake_up(); });
    screen.surface->wait(std::nullopt);
    other.join();
    CHECK(screen.surface->frames().wake_ups == 2);
}
