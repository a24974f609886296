// What a cell of the canonical roster may say and what it means: dates, times, choices, lists. Errors say what is
// allowed and never repeat the cell. Any thread.
#pragma once

#include "base/clock.hpp"
#include "base/result.hpp"
#include "storage/roster.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace kiosk {

[[nodiscard]] std::optional<storage::VisitorRole> role_named(std::string_view word);
[[nodiscard]] std::optional<storage::VisitType> visit_type_named(std::string_view word);
[[nodiscard]] std::optional<storage::VisitStatus> visit_status_named(std::string_view word);

// YYYY-MM-DD, a day that exists.
[[nodiscard]] std::optional<std::chrono::year_month_day> date_of(std::string_view text);
// YYYY-MM-DDTHH:MM, alone (wall time of `time_zone`; of a doubled hour the first) or with Z or ±HH:MM.
[[nodiscard]] base::Result<base::UtcTime> time_of(std::string_view text, const std::string& time_zone);
// The agency's ids as the roster has them: 1 to 64 of letters, digits, dot, underscore and hyphen (ASCII).
[[nodiscard]] bool is_roster_id(std::string_view text);
// "3;7;16": whole years from 0 to 21.
[[nodiscard]] bool is_list_of_ages(std::string_view text);
// "Maya;Theo": no empty item.
[[nodiscard]] bool is_list(std::string_view text);

} // namespace kiosk
