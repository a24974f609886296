#include "tests/kiosk/staff/staff_world.hpp"

namespace kiosk {

using namespace support;
using storage::DeskItemKind;

namespace {

std::vector<DeskItemKind> kinds(const std::vector<storage::DeskItem>& items) {
    std::vector<DeskItemKind> kinds;
    for (const auto& item : items) kinds.push_back(item.kind);
    return kinds;
}

} // namespace

TEST_CASE_FIXTURE(StaffWorld, "what people ask for is there at once, the silent kind before all else") {
    publish({visit_of(guest(1), "V-1", morning + 30min)});
    must(desk->ask_for_help(nullptr, HelpKind::person, "home", "en"));
    clock.advance(1min);
    const auto arrived = come(guest(1), {0, 0, {"interpreter"}, "vi"});
    clock.advance(1min);
    auto look_up = desk->look_up_typed(guest(1).code);
    must(desk->ask_for_help(&*look_up.found, HelpKind::safety, "help", "en"));
    const auto items = value_of(requests.of_today(front_desk));
    CHECK(kinds(items) == std::vector{DeskItemKind::safety, DeskItemKind::person, DeskItemKind::interpreter});
    CHECK(items[0].ticket == arrived.ticket);
    CHECK(items[0].detail == "help");
    CHECK_FALSE(items[1].ticket.has_value());
    CHECK(items[2].detail == "vi");
    CHECK(items[2].ticket == arrived.ticket);
}

TEST_CASE_FIXTURE(StaffWorld, "a mark stays, is logged once, and moves what is done to the end") {
    must(desk->ask_for_help(nullptr, HelpKind::safety, "home", "en"));
    clock.advance(1min);
    must(desk->ask_for_help(nullptr, HelpKind::person, "home", "en"));
    auto items = value_of(requests.of_today(front_desk));
    REQUIRE(items.size() == 2);
    const auto safety = items[0].submission;
    must(requests.mark_seen(front_desk, safety));
    const auto seen = clock.now();
    clock.advance(1min);
    must(requests.mark_seen(front_desk, safety));
    CHECK(value_of(requests.of_today(front_desk))[0].seen == seen);
    CHECK(logged("request_seen") == 1);
    must(requests.mark_done(front_desk, safety));
    items = value_of(requests.of_today(front_desk));
    CHECK(items[1].submission == safety);
    CHECK(items[1].seen == seen);
    CHECK(items[1].done == clock.now());
    CHECK(logged("request_done") == 1);
    must(requests.mark_done(front_desk, items[0].submission));
    CHECK(value_of(requests.of_today(front_desk))[0].seen.has_value());
    CHECK(requests.mark_seen(front_desk, base::Uuid{}).is_error());
}

} // namespace kiosk
