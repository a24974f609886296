#include "tests/support/staff_office.hpp"

using namespace kiosk;
using namespace support;

TEST_CASE_FIXTURE(OpenOffice,
                  "four wrong PINs ask for no wait, the fifth for 15 seconds, each one after it for twice as long") {
    std::chrono::milliseconds expected = PinGuard::first_wait;
    for (int tries = 1; tries < PinGuard::tries_before_closed; ++tries) {
        CAPTURE(tries);
        const auto told = try_pin(desk_badge, "111222");
        CHECK(told.answer == UnlockAnswer::wrong);
        CHECK(told.tries_left == std::max(0, PinGuard::tries_before_wait - tries));
        if (tries < PinGuard::tries_before_wait) {
            CHECK(told.wait == 0ms);
            continue;
        }
        CHECK(told.wait == expected);
        clock.advance(expected - 1ms);
        const auto early = try_pin(desk_badge, desk_pin);
        CHECK(early.answer == UnlockAnswer::wait);
        CHECK(early.wait == 1ms);
        clock.advance(1ms);
        expected *= 2;
    }
    CHECK(try_pin(desk_badge, "111222").answer == UnlockAnswer::closed);
    clock.advance(24h * 3650);
    CHECK(try_pin(desk_badge, desk_pin).answer == UnlockAnswer::closed);
    restart();
    CHECK(try_pin(desk_badge, desk_pin).answer == UnlockAnswer::closed);
    // Nobody else is kept out.
    CHECK(sign_in(supervisor_badge, supervisor_pin).number == 1);
}

TEST_CASE_FIXTURE(OpenOffice,
                  "neither a restart nor any time on the clock shortens a wait, and only steady time ends it") {
    miss(desk_badge, 6);
    REQUIRE(wait_left(desk_badge) == 30s);
    clock.advance(10s);
    SUBCASE("1970") { clock.set_wall(base::UtcTime{}); }
    SUBCASE("ten years ahead") { clock.set_wall(morning + 24h * 3653); }
    SUBCASE("back and forth") {
        clock.set_wall(morning + 24h * 3653);
        CHECK(try_pin(desk_badge, desk_pin).answer == UnlockAnswer::wait);
        clock.set_wall(base::UtcTime{});
    }
    CHECK(wait_left(desk_badge) == 20s);
    CHECK(try_pin(desk_badge, desk_pin).answer == UnlockAnswer::wait);
    for (int restarts = 0; restarts < 3; ++restarts) {
        restart();
        // What passed before is not known any more: the wait begins again.
        CHECK(wait_left(desk_badge) == 30s);
        CHECK(try_pin(desk_badge, desk_pin).answer == UnlockAnswer::wait);
        clock.advance(29s);
        CHECK(try_pin(desk_badge, desk_pin).answer == UnlockAnswer::wait);
    }
    clock.advance(1s);
    CHECK(sign_in(desk_badge, desk_pin).number == 2);
}

TEST_CASE_FIXTURE(OpenOffice,
                  "tries add up over restarts and days; only a right PIN clears them, and only that member's") {
    miss(technician_badge, 3);
    for (int tries = 1; tries <= 4; ++tries) {
        miss(desk_badge, 1);
        clock.advance(24h);
        restart();
    }
    CHECK(sign_in(desk_badge, desk_pin).number == 2);
    restart();
    CHECK(try_pin(desk_badge, "111222").tries_left == 4);
    CHECK(try_pin(technician_badge, "111222").tries_left == 1);
}
