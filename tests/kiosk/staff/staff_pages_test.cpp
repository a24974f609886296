// What the staff's pages do with what is touched on them, over a real desk. How they look is for the audits.
#include "kiosk/screens/desk_words.hpp"
#include "kiosk/screens/screen.hpp"
#include "kiosk/staff/staff_side.hpp"
#include "tests/kiosk/staff/staff_world.hpp"
#include "tests/support/phrases.hpp"
#include "tests/support/stick_tools.hpp"

namespace kiosk {

using namespace support;

namespace {

struct PagesWorld : StaffWorld {
    std::array<Guest, 2> guests{guest(1), guest(2)};
    storage::Arrival first;
    ui::Phrasebook words = house_phrases({"en", "es"});
    std::FILE* log_file = std::tmpfile();
    base::EventLog log{clock, log_file};
    crypto::VaultKey vault = crypto::VaultKey::generate();
    std::unique_ptr<StaffAccounts> accounts =
        value_of(StaffAccounts::open(*store, vault, clock, crypto::least_pin_cost()));
    InlineWork work;
    Unlocker unlocker{*accounts, work, clock, log, [] {}};
    StickTools sticks{*this, disk, state_folder.path()};
    OfficeSettings office{*store, settings, {"en", "es"}, log};
    Enrolment enrolment{*accounts, work, clock, [] {}};
    PrintAnswer print_answer = PrintAnswer::sent;
    int printed = 0;
    Printing printing{[this](const base::Secret& pdf) {
                          printed += pdf.text().starts_with("%PDF-") ? 1 : 0;
                          return print_answer;
                      },
                      work, [] {}};
    StaffSide side{unlocker,  arrivals,       finder,  requests, care,      audit, readiness, calls,
                   *accounts, sticks.carrier, opening, office,   enrolment, sheet, printing,  watch};
    Session visit;
    Comfort comfort;
    Kiosk kiosk{settings, clock, *desk, words, visit, comfort, &side};

    PagesWorld() {
        publish({visit_of(guests[0], "V-1", morning + 30min), visit_of(guests[1], "V-2", morning + 40min)});
        first = come(guests[0]);
        visit.staff = session(StaffRole::front_desk);
    }
    PagesWorld(const PagesWorld&) = delete;
    PagesWorld& operator=(const PagesWorld&) = delete;
    ~PagesWorld() { std::fclose(log_file); }

