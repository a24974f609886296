// "Something else" in the person's own words: typed, kept with the check-in, and gone with the visit.
#include "kiosk/exchange/record_parser.hpp"
#include "tests/support/kiosk_app.hpp"

namespace {

using namespace std::chrono_literals;
using support::guest;

std::vector<storage::RosterEntry> roster() { return {support::visit_of(guest(0), "V-0", support::morning + 30min)}; }

std::string typed(const support::KioskApp& kiosk) { return kiosk.app->tree().find("note")->value; }

kiosk::CheckInData sent(support::KioskApp& kiosk) {
    const auto lines = kiosk.world.sent_lines();
    REQUIRE(lines.size() == 1);
    return std::get<kiosk::CheckInData>(support::value_of(kiosk::parse_record(lines.front())).data);
}

} // namespace

TEST_CASE("what a person writes goes to the agency with the check-in, letter by letter as they wrote it") {
    support::KioskApp kiosk(roster());
    kiosk.identify(guest(0));
    kiosk.tap("need.other");
    REQUIRE(kiosk.has("note.title"));
    CHECK_FALSE(kiosk.has("note.remove"));
    kiosk.tap("kb.a"); // a sentence begins with a capital
    kiosk.tap("kb.space");
    kiosk.type("far room, please");
    CHECK(typed(kiosk) == "A far room, please");
    kiosk.key(ui::Key::erase);
    kiosk.tap("kb.erase");
    kiosk.tap("primary");
    REQUIRE(kiosk.has("confirm.title"));
    const auto* tile = kiosk.app->tree().find("need.other");
    CHECK(tile->is_selected);
    CHECK(tile->is_private);
    CHECK(tile->name.find("A far room") != std::string::npos);
    kiosk.tap("primary");
    REQUIRE(kiosk.has("checked_in.title"));
    CHECK_FALSE(kiosk.shows("far room"));
    const auto data = sent(kiosk);
    CHECK(data.needs == std::vector<std::string>{"other"});
    CHECK(data.other_note == "A far room, plea");
}

TEST_CASE("whoever goes back without saving finds their words again, and the check-in has what was saved") {
    support::KioskApp kiosk(roster());
    kiosk.identify(guest(0));
    kiosk.tap("need.other");
    kiosk.type("a far");
    kiosk.tap("back");
    REQUIRE(kiosk.has("confirm.title"));
    CHECK_FALSE(kiosk.app->tree().find("need.other")->is_selected);
    CHECK_FALSE(kiosk.shows("a far"));
    kiosk.tap("need.other");
    CHECK(typed(kiosk) == "a far");
    for (int i = 0; i < 3; ++i) kiosk.key(ui::Key::erase);
    kiosk.type("fan");
    kiosk.tap("primary");
    kiosk.tap("need.other");
    CHECK(typed(kiosk) == "a fan");
    kiosk.type("cy one");
    kiosk.tap("back");
    CHECK_FALSE(kiosk.shows("a fancy"));
    kiosk.tap("need.other");
    CHECK(typed(kiosk) == "a fancy one");
    for (int i = 0; i < 20; ++i) kiosk.key(ui::Key::erase);
    kiosk.tap("back");
    kiosk.tap("need.other");
    CHECK(typed(kiosk) == "empty");
    kiosk.tap("back");
    kiosk.tap("primary");
    CHECK(sent(kiosk).other_note == "a fan");
}

TEST_CASE("a need that is let go of takes its words with it, saved or left there") {
    support::KioskApp kiosk(roster());
    kiosk.identify(guest(0));
    kiosk.tap("need.other");
    kiosk.type("a fan");
    kiosk.tap("primary");
    kiosk.tap("need.other");
    kiosk.type("cy one");
    kiosk.tap("back");
    kiosk.tap("need.other");
    kiosk.tap("note.remove");
    REQUIRE(kiosk.has("confirm.title"));
    CHECK_FALSE(kiosk.app->tree().find("need.other")->is_selected);
    CHECK_FALSE(kiosk.shows("a fan"));
    kiosk.tap("need.other");
    CHECK(typed(kiosk) == "empty");
    kiosk.tap("back");
    kiosk.tap("primary");
    const auto data = sent(kiosk);
    CHECK(data.needs.empty());
    CHECK(data.other_note.empty());
}

TEST_CASE("who would rather say it in person saves an empty page: the need is kept, without words") {
    support::KioskApp kiosk(roster());
    kiosk.identify(guest(0));
    kiosk.tap("need.other");
    kiosk.tap("primary");
    CHECK(kiosk.app->tree().find("need.other")->is_selected);
    kiosk.tap("primary");
    const auto data = sent(kiosk);
    CHECK(data.needs == std::vector<std::string>{"other"});
    CHECK(data.other_note.empty());
}

TEST_CASE("a finger that stays on a letter gets its forms; lifting it chooses none") {
    support::KioskApp kiosk(roster());
    kiosk.identify(guest(0));
    kiosk.tap("need.other");
    kiosk.pass(400ms);
    const auto e = kiosk.app->tree().find("kb.e")->rect.centre();
    kiosk.surface->push_touch_down(e);
    kiosk.pass(499ms);
    CHECK(kiosk.has("kb.e"));
    kiosk.pass(1ms);
    CHECK_FALSE(kiosk.has("kb.e"));
    kiosk.surface->push_touch_up(e);
    kiosk.pass(400ms);
    CHECK(typed(kiosk) == "empty");
    REQUIRE(kiosk.has("kb.variant.é"));
    kiosk.tap("kb.variant.é");
    CHECK(typed(kiosk) == "É");
    // A short touch is a letter.
    kiosk.tap("kb.e");
    CHECK(typed(kiosk) == "Ée");
}

