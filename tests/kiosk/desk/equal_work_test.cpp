// DESIGN promise 5: no one learns who is in the system. Counted as work done and as moments of the fake clock.

#include "tests/support/kiosk_world.hpp"

#include <map>

namespace {

using namespace std::chrono_literals;

using kiosk::LookUpAnswer;
using support::guest;

constexpr int people = 220;

// A roster in which every second person has no visit today, and one person has four.
std::vector<storage::RosterEntry> office() {
    std::vector<storage::RosterEntry> entries;
    for (int i = 0; i < people; ++i) {
        const auto start = support::morning + (i % 2 == 0 ? 30min : 30 * 24h);
        entries.push_back(support::visit_of(guest(i), "V-" + std::to_string(i), start));
    }
    for (const int more : {1, 2, 3}) {
        entries.push_back(support::visit_of(guest(0), "V-more-" + std::to_string(more), support::morning + 1h * more));
    }
    return entries;
}

struct Kind {
    const char* name;
    std::function<std::string(int)> code;
    LookUpAnswer answer;
};

struct Cost {
    std::uint64_t reads;
    std::uint64_t decryptions;
    std::uint64_t bytes;
    std::chrono::milliseconds answers_after;
    auto operator<=>(const Cost&) const = default;
};

Cost cost_of(support::KioskWorld& world, const std::string& code, LookUpAnswer expected) {
    const auto before = world.store->look_up_work();
    const auto begun = world.clock.moment();
    const auto look_up = world.desk->look_up_typed(code);
    const auto after = world.store->look_up_work();
    CHECK(look_up.answer == expected);
    CHECK(look_up.found.has_value() == (expected == LookUpAnswer::found));
    return {after.reads - before.reads, after.decryptions - before.decryptions,
            after.bytes_decrypted - before.bytes_decrypted, look_up.answer_at - begun};
}

} // namespace

TEST_CASE("right, unknown, mistyped and not-today codes cost the same work and answer at the same moment") {
    support::KioskWorld world;
    world.publish(office());
    const std::vector<Kind> kinds{
        {"right", [](int i) { return guest(2 * (i % (people / 2))).code; }, LookUpAnswer::found},
        {"no visit today", [](int i) { return guest(2 * (i % (people / 2)) + 1).code; }, LookUpAnswer::not_found},
        {"unknown", [&](int) { return world.unknown_code(); }, LookUpAnswer::not_found},
        {"mistyped", [](int i) { return support::mistyped(guest(i).code); }, LookUpAnswer::not_found},
    };
    std::map<Cost, std::string> costs;
    for (const auto& kind : kinds) {
        CAPTURE(kind.name);
        for (int i = 0; i < 200; ++i) {
            costs[cost_of(world, kind.code(i), kind.answer)] = kind.name;
            world.clock.advance(1h); // the miss is forgiven, so that no wait stands in the way
            world.clock.set_wall(support::morning);
        }
    }
    REQUIRE(costs.size() == 1);
    const Cost& cost = costs.begin()->first;
    CHECK(cost.reads == 1);
    CHECK(cost.decryptions == 1);
    CHECK(cost.bytes > 0);
    CHECK(cost.answers_after == world.settings.look_up_answer);
}

TEST_CASE("a right letter costs the same as one with a wrong key, and one of nobody") {
    support::KioskWorld world;
    world.publish(office());
    std::map<std::vector<std::uint64_t>, int> costs;
    for (int i = 0; i < 200; i += 2) {
        auto wrong = guest(i);
        wrong.qr_key = guest(i + 1).qr_key;
        auto nobody = guest(i);
        nobody.code = world.unknown_code();
        for (const auto& holder : {guest(i), wrong, nobody}) {
            const auto before = world.store->look_up_work();
            const auto look_up = world.desk->look_up_scanned(holder.letter());
            const auto after = world.store->look_up_work();
            CHECK(look_up.found.has_value() == (&holder.code != &wrong.code && holder.letter() == guest(i).letter()));
            ++costs[{after.reads - before.reads, after.decryptions - before.decryptions,
                     after.bytes_decrypted - before.bytes_decrypted,
                     static_cast<std::uint64_t>((look_up.answer_at - world.clock.moment()).count())}];
        }
    }
    CHECK(costs.size() == 1);
    CHECK(world.lockout().misses == 0);
}

TEST_CASE("an office without a roster does the same work as one with people") {
    support::KioskWorld world;
    const auto empty = cost_of(world, guest(0).code, LookUpAnswer::not_found);
    CHECK(empty.reads == 1);
    CHECK(empty.decryptions == 1);
    CHECK(empty.answers_after == world.settings.look_up_answer);
}
