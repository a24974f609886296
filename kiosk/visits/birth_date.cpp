#include "kiosk/visits/birth_date.hpp"

#include "base/secret.hpp"
#include "crypto/digest.hpp"

namespace kiosk {

bool is_birth_date(std::chrono::year_month_day date, std::string_view digits) {
    if (digits.size() != 8) return false;
    base::Secret expected(8);
    auto put = [&](std::size_t place, unsigned value, std::size_t width) {
        for (std::size_t i = width; i-- > 0; value /= 10) {
            expected.bytes()[place + i] = static_cast<std::uint8_t>('0' + value % 10);
        }
    };
    put(0, static_cast<unsigned>(date.month()), 2);
    put(2, static_cast<unsigned>(date.day()), 2);
    put(4, static_cast<unsigned>(static_cast<int>(date.year())), 4);
    return crypto::are_equal_in_constant_time(expected.view(), base::bytes_of(digits));
}

} // namespace kiosk
