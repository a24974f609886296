// What one try of a staff PIN costs, and so how long a million of them take: at the kiosk, whose counters make waits,
// and for a thief who has the disk with the vault key on it.
#include "crypto/pin.hpp"
#include "kiosk/staff/pin_guard.hpp"
#include "tests/bench/figures.hpp"
#include "tests/bench/sections.hpp"

namespace bench {

namespace {

constexpr int tries_measured = 5;
constexpr double tries = 1e6;

// Seconds of waiting that stand between the first try at a badge and its closing.
double waits_until_closed() {
    double seconds = 0;
    for (int wrong = 1; wrong < kiosk::PinGuard::tries_before_closed; ++wrong) {
        seconds += std::chrono::duration<double>(kiosk::PinGuard::wait_after(wrong)).count();
    }
    return seconds;
}

} // namespace

base::Result<void> measure_staff() {
    print_section("Staff PINs: Argon2id MODERATE, medians");
    const auto pepper = crypto::derive_pin_pepper(crypto::VaultKey::generate());
    const auto parameters = crypto::PinParameters::fresh(crypto::moderate_pin_cost());
    Costs costs;
    for (int i = 0; i < tries_measured; ++i) {
        const CostWatch watch;
        TRY(crypto::stretch_pin(pepper, parameters, base::bytes_of("402817")));
        costs.add(watch.cost());
    }
    const double one = median_of(costs.cpu) / 1e3;
    print_line("one try", amount(median_of(costs.wall), "ms"), amount(median_of(costs.cpu), "ms") + " of CPU");
    constexpr double day = 86400;
    const double closings = tries / kiosk::PinGuard::tries_before_closed;
    const double at_the_kiosk = closings * waits_until_closed() + tries * one;
    print_line("1,000,000 wrong PINs at one badge, at least", amount(at_the_kiosk / day / 365.25, "years"),
               "and a supervisor lifts it " + amount(closings, "times; with the disk and its vault key ") +
                   amount(tries * one / day, "days of one core"));
    return {};
}

} // namespace bench
