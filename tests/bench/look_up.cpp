// Whether the time of a look-up tells if the code is known: Welch's t over 1,000 known and 1,000 unknown codes.
#include "kiosk/visits/office_time.hpp"
#include "kiosk/visits/visit_code.hpp"
#include "tests/bench/demo_kiosk.hpp"
#include "tests/bench/figures.hpp"
#include "tests/bench/sections.hpp"

#include <algorithm>
#include <cmath>

namespace bench {

namespace {

constexpr int days = 20;
constexpr int people_a_day = 100;
constexpr int look_ups_of_a_kind = 1000;
constexpr double most_t = 4.5; // as in ISO/IEC 17825: above it, a difference is taken for real

std::string code_number(int number) {
    std::string digits = std::to_string(1'000'000 + number * 37);
    return digits + kiosk::damm_check_digit(digits);
}

std::vector<storage::RosterEntry> roster(std::chrono::year_month_day first) {
    std::vector<storage::RosterEntry> entries;
    for (int i = 0; i < days * people_a_day; ++i) {
        const std::chrono::year_month_day day = std::chrono::sys_days(first) + std::chrono::days(i % days);
        storage::RosterEntry entry;
        entry.visit_code = code_number(i);
        auto& visit = entry.visit;
        visit.visit_id.text = "visit-" + std::to_string(i);
        visit.person_id.text = "person-" + std::to_string(i);
        visit.given_name = std::string("Given-") + std::to_string(i);
        visit.family_name = std::string("Family-") + std::to_string(i);
        visit.birth_date = std::chrono::year{1990} / 2 / 3;
        visit.start = std::chrono::sys_days(day) + std::chrono::hours(20);
        visit.end = visit.start + std::chrono::hours(1);
        visit.check_in_opens = visit.start - std::chrono::hours(1);
        visit.time_zone = "America/New_York";
        visit.site = "bench";
        visit.place = "Willow Street Family Center";
        visit.more["purpose"] = "Playing and reading together";
        visit.more["room"] = "Garden Room";
        entry.staff.visit_id = visit.visit_id;
        entry.staff.person_id = visit.person_id;
        entry.days = {day};
        entries.push_back(std::move(entry));
    }
    return entries;
}

struct Timings {
    std::vector<double> known;
    std::vector<double> unknown;
};

// Known and unknown codes in one random order; `look_up` is told a code and gives its milliseconds.
template <typename LookUp>
base::Result<Timings> time_both(base::Random& random, LookUp look_up) {
    Timings timings;
    constexpr auto enough = static_cast<std::size_t>(look_ups_of_a_kind);
    for (int warm_up = 100; timings.known.size() < enough || timings.unknown.size() < enough; --warm_up) {
        const bool is_known = random.below(2) == 0;
        auto& times = is_known ? timings.known : timings.unknown;
        // Today's people are those whose number `days` divides. As many codes are nobody's: were they new each time,
        // they would meet more pages of the database that no earlier look-up has read.
        const int of_today = static_cast<int>(random.below(people_a_day)) * days;
        const std::string code = code_number(is_known ? of_today : of_today + days * people_a_day);
        const double time = TRY(look_up(code, is_known));
        if (warm_up <= 0 && times.size() < enough) times.push_back(time);
    }
    return timings;
}

Timings without_slowest(const Timings& timings) {
    std::vector<double> all = timings.known;
    all.insert(all.end(), timings.unknown.begin(), timings.unknown.end());
    std::ranges::sort(all);
    const double most = all[all.size() * 95 / 100];
    Timings kept = timings;
    std::erase_if(kept.known, [&](double time) { return time > most; });
    std::erase_if(kept.unknown, [&](double time) { return time > most; });
    return kept;
}

void print_t(const std::string& what, const Timings& timings) {
    const double t = welch_t(timings.known, timings.unknown);
    print_line(what, "t = " + amount(t, ""),
               std::fabs(t) < most_t ? "|t| < 4.5: the time does not tell" : "|t| ≥ 4.5: the time tells");
}

void print_timings(const std::string& what, const Timings& timings) {
    print_line(what, std::to_string(timings.known.size()) + " + " + std::to_string(timings.unknown.size()),
               "known and unknown");
    for (const auto* times : {&timings.known, &timings.unknown}) {
        const Spread spread = spread_of(*times);
        print_line(times == &timings.known ? "  known: mean" : "  unknown: mean", amount(spread.mean * 1e3, "µs"),
                   "standard deviation " + amount(spread.deviation * 1e3, "µs") + ", median " +
                       amount(spread.median * 1e3, "µs"));
    }
    print_t("  Welch's t", timings);
    print_t("  Welch's t without the slowest 5 %", without_slowest(timings));
}

} // namespace

base::Result<void> measure_look_up() {
    print_section("Look-up of a visit code: 2,000 roster rows over 20 days, known and unknown codes in random order");
    // A clock of its own, so that no miss has to be waited for.
    const base::UtcTime now = base::SystemClock().now();
    base::FakeClock clock(now);
    const auto demo = TRY(DemoKiosk::open(clock));
    storage::Store& store = demo->running().store();
    const auto today = kiosk::local_day(now, demo->running().settings().time_zone);
    const auto entries = roster(today);
    TRY(store.replace_roster(entries, {std::ssize(entries), std::string(64, '0'), now}));
    auto desk = TRY(demo->make_desk(clock));
    base::SystemRandom random;

    const auto typed = TRY(time_both(random, [&](const std::string& code, bool is_known) -> base::Result<double> {
        const Stopwatch watch(Stopwatch::Kind::wall);
        const auto answer = desk.look_up_typed(code).answer;
        const double time = watch.milliseconds();
        const auto expected = is_known ? kiosk::LookUpAnswer::found : kiosk::LookUpAnswer::not_found;
        if (answer != expected) return base::call_staff("a look-up did not find what it should");
        clock.advance(2 * kiosk::CodeGuard::decay);
        clock.set_wall(now);
        return time;
    }));
    print_timings("as typed: store and guard, counters on disk", typed);

    const auto alone = TRY(time_both(random, [&](const std::string& code, bool) -> base::Result<double> {
        const Stopwatch watch(Stopwatch::Kind::wall);
        {
            // Within the time, because an unknown code's row is thrown away within the call.
            const auto hit = store.look_up(code, today);
            if (hit.is_error()) return hit.error();
        }
        return watch.milliseconds();
    }));
    print_timings("the store's part alone: no write", alone);
    return {};
}

} // namespace bench
