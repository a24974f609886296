// Touches of a hand that trembles or rests on the glass, as real events of SDL.

#include "tests/support/off_screen.hpp"

#include <SDL2/SDL.h>
#include <doctest/doctest.h>
#include <map>

namespace {

using std::chrono::milliseconds;

constexpr ui::Point left{200, 150};
constexpr ui::Point right{500, 150};
constexpr ui::Point nothing{200, 400};

// Two buttons beside each other.
struct Page {
    support::OffScreen screen;
    std::map<std::string, int> used;
    std::string down;
    std::optional<ui::Point> missed;
    bool has_left = true;
    bool changes_page = false;
    std::optional<ui::TouchSettings> chosen; // what a press sets

    explicit Page(const ui::TouchSettings& settings) { surface().set_touch(settings); }
    ui::Surface& surface() { return *screen.surface; }
    void update() {
        surface().update([this](ui::Painter& painter, const ui::Input&) {
            down.clear();
            bool changed = false;
            if (has_left) area(painter, "left", {100, 100, 200, 100}, changed);
            area(painter, "right", {400, 100, 200, 100}, changed);
            missed = painter.missed_touch();
            return changed;
        });
    }
    void area(ui::Painter& painter, const std::string& id, const ui::Rect& box, bool& changed) {
        const ui::Touch touch = painter.touch(id, box);
        if (touch.is_down) down += id;
        if (!touch.is_activated) return;
        ++used[id];
        changed = true;
        if (changes_page) surface().guard_touches();
        if (chosen) surface().set_touch(*chosen);
    }
    void pass(int time) {
        screen.clock.advance(milliseconds{time});
        update();
    }
    void tap(ui::Point at) {
        surface().push_touch(at, at);
        update();
    }
    [[nodiscard]] int all() const {
        int sum = 0;
        for (const auto& [id, times] : used) sum += times;
        return sum;
    }
    void finger(Uint32 type, SDL_FingerID id, ui::Point at) {
        SDL_Event event{};
        event.type = type;
        event.tfinger.fingerId = id;
        event.tfinger.x = at.x / 1000;
        event.tfinger.y = at.y / 500;
        SDL_PushEvent(&event);
    }
};

constexpr ui::TouchSettings held{.hold = milliseconds{600}};
constexpr ui::TouchSettings calm{.pause = milliseconds{500}};

} // namespace

TEST_CASE("hold to press: a touch counts while the finger rests, when the time has passed, and once") {
    for (const int hold : {300, 600, 1000}) {
        Page page({.hold = milliseconds{hold}});
        page.surface().push_touch_down(left);
        page.update();
        CHECK(page.down == "left");
        const auto at = page.surface().wake_at();
        REQUIRE(at);
        CHECK(*at == page.screen.clock.moment() + milliseconds{hold});
        page.pass(hold - 1);
        CHECK(page.all() == 0);
        CHECK(page.down == "left");
        page.pass(1);
        CHECK(page.used == std::map<std::string, int>{{"left", 1}});
        CHECK(page.down.empty());
        CHECK_FALSE(page.surface().wake_at());
        page.pass(5000);
        page.surface().push_touch_up(left);
        page.update();
        CHECK(page.all() == 1);
        CHECK_FALSE(page.missed);
    }
}

TEST_CASE("hold to press: a finger that was lifted too soon is shown as missed and presses nothing") {
    Page page(held);
    page.surface().push_touch_down(left);
    page.update();
    page.screen.clock.advance(milliseconds{599});
    page.surface().push_touch_up(left);
    page.update();
    CHECK(page.all() == 0);
    REQUIRE(page.missed);
    CHECK(page.missed->x == doctest::Approx(left.x));
    page.pass(400);
    CHECK_FALSE(page.missed);
    CHECK_FALSE(page.surface().wake_at());
    page.tap(left); // down and up at once
    CHECK(page.all() == 0);
    CHECK(page.missed);
}

TEST_CASE("hold to press: a loop that was busy when the time had passed does not lose the touch") {
    Page page(held);
    page.surface().push_touch_down(left);
    page.update();
    page.screen.clock.advance(milliseconds{900});
    page.surface().push_touch_up(left);
    page.update();
    CHECK(page.all() == 1);
    CHECK_FALSE(page.missed);
}

