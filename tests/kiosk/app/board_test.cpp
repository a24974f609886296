#include "kiosk/app/board.hpp"
#include "kiosk/app/side_windows.hpp"
#include "tests/support/kiosk_app.hpp"

namespace {

using namespace support;
using namespace std::chrono_literals;

// A kiosk with a board on the desk beside it.
struct Office : KioskApp {
    StaffTools tools{world};
    ui::Phrasebook board_words = house_phrases({"en", "es"});
    kiosk::Board board{world.settings, *world.desk, board_words, world.clock, tools.side};
    std::unique_ptr<ui::Surface> desk_screen;

    Office() {
        ui::SurfaceOptions options;
        options.panel = small_panel;
        desk_screen = value_of(surface->open_another(options));
        both();
    }
    void both() {
        update();
        board.update(*desk_screen);
    }
    void wait(std::chrono::milliseconds time) {
        world.clock.advance(time);
        both();
    }
    void type_at_board(const std::string& digits) {
        wait(400ms);
        desk_screen->push_text(digits);
        both();
        wait(100ms); // no scanner: its letters would have come faster
    }
    void touch_at_board(const std::string& id) {
        wait(400ms);
        const ui::Node* node = board.tree().find(id);
        REQUIRE(node != nullptr);
        desk_screen->push_touch(node->rect.centre(), node->rect.centre());
        both();
    }
    void unlock() {
        type_at_board("400007");
        touch_at_board("primary");
        type_at_board(std::string(desk_pin));
        touch_at_board("primary");
        both();
    }
};

} // namespace

TEST_CASE("the board is unlocked by itself: the kiosk beside it knows nothing of that") {
    Office office;
    CHECK(office.board.is_locked());
    office.unlock();
    CHECK_FALSE(office.board.is_locked());
    CHECK(office.app->is_home());
    CHECK_FALSE(office.board.take_has_locked());
}

TEST_CASE("an unlocked board locks two minutes after it was last touched, and says so once") {
    Office office;
    office.unlock();
    REQUIRE(office.board.wake_at());
    office.wait(office.world.settings.timers.staff - 1ms);
    CHECK_FALSE(office.board.is_locked());
    office.wait(1ms);
    CHECK(office.board.is_locked());
    CHECK(office.board.take_has_locked());
    CHECK_FALSE(office.board.take_has_locked());
    CHECK_FALSE(office.board.wake_at());
}

TEST_CASE("what somebody began to type at the board and left is gone after two minutes") {
    Office office;
    CHECK_FALSE(office.board.wake_at());
    office.type_at_board("123");
    const auto entered = office.desk_screen->pixels();
    REQUIRE(office.board.wake_at());
    office.wait(office.world.settings.timers.staff);
    CHECK_FALSE(office.board.wake_at());
    office.both();
    CHECK(office.desk_screen->pixels() != entered);
    CHECK(office.board.take_has_locked()); // the keys go back to the kiosk, though it never was open
}

TEST_CASE("Finish at the board locks it at once and leaves the visit at the kiosk alone") {
    Office office;
    office.unlock();
    office.tap("action.checkin");
    office.both();
    CHECK_FALSE(office.app->is_home());
    office.touch_at_board("finish");
    CHECK(office.board.is_locked());
    CHECK_FALSE(office.app->is_home());
    office.tap("finish");
    CHECK(office.app->is_home());
}

TEST_CASE("the board asks once for the kiosk to be cleared, stays open, and is not offered to wipe that screen") {
    Office office;
    office.unlock();
    office.touch_at_board("tab.health");
    office.touch_at_board("care");
    CHECK(office.board.tree().find("care.clean") == nullptr);
    CHECK_FALSE(office.board.take_has_reset());
    office.touch_at_board("care.reset");
    CHECK(office.board.take_has_reset());
    CHECK_FALSE(office.board.take_has_reset());
    CHECK(office.board.tree().find("care.done") != nullptr);
    CHECK_FALSE(office.board.is_locked());
}

TEST_CASE("colours and language of the board are its own") {
    Office office;
    office.touch_at_board("tool.contrast");
    office.touch_at_board("tool.language");
    office.touch_at_board("language.es");
    CHECK(office.board_words.language() == "es");
    CHECK(office.words.language() == "en");
    CHECK(office.app->comfort() == kiosk::Comfort{});
    office.touch_at_board("finish");
    CHECK(office.board_words.language() == "en");
}