TEST_CASE("two hundred letters fit, and the page says in words that no more do") {
    support::KioskApp kiosk(roster());
    kiosk.identify(guest(0));
    kiosk.tap("need.other");
    kiosk.type(std::string(199, 'x'));
    kiosk.tap("kb.y");
    CHECK_FALSE(kiosk.has("note.warning"));
    kiosk.tap("kb.z");
    CHECK(kiosk.has("note.warning"));
    CHECK(typed(kiosk).size() == 200);
    kiosk.tap("kb.erase");
    CHECK_FALSE(kiosk.has("note.warning"));
    kiosk.tap("kb.z");
    kiosk.tap("primary");
    kiosk.tap("primary");
    CHECK(sent(kiosk).other_note == std::string(199, 'x') + "z");
}

TEST_CASE("what was written is gone with the visit, saved or not, and hidden when asked") {
    support::KioskApp kiosk(roster());
    for (const char* way_out : {"note.title", "back", "primary"}) { // or none
        CAPTURE(way_out);
        kiosk.identify(guest(0));
        kiosk.tap("need.other");
        CHECK(typed(kiosk) == "empty");
        kiosk.type("quibblewort");
        kiosk.tap("note.mask");
        CHECK_FALSE(kiosk.shows("quibble"));
        CHECK(typed(kiosk) == "11 letters, hidden");
        kiosk.tap("note.mask");
        CHECK(kiosk.shows("quibblewort"));
        if (way_out != std::string("note.title")) kiosk.tap(way_out);
        kiosk.tap("finish");
        CHECK(kiosk.app->is_home());
        CHECK_FALSE(kiosk.shows("quibble"));
    }
    kiosk.identify(guest(0));
    CHECK_FALSE(kiosk.app->tree().find("need.other")->is_selected);
}

TEST_CASE("what was hidden while it was written stays hidden on the pages that follow, until it is shown again") {
    support::KioskApp kiosk(roster());
    kiosk.identify(guest(0));
    kiosk.tap("need.other");
    kiosk.type("quibblewort");
    kiosk.tap("note.mask");
    kiosk.tap("primary");
    REQUIRE(kiosk.has("confirm.title"));
    CHECK(kiosk.app->tree().find("need.other")->is_selected);
    CHECK_FALSE(kiosk.shows("quibble"));
    kiosk.tap("need.other");
    CHECK(typed(kiosk) == "11 letters, hidden");
    // Shown, saved and hidden again, without a change: Back keeps the words and hides them.
    kiosk.tap("note.mask");
    kiosk.tap("primary");
    CHECK(kiosk.shows("quibblewort"));
    kiosk.tap("need.other");
    CHECK(typed(kiosk) == "quibblewort");
    kiosk.tap("note.mask");
    kiosk.tap("back");
    REQUIRE(kiosk.has("confirm.title"));
    CHECK_FALSE(kiosk.shows("quibble"));
    kiosk.tap("primary");
    REQUIRE(kiosk.has("checked_in.title"));
    CHECK_FALSE(kiosk.shows("quibble"));
    CHECK(sent(kiosk).other_note == "quibblewort");
}

TEST_CASE("writing by ear: a letter is told as it comes, only with headphones, and all of it when asked again") {
    for (const auto headphones : {ui::Headphones::out, ui::Headphones::in}) {
        const bool may_be_said = headphones == ui::Headphones::in;
        support::KioskApp kiosk(roster());
        kiosk.headphones = headphones;
        kiosk.key(ui::Key::listen);
        kiosk.identify(guest(0));
        kiosk.tap("need.other");
        (void)kiosk.heard();
        kiosk.type("a");
        CHECK(kiosk.heard() == (may_be_said ? "a.\n" : ""));
        kiosk.tap("kb.b");
        CHECK(kiosk.heard() == (may_be_said ? "b.\n" : ""));
        kiosk.tap("note.mask");
        (void)kiosk.heard();
        kiosk.tap("kb.erase");
        CHECK(kiosk.heard() == (may_be_said ? "erased.\n" : ""));
        kiosk.tap("note.mask");
        kiosk.type("c");
        (void)kiosk.heard();
        kiosk.key(ui::Key::repeat);
        CHECK(kiosk.heard() == ui::plain_text(kiosk.words("label_note").text()) +
                                   (may_be_said ? ", ac.\n" : ", Hidden. Put on headphones to hear it.\n"));
    }
}

TEST_CASE("a letter scanned on the page is no text, and a long word in the middle of a text is no scan") {
    support::KioskApp kiosk(roster());
    kiosk.identify(guest(0));
    kiosk.tap("need.other");
    kiosk.scan(guest(0).letter());
    CHECK(typed(kiosk) == "empty");
    kiosk.type("fkant kafka f");
    kiosk.pass(600ms);
    CHECK(typed(kiosk) == "fkant kafka f");
}