TEST_CASE("hold to press: a hand that trembles within 3 mm of the target goes on, one that leaves begins again") {
    Page page(held);
    page.surface().push_touch_down({295, 150});
    page.update();
    page.screen.clock.advance(milliseconds{400});
    page.surface().push_touch_move({309, 155});
    page.update();
    page.pass(200);
    CHECK(page.all() == 1);
    page.surface().push_touch_up({309, 155});
    page.pass(1000);

    page.surface().push_touch_down({295, 150});
    page.update();
    page.screen.clock.advance(milliseconds{400});
    page.surface().push_touch_move({350, 150});
    page.update();
    CHECK(page.down.empty());
    CHECK_FALSE(page.surface().wake_at());
    page.screen.clock.advance(milliseconds{400});
    page.surface().push_touch_move({295, 150});
    page.update();
    page.pass(599);
    CHECK(page.all() == 1);
    page.pass(1);
    CHECK(page.all() == 2);
}

TEST_CASE("hold to press: nothing waits for a target that has gone, or a touch on none") {
    Page page(held);
    page.surface().push_touch_down(left);
    page.update();
    page.has_left = false;
    page.update();
    CHECK_FALSE(page.surface().wake_at());
    page.pass(600);
    page.surface().push_touch_up(left);
    page.pass(1000);
    page.surface().push_touch_down(nothing);
    page.update();
    CHECK_FALSE(page.surface().wake_at());
    page.pass(600);
    CHECK(page.all() == 0);
}

TEST_CASE("hold to press: a page that changes under the finger gets nothing of the touch") {
    Page page(held);
    page.changes_page = true;
    page.surface().push_touch_down(left);
    page.update();
    page.pass(600);
    page.pass(2000);
    page.surface().push_touch_up(left);
    page.update();
    CHECK(page.all() == 1);
    CHECK_FALSE(page.missed);
}

TEST_CASE("hold to press: the touch that turns it off does not count again when it is lifted") {
    Page page(held);
    page.chosen = ui::TouchSettings{};
    page.surface().push_touch_down(left);
    page.update();
    page.pass(600);
    page.surface().push_touch_up(left);
    page.update();
    CHECK(page.all() == 1);
    page.pass(300);
    page.tap(left);
    CHECK(page.all() == 2);
}

TEST_CASE("ignoring repeated taps: any target rests for half a second after one that counted") {
    Page page(calm);
    page.tap(left);
    CHECK(page.all() == 1);
    page.screen.clock.advance(milliseconds{499});
    page.surface().push_touch_down(right);
    page.update();
    CHECK(page.down.empty());
    page.screen.clock.advance(milliseconds{2000});
    page.surface().push_touch_up(right); // it began too soon, however long it lasts
    page.update();
    CHECK(page.all() == 1);
    CHECK_FALSE(page.missed);
    page.tap(right);
    CHECK(page.all() == 2);
    page.screen.clock.advance(milliseconds{500});
    page.tap(left);
    CHECK(page.all() == 3);
    page.surface().set_touch({});
    page.tap(right);
    CHECK(page.all() == 4);
}

TEST_CASE("both together: a hold that begins too soon neither counts nor keeps the loop awake") {
    Page page({.hold = milliseconds{300}, .pause = milliseconds{500}});
    page.surface().push_touch_down(left);
    page.update();
    page.pass(300);
    page.surface().push_touch_up(left);
    page.pass(100);
    page.surface().push_touch_down(left);
    page.update();
    CHECK_FALSE(page.surface().wake_at());
    page.pass(2000);
    page.surface().push_touch_up(left);
    page.update();
    CHECK(page.all() == 1);
    CHECK_FALSE(page.missed);
}

TEST_CASE("a palm that comes down beside the finger, and one that stays, takes nothing from it") {
    for (const auto& settings : {ui::TouchSettings{}, held}) {
        Page page(settings);
        page.finger(SDL_FINGERDOWN, 1, left);
        page.update();
        page.finger(SDL_FINGERDOWN, 2, right);
        page.finger(SDL_FINGERMOTION, 2, {510, 160});
        page.finger(SDL_FINGERDOWN, 3, nothing);
        page.finger(SDL_FINGERUP, 3, nothing);
        page.update();
        CHECK(page.down == "left");
        page.pass(600);
        page.finger(SDL_FINGERUP, 1, left);
        page.update();
        CHECK(page.used == std::map<std::string, int>{{"left", 1}});
        page.finger(SDL_FINGERUP, 2, right);
        page.update();
        CHECK(page.all() == 1);
    }
}
