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
        switch (random_.below(12)) {
        case 0: // anywhere, and not always where it began
            kiosk_.surface->push_touch(anywhere(), anywhere());
            break;
        case 1: press_keys(); break;
        case 2: kiosk_.surface->push_text(std::string(1, static_cast<char>('0' + random_.below(10)))); break;
        case 3: kiosk_.pass(std::chrono::milliseconds(random_.below(20'000))); break;
        case 4: kiosk_.surface->push_key(ui::Key::listen); break;
        case 5: kiosk_.headphones = random_.below(2) == 0 ? ui::Headphones::out : ui::Headphones::in; break;
        default: touch_something();
        }
        kiosk_.update();
        kiosk_.pass(std::chrono::milliseconds(random_.below(300)));
    }
    // Whatever can be set, before the visit begins.
    void choose_settings() {
        kiosk_.tap("action.settings");
        for (int i = 0; i < 4; ++i) {
            touch_something();
            kiosk_.pass(600ms);
        }
        // Home again, from wherever that led.
        for (int i = 0; i < 4 && !kiosk_.has("home.title"); ++i) kiosk_.key(ui::Key::back);
    }
    [[nodiscard]] std::uint32_t below(std::uint32_t bound) { return random_.below(bound); }

private:
    // Each kind in turn, so that none is left out by chance; once is no quick exit, three times is.
    void press_keys() {
        const auto key = static_cast<ui::Key>(next_key_++ % ui::key_count);
        const std::uint32_t times = 1 + random_.below(4);
        for (std::uint32_t i = 0; i < times; ++i) kiosk_.surface->push_key(key);
    }
    void touch_something() {
        const auto& nodes = kiosk_.app->tree().nodes();
        const auto& node = nodes[random_.below(static_cast<std::uint32_t>(nodes.size()))];
        if (node.id == "finish") return; // it has its own turn, else nobody would get anywhere
        const ui::Point at = node.rect.centre();
        if (random_.below(3) > 0) return kiosk_.surface->push_touch(at, at);
        kiosk_.surface->push_touch_down(at);
        kiosk_.pass(1100ms); // as long as the longest hold asks for
        kiosk_.surface->push_touch_up(at);
    }
    [[nodiscard]] ui::Point anywhere() {
        constexpr auto& panel = support::small_panel;
        return {static_cast<float>(random_.below(std::uint32_t{panel.width_px})),
                static_cast<float>(random_.below(std::uint32_t{panel.height_px}))};
    }

    support::KioskApp& kiosk_;
    base::SeededRandom random_;
    int next_key_ = 0;
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

void says_nothing_of_others(const std::string& heard, const std::vector<Marked>& people, std::size_t self) {
    for (std::size_t i = 0; i < people.size(); ++i) {
        if (i == self) continue;
        for (const auto& word : people[i].words) REQUIRE(heard.find(word) == std::string::npos);
    }
}

void has_a_way_home(const support::KioskApp& kiosk) {
    const auto* finish = kiosk.app->tree().find("finish");
    REQUIRE(finish != nullptr);
    REQUIRE(finish->is_focusable);
    REQUIRE(finish->is_ready);
}

// Neither seen nor heard.
void is_as_at_first(support::KioskApp& kiosk, const std::vector<std::uint8_t>& first_picture) {
    REQUIRE(kiosk.app->is_home());
    REQUIRE(kiosk.has("home.title"));
    REQUIRE_FALSE(kiosk.app->wake_at().has_value());
    REQUIRE(kiosk.words.language() == "en");
    REQUIRE(kiosk.app->comfort() == kiosk::Comfort{});
    REQUIRE(kiosk.speaker->rate() == ui::SpeechRate());
    REQUIRE(kiosk.speaker->volume() == ui::Volume());
    const bool is_same_picture = kiosk.surface->pixels() == first_picture;
    REQUIRE(is_same_picture);
}

// Leaves by Finish, by Shift three times, or by walking away.
void leave(support::KioskApp& kiosk, std::uint32_t how) {
    kiosk.pass(400ms);
    if (how == 1) kiosk.quick_exit();
    if (how == 2) kiosk.pass(40min); // five times as long, and twice that
    for (int i = 0; i < 2 && how == 0 && kiosk.app->wake_at(); ++i) kiosk.hold("finish"); // the first may only light up
}

constexpr int steps_a_visit = 50;
constexpr int visits_a_day = 20; // then the visits of the roster are over

struct OwnWords {
    int seen = 0;
    int heard = 0;
};

// One day of the office: the steps of all its visits.
OwnWords play_day(std::uint64_t seed) {
    const Office office = marked_office();
    support::KioskApp kiosk(office.roster, support::small_panel, {"en", "es"}, nullptr, support::Staffed::yes);
    kiosk.pass(1s);
    const auto first_picture = kiosk.surface->pixels();
    Monkey monkey(kiosk, seed);
    constexpr std::size_t nobody = 99;
    OwnWords own;
    for (int visit = 0; visit < visits_a_day; ++visit) {
        CAPTURE(visit);
        is_as_at_first(kiosk, first_picture);
        finds_nothing_of_others(kiosk, office.people, nobody);
        const std::size_t self = monkey.below(static_cast<std::uint32_t>(office.people.size()));
        if (monkey.below(2) == 0) monkey.choose_settings();
        if (monkey.below(2) == 0) kiosk.key(ui::Key::listen);
        kiosk.scan(office.people[self].guest.letter());
        kiosk.pass(1s);
        for (int step = 0; step < steps_a_visit; ++step) {
            CAPTURE(step);
            monkey.act();
            has_a_way_home(kiosk);
            finds_nothing_of_others(kiosk, office.people, self);
            if (kiosk.told().find(office.people[self].words.front()) != std::string::npos) ++own.seen;
        }
        leave(kiosk, monkey.below(3));
        const std::string heard = kiosk.heard();
        says_nothing_of_others(heard, office.people, self);
        if (heard.find(office.people[self].words.front()) != std::string::npos) ++own.heard;
    }
    is_as_at_first(kiosk, first_picture);
    // Whatever was done, each visit was kept once at most.
    std::map<std::string, int> arrived;
    for (const auto& arrival : support::value_of(kiosk.world.store->arrivals(support::today))) {
        if (!arrival.visit_id.text.empty()) CHECK(++arrived[arrival.visit_id.text] == 1);
    }
    return own;
}

void play(int days, std::uint64_t seed) {
    OwnWords own;
    for (int day = 0; day < days; ++day) {
        CAPTURE(day);
        const auto [seen, heard] = play_day(seed + static_cast<std::uint64_t>(day));
        own.seen += seen;
        own.heard += heard;
    }
    MESSAGE(own.seen, " pages with the person's own words seen, heard in ", own.heard, " visits");
    CHECK(own.seen > days * visits_a_day * steps_a_visit / 20); // the monkey did get somewhere
    CHECK(own.heard > days * visits_a_day / 10);
}

} // namespace

TEST_CASE("random touches and keys in the staff's view break nothing, and a family finds nothing of it afterwards" *
          doctest::test_suite("full")) {
    const Office office = marked_office();
    support::KioskApp kiosk(office.roster, support::small_panel, {"en", "es"}, nullptr, support::Staffed::yes);
    kiosk.check_in(office.people[0].guest);
    kiosk.tap("finish");
    Monkey monkey(kiosk, 20261125);
    int inside = 0;
    for (int visit = 0; visit < visits_a_day; ++visit) {
        CAPTURE(visit);
        kiosk.pass(15min); // longer than a badge waits
        kiosk.sign_in(visit % 2 == 0 ? "400007" : "400021",
                      visit % 2 == 0 ? support::desk_pin : support::supervisor_pin);
        for (int step = 0; step < steps_a_visit; ++step) {
            CAPTURE(step);
            monkey.act();
            has_a_way_home(kiosk);
            if (kiosk.has("tab.health")) ++inside;
        }
        leave(kiosk, monkey.below(3));
        CHECK(kiosk.app->is_home());
        CHECK_FALSE(kiosk.has("tab.health"));
        kiosk.pass(kiosk::CallBoard::longest_shown); // who is called is named by ticket, with a room of theirs
        finds_nothing_of_others(kiosk, office.people, 99);
        (void)kiosk.heard();
    }
    CHECK(inside > visits_a_day * 5); // the monkey did get somewhere
}

TEST_CASE("three thousand random touches, keys and settings break nothing, and no one finds a word of somebody else" *
          doctest::test_suite("full")) {
    play(3, 20261013);
}

TEST_CASE(
    "a hundred thousand random touches, keys and settings break nothing, and no one finds a word of somebody else" *
    doctest::test_suite("long")) {
    play(100, 20261100);
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