    void type(staff_find::State& state, std::string_view letters) {
        const staff_find::Action typed = staff_find::Type{base::Secret(base::bytes_of(letters))};
        CHECK(update(state, typed, kiosk).kind == Next::Kind::stay);
    }
    Next go_on(staff_find::State& state) { return update(state, staff_find::GoOn{}, kiosk); }
    staff_find::State found(const std::string& name) {
        staff_find::State state;
        type(state, name);
        (void)go_on(state);
        type(state, "02031990");
        (void)go_on(state);
        return state;
    }
};

} // namespace

TEST_CASE_FIXTURE(PagesWorld, "arrivals open at whoever waits, and each step shows at once") {
    auto state = staff_arrivals::open(kiosk);
    REQUIRE(state.chosen.has_value());
    const auto row = [&]() -> const DeskRow& { return state.day.rows.at(*state.chosen); };
    CHECK(row().ticket == first.ticket);
    for (const auto& [step, stage] : {std::pair(DeskStep::acknowledge, Stage::waiting),
                                      {DeskStep::call, Stage::called},
                                      {DeskStep::start, Stage::in_visit},
                                      {DeskStep::end, Stage::gone}}) {
        CHECK(update(state, staff_arrivals::Take{step}, kiosk).kind == Next::Kind::stay);
        CHECK(row().stage == stage);
        CHECK_FALSE(state.has_failed);
    }
    CHECK(steps_ahead(row()).next == DeskStep::none);
}

TEST_CASE_FIXTURE(PagesWorld, "minutes go on by themselves, and what another page did shows without waiting") {
    auto state = staff_arrivals::open(kiosk);
    clock.advance(61s);
    REQUIRE(wake_at(state).has_value());
    CHECK(*wake_at(state) <= clock.moment());
    (void)tick(state, kiosk);
    CHECK(state.day.rows.at(0).since == 1min);
    must(arrivals.call(front_desk, first.submission, ""));
    (void)tick(state, kiosk);
    CHECK(state.day.rows.at(0).stage == Stage::called);
}

TEST_CASE_FIXTURE(PagesWorld, "who was chosen stays chosen when rows move") {
    auto state = staff_arrivals::open(kiosk);
    CHECK(state.chosen == 0U);
    publish({visit_of(guests[0], "V-1", morning + 50min), visit_of(guests[1], "V-2", morning + 40min)});
    clock.advance(10s);
    (void)tick(state, kiosk);
    CHECK(state.chosen == 1U);
    CHECK(state.day.rows.at(1).ticket == first.ticket);
}

TEST_CASE_FIXTURE(PagesWorld, "a page without somebody signed in knows nobody and does nothing") {
    visit.staff.reset();
    auto state = staff_arrivals::open(kiosk);
    CHECK(state.day.rows.empty());
    CHECK(staff_requests::open(kiosk).items.empty());
    staff_find::State find;
    (void)update(find, staff_find::WalkIn{}, kiosk);
    CHECK(find.step == staff_find::Step::name);
    CHECK(day().rows.size() == 2);
}

TEST_CASE_FIXTURE(PagesWorld, "one arrival: the name after a touch, then a step, then back with a reason") {
    staff_person::State state{day().rows.at(0)};
    CHECK_FALSE(state.facts.has_value());
    (void)update(state, staff_person::ShowName{}, kiosk);
    REQUIRE(state.facts.has_value());
    CHECK(state.facts->visit.given_name == "Given-P-1");
    (void)update(state, staff_person::Take{DeskStep::call}, kiosk);
    CHECK(state.row.stage == Stage::called);
    (void)update(state, staff_person::AskUndo{}, kiosk);
    CHECK(state.asking == staff_person::Asking::undo);
    (void)update(state, staff_person::Undo{UndoReason::wrong_person}, kiosk);
    CHECK(state.asking == staff_person::Asking::nothing);
    CHECK(state.row.stage == Stage::waiting);
    CHECK(logged("visit_undone") == 1);
}

TEST_CASE_FIXTURE(PagesWorld, "a check-in that should not stand is taken back, and the page of nobody closes") {
    const auto before = day();
    staff_person::State state{before.rows.at(0)};
    (void)update(state, staff_person::AskUndo{staff_person::Asking::undo_check_in}, kiosk);
    CHECK(logged("check_in_undone") == 0);
    CHECK(update(state, staff_person::Undo{UndoReason::wrong_person}, kiosk).kind == Next::Kind::back);
    CHECK(logged("check_in_undone") == 1);
    CHECK(day().rows.size() == before.rows.size());
    CHECK_FALSE(day().rows.at(0).check_in.has_value());
}

TEST_CASE_FIXTURE(PagesWorld, "somebody without a code: name, birth date, visit, ticket; and nothing of them stays") {
    auto state = found("family");
    REQUIRE(state.step == staff_find::Step::hits);
    REQUIRE(state.hits.size() == 2);
    (void)update(state, staff_find::CheckIn{1}, kiosk);
    REQUIRE(state.step == staff_find::Step::today);
    CHECK(update(state, staff_find::Back{}, kiosk).kind == Next::Kind::stay);
    CHECK(state.step == staff_find::Step::hits);
    (void)update(state, staff_find::CheckIn{1}, kiosk);
    (void)go_on(state);
    CHECK(state.step == staff_find::Step::done);
    CHECK(state.ticket == day().rows.at(1).ticket);
    CHECK(state.hits.empty());
    CHECK(state.name.is_empty());
    CHECK(state.digits.is_empty());
    CHECK(go_on(state).kind == Next::Kind::back);
}

TEST_CASE_FIXTURE(PagesWorld, "whoever stands on no list is checked in with who came along and what would help") {
    staff_find::State state;
    (void)update(state, staff_find::WalkIn{}, kiosk);
    REQUIRE(state.step == staff_find::Step::today);
    (void)update(state, confirm::Change{false, 1}, kiosk);
    for (int i = 0; i < 3; ++i) (void)update(state, confirm::Change{true, 1}, kiosk);
    (void)update(state, confirm::Change{true, -1}, kiosk);
    (void)update(state, confirm::Toggle{2}, kiosk);
    (void)update(state, confirm::Toggle{confirm::interpreter_need}, kiosk);
    REQUIRE(state.step == staff_find::Step::interpreter);
    (void)update(state, interpreter::Choose{"ht"}, kiosk);
    REQUIRE(state.step == staff_find::Step::today);
    CHECK(day().rows.size() == 2);
    (void)go_on(state);
    REQUIRE(state.step == staff_find::Step::done);
    const auto rows = day().rows;
    REQUIRE(rows.size() == 3);
    const auto found_row = std::find_if(rows.begin(), rows.end(), [](const DeskRow& row) { return row.is_unlisted(); });
    REQUIRE(found_row != rows.end());
    const DeskRow& row = *found_row;
    CHECK(row.ticket == state.ticket);
    CHECK(row.adults == 1);
    CHECK(row.children == 2);
    CHECK(row.needs == std::vector<std::string>{"interpreter", "wheelchair"});
    CHECK(row.interpreter_language == "ht");
}

TEST_CASE_FIXTURE(PagesWorld, "a search says what is missing, that nobody fits, and when there were too many") {
    using staff_find::Message;
    using staff_find::Step;
    staff_find::State state;
    type(state, "f");
    (void)go_on(state);
    CHECK(state.message == Message::name_short);
    type(state, "amily");
    (void)go_on(state);
    CHECK(state.step == Step::birth_date);
    type(state, "0203x199");
    (void)go_on(state);
    CHECK(state.message == Message::date_short);
    type(state, "19");
    CHECK(state.digits.text() == "02031991");
    (void)go_on(state);
    CHECK(state.message == Message::nobody);
    for (std::size_t i = 1; i < PersonFinder::most_searches; ++i) (void)go_on(state);
    CHECK(state.message == Message::nobody);
    (void)go_on(state);
    CHECK(state.message == Message::too_many_searches);
    CHECK(update(state, staff_find::Back{}, kiosk).kind == Next::Kind::stay);
    CHECK(update(state, staff_find::Back{}, kiosk).kind == Next::Kind::back);
}

TEST_CASE_FIXTURE(PagesWorld, "a paper slip gives the time at which somebody came") {
    clock.advance(1h);
    auto state = found("family-p-2");
    (void)update(state, staff_find::FromSlip{}, kiosk);
    type(state, "9999");
    (void)go_on(state);
    CHECK(state.message == staff_find::Message::time_wrong);
    (void)update(state, staff_find::Clear{}, kiosk);
    type(state, "1015");
    (void)go_on(state);
    REQUIRE(state.step == staff_find::Step::hits);
    (void)update(state, staff_find::CheckIn{0}, kiosk);
    (void)go_on(state);
    CHECK(day().rows.at(1).arrived == morning + 15min);
    CHECK(logged("slip_entered") == 1);
}

TEST_CASE_FIXTURE(PagesWorld, "a slip of another day looks for the person on the list of that day") {
    auto state = found("family-p-2");
    REQUIRE(state.hits.size() == 1);
    (void)update(state, staff_find::FromSlip{}, kiosk);
    (void)update(state, staff_find::SlipDay{std::chrono::days(1)}, kiosk);
    type(state, "0230");
    (void)go_on(state);
    CHECK(state.came == morning + 4h + 30min - 24h);
    // Nobody of that name was on yesterday's list: they may be checked in as not listed.
    CHECK(state.step == staff_find::Step::birth_date);
    CHECK(state.message == staff_find::Message::nobody);
    CHECK(state.hits.empty());
    (void)update(state, staff_find::FromSlip{}, kiosk);
    (void)update(state, staff_find::Back{}, kiosk);
    CHECK_FALSE(state.came.has_value());
    (void)go_on(state);
    CHECK(state.hits.size() == 1);
}

TEST_CASE_FIXTURE(PagesWorld, "requests show their marks at once") {
    must(desk->ask_for_help(nullptr, HelpKind::safety, "home", "en"));
    auto state = staff_requests::open(kiosk);
    REQUIRE(state.items.size() == 1);
    (void)update(state, staff_requests::Mark{0, staff_requests::Mark::As::seen}, kiosk);
    CHECK(state.items.at(0).seen.has_value());
    (void)update(state, staff_requests::Mark{0, staff_requests::Mark::As::done}, kiosk);
    CHECK(state.items.at(0).done.has_value());
    must(desk->ask_for_help(nullptr, HelpKind::person, "home", "en"));
    (void)tick(state, kiosk);
    CHECK(state.items.size() == 2);
}

TEST_CASE_FIXTURE(PagesWorld,
                  "whoever has the arrivals open sees at once who came, and that somebody asked for something") {
    auto state = staff_arrivals::open(kiosk);
    const auto has_come = [&] { return state.day.rows.at(1).is_here(); };
    CHECK_FALSE(has_come());
    (void)come(guests[1]);
    (void)tick(state, kiosk);
    CHECK(has_come());
    CHECK(state.requests.safety == 0);
    must(desk->ask_for_help(nullptr, HelpKind::safety, "home", "en"));
    must(desk->ask_for_help(nullptr, HelpKind::person, "home", "en"));
    (void)tick(state, kiosk);
    CHECK(state.requests.safety == 1);
    CHECK(state.requests.others == 1);
    for (const auto& item : value_of(requests.of_today(front_desk)))
        must(requests.mark_seen(front_desk, item.submission));
    state = staff_arrivals::open(kiosk);
    CHECK(state.requests.safety + state.requests.others == 0);
}

TEST_CASE_FIXTURE(PagesWorld, "the page of whoever is checked in says that the desk knows, once it does") {
    auto state = checked_in::open({first, false}, std::nullopt, kiosk);
    CHECK(state.desk_knows == DeskKnows::not_yet);
    must(arrivals.acknowledge(front_desk, first.submission));
    clock.advance(15s);
    (void)checked_in::tick(state, kiosk);
    CHECK(state.desk_knows == DeskKnows::yes);
}

TEST_CASE_FIXTURE(PagesWorld, "the page of the stick sees one come, copies to it and says so, step by step") {
    auto state = staff_stick::open(kiosk);
    CHECK(state.stick == StickIs::none);
    std::filesystem::create_directories(sticks.stick);
    clock.advance(2s);
    REQUIRE(wake_at(state).has_value());
    (void)tick(state, kiosk);
    CHECK(state.stick == StickIs::one);
    CHECK(update(state, staff_stick::CopyOut{}, kiosk).kind == Next::Kind::stay);
    CHECK_FALSE(state.has_failed);
    for (int i = 0; i < 50 && state.carried.is_running; ++i) {
        clock.advance(1s);
        (void)tick(state, kiosk);
    }
    CHECK(state.carried.what == Carried::What::out);
    CHECK_FALSE(state.carried.is_running);
    // The front desk brings nothing in, whatever asks for it.
    CHECK(update(state, staff_stick::BringIn{}, kiosk).kind == Next::Kind::stay);
    CHECK(state.has_failed);
    CHECK(update(state, staff_stick::Back{}, kiosk).kind == Next::Kind::back);
}

} // namespace kiosk
