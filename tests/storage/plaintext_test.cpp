#include "tests/support/stored_world.hpp"
#include "tests/support/temp_folder.hpp"

#include <algorithm>

using namespace storage;
using namespace support;

namespace {

constexpr std::string_view mark = "Quince"; // in every text that is stored; a code is digits and so marked by itself
constexpr std::string_view marked_code = "73519284";
constexpr std::string_view epoch = "0123abcd"; // lies in clear, and so shows that the search finds what is there

RosterEntry marked_entry() {
    const std::string word(mark);
    auto entry = roster_entry(std::string(marked_code), word + "-person", word + "-visit");
    entry.qr_key = word + "-qr-key";
    Visit& visit = entry.visit;
    for (auto* text : {&visit.given_name, &visit.family_name, &visit.time_zone, &visit.site, &visit.place}) {
        *text = word + " text";
    }
    visit.more[word + "-column"] = word + " value";
    entry.staff.keep_apart = entry.staff.may_take_home = word + " for staff";
    return entry;
}

// Which of the words lies anywhere in the raw bytes of any file of the folder, in either letter case or as hex.
bool lies_in_clear(const std::filesystem::path& folder, std::string_view word) {
    const auto same_letter = [](std::uint8_t a, std::uint8_t b) { return (a | 0x20) == (b | 0x20); };
    const std::string hex = base::to_hex(base::bytes_of(word));
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        const auto bytes = value_of(base::DiskFiles().read(entry.path(), std::size_t{64} << 20));
        for (const auto sought : {base::bytes_of(word), base::bytes_of(hex)}) {
            if (!std::ranges::search(bytes, sought, same_letter).empty()) return true;
        }
    }
    return false;
}

} // namespace

TEST_CASE("no word that was stored lies in clear in any byte of any file, at any step") {
    const TempFolder folder;
    base::FakeClock clock(morning);
    base::SystemRandom random;
    const auto open = [&] { return value_of(Store::open(folder.path() / "kiosk.db", fixed_keys(), clock, random)); };
    const auto check_files = [&](const std::string& step) {
        CAPTURE(step);
        CHECK_FALSE(lies_in_clear(folder.path(), mark));
        CHECK_FALSE(lies_in_clear(folder.path(), marked_code));
    };
    const base::Uuid id = base::Uuid::v7(morning, random);
    const base::Uuid second = base::Uuid::v7(morning + 1ms, random);
    const std::string line = R"({"name":"Quince","code":"73519284"})";

    auto store = open();
    must(store->begin_epoch(std::string(epoch)));
    must(store->replace_roster(std::vector{marked_entry()}, roster_version(1)));
    CHECK(value_of(store->look_up(marked_code, today)).has_value());
    check_files("a roster, looked up");
    auto arrived = arrival(id, "Quince-visit", "Quince-person");
    arrived.needs = {"Quince-need"};
    CHECK_FALSE(value_of(store->check_in(submission(id, line), arrived, today)).has_value());
    must(store->add(submission(second, line, SubmissionKind::message)));
    must(store->append_audit("batch_lost", {{"seq", base::Literal("Quince")}}));
    must(store->set_lockout({3, 1000ms, 0ms}));
    DeskState state;
    state.room = "Quince Room";
    state.own_words = std::make_shared<const base::Secret>(base::bytes_of("Quince, please"));
    const base::Uuid third = base::Uuid::v7(morning + 2ms, random);
    must(store->mark(id, state, submission(third, line, SubmissionKind::staff_event), "visit_called",
                     {{"by", 3}, {"ticket", 1}, {"mark", 0}}));
    const base::Uuid fourth = base::Uuid::v7(morning + 3ms, random);
    must(store->add(submission(fourth, line, SubmissionKind::help_request),
                    {fourth, DeskItemKind::person, morning, {}, "Quince", {}, {}}, today));
    check_files("submissions, the log and the lockout");
    const auto office = crypto::OfficeKey::generate();
    Store::NewStaff staff;
    staff.member.number = 1;
    staff.member.lock.held = base::Bytes(mark.begin(), mark.end());
    staff.badge = base::Secret(base::bytes_of("Quince-73519284"));
    must(store->found_office(office.recipient(), std::span(&staff, 1)));
    must(store->count_staff_try({value_of(store->find_staff("Quince-9")).tag, {1, 0ms, 0ms}}, 0));
    must(store->set_staff_pin(1, staff.member.lock, "Quince-73519284"));
    check_files("staff and their tries");
    must(store->record_batch({std::string(epoch),
                              1,
                              std::string(64, 'a'),
                              BatchState::written,
                              morning,
                              {id, second, third, fourth},
                              0,
                              1}));
    must(store->mark_published(std::string(epoch), 1));
    check_files("sealed into a batch");
    must(store->replace_roster({}, roster_version(0)));
    must(store->forget_before(tomorrow));
    check_files("replaced and forgotten");
    store.reset();
    check_files("closed");
    store = open();
    check_files("opened again");
    CHECK(lies_in_clear(folder.path(), epoch));
}
