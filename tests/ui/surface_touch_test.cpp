#include "tests/support/off_screen.hpp"
#include "ui/touch_queue.hpp"

#include <doctest/doctest.h>
#include <map>

namespace {

using std::chrono::milliseconds;

// Two buttons beside each other and one in front of the second: what they were asked, and what they said.
struct Page {
    support::OffScreen screen;
    std::map<std::string, int> used;
    std::map<std::string, int> seen_down;
    std::optional<ui::Point> missed;
    bool changes_page = false;
    int page = 1;

    void update() {
        screen.surface->update([this](ui::Painter& painter, const ui::Input&) {
            painter.fill({0, 0, 1000, 500}, {250, 250, 240});
            bool changed = false;
            area(painter, "left", {100, 100, 200, 100}, changed);
            area(painter, "right", {400, 100, 200, 100}, changed);
            area(painter, "front", {500, 120, 200, 60}, changed);
            missed = painter.missed_touch();
            return changed;
        });
    }
    void area(ui::Painter& painter, std::string id, ui::Rect box, bool& changed) {
        const ui::Touch touch = painter.touch(id, box);
        painter.fill(box, touch.is_down ? ui::Color{0, 100, 0} : ui::Color{0, 0, 100});
        if (touch.is_down) ++seen_down[id];
        if (!touch.is_activated) return;
        ++used[id + (page == 1 ? "" : " of page 2")];
        changed = true;
        if (changes_page && page == 1) {
            page = 2;
            screen.surface->guard_touches();
        }
    }
    ui::Surface& surface() { return *screen.surface; }
};

constexpr ui::Point left{200, 150};
constexpr ui::Point right{450, 150};
constexpr ui::Point nothing{200, 400};

} // namespace

TEST_CASE("a tap whose down and up come before any frame counts once") {
    Page page;
    page.surface().push_touch(left, left);
    page.update();
    CHECK(page.used == std::map<std::string, int>{{"left", 1}});
    CHECK_FALSE(page.missed);
    page.update();
    CHECK(page.used["left"] == 1);
}

TEST_CASE("two and three fast taps on different targets all count") {
    Page page;
    page.surface().push_touch(left, left);
    page.surface().push_touch(right, right);
    page.update();
    CHECK(page.used == std::map<std::string, int>{{"left", 1}, {"right", 1}});
    page.screen.clock.advance(milliseconds{1000});
    page.surface().push_touch(left, left);
    page.surface().push_touch(right, right);
    page.surface().push_touch(left, left);
    page.update();
    CHECK(page.used["right"] == 2);
    CHECK(page.used["left"] == 3);
}

TEST_CASE("a second touch of the same target counts from 250 ms on") {
    Page page;
    page.surface().push_touch(left, left);
    page.surface().push_touch(left, left);
    page.update();
    CHECK(page.used["left"] == 1);
    page.screen.clock.advance(milliseconds{249});
    page.surface().push_touch(left, left);
    page.update();
    CHECK(page.used["left"] == 1);
    page.screen.clock.advance(milliseconds{1});
    page.surface().push_touch(left, left);
    page.update();
    CHECK(page.used["left"] == 2);
}

TEST_CASE("the pressed state shows while the finger is down, and only inside") {
    Page page;
    page.surface().push_touch_down(left);
    page.update();
    CHECK(page.seen_down["left"] > 0);
    CHECK(page.used.empty());
    page.seen_down.clear();
    page.surface().push_touch_move(nothing);
    page.update();
    CHECK(page.seen_down.empty());
    page.surface().push_touch_move(left);
    page.update();
    CHECK(page.seen_down["left"] > 0);
    page.surface().push_touch_up(left);
    page.update();
    CHECK(page.used["left"] == 1);
}

TEST_CASE("a finger may slide out by up to 3 mm; further it takes nothing and nothing else gets it") {
    for (const float beyond : {1.0F, 11.0F, 13.0F, 60.0F, 150.0F}) {
        CAPTURE(beyond);
        Page page;
        page.surface().push_touch_down({295, 150});
        page.update();
        page.surface().push_touch_move({300 + beyond, 150});
        page.surface().push_touch_up({300 + beyond, 150});
        page.update();
        CHECK(page.used.size() == (beyond < 12 ? 1 : 0));
        CHECK(page.used.count("right") == 0);
        CHECK_FALSE(page.missed);
    }
}

