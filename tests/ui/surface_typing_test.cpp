// Typing on the real surface: a finger that stays, and a space bar.
#include "tests/support/off_screen.hpp"

#include <doctest/doctest.h>

namespace {

using std::chrono::milliseconds;

struct Page {
    support::OffScreen screen;
    bool expects_text = false;
    milliseconds held{0};
    milliseconds held_elsewhere{0};
    std::string typed;
    int chosen = 0;

    void update() {
        screen.surface->update([this](ui::Painter& painter, const ui::Input& input) {
            (void)painter.touch("key", {100, 100, 200, 100});
            held = painter.held("key");
            (void)painter.touch("other", {400, 100, 200, 100});
            held_elsewhere = painter.held("other");
            if (expects_text) painter.expect_text();
            typed += input.typed.text();
            chosen += static_cast<int>(std::count(input.keys.begin(), input.keys.end(), ui::Key::choose));
            return false;
        });
    }
};

} // namespace

TEST_CASE("how long a finger stays on an area counts from when it came down, and ends where it leaves") {
    Page page;
    page.update();
    CHECK(page.held == milliseconds{0});
    page.screen.surface->push_touch_down({200, 150});
    page.update();
    CHECK(page.held == milliseconds{0});
    page.screen.clock.advance(milliseconds{500});
    page.update();
    CHECK(page.held == milliseconds{500});
    CHECK(page.held_elsewhere == milliseconds{0});
    page.screen.surface->push_touch_move({500, 150});
    page.update();
    CHECK(page.held == milliseconds{0});
    CHECK(page.held_elsewhere == milliseconds{0});
    page.screen.surface->push_touch_move({200, 150});
    page.screen.surface->push_touch_up({200, 150});
    page.update();
    CHECK(page.held == milliseconds{0});
}

TEST_CASE("a finger that stays wakes the kiosk when its press becomes a long one") {
    Page page;
    page.update();
    page.screen.surface->push_touch_down({200, 150});
    page.update();
    page.screen.clock.advance(milliseconds{480});
    const auto before = std::chrono::steady_clock::now();
    page.screen.surface->wait(milliseconds{20'000});
    CHECK(std::chrono::steady_clock::now() - before < milliseconds{5'000});
}

TEST_CASE("the space bar chooses, but where a field is open it types") {
    Page page;
    page.update();
    page.screen.surface->push_text("a b");
    page.update();
    CHECK(page.typed == "ab");
    page.expects_text = true;
    page.update();
    page.typed.clear();
    page.screen.surface->push_text("a b");
    page.update();
    CHECK(page.typed == "a b");
    page.expects_text = false;
    page.update();
    page.typed.clear();
    page.screen.surface->push_text(" ");
    page.update();
    CHECK(page.typed.empty());
}

TEST_CASE("where touches count by time, a finger that stays longer asks for no more than a touch does") {
    Page page;
    page.update();
    page.screen.surface->set_touch({milliseconds{1000}, milliseconds{0}});
    page.screen.surface->push_touch_down({200, 150});
    page.update();
    page.screen.clock.advance(milliseconds{600});
    page.update();
    CHECK(page.held == milliseconds{0});
}
