// One row of the canonical roster: its columns and the rules of each. What rows say together (one code for each
// person …) is the business of roster_csv.hpp. Any thread.
#pragma once

#include "kiosk/import/roster_csv.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kiosk {

// The columns of DESIGN section 4; their names are those of the file.
[[nodiscard]] bool is_roster_column(std::string_view name);
[[nodiscard]] std::vector<std::string_view> required_roster_columns();

struct RosterRowPlace {
    int line = 0;
    const std::vector<std::string>& columns; // of the header, in order
    const std::string& time_zone;            // of the site
    base::UtcTime now;
};

// The entry, if no cell is wrong; else every wrong cell is added to `errors`.
[[nodiscard]] std::optional<storage::RosterEntry>
read_roster_row(const std::vector<std::string>& cells, const RosterRowPlace& place, std::vector<RowError>& errors);

} // namespace kiosk
