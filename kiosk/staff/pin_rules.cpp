#include "kiosk/staff/pin_rules.hpp"

#include "base/secret.hpp"

#include <algorithm>
#include <array>

namespace kiosk {

namespace {

constexpr std::size_t least_badge_digits = 4; // fewer would be found in every PIN

bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

// Steps between neighbours, all of them the same: 0 for 777777, 1 for 890123, 9 for 321098.
bool has_steps_of(std::string_view pin, int step) {
    for (std::size_t i = 1; i < pin.size(); ++i) {
        if ((pin[i] - pin[i - 1] + 10) % 10 != step) return false;
    }
    return true;
}

bool is_repeated_part(std::string_view pin) {
    for (std::size_t part = 1; part <= pin.size() / 2; ++part) {
        if (pin.size() % part == 0 && pin.substr(part) == pin.substr(0, pin.size() - part)) return true;
    }
    return false;
}

bool is_mirrored(std::string_view pin) { return std::equal(pin.begin(), pin.end(), pin.rbegin()); }

bool is_in_pairs(std::string_view pin) {
    if (pin.size() % 2 != 0) return false;
    for (std::size_t i = 0; i < pin.size(); i += 2) {
        if (pin[i] != pin[i + 1]) return false;
    }
    return true;
}

bool is_from_badge(std::string_view pin, std::string_view badge) {
    base::Secret digits;
    for (const char letter : badge) {
        if (is_digit(letter)) digits.append(std::string_view(&letter, 1));
    }
    if (digits.size() < least_badge_digits) return false;
    const std::string_view number = digits.text();
    return pin.find(number) != std::string_view::npos || number.find(pin) != std::string_view::npos;
}

int number_at(std::string_view pin, std::size_t from, std::size_t digits) {
    int number = 0;
    for (const char digit : pin.substr(from, digits)) number = number * 10 + (digit - '0');
    return number;
}

bool is_day(int month, int day) {
    constexpr std::array days{31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month >= 1 && month <= 12 && day >= 1 && day <= days[static_cast<std::size_t>(month - 1)];
}

bool is_year(int year) { return year >= 1900 && year <= 2099; }

// Month and day in either order.
bool is_day_at(std::string_view pin, std::size_t from) {
    const int one = number_at(pin, from, 2);
    const int other = number_at(pin, from + 2, 2);
    return is_day(one, other) || is_day(other, one);
}

bool holds_whole_date(std::string_view pin) {
    for (std::size_t from = 0; from + 8 <= pin.size(); ++from) {
        if (is_year(number_at(pin, from, 4)) && is_day_at(pin, from + 4)) return true;
        if (is_year(number_at(pin, from + 4, 4)) && is_day_at(pin, from)) return true;
    }
    return false;
}

bool is_date(std::string_view pin) {
    if (pin.size() == 6) {
        // MMDDYY, DDMMYY, YYMMDD; and a year with a month, or with any two digits.
        if (is_day_at(pin, 0) || is_day_at(pin, 2)) return true;
        return is_year(number_at(pin, 0, 4)) || is_year(number_at(pin, 2, 4));
    }
    return holds_whole_date(pin);
}

// Of the lists of most used PINs (SecLists, and what users of published PIN studies chose), those that no rule above
// refuses: columns and shapes of the number pad, words on phone keys, numbers everybody knows.
constexpr std::array<std::string_view, 36> well_known{
    "147258", "258369", "369258", "741852", "852963", "963852", "159753", "753159",  "159357",
    "357159", "147852", "258147", "789456", "456789", "789123", "123789", "321654",  "654987",
    "142536", "246810", "135790", "135792", "314159", "271828", "112358", "123457",  "124578",
    "123654", "147896", "321456", "258456", "007007", "420420", "696969", "5201314", "87654321"};

bool holds_well_known(std::string_view pin) {
    return std::any_of(well_known.begin(), well_known.end(), [&](std::string_view known) {
        return pin.starts_with(known) && pin.size() <= known.size() + 1;
    });
}

} // namespace

std::optional<PinFault> fault_of_pin(std::string_view pin, std::string_view badge, std::string_view before) {
    if (!std::all_of(pin.begin(), pin.end(), is_digit)) return PinFault::not_digits;
    if (pin.size() < least_pin_digits) return PinFault::too_short;
    if (pin.size() > most_pin_digits) return PinFault::too_long;
    if (pin == before) return PinFault::same_as_before;
    if (has_steps_of(pin, 0)) return PinFault::one_digit;
    if (has_steps_of(pin, 1) || has_steps_of(pin, 9)) return PinFault::run;
    if (is_repeated_part(pin) || is_mirrored(pin) || is_in_pairs(pin)) return PinFault::repeated;
    if (is_from_badge(pin, badge)) return PinFault::badge;
    if (is_date(pin)) return PinFault::date;
    if (holds_well_known(pin)) return PinFault::well_known;
    return std::nullopt;
}

} // namespace kiosk
