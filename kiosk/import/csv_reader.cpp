#include "kiosk/import/csv_reader.hpp"

namespace kiosk {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

class Reader {
public:
    explicit Reader(std::string_view text) : text_(text) {}

    base::Result<std::vector<CsvRow>> read() {
        std::vector<CsvRow> rows;
        while (!at_end()) {
            CsvRow row = TRY(read_row());
            const bool is_empty_line = row.cells.size() == 1 && row.cells.front().empty() && row.fault.empty();
            if (!is_empty_line) rows.push_back(std::move(row));
        }
        return rows;
    }

private:
    [[nodiscard]] bool at_end() const { return at_ == text_.size(); }
    [[nodiscard]] std::size_t line_end_size() const {
        if (text_.substr(at_, 2) == "\r\n") return 2;
        return text_.substr(at_, 1) == "\n" ? 1 : 0;
    }

    base::Result<CsvRow> read_row() {
        CsvRow row;
        row.line = line_;
        while (true) {
            row.cells.push_back(TRY(read_cell(row)));
            if (at_end()) return row;
            if (const std::size_t size = line_end_size(); size > 0) {
                at_ += size;
                ++line_;
                return row;
            }
            ++at_; // the comma
        }
    }

    base::Result<std::string> read_cell(CsvRow& row) {
        std::string cell;
        const bool is_quoted = !at_end() && text_[at_] == '"';
        if (is_quoted) TRY(read_quoted(cell));
        while (!at_end() && text_[at_] != ',' && line_end_size() == 0) {
            if ((is_quoted || text_[at_] == '"') && row.fault.empty()) {
                row.fault = is_quoted ? "text after the closing quote; a quote inside quotes is written twice"
                                      : "a quote inside a cell that does not begin with one; quote the whole cell";
                row.fault_cell = row.cells.size();
            }
            cell += text_[at_++];
        }
        return cell;
    }

    base::Result<void> read_quoted(std::string& cell) {
        const int opened = line_;
        ++at_;
        while (!at_end()) {
            const char c = text_[at_++];
            if (c == '"') {
                if (at_end() || text_[at_] != '"') return {};
                ++at_;
            }
            if (c == '\n') ++line_;
            cell += c;
        }
        return base::ask_again("line " + std::to_string(opened) + ": a quote is opened and never closed");
    }

    std::string_view text_;
    std::size_t at_ = 0;
    int line_ = 1;
};

} // namespace

base::Result<std::vector<CsvRow>> read_csv(std::string_view text) {
    if (text.substr(0, byte_order_mark.size()) == byte_order_mark) text.remove_prefix(byte_order_mark.size());
    return Reader(text).read();
}

std::string csv_cell(std::string_view text) {
    if (text.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(text);
    std::string quoted = "\"";
    for (const char c : text) {
        if (c == '"') quoted += '"';
        quoted += c;
    }
    return quoted + '"';
}

} // namespace kiosk