TEST_CASE("the slop does not make a target larger for a new touch") {
    Page page;
    page.surface().push_touch({305, 150}, {305, 150});
    page.update();
    CHECK(page.used.empty());
}

TEST_CASE("of two areas that overlap the later one gets the touch") {
    Page page;
    page.surface().push_touch({550, 150}, {550, 150});
    page.update();
    CHECK(page.used == std::map<std::string, int>{{"front", 1}});
}

TEST_CASE("a touch that begins outside takes nothing where it ends") {
    Page page;
    page.surface().push_touch_down(nothing);
    page.surface().push_touch_move(left);
    page.surface().push_touch_up(left);
    page.update();
    CHECK(page.used.empty());
    REQUIRE(page.missed);
    CHECK(page.missed->x == doctest::Approx(left.x));
}

TEST_CASE("a missed touch is shown where it was for 400 ms") {
    Page page;
    page.surface().push_touch(nothing, nothing);
    page.update();
    REQUIRE(page.missed);
    CHECK(page.missed->x == doctest::Approx(nothing.x));
    CHECK(page.missed->y == doctest::Approx(nothing.y));
    page.screen.clock.advance(milliseconds{399});
    page.update();
    CHECK(page.missed);
    page.screen.clock.advance(milliseconds{1});
    page.update();
    CHECK_FALSE(page.missed);
}

TEST_CASE("after a page changed, touches that begin within 250 ms are ignored, and one that was on the way too") {
    Page page;
    page.changes_page = true;
    page.surface().push_touch(left, left);
    page.surface().push_touch(right, right);
    page.update();
    CHECK(page.page == 2);
    CHECK(page.used == std::map<std::string, int>{{"left", 1}});
    CHECK_FALSE(page.missed);

    page.screen.clock.advance(milliseconds{249});
    page.surface().push_touch_down(right);
    page.update();
    CHECK(page.seen_down["right"] == 0);
    page.screen.clock.advance(milliseconds{500});
    page.surface().push_touch_up(right);
    page.update();
    CHECK(page.used.size() == 1);

    page.surface().push_touch_down(right);
    page.update();
    page.surface().guard_touches();
    page.surface().push_touch_up(right);
    page.update();
    CHECK(page.used.size() == 1);

    page.screen.clock.advance(milliseconds{250});
    page.surface().push_touch(right, right);
    page.update();
    CHECK(page.used["right of page 2"] == 1);
}

TEST_CASE("a second finger is ignored until the first has gone") {
    ui::TouchQueue queue;
    const base::Moment now{std::chrono::hours{1}};
    const auto states = [&] {
        std::string all;
        while (const auto step = queue.next()) all += !step->at ? '-' : step->is_down ? 'D' : 'u';
        return all;
    };
    queue.down(1, left, now);
    CHECK(states() == "uD");
    queue.down(2, right, now);
    queue.move(2, right);
    queue.up(2, right);
    CHECK(states() == "");
    queue.up(1, left);
    CHECK(states() == "u-");
    queue.up(2, right);
    CHECK(states() == "");
    queue.down(2, right, now);
    queue.up(2, right);
    CHECK(states() == "uDu-");
}

TEST_CASE("a finger that is let go holds up no other, and is not heard of again") {
    ui::TouchQueue queue;
    const base::Moment now{std::chrono::hours{1}};
    queue.down(1, left, now);
    while (queue.next()) {}
    queue.let_go();
    while (queue.next()) {}
    queue.move(1, right);
    queue.up(1, right);
    CHECK(queue.is_empty());
    queue.down(2, left, now);
    CHECK_FALSE(queue.is_empty());
}

TEST_CASE("a finger whose lifting was lost does not block the next touch") {
    Page page;
    page.surface().push_touch_down(left);
    page.update();
    page.surface().push_touch(right, right);
    page.update();
    CHECK(page.used == std::map<std::string, int>{{"right", 1}});
}
