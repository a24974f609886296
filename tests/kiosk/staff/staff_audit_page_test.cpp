#include "kiosk/screens/staff_audit.hpp"

#include "kiosk/screens/screen.hpp"
#include "tests/support/phrases.hpp"
#include "tests/support/staff_tools.hpp"

using namespace kiosk;
using namespace support;
using staff_audit::Copy;

namespace {

// A supervisor, number 3, at the page of an office's log.
struct AuditPageWorld : KioskWorld {
    ui::Phrasebook words = house_phrases({"en"});
    StaffTools tools{*this};
    Session visit;
    Comfort comfort;
    Kiosk kiosk{settings, clock, *desk, words, visit, comfort, &tools.side};

    AuditPageWorld() { sign_in(StaffRole::supervisor); }
    void sign_in(StaffRole role) {
        visit.staff.emplace();
        visit.staff->number = 3;
        visit.staff->role = role;
    }
    [[nodiscard]] std::int64_t count() const { return value_of(store->audit_head()).count; }
    void start_until(std::int64_t number) {
        while (count() < number) must(store->append_audit("kiosk_started"));
    }
    void use(staff_audit::State& state, const staff_audit::Action& action) {
        CHECK(update(state, action, kiosk).kind == Next::Kind::stay);
    }
    void check_all(staff_audit::State& state) {
        while (staff_audit::wake_at(state)) (void)tick(state, kiosk);
    }
};

std::vector<std::int64_t> numbers_of(const staff_audit::State& state) {
    std::vector<std::int64_t> numbers;
    for (const auto& line : state.lines) numbers.push_back(line.number);
    return numbers;
}

} // namespace

TEST_CASE_FIXTURE(AuditPageWorld, "the log opens at its newest entry, and older ones are a touch away and back") {
    CHECK(count() == 1); // the office was founded
    must(store->append_audit("staff_signed_in", {{"by", 3}}));
    must(store->append_audit("visit_called", {{"by", 1}, {"ticket", 12}, {"mark", 0}}));
    start_until(25);
    auto state = staff_audit::open(kiosk);
    CHECK(state.lines.size() == 10);
    CHECK(state.lines.front().number == 25);
    CHECK(state.members == std::vector<std::int64_t>{});
    use(state, staff_audit::Older{});
    CHECK(state.lines.front().number == 15);
    use(state, staff_audit::Older{});
    CHECK(numbers_of(state) == std::vector<std::int64_t>{5, 4, 3, 2, 1});
    CHECK(state.is_last);
    CHECK(state.members == std::vector<std::int64_t>{1, 3});
    use(state, staff_audit::Newer{});
    CHECK(state.lines.front().number == 15);
    use(state, staff_audit::Choose{});
    CHECK(state.is_choosing);
    use(state, staff_audit::Show{{.group = storage::AuditGroup::sign_in, .staff = 3}});
    CHECK(numbers_of(state) == std::vector<std::int64_t>{2});
    CHECK(state.starts.size() == 1);
    CHECK(state.is_choosing); // another choice may follow
    use(state, staff_audit::ShowEntries{});
    CHECK_FALSE(state.is_choosing);
}

TEST_CASE_FIXTURE(AuditPageWorld,
                  "while the page stands the chain is checked slice by slice, and the verdict is kept") {
    start_until(1100);
    auto state = staff_audit::open(kiosk);
    CHECK_FALSE(state.check.is_done);
    (void)tick(state, kiosk);
    CHECK(state.check.whole.count == 500);
    CHECK(staff_audit::wake_at(state));
    check_all(state);
    CHECK(state.check.is_whole());
    CHECK(state.check.whole.count == 1100);
}

TEST_CASE_FIXTURE(AuditPageWorld,
                  "a copy is made, named, logged and shown as the newest entry; a second one says why not") {
    auto page = staff_audit::open(kiosk);
    const auto before = count();
    check_all(page);
    use(page, staff_audit::MakeCopy{});
    CHECK(page.copy == Copy::making);
    check_all(page);
    CHECK(page.copy == Copy::made);
    CHECK(page.copy_count == before + 1);
    CHECK(value_of(tools.disk.exists(tools.state.path() / "copies" / page.copy_name)));
    check_all(page);
    CHECK(page.check.whole.count == before + 1); // the new entry too
    CHECK(page.lines.front().number == before + 1);
    CHECK(page.lines.front().kind->name == "audit_exported");
    CHECK(page.lines.front().staff() == visit.staff->number);
    use(page, staff_audit::MakeCopy{}); // in the same second
    CHECK(page.copy == Copy::failed);
}

TEST_CASE_FIXTURE(AuditPageWorld, "a copy of a long log is made slice by slice, and the page says how far it is") {
    start_until(450);
    auto page = staff_audit::open(kiosk);
    use(page, staff_audit::MakeCopy{});
    CHECK(page.copy_count == 451);
    std::vector<std::int64_t> told;
    while (page.copy == Copy::making) {
        CHECK(staff_audit::wake_at(page));
        told.push_back(page.copy_done);
        CHECK(std::filesystem::is_empty(tools.state.path() / "copies"));
        (void)tick(page, kiosk);
    }
    CHECK(told == std::vector<std::int64_t>{0, 200, 400, 451});
    CHECK(page.copy == Copy::made);
    check_all(page);
    CHECK(page.check.is_whole());
}

TEST_CASE_FIXTURE(AuditPageWorld, "a copy whose page is left is not there") {
    start_until(450);
    {
        auto page = staff_audit::open(kiosk);
        use(page, staff_audit::MakeCopy{});
        (void)tick(page, kiosk);
    }
    CHECK(std::filesystem::is_empty(tools.state.path() / "copies"));
}

TEST_CASE_FIXTURE(AuditPageWorld, "who may not see the log is shown nothing of it") {
    start_until(3);
    sign_in(StaffRole::front_desk);
    auto state = staff_audit::open(kiosk);
    CHECK(state.has_failed);
    CHECK(state.lines.empty());
    check_all(state);
    CHECK(state.check.whole.count == 0);
    const auto before = count();
    use(state, staff_audit::MakeCopy{});
    CHECK(state.copy == Copy::failed);
    CHECK(count() == before);
}
