// What staff do to the kiosk itself, from "Look after this kiosk": cleaning, closing, hours, clearing the screen.
#include "tests/support/kiosk_app.hpp"

namespace {

using namespace support;
using namespace std::chrono_literals;

constexpr std::string_view badge_of_desk = "400007";
constexpr std::string_view badge_of_lead = "400021";
constexpr std::string_view badge_of_technician = "400035";

struct CaredApp : KioskApp {
    CaredApp()
        : KioskApp({visit_of(guest(1), "V-1", morning + 30min)}, small_panel, {"en", "es"}, nullptr, Staffed::yes) {}

    void open_care(std::string_view badge, std::string_view pin) {
        sign_in(badge, pin);
        if (!has("care")) tap("tab.health");
        tap("care");
        REQUIRE(has("care.title"));
    }
    [[nodiscard]] int logged(const std::string& event) {
        int count = 0;
        for (const auto& entry : value_of(world.store->audit_entries(0))) {
            if (entry.text.find("\"event\":\"" + event + "\"") != std::string::npos) ++count;
        }
        return count;
    }
};

} // namespace

TEST_CASE("each role is offered what it may do to the kiosk") {
    CaredApp kiosk;
    kiosk.open_care(badge_of_technician, technician_pin);
    CHECK(kiosk.has("care.clean"));
    CHECK(kiosk.has("care.reset"));
    CHECK_FALSE(kiosk.has("care.close"));
    CHECK_FALSE(kiosk.has("care.hours"));
    kiosk.tap("finish");
    kiosk.open_care(badge_of_desk, desk_pin);
    CHECK(kiosk.has("care.close"));
    CHECK_FALSE(kiosk.has("care.open"));
    CHECK_FALSE(kiosk.has("care.hours"));
    kiosk.tap("back");
    CHECK(kiosk.has("health.title"));
    kiosk.tap("finish");
    kiosk.open_care(badge_of_lead, supervisor_pin);
    CHECK(kiosk.has("care.hours"));
}

TEST_CASE("while the screen is wiped nothing that is touched, pressed or scanned counts, for a minute and no longer") {
    CaredApp kiosk;
    kiosk.open_care(badge_of_desk, desk_pin);
    const ui::Point back = kiosk.app->tree().find("back")->rect.centre();
    kiosk.tap("care.clean");
    CHECK(kiosk.has("cleaning.title"));
    CHECK(kiosk.shows("60 seconds left"));
    CHECK(kiosk.logged("screen_cleaned") == 1);
    for (const auto& node : kiosk.app->tree().nodes()) CHECK(node.role != ui::Role::button);
    for (int i = 0; i < 11; ++i) {
        kiosk.pass(5s);
        kiosk.surface->push_touch(back, back);
        kiosk.surface->push_scan("400021");
        kiosk.key(ui::Key::choose);
        kiosk.key(ui::Key::back);
        kiosk.key(ui::Key::hide);
        kiosk.key(ui::Key::service);
        kiosk.quick_exit();
        CHECK(kiosk.has("cleaning.title"));
    }
    CHECK(kiosk.shows("10 seconds left"));
    kiosk.pass(5s - 1ms);
    CHECK(kiosk.has("cleaning.title"));
    kiosk.pass(1ms);
    CHECK(kiosk.has("care.title"));
    CHECK_FALSE(kiosk.has("cleaning.title"));
    kiosk.tap("back");
    CHECK(kiosk.has("health.title"));
}

TEST_CASE("the minute of cleaning moves in steps of ten seconds and draws nothing in between") {
    CaredApp kiosk;
    kiosk.open_care(badge_of_desk, desk_pin);
    kiosk.tap("care.clean");
    const auto began = kiosk.world.clock.moment();
    CHECK(kiosk.app->wake_at() == began + 10s);
    kiosk.pass(9s);
    const auto drawn = kiosk.surface->frames().drawn;
    kiosk.pass(999ms);
    CHECK(kiosk.surface->frames().drawn == drawn);
    kiosk.pass(1ms);
    CHECK(kiosk.shows("50 seconds left"));
}

TEST_CASE("a finger that still rests there when the cleaning ends presses nothing, nor does its lifting") {
    CaredApp kiosk;
    kiosk.open_care(badge_of_desk, desk_pin);
    const ui::Point close = kiosk.app->tree().find("care.close")->rect.centre();
    kiosk.tap("care.clean");
    kiosk.pass(58s);
    kiosk.surface->push_touch_down(close);
    kiosk.pass(3s);
    REQUIRE(kiosk.has("care.title"));
    kiosk.surface->push_touch_up(close);
    kiosk.update();
    kiosk.pass(1s);
    CHECK(kiosk.logged("kiosk_closed") == 0);
    kiosk.tap("care.close");
    CHECK(kiosk.logged("kiosk_closed") == 1);
}

TEST_CASE("the staff's view neither ends the cleaning nor outlives it: its time begins when the cleaning ends") {
    CaredApp kiosk;
    kiosk.world.settings.timers.staff = 30s;
    kiosk.open_care(badge_of_desk, desk_pin);
    kiosk.tap("care.clean");
    kiosk.pass(59s);
    CHECK(kiosk.has("cleaning.title"));
    kiosk.pass(30s);
    CHECK(kiosk.has("care.title"));
    kiosk.pass(1s);
    CHECK(kiosk.app->is_home());
    // A program that was held up the whole time comes back to a view that is locked.
    kiosk.open_care(badge_of_desk, desk_pin);
    kiosk.tap("care.clean");
    kiosk.world.clock.advance(10min);
    kiosk.update();
    CHECK(kiosk.app->is_home());
    CHECK_FALSE(kiosk.has("cleaning.title"));
}