TEST_CASE("further windows open where the settings want them, and a kiosk without any has none") {
    Office office;
    kiosk::CallBoard calls;
    base::EventLog log(office.world.clock, stderr);
    auto& settings = office.world.settings;
    CHECK_FALSE(kiosk::wanted_windows(settings, kiosk::SideWindows::Place::displays).has_board);
    settings.board_display = 2;
    settings.call_display = 3;
    {
        // Off-screen there is one display only: neither is opened, and the kiosk goes on.
        kiosk::SideWindows side(settings, *office.world.desk, &office.tools.side, calls, office.world.clock, log,
                                kiosk::wanted_windows(settings, kiosk::SideWindows::Place::displays));
        CHECK_FALSE(side.update(*office.surface).is_error());
        CHECK(side.board().surface == nullptr);
        CHECK(side.call_display().surface == nullptr);
        CHECK_FALSE(side.wake_at());
    }
    kiosk::SideWindows side(settings, *office.world.desk, &office.tools.side, calls, office.world.clock, log,
                            kiosk::wanted_windows(settings, kiosk::SideWindows::Place::off_screen));
    CHECK_FALSE(side.update(*office.surface).is_error());
    REQUIRE(side.board().surface != nullptr);
    REQUIRE(side.call_display().surface != nullptr);
    CHECK(side.board().tree->find("primary") != nullptr);
    calls.call({storage::TicketMark::robin, 12}, "Garden Room", office.world.clock.moment());
    CHECK_FALSE(side.update(*office.surface).is_error());
    CHECK(side.call_display().tree->shows("Garden Room"));
    CHECK_FALSE(office.app->tree().shows("Garden Room"));
    CHECK(side.wake_at());
    // Keys that arrive at the call display are the kiosk's.
    side.call_display().surface->push_key(ui::Key::text_size);
    office.update();
    CHECK(office.app->comfort().text_size == ui::TextSize::large);
}

TEST_CASE("the locked board says by itself how many are new at the desk, and nothing of who or what") {
    Office office;
    const auto guest = support::guest(1);
    office.world.publish({visit_of(guest, "V-1", morning + 30min)});
    CHECK(office.board.tree().find("unlock.new") == nullptr);
    office.check_in(guest);
    office.both();
    REQUIRE(office.board.tree().find("unlock.new") != nullptr);
    CHECK(office.board.tree().shows("1 new at the desk. Sign in to see."));
    must(office.world.desk->ask_for_help(nullptr, kiosk::HelpKind::safety, "help", "en"));
    office.both();
    CHECK(office.board.tree().shows("2 new at the desk. Sign in to see."));
    CHECK(office.board.is_locked());
    CHECK_FALSE(office.board.wake_at());
    const auto found =
        value_of(office.world.store->desk_arrivals(kiosk::local_day(office.world.clock.now(), "America/New_York")));
    const auto ticket = found.at(0).arrival.ticket;
    for (const auto& node : office.board.tree().nodes()) {
        for (const auto& word : {std::to_string(ticket.number), std::string("safe"), std::string("Given")}) {
            CAPTURE(node.name);
            CHECK(node.name.find(word) == std::string::npos);
        }
    }
}

TEST_CASE("how many requests are new stands on their tab on every page of the staff, and goes with the last one") {
    Office office;
    office.unlock();
    const auto name = [&] { return office.board.tree().find("tab.requests")->name; };
    CHECK(name() == "Requests");
    must(office.world.desk->ask_for_help(nullptr, kiosk::HelpKind::safety, "help", "en"));
    must(office.world.desk->ask_for_help(nullptr, kiosk::HelpKind::person, "home", "en"));
    office.both();
    for (const char* tab : {"tab.arrivals", "tab.health", "tab.requests"}) {
        CAPTURE(tab);
        if (std::string(tab) != "tab.arrivals") office.touch_at_board(tab);
        CHECK(name() == "Requests, 2 new");
    }
    const auto& nodes = office.board.tree().nodes();
    const auto seen = std::ranges::find_if(nodes, [](const ui::Node& node) { return node.id.ends_with(".seen"); });
    REQUIRE(seen != nodes.end());
    office.touch_at_board(std::string(seen->id));
    CHECK(name() == "Requests, 1 new");
    office.touch_at_board("tab.health");
    must(office.world.desk->ask_for_help(nullptr, kiosk::HelpKind::person, "home", "en"));
    office.both();
    CHECK(name() == "Requests, 2 new");
}
