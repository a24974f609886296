// Reads the canonical roster CSV (DESIGN section 4): UTF-8, comma, RFC 4180, one row for each person at each visit.
// Every row is checked whole; what is wrong is told with line, column and reason, never with the cell's own text.
// Any thread.
#pragma once

#include "base/bytes.hpp"
#include "base/clock.hpp"
#include "storage/roster.hpp"

#include <string>
#include <vector>

namespace kiosk {

struct RowError {
    int line = 0;       // of the file, from 1; a row of several lines is named by its first
    std::string column; // "" if it is the row as a whole
    std::string reason; // what is allowed, in words for the operator
};

struct RosterFile {
    std::vector<storage::RosterEntry> entries;
    std::vector<RowError> errors; // rows left out, by line
    std::int64_t rows = 0;        // rows read, header not counted
    std::int64_t left_out = 0;
    std::string sha256; // of the whole file, hex
};

constexpr std::size_t most_roster_bytes = std::size_t{64} * 1024 * 1024;
constexpr std::size_t most_roster_rows = 200'000;

// An error only if the file as a whole cannot be used (not UTF-8, a NUL, no header, a required column missing, an
// unknown or doubled column, a quote never closed, too large). A byte order mark in front is accepted.
// `time_zone` is the site's, for times without zone or offset; `now` tells which birth dates and visits can be.
// Text is brought to NFC and otherwise kept as it is, also if it looks like a spreadsheet's formula.
// A time that comes twice in autumn is the first of the two, unless it has an offset.
[[nodiscard]] base::Result<RosterFile> read_roster_csv(base::ByteView file, const std::string& time_zone,
                                                       base::UtcTime now);

} // namespace kiosk
