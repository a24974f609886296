#include "kiosk/import/roster_csv.hpp"

#include "crypto/digest.hpp"
#include "kiosk/import/csv_reader.hpp"
#include "kiosk/import/roster_row.hpp"
#include "kiosk/import/text_form.hpp"

#include <algorithm>
#include <set>

namespace kiosk {

namespace {

base::Result<void> check_header(const CsvRow& header) {
    std::set<std::string_view> seen;
    for (std::size_t n = 0; n < header.cells.size(); ++n) {
        const std::string where = "line " + std::to_string(header.line) + ", column " + std::to_string(n + 1) + ": ";
        // The name itself is not repeated: a file without header has a person's data here.
        if (!is_roster_column(header.cells[n])) {
            return base::ask_again(where + "not a column of the canonical roster; the first line names the columns");
        }
        if (!seen.insert(header.cells[n]).second) {
            return base::ask_again(where + header.cells[n] + " is there twice");
        }
    }
    for (const std::string_view name : required_roster_columns()) {
        if (!seen.contains(name)) {
            return base::ask_again("line " + std::to_string(header.line) + ": the column " + std::string(name) +
                                   " is missing");
        }
    }
    return {};
}

struct ReadRow {
    int line = 0;
    storage::RosterEntry entry;
    bool is_left_out = false;
};

// Finds rows that contradict each other. Where nobody can tell which row is right, none of them may open a visit.
class Contradictions {
public:
    Contradictions(std::vector<ReadRow>& rows, std::vector<RowError>& errors) : rows_(rows), errors_(errors) {}

    void find() {
        find_doubled();
        const auto person = [](const storage::RosterEntry& entry) { return entry.visit.person_id.text; };
        const auto code = [](const storage::RosterEntry& entry) { return entry.visit_code; };
        const auto key = [](const storage::RosterEntry& entry) { return entry.qr_key; };
        const auto born = [](const storage::RosterEntry& entry) {
            return std::to_string(std::chrono::sys_days(entry.visit.birth_date).time_since_epoch().count());
        };
        find_differing(code, person, "visit_code", "the same code for two persons; each needs their own");
        find_differing(person, code, "visit_code", "two codes for one person; each has one, on all their rows");
        find_differing(key, person, "qr_key", "the same key for two persons; each needs their own");
        find_differing(person, key, "qr_key", "differs from another row of the same person");
        find_differing(person, born, "birth_date", "differs from another row of the same person");
        for (const std::size_t n : contradicting_) rows_[n].is_left_out = true;
    }

private:
    void find_doubled() {
        std::map<std::pair<std::string, std::string>, int> first;
        for (ReadRow& row : rows_) {
            const auto [found, is_new] =
                first.try_emplace({row.entry.visit.visit_id.text, row.entry.visit.person_id.text}, row.line);
            if (is_new) continue;
            errors_.push_back(
                {row.line, "visit_id",
                 "the same visit and person as in line " + std::to_string(found->second) + "; one row for each"});
            row.is_left_out = true;
        }
    }

    // Rows alike in `of` must be alike in `what`; empty values of `of` are alike to nothing.
    template <typename Of, typename What>
    void find_differing(Of of, What what, const char* column, const char* reason) {
        std::map<std::string, std::set<std::string>> values;
        for (const ReadRow& row : rows_) values[of(row.entry)].insert(what(row.entry));
        for (std::size_t n = 0; n < rows_.size(); ++n) {
            const std::string shared = of(rows_[n].entry);
            if (shared.empty() || values[shared].size() < 2) continue;
            errors_.push_back({rows_[n].line, column, reason});
            contradicting_.insert(n);
        }
    }

    std::vector<ReadRow>& rows_;
    std::vector<RowError>& errors_;
    std::set<std::size_t> contradicting_;
};

} // namespace

base::Result<RosterFile> read_roster_csv(base::ByteView file, const std::string& time_zone, base::UtcTime now) {
    if (file.size() > most_roster_bytes) return base::ask_again("larger than the 64 MiB allowed");
    const std::string_view text = base::text_of(file);
    if (text.find('\0') != std::string_view::npos) {
        return base::ask_again("holds a NUL byte: not a CSV in UTF-8 (a spreadsheet or UTF-16?)");
    }
    if (!is_utf8(text)) return base::ask_again("is not UTF-8; save it as \"CSV UTF-8\"");
    const std::vector<CsvRow> lines = TRY(read_csv(text));
    if (lines.empty()) return base::ask_again("is empty; the first line must name the columns");
    if (lines.size() - 1 > most_roster_rows) return base::ask_again("has more than 200,000 rows");
    const CsvRow& header = lines.front();
    TRY(check_header(header));

    RosterFile roster;
    roster.rows = static_cast<std::int64_t>(lines.size() - 1);
    roster.sha256 = base::to_hex(crypto::sha256(file));
    std::vector<ReadRow> rows;
    for (const CsvRow& line : std::span(lines).subspan(1)) {
        if (!line.fault.empty()) {
            const std::size_t cell = line.fault_cell;
            roster.errors.push_back({line.line, cell < header.cells.size() ? header.cells[cell] : "", line.fault});
        } else if (line.cells.size() != header.cells.size()) {
            roster.errors.push_back({line.line, "",
                                     std::to_string(line.cells.size()) + " cells, but the header has " +
                                         std::to_string(header.cells.size()) + " columns"});
        } else if (auto entry = read_roster_row(line.cells, {line.line, header.cells, time_zone, now}, roster.errors)) {
            rows.push_back({line.line, std::move(*entry)});
        }
    }
    Contradictions(rows, roster.errors).find();
    for (ReadRow& row : rows) {
        if (!row.is_left_out) roster.entries.push_back(std::move(row.entry));
    }
    roster.left_out = roster.rows - static_cast<std::int64_t>(roster.entries.size());
    std::stable_sort(roster.errors.begin(), roster.errors.end(),
                     [](const RowError& a, const RowError& b) { return a.line < b.line; });
    return roster;
}

} // namespace kiosk
