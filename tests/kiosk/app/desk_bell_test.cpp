#include "kiosk/app/desk_bell.hpp"
#include "kiosk/staff/news_teller.hpp"
#include "tests/kiosk/staff/staff_world.hpp"

namespace kiosk {

using namespace support;

namespace {

struct BellWorld : StaffWorld {
    std::array<Guest, 2> guests{guest(1), guest(2)};
    TempFolder outbox;
    base::SeededRandom random{5};
    base::EventLog log{clock, stderr};
    NoticeBox notices{disk, outbox.path(), {"willow-lobby", "willow-street"}, clock, random, log, NoticeBox::Use::off};
    NewsTeller teller{{*store, *desk, watch, calls, notices}, settings, clock};
    ui::Transcript said;
    std::unique_ptr<ui::Speaker> speaker = ui::Speaker::silent(said);
    bool is_free = true;
    DeskBell bell{*speaker, settings, [this] { return is_free; }};

    BellWorld() { publish({visit_of(guests[0], "V-1", morning + 30min), visit_of(guests[1], "V-2", morning + 40min)}); }
    void update() {
        teller.pass_time();
        if (teller.take_ring()) bell.ring();
        bell.update(clock.moment(), teller.is_somebody_unseen());
    }
    // Time goes by as in the program's loop.
    void pass(std::chrono::milliseconds time) {
        const auto end = clock.moment() + time;
        for (update(); clock.moment() < end; update()) {
            auto next = end;
            for (const auto& wake : {teller.wake_at(), bell.wake_at(clock.moment())})
                next = std::min(next, wake.value_or(end));
            clock.advance(std::max(next - clock.moment(), std::chrono::milliseconds(1)));
        }
    }
    // How often it rang since this was last asked.
    std::size_t rung() {
        update();
        for (const auto& line : said.lines) CHECK(line.text == DeskBell::told_as);
        return std::exchange(said.lines, {}).size();
    }
    void ask(HelpKind kind) { must(desk->ask_for_help(nullptr, kind, "help", "en")); }
};

} // namespace

TEST_CASE_FIXTURE(BellWorld, "the bell rings once when somebody asks for a person") {
    CHECK(rung() == 0);
    ask(HelpKind::person);
    CHECK(rung() == 1);
    pass(30min);
    CHECK(rung() == 0);
}

TEST_CASE_FIXTURE(BellWorld, "I do not feel safe makes no sound, and sounds the same after a person was asked for") {
    ask(HelpKind::safety);
    pass(30min);
    CHECK(rung() == 0);
    ask(HelpKind::person);
    CHECK(rung() == 1);
    ask(HelpKind::safety);
    pass(30min);
    CHECK(rung() == 0);
}

TEST_CASE_FIXTURE(BellWorld, "a bell that waits is not held up by what is silent") {
    ask(HelpKind::person);
    CHECK(rung() == 1);
    ask(HelpKind::person);
    ask(HelpKind::safety);
    for (const auto& item : value_of(requests.of_today(front_desk))) {
        if (item.kind == storage::DeskItemKind::person) must(requests.mark_seen(front_desk, item.submission));
    }
    pass(30min);
    CHECK(rung() == 0); // only the silent one is left
}

TEST_CASE_FIXTURE(BellWorld, "an arrival rings when nobody has seen it in time, and again as long as nobody does") {
    const auto first = come(guests[0]);
    pass(settings.acknowledge - 1ms);
    CHECK(rung() == 0);
    pass(1ms);
    CHECK(rung() == 1);
    pass(settings.acknowledge - 1ms);
    CHECK(rung() == 0);
    pass(1ms);
    CHECK(rung() == 1);
    pass(2 * settings.acknowledge);
    CHECK(rung() == 2);
    must(arrivals.acknowledge(front_desk, first.submission));
    pass(1h);
    CHECK(rung() == 0);
}

TEST_CASE_FIXTURE(BellWorld, "the bell rings once a minute at most, whoever asks") {
    ask(HelpKind::person);
    CHECK(rung() == 1);
    for (int i = 0; i < 6; ++i) {
        pass(9s);
        ask(HelpKind::person);
    }
    CHECK(rung() == 0);
    pass(6s);
    CHECK(rung() == 1); // one for all of them
    pass(10min);
    CHECK(rung() == 0);
}

TEST_CASE_FIXTURE(BellWorld, "the bell waits for whoever listens, and is let be when all was seen meanwhile") {
    is_free = false;
    ask(HelpKind::person);
    pass(5min);
    CHECK(rung() == 0);
    CHECK(bell.wake_at(clock.moment()));
    is_free = true;
    pass(1s);
    CHECK(rung() == 1);
    pass(1min);
    is_free = false;
    ask(HelpKind::person);
    pass(1min);
    for (const auto& item : value_of(requests.of_today(front_desk)))
        must(requests.mark_seen(front_desk, item.submission));
    is_free = true;
    pass(5min);
    CHECK(rung() == 0);
    CHECK_FALSE(bell.wake_at(clock.moment()));
}

TEST_CASE_FIXTURE(BellWorld, "where the office wants no bell there is none, from now on and not later") {
    settings.rings_desk_bell = false;
    ask(HelpKind::person);
    const auto first = come(guests[0]);
    pass(settings.acknowledge + 1min);
    CHECK(rung() == 0);
    must(arrivals.acknowledge(front_desk, first.submission));
    settings.rings_desk_bell = true;
    pass(5min);
    CHECK(rung() == 0);
}

} // namespace kiosk
