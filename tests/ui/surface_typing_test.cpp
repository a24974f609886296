// Typing on the real surface: a finger that stays, a space bar, and a caret where Pango has set the letters.
#include "tests/support/off_screen.hpp"
#include "ui/text_engine.hpp"

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

ui::TextRun run_of(std::string text, bool is_right_to_left = false, float width = 0) {
    ui::TextRun run;
    run.text = std::move(text);
    run.em_px = 34;
    run.line_px = 46;
    run.width_px = width;
    run.right_to_left = is_right_to_left;
    return run;
}

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

TEST_CASE("the caret stands where the letters are set, in each direction and on each line") {
    const auto engine = ui::TextEngine::open().release_value();
    const auto latin = run_of("abc");
    const float width = engine->measure(latin).size.w;
    CHECK(engine->caret(latin, 0, ui::Edge::front).x == doctest::Approx(0));
    const float b = engine->caret(latin, 1, ui::Edge::front).x;
    CHECK(b > width / 5);
    CHECK(b < width / 2);
    CHECK(engine->caret(latin, 0, ui::Edge::back).x == doctest::Approx(b));
    CHECK(engine->caret(latin, 2, ui::Edge::back).x == doctest::Approx(width).epsilon(0.05));

    const auto arabic = run_of("سلام", true);
    const float arabic_width = engine->measure(arabic).size.w;
    CHECK(engine->caret(arabic, 0, ui::Edge::front).x == doctest::Approx(arabic_width).epsilon(0.05));
    CHECK(engine->caret(arabic, 6, ui::Edge::back).x == doctest::Approx(0).epsilon(0.5));

    const auto lines = run_of("one two", false, engine->measure(run_of("one t")).size.w);
    CHECK(engine->measure(lines).lines == 2);
    CHECK(engine->caret(lines, 0, ui::Edge::front).y == 0);
    CHECK(engine->caret(lines, 4, ui::Edge::front).y == 46);
    CHECK(engine->caret(lines, 4, ui::Edge::front).x == doctest::Approx(0));
}
