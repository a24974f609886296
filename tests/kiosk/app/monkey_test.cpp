// Somebody who touches everything: nothing breaks, there is always a way home, and nobody finds what another left.

#include "tests/support/kiosk_app.hpp"

namespace {

using namespace std::chrono_literals;

// Words that only one guest's visit holds; none of them is part of any message of ours.
struct Marked {
    support::Guest guest;
    std::vector<std::string> words;
};

struct Office {
    std::vector<storage::RosterEntry> roster;
    std::vector<Marked> people;
};

Office marked_office() {
    Office office;
    const std::array<std::string, 3> marks{"Qumbra", "Wexlo", "Zyfern"};
    for (int i = 0; i < 3; ++i) {
        const std::string& mark = marks[static_cast<std::size_t>(i)];
        const auto guest = support::guest(i);
        // One is early, one has two visits, one is under way.
        auto entry = support::visit_of(guest, "V-" + mark, support::morning + (i == 2 ? -10min : 30min));
        entry.visit.given_name = mark + "given";
        entry.visit.more["room"] = mark + " Room";
        entry.visit.more["place_access"] = mark + " floor";
        entry.visit.more["with_names"] = mark + "child";
        entry.visit.more["helper_name"] = mark + "helper";
        office.roster.push_back(entry);
        if (i == 1) {
            entry.visit.visit_id.text += "-2";
            entry.visit.start += 20min;
            entry.visit.end += 20min;
            office.roster.push_back(entry);
        }
        office.people.push_back({guest, {mark, guest.code}});
    }
    return office;
}

class Monkey {
public:
    Monkey(support::KioskApp& kiosk, std::uint64_t seed) : kiosk_(kiosk), random_(seed) {}

    void act() {
        const auto& nodes = kiosk_.app->tree().nodes();
        switch (random_.below(10)) {
        case 0: // anywhere, and not always where it began
            kiosk_.surface->push_touch(anywhere(), anywhere());
            break;
        case 1: kiosk_.surface->push_key(static_cast<ui::Key>(random_.below(ui::key_count))); break;
        case 2: kiosk_.surface->push_text(std::string(1, static_cast<char>('0' + random_.below(10)))); break;
        case 3: kiosk_.pass(std::chrono::milliseconds(random_.below(20'000))); break;
        default: {
            const auto& node = nodes[random_.below(static_cast<std::uint32_t>(nodes.size()))];
            // Finish has its own turn, else nobody would get anywhere.
            if (node.id != "finish") kiosk_.surface->push_touch(node.rect.centre(), node.rect.centre());
        }
        }
        kiosk_.update();
        kiosk_.pass(std::chrono::milliseconds(random_.below(300)));
    }
    [[nodiscard]] std::uint32_t below(std::uint32_t bound) { return random_.below(bound); }

private:
    [[nodiscard]] ui::Point anywhere() {
        constexpr auto& panel = support::small_panel;
        return {static_cast<float>(random_.below(std::uint32_t{panel.width_px})),
                static_cast<float>(random_.below(std::uint32_t{panel.height_px}))};
    }

    support::KioskApp& kiosk_;
    base::SeededRandom random_;
};

void finds_nothing_of_others(const support::KioskApp& kiosk, const std::vector<Marked>& people, std::size_t self) {
    const std::string told = kiosk.told();
    for (std::size_t i = 0; i < people.size(); ++i) {
        if (i == self) continue;
        for (const auto& word : people[i].words) {
            INFO("seen: " << word << " on " << kiosk.ids());
            REQUIRE(told.find(word) == std::string::npos);
        }
    }
}

void has_a_way_home(const support::KioskApp& kiosk) {
    const auto* finish = kiosk.app->tree().find("finish");
    REQUIRE(finish != nullptr);
    REQUIRE(finish->is_focusable);
    REQUIRE(finish->is_ready);
}

} // namespace

TEST_CASE("three thousand random touches and keys break nothing, and no one finds a word of somebody else" *
          doctest::test_suite("full")) {
    const Office office = marked_office();
    support::KioskApp kiosk(office.roster);
    Monkey monkey(kiosk, 20261013);
    constexpr std::size_t nobody = 99;
    std::size_t seen_own = 0;
    for (int visit = 0; visit < 60; ++visit) {
        CAPTURE(visit);
        REQUIRE(kiosk.app->is_home());
        finds_nothing_of_others(kiosk, office.people, nobody);
        const std::size_t self = monkey.below(static_cast<std::uint32_t>(office.people.size()));
        kiosk.scan(office.people[self].guest.letter());
        kiosk.pass(1s);
        for (int step = 0; step < 50; ++step) {
            CAPTURE(step);
            monkey.act();
            has_a_way_home(kiosk);
            finds_nothing_of_others(kiosk, office.people, self);
            if (kiosk.told().find(office.people[self].words.front()) != std::string::npos) ++seen_own;
        }
        kiosk.pass(400ms);
        // Not by a touch: the monkey may have asked for touches that have to be held.
        kiosk.key(ui::Key::quick_exit);
        REQUIRE(kiosk.app->is_home());
        REQUIRE_FALSE(kiosk.app->wake_at().has_value());
        REQUIRE(kiosk.words.language() == "en");
    }
    CHECK(seen_own > 100); // the monkey did get somewhere
    // Whatever was done, each visit was kept once at most.
    std::map<std::string, int> arrived;
    for (const auto& arrival : support::value_of(kiosk.world.store->arrivals(support::today))) {
        if (!arrival.visit_id.text.empty()) CHECK(++arrived[arrival.visit_id.text] == 1);
    }
}

TEST_CASE("the next person at home, at the code page and at the list finds nothing of the last") {
    const Office office = marked_office();
    support::KioskApp kiosk(office.roster);
    kiosk.check_in(office.people[0].guest);
    REQUIRE(kiosk.has("checked_in.title"));
    REQUIRE(kiosk.shows("Qumbra"));
    kiosk.tap("finish");
    finds_nothing_of_others(kiosk, office.people, 99);
    kiosk.tap("action.checkin");
    CHECK(kiosk.app->tree().find("code")->value.find('0') != std::string::npos);
    finds_nothing_of_others(kiosk, office.people, 99);
    kiosk.tap("finish");
    kiosk.identify(office.people[1].guest);
    REQUIRE(kiosk.has("choose.title"));
    finds_nothing_of_others(kiosk, office.people, 1);
    kiosk.pass(5min); // and if the second just walks away
    REQUIRE(kiosk.app->is_home());
    finds_nothing_of_others(kiosk, office.people, 99);
}
