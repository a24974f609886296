// Whether somebody typed this date. Any thread.
#pragma once

#include <chrono>
#include <string_view>

namespace kiosk {

// `digits`: MMDDYYYY; anything of another length is not it. Compared in constant time, in wiped memory.
[[nodiscard]] bool is_birth_date(std::chrono::year_month_day date, std::string_view digits);

} // namespace kiosk
