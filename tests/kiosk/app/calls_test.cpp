#include "kiosk/app/announcer.hpp"
#include "kiosk/app/call_display.hpp"
#include "kiosk/screens/call_words.hpp"
#include "tests/support/off_screen.hpp"
#include "tests/support/phrases.hpp"
#include "tests/support/temp_folder.hpp"

#include <doctest/doctest.h>

namespace {

using namespace std::chrono_literals;
using storage::Ticket;
using storage::TicketMark;

constexpr Ticket robin_12{TicketMark::robin, 12};
constexpr Ticket star_7{TicketMark::star, 7};

struct WaitingRoom : support::OffScreen {
    kiosk::CallBoard calls;
    kiosk::Settings settings;
    ui::Phrasebook words = support::house_phrases({"en", "es"});
    kiosk::CallDisplay display{settings, calls, words, clock};
    ui::Transcript said;
    std::unique_ptr<ui::Speaker> speaker = ui::Speaker::silent(said);
    bool is_in_use = false;
    kiosk::Announcer announcer{calls, *speaker, words, kiosk::call_languages(settings), [this] { return is_in_use; }};

    WaitingRoom() : OffScreen(ui::Panel{960, 540, 476, 268}) {}
    void call(const Ticket& ticket, const std::string& room) {
        clock.advance(1s);
        calls.call(ticket, room, clock.moment());
        update();
    }
    void update() {
        display.update(*surface);
        announcer.update(clock.moment());
    }
    [[nodiscard]] std::string heard() {
        std::string all;
        for (const auto& line : std::exchange(said.lines, {})) all += line.text + "|";
        return all;
    }
    [[nodiscard]] std::string shown() const {
        std::string all;
        for (const auto& node : display.tree().nodes()) all += node.name + "|";
        return all;
    }
};

} // namespace

TEST_CASE("the newest call stands first, and the display goes back to its promise when all have gone") {
    WaitingRoom room;
    room.update();
    CHECK(room.display.tree().shows("When it is your turn, your ticket shows here."));
    CHECK(room.display.tree().shows("Cuando sea su turno, lo verá aquí."));
    CHECK_FALSE(room.display.wake_at());
    room.call(robin_12, "Garden Room");
    CHECK(room.display.tree().shows("Robin 12"));
    CHECK(room.display.tree().shows("Petirrojo 12"));
    CHECK(room.display.tree().shows("Garden Room"));
    CHECK(room.display.tree().shows("Por favor pase a"));
    room.call(star_7, "");
    const std::string both = room.shown();
    CHECK(both.find("Star 7") < both.find("Robin 12"));
    CHECK(both.find("Front desk") < both.find("Robin 12"));
    CHECK(room.display.tree().shows("Recepción"));
    REQUIRE(room.display.wake_at());
    room.clock.advance(*room.display.wake_at() - room.clock.moment());
    room.update();
    CHECK_FALSE(room.display.tree().shows("Robin 12"));
    CHECK(room.display.tree().shows("Star 7"));
    room.calls.withdraw(star_7);
    room.update();
    CHECK(room.display.tree().shows("We call tickets, never names."));
}

TEST_CASE("at most five calls are kept, and a ticket that is called again comes to the front") {
    kiosk::CallBoard calls;
    base::Moment now{1h};
    for (int number = 1; number <= 7; ++number) calls.call({TicketMark::heart, number}, "", now += 1s);
    CHECK(calls.calls(now).size() == kiosk::CallBoard::most_calls);
    CHECK(calls.calls(now).front().ticket.number == 7);
    calls.call({TicketMark::heart, 4}, "Sunroom", now += 1s);
    CHECK(calls.calls(now).size() == kiosk::CallBoard::most_calls);
    CHECK(calls.calls(now).front().room == "Sunroom");
    CHECK(calls.calls(now).back().ticket.number == 3); // and it stands there once
    CHECK(calls.calls(now + kiosk::CallBoard::longest_shown).empty());
    CHECK_FALSE(calls.changes_at(now + kiosk::CallBoard::longest_shown));
}

TEST_CASE("a call is said twice in each language of the office, and once only for each call") {
    WaitingRoom room;
    room.call(robin_12, "Garden Room");
    const std::string en = "Robin 12, please go to Garden Room.|";
    const std::string es = "Petirrojo 12, por favor pase a Garden Room.|";
    CHECK(room.heard() == en + es + en + es);
    room.update();
    CHECK(room.heard() == "");
    CHECK_FALSE(room.announcer.wake_at(room.clock.moment()));
    room.call(star_7, "");
    CHECK(room.heard().starts_with("Star 7, please go to the front desk.|"));
    room.call(robin_12, "Garden Room");
    CHECK(room.heard() == en + es + en + es);
}

TEST_CASE("nobody who listens to the kiosk is talked over; after a minute a call is only shown") {
    WaitingRoom room;
    room.is_in_use = true;
    room.call(robin_12, "Garden Room");
    room.call(star_7, "Sunroom");
    CHECK(room.heard() == "");
    CHECK(room.announcer.wake_at(room.clock.moment()));
    room.calls.withdraw(robin_12);
    room.clock.advance(kiosk::Announcer::longest_wait - 1s);
    room.is_in_use = false;
    room.update();
    CHECK(room.heard().starts_with("Star 7, please go to Sunroom.|"));
    room.is_in_use = true;
    room.call(robin_12, "Garden Room");
    room.clock.advance(kiosk::Announcer::longest_wait + 1s);
    room.is_in_use = false;
    room.update();
    CHECK(room.heard() == "");
    CHECK(room.display.tree().shows("Robin 12"));
}

TEST_CASE("what the longest room and the longest mark make of the display still stands within it") {
    WaitingRoom room;
    for (int mark = 0; mark < storage::ticket_mark_count; ++mark) {
        room.call({static_cast<TicketMark>(mark), 99}, "The very large family meeting room on the second floor");
        CHECK(room.display.tree().nodes().size() > 4);
        for (const auto& node : room.display.tree().nodes()) {
            CAPTURE(node.id);
            CHECK(node.rect.bottom() <= 540.5F);
            CHECK(node.rect.right() <= 960.5F);
        }
    }
}

TEST_CASE("a kiosk without such a display can say the last call in a strip, or not at all where there is no room") {
    support::OffScreen screen(ui::Panel{1920, 1080, 476, 268});
    ui::Phrasebook words = support::house_phrases({"en", "es"});
    REQUIRE(words.set_language("es"));
    ui::Focus focus;
    ui::Paging paging;
    ui::SemanticTree tree;
    const kiosk::Call call{robin_12, "Garden Room", base::Moment{1h}};
    screen.surface->update([&](ui::Painter& painter, const ui::Input& input) {
        tree.clear();
        ui::Canvas canvas(painter, {screen.surface->scale(), {ui::ThemeName::light}, ui::TextSize::normal, 0}, words,
                          focus, paging, tree, input);
        CHECK_FALSE(kiosk::draw_call_strip(canvas, {0, 0, 600, 60}, call));
        CHECK(tree.nodes().empty());
        CHECK(kiosk::draw_call_strip(canvas, {0, 200, 600, 120}, call));
        return false;
    });
    CHECK(tree.shows("Petirrojo 12: Garden Room"));
}
