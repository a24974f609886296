#include "kiosk/import/csv_reader.hpp"

#include <doctest/doctest.h>

using namespace kiosk;

namespace {

std::string shown(const std::vector<CsvRow>& rows) {
    std::string text;
    for (const CsvRow& row : rows) {
        text += std::to_string(row.line) + ":";
        for (const std::string& cell : row.cells) text += "[" + cell + "]";
        if (!row.fault.empty()) text += "!" + std::to_string(row.fault_cell);
        text += " ";
    }
    return text;
}

std::string read(std::string_view text) {
    const auto rows = read_csv(text);
    return rows.is_error() ? rows.error().message : shown(rows.value());
}

} // namespace

TEST_CASE("cells, quotes and line ends are read as RFC 4180 has them") {
    CHECK(read("a,b\r\nc,d\r\n") == "1:[a][b] 2:[c][d] ");
    CHECK(read("a,b\nc,d") == "1:[a][b] 2:[c][d] ");
    CHECK(read("\"a,\"\"x\"\"\",\"\"\n") == "1:[a,\"x\"][] ");
    CHECK(read("a,\n,b\n,\n") == "1:[a][] 2:[][b] 3:[][] ");
    CHECK(read(" a , b ") == "1:[ a ][ b ] ");
    CHECK(read("") == "");
}

TEST_CASE("a row is named by its first line, whatever line ends its quotes hold") {
    CHECK(read("a\n\"b\n\r\nb\",c\nd\n") == "1:[a] 2:[b\n\r\nb][c] 5:[d] ");
}

TEST_CASE("empty lines are no rows and still count as lines") { CHECK(read("\n\na\n\r\n\nb\n\n") == "3:[a] 6:[b] "); }

TEST_CASE("a byte order mark in front is skipped, elsewhere it is text") {
    CHECK(read("\xEF\xBB\xBF\"a\"\n") == "1:[a] ");
    CHECK(read("a\xEF\xBB\xBF\n") == "1:[a\xEF\xBB\xBF] ");
}

TEST_CASE("a stray quote spoils its own row only") {
    CHECK(read("a,b\"c\nd,e\n") == "1:[a][b\"c]!1 2:[d][e] ");
    CHECK(read("\"a\"b,c\nd\n") == "1:[ab][c]!0 2:[d] ");
}

TEST_CASE("a quote never closed is told with the line where it was opened") {
    CHECK(read("a\nb,\"c\nd\n") == "line 2: a quote is opened and never closed");
    CHECK(read("\"") == "line 1: a quote is opened and never closed");
}

TEST_CASE("every cell that is written reads back") {
    for (const char* text : {"", "a", "a,b", "\"", "a\"b", "a\r\nb", "=1+1", " "}) {
        const auto rows = read_csv(csv_cell(text) + ",x\n");
        REQUIRE(!rows.is_error());
        CHECK(rows.value().front().cells.front() == text);
    }
}

TEST_CASE("every cut of a file is rows or an error that names a line") {
    const std::string whole = "a,\"b\"\"c\nd\",e\r\n\"f\"x,g\n";
    for (std::size_t size = 0; size <= whole.size(); ++size) {
        const auto rows = read_csv(whole.substr(0, size));
        if (rows.is_error()) CHECK(rows.error().message.starts_with("line "));
    }
}
