// CSV as RFC 4180 has it: comma, quotes doubled inside quotes, line ends CRLF or LF, both also inside quotes. Knows
// rows and cells and where they stand, nothing of what they mean. Any thread.
#pragma once

#include "base/result.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace kiosk {

struct CsvRow {
    int line = 0; // of the file, from 1, where the row begins
    std::vector<std::string> cells;
    std::string fault;          // what is wrong with the row's quotes, empty if nothing is
    std::size_t fault_cell = 0; // in which cell
};

// All rows in order, empty lines left out. `text` must be UTF-8; a byte order mark in front is skipped.
// A quote that is never closed spoils everything after it, so it is an error of the whole and names its line.
[[nodiscard]] base::Result<std::vector<CsvRow>> read_csv(std::string_view text);

// A cell as it is written back: quoted where it must be.
[[nodiscard]] std::string csv_cell(std::string_view text);

} // namespace kiosk
