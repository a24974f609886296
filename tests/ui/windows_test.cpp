#include "tests/support/off_screen.hpp"

#include <SDL2/SDL.h>
#include <doctest/doctest.h>

namespace {

// A kiosk's window and a second one of the same process, each with a page that fills itself with one colour.
struct TwoWindows : support::OffScreen {
    struct Page {
        ui::Surface* surface = nullptr;
        ui::Color color;
        std::string typed;
        int touches = 0;

        void update() {
            surface->update([&](ui::Painter& painter, const ui::Input& input) {
                painter.fill({0, 0, 1000, 500}, color);
                typed += input.typed.text();
                typed += input.scanned.text();
                if (painter.touch("page.all", {0, 0, 300, 300}).is_activated) ++touches;
                return false;
            });
        }
    };
    std::unique_ptr<ui::Surface> other;
    Page first{surface.get(), {10, 20, 30}, {}, 0};
    Page second{nullptr, {200, 100, 50}, {}, 0};

    explicit TwoWindows(ui::KeysGo keys = ui::KeysGo::here) {
        ui::SurfaceOptions options;
        options.panel = {600, 400, 150, 100};
        options.keys = keys;
        auto opened = surface->open_another(options);
        REQUIRE_FALSE(opened.is_error());
        other = opened.release_value();
        second.surface = other.get();
        update();
    }
    void update() {
        first.update();
        if (other) second.update();
    }
};

std::uint8_t red_of(const ui::Surface& surface) { return surface.pixels().at(0); }

} // namespace

TEST_CASE("two windows show two pictures, and only the one that changed is drawn again") {
    TwoWindows windows;
    CHECK(red_of(*windows.surface) == 10);
    CHECK(red_of(*windows.other) == 200);
    CHECK(windows.other->pixels().size() == 600 * 400 * 4);
    windows.second.color = {90, 0, 0};
    windows.update();
    CHECK(windows.surface->frames().drawn == 1);
    CHECK(windows.other->frames().drawn == 2);
    CHECK(red_of(*windows.other) == 90);
}

TEST_CASE("what is touched, typed and scanned at one window never reaches the other") {
    TwoWindows windows;
    windows.other->push_text("77");
    windows.surface->push_text("12");
    windows.other->push_touch({10, 10}, {10, 10});
    windows.surface->push_touch({10, 10}, {12, 10});
    windows.other->push_touch({20, 10}, {20, 10});
    windows.other->push_text("8");
    windows.update();
    windows.update();
    CHECK(windows.first.typed == "12");
    CHECK(windows.second.typed == "778");
    CHECK(windows.first.touches == 1);
    CHECK(windows.second.touches == 1); // the second tap came too soon after the first
    windows.surface->push_scan("FK1.1");
    windows.update();
    CHECK(windows.first.typed == "12FK1.1");
    CHECK(windows.second.typed == "778");
}

TEST_CASE("a window that nobody types into passes its keys on to the first, and keeps its touches") {
    TwoWindows windows(ui::KeysGo::to_first);
    windows.other->push_text("48");
    windows.other->push_touch({10, 10}, {10, 10});
    windows.update();
    windows.update();
    CHECK(windows.first.typed == "48");
    CHECK(windows.second.typed == "");
    CHECK(windows.first.touches == 0);
    CHECK(windows.second.touches == 1);
}

TEST_CASE("forgetting what was entered at one window leaves what waits for the other") {
    TwoWindows windows;
    windows.surface->push_text("12");
    windows.other->push_text("34");
    windows.surface->forget();
    windows.update();
    CHECK(windows.first.typed == "");
    CHECK(windows.second.typed == "34");
    CHECK(red_of(*windows.surface) == 10);
}

TEST_CASE("a window that is closed is closed alone, and what was typed into it goes nowhere") {
    TwoWindows windows;
    SDL_Event close{};
    close.type = SDL_WINDOWEVENT;
    for (Uint32 id = 1; id < 10'000; ++id) {
        if (SDL_GetWindowFromID(id) != nullptr) close.window.windowID = id; // the one that was opened last
    }
    close.window.event = SDL_WINDOWEVENT_CLOSE;
    SDL_PushEvent(&close);
    windows.update();
    CHECK(windows.other->is_closed());
    CHECK_FALSE(windows.surface->is_closed());
    windows.other->push_text("9999");
    windows.other->push_touch({10, 10}, {10, 10});
    windows.other.reset();
    windows.surface->push_text("1");
    windows.first.color = {77, 0, 0};
    windows.update();
    CHECK(windows.first.typed == "1");
    CHECK(windows.first.touches == 0);
    CHECK(red_of(*windows.surface) == 77);
    CHECK_FALSE(windows.surface->is_closed());
}

TEST_CASE("the first window may go, and the others work on") {
    TwoWindows windows;
    windows.surface.reset();
    windows.other->push_text("5");
    SDL_Event quit{};
    quit.type = SDL_QUIT;
    windows.second.update();
    CHECK(windows.second.typed == "5");
    CHECK_FALSE(windows.other->is_closed());
    SDL_PushEvent(&quit);
    windows.second.update();
    CHECK(windows.other->is_closed());
}

TEST_CASE("waiting ends when another window has something to do, and a wake-up reaches every window") {
    TwoWindows windows;
    windows.other->push_text("3");
    windows.first.update(); // takes SDL's queue, and keeps what is for the other
    const auto before = std::chrono::steady_clock::now();
    windows.surface->wait(std::chrono::seconds(60));
    CHECK(std::chrono::steady_clock::now() - before < std::chrono::seconds(30));
    windows.update();
    CHECK(windows.second.typed == "3");
    windows.surface->wake_up();
    windows.second.update(); // the one that asked is the other
    windows.surface->wait(std::chrono::seconds(60));
    CHECK(std::chrono::steady_clock::now() - before < std::chrono::seconds(30));
    windows.update();
    windows.surface->wait(std::chrono::milliseconds(0));
}
