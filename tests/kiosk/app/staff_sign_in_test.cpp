// The staff's view at the kiosk: in by badge and PIN, out at once, and nothing of it for a family.

#include "tests/support/kiosk_app.hpp"

namespace {

using namespace support;
using kiosk::CallBoard;
using namespace std::chrono_literals;

constexpr std::string_view badge_of_desk = "400007";
constexpr std::string_view badge_of_lead = "400021";
constexpr std::string_view badge_of_technician = "400035";

struct StaffedApp : KioskApp {
    StaffedApp()
        : KioskApp({visit_of(guest(1), "V-1", morning + 30min)}, small_panel, {"en", "es"}, nullptr, Staffed::yes) {}

    [[nodiscard]] std::vector<std::string> events() {
        std::vector<std::string> found;
        for (const auto& entry : value_of(world.store->audit_entries(0))) {
            const auto from = entry.text.find("\"event\":\"") + 9;
            found.push_back(entry.text.substr(from, entry.text.find('"', from) - from));
        }
        return found;
    }
};

} // namespace

TEST_CASE("badge and PIN open the list of arrivals, and Finish locks it at once") {
    StaffedApp kiosk;
    kiosk.sign_in(badge_of_desk, desk_pin);
    CHECK(kiosk.has("arrivals.title"));
    CHECK(kiosk.shows("07"));
    kiosk.tap("finish");
    CHECK(kiosk.app->is_home());
    CHECK_FALSE(kiosk.has("tab.arrivals"));
    CHECK(kiosk.events().back() == "staff_signed_out");
}

TEST_CASE("the staff's view locks after two minutes without a touch, and the log says so") {
    StaffedApp kiosk;
    kiosk.sign_in(badge_of_desk, desk_pin);
    kiosk.pass(kiosk.world.settings.timers.staff - 2s);
    CHECK(kiosk.has("arrivals.title"));
    kiosk.pass(3s);
    CHECK(kiosk.app->is_home());
    const auto entries = value_of(kiosk.world.store->audit_entries(0));
    CHECK(entries.back().text.find("\"idle\":1") != std::string::npos);
}

TEST_CASE("a technician sees the kiosk and no family: no tab, no page, no name") {
    StaffedApp kiosk;
    kiosk.sign_in(badge_of_technician, technician_pin);
    CHECK_FALSE(kiosk.has("arrivals.title"));
    CHECK_FALSE(kiosk.has("tab.arrivals"));
    CHECK_FALSE(kiosk.has("tab.requests"));
    CHECK(kiosk.has("tab.health"));
    CHECK(kiosk.has("tab.audit"));
}

TEST_CASE("a PIN that does not match says how many tries are left, and shows nothing else") {
    StaffedApp kiosk;
    kiosk.sign_in(badge_of_desk, "111222");
    CHECK(kiosk.has("unlock.message"));
    CHECK_FALSE(kiosk.has("arrivals.title"));
    kiosk.type(std::string(desk_pin));
    kiosk.tap("primary");
    kiosk.update();
    CHECK(kiosk.has("arrivals.title"));
}

TEST_CASE("a family that lands on the sign-in finds home by Back, and home shows no word of the staff") {
    StaffedApp kiosk;
    kiosk.check_in(guest(1)); // something is new at the desk
    kiosk.tap("finish");
    kiosk.key(ui::Key::service);
    CHECK(kiosk.has("unlock.visitor"));
    CHECK_FALSE(kiosk.has("unlock.new"));
    kiosk.tap("back");
    CHECK(kiosk.app->is_home());
    for (const auto& node : kiosk.app->tree().nodes()) CHECK(node.name.find("taff") == std::string::npos);
}

TEST_CASE("the logo held for three seconds opens the sign-in, and held for less it does not") {
    StaffedApp kiosk;
    const float unit = kiosk.surface->scale().pixels_per_unit;
    const ui::Point logo{100 * unit, 60 * unit};
    kiosk.pass(400ms);
    kiosk.surface->push_touch_down(logo);
    kiosk.pass(2900ms);
    CHECK(kiosk.app->is_home());
    kiosk.pass(200ms);
    kiosk.surface->push_touch_up(logo);
    kiosk.update();
    CHECK(kiosk.has("unlock.title"));
}

TEST_CASE("without staff there is no way in") {
    KioskApp kiosk;
    kiosk.key(ui::Key::service);
    CHECK(kiosk.app->is_home());
}

TEST_CASE("an office lead lets everybody try again from the report, and the front desk is not offered it") {
    StaffedApp kiosk;
    kiosk.world.type_wrong_codes(15);
    REQUIRE(kiosk.world.desk->is_resting());
    kiosk.sign_in(badge_of_desk, desk_pin);
    kiosk.tap("tab.health");
    kiosk.tap("report");
    CHECK(kiosk.has("report.title"));
    CHECK_FALSE(kiosk.has("report.lift"));
    kiosk.tap("finish");
    kiosk.sign_in(badge_of_lead, supervisor_pin);
    kiosk.tap("tab.health");
    kiosk.tap("report");
    kiosk.tap("report.lift");
    CHECK(kiosk.has("report.mended"));
    CHECK_FALSE(kiosk.world.desk->is_resting());
}

TEST_CASE(
    "a clock that is in doubt counts again once somebody vouches for it, and one that is right is not asked about") {
    StaffedApp kiosk;
    kiosk.staff->health.clock_watch().observe();
    kiosk.sign_in(badge_of_technician, technician_pin);
    kiosk.tap("report");
    CHECK_FALSE(kiosk.has("report.clock"));
    kiosk.tap("back");
    kiosk.world.clock.set_wall(kiosk.world.clock.now() + std::chrono::hours(24 * 3650));
    kiosk.tap("report");
    kiosk.tap("report.clock");
    CHECK(kiosk.has("report.mended"));
    CHECK_FALSE(kiosk.has("report.clock"));
    CHECK(kiosk.events().back() == "clock_trusted");
}

TEST_CASE("the first page says who is called, for as long as the call stands, and costs nothing while nobody is") {
    StaffedApp kiosk;
    CHECK_FALSE(kiosk.app->wake_at());
    kiosk.staff->calls.call({storage::TicketMark::robin, 12}, "Garden Room", kiosk.world.clock.moment());
    kiosk.update();
    CHECK(kiosk.shows("Garden Room"));
    REQUIRE(kiosk.app->wake_at());
    kiosk.pass(CallBoard::longest_shown);
    CHECK_FALSE(kiosk.shows("Garden Room"));
    CHECK_FALSE(kiosk.app->wake_at());
    kiosk.world.settings.call_display = 3;
    kiosk.staff->calls.call({storage::TicketMark::robin, 12}, "Garden Room", kiosk.world.clock.moment());
    kiosk.update();
    CHECK_FALSE(kiosk.shows("Garden Room"));
}