TEST_CASE("whoever listens hears what is left of the cleaning") {
    CaredApp kiosk;
    kiosk.open_care(badge_of_desk, desk_pin);
    kiosk.tap("tool.listen");
    (void)kiosk.heard();
    kiosk.tap("care.clean");
    kiosk.pass(1s);
    CHECK(kiosk.heard().find("60 seconds left") != std::string::npos);
    kiosk.pass(10s);
    const std::string heard = kiosk.heard();
    CHECK(heard.find("50 seconds left") != std::string::npos);
    CHECK(heard.find("Time to clean") == std::string::npos);
}

TEST_CASE("a kiosk that staff closed has help, languages and a way in for staff, and no check-in") {
    CaredApp kiosk;
    kiosk.open_care(badge_of_desk, desk_pin);
    kiosk.tap("care.close");
    CHECK(kiosk.has("care.done"));
    CHECK(kiosk.has("care.open"));
    kiosk.tap("finish");
    CHECK(kiosk.app->is_home());
    CHECK(kiosk.shows("This kiosk is resting."));
    CHECK(kiosk.has("home.desk"));
    CHECK_FALSE(kiosk.has("home.opens"));
    CHECK_FALSE(kiosk.has("action.checkin"));
    CHECK(kiosk.has("help"));
    CHECK_FALSE(kiosk.app->wake_at());
    kiosk.scan(guest(1).letter());
    CHECK(kiosk.app->is_home());
    kiosk.tap("language.es");
    CHECK(kiosk.shows("descansando"));
    kiosk.tap("finish");
    kiosk.open_care(badge_of_desk, desk_pin);
    kiosk.tap("care.open");
    kiosk.tap("finish");
    CHECK(kiosk.has("action.checkin"));
}

TEST_CASE("hours close and open the first page exactly on time, and nobody who has begun is cut off") {
    CaredApp kiosk;
    auto& opening = kiosk.staff->opening;
    kiosk::StaffSession lead;
    lead.role = kiosk::StaffRole::supervisor;
    kiosk::WeekHours hours;
    hours.days.fill({9h, 10h + 15min}); // it is ten
    must(opening.set_hours(lead, hours));
    kiosk.update();
    CHECK(kiosk.has("action.checkin"));
    CHECK(kiosk.app->wake_at() == kiosk.world.clock.moment() + 15min);
    kiosk.pass(15min - 1ms);
    CHECK(kiosk.has("action.checkin"));
    kiosk.pass(1ms);
    CHECK_FALSE(kiosk.has("action.checkin"));
    CHECK(kiosk.shows("9:00"));
    CHECK(kiosk.app->wake_at() == kiosk.world.clock.moment() + 22h + 45min);
    kiosk.pass(22h + 45min);
    CHECK(kiosk.has("action.checkin"));

    kiosk.pass(1h + 15min - 30s);
    kiosk.tap("action.checkin");
    kiosk.type("4827");
    kiosk.pass(45s);
    CHECK(kiosk.has("identify.title"));
    kiosk.tap("finish");
    CHECK(kiosk.shows("This kiosk is resting."));
}

TEST_CASE("hours are set day by day and kept only with Save") {
    CaredApp kiosk;
    kiosk.open_care(badge_of_lead, supervisor_pin);
    kiosk.tap("care.hours");
    kiosk.tap("hours.day.1");
    kiosk.tap("hours.usual");
    kiosk.tap("hours.opens.later");
    kiosk.tap("hours.closes.earlier");
    kiosk.tap("hours.copy");
    kiosk.tap("hours.day.0");
    kiosk.tap("hours.closed");
    CHECK(kiosk.staff->opening.hours() == kiosk::WeekHours{});
    kiosk.tap("primary");
    CHECK(kiosk.has("hours.saved"));
    const auto& days = kiosk.staff->opening.hours().days;
    CHECK(days[0].is_closed());
    for (std::size_t day = 1; day <= 5; ++day) CHECK(days[day] == kiosk::DayHours{8h + 30min, 16h + 30min});
    CHECK(days[6].is_all_day());
    CHECK(kiosk.logged("hours_set") == 1);
}

TEST_CASE("clearing the screen ends the staff's own view as quick exit does") {
    CaredApp kiosk;
    kiosk.open_care(badge_of_technician, technician_pin);
    kiosk.tap("care.reset");
    CHECK(kiosk.app->is_home());
    CHECK(kiosk.logged("visit_reset") == 1);
}

TEST_CASE("settings of the office are kept with Save and count at once") {
    CaredApp kiosk;
    kiosk.open_care(badge_of_lead, supervisor_pin);
    kiosk.tap("care.settings");
    kiosk.tap("set.place");
    kiosk.key(ui::Key::erase);
    kiosk.type(" 2");
    kiosk.tap("primary");
    CHECK(kiosk.shows("Sunroo 2"));
    kiosk.tap("back");
    kiosk.tap("care.settings");
    CHECK(kiosk.shows("Sunroom"));
    kiosk.tap("set.place");
    kiosk.type(" 2");
    kiosk.tap("primary");
    kiosk.tap("set.minutes.20");
    CHECK(kiosk.world.settings.acknowledge == 10min);
    kiosk.tap("primary");
    CHECK(kiosk.has("set.saved"));
    CHECK(kiosk.world.settings.acknowledge == 20min);
    CHECK(kiosk.world.settings.waiting_place == "Sunroom 2");
    CHECK(kiosk.logged("settings_changed") == 1);
}
