// Which PINs staff may choose: not those that a stranger would try first. Any thread.
#pragma once

#include <optional>
#include <string_view>

namespace kiosk {

constexpr std::size_t least_pin_digits = 6;
constexpr std::size_t most_pin_digits = 12;

// Why a PIN is refused, as the screen can say it. The first that fits, in this order.
enum class PinFault {
    not_digits,
    too_short,
    too_long,
    same_as_before,
    one_digit,  // 777777
    run,        // 345678, 876543, 890123
    repeated,   // 123123, 121212, 112233, 456654: half of it tells the other half
    badge,      // holds the badge's number, or is part of it
    date,       // 041290, 19900412: a day in one of the usual layouts, or a year of the last or this century
    well_known, // 147258: lists of PINs that people choose most
};

// Nothing if the PIN may be chosen. `badge`: as it was read. `before`: what was typed until now; may be empty.
[[nodiscard]] std::optional<PinFault> fault_of_pin(std::string_view pin, std::string_view badge,
                                                   std::string_view before);

} // namespace kiosk
