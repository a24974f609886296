// The agency's reading of the lines of a batch: types out of JSON, accepting exactly what the JSON Schemas in
// docs/schemas accept (and refusing a name that stands twice, which a schema cannot see). Any thread.
#pragma once

#include "kiosk/exchange/record_line.hpp"

#include <variant>

namespace kiosk {

struct AuditData {
    std::int64_t number = 0;
    std::string event;
    std::string text; // as it was hashed
    std::string hash; // 64 hex digits
};

struct Record {
    RecordHead head;
    std::variant<CheckInData, WithdrawalData, HelpRequestData, StaffEventData, AuditData> data;
};

// One line without its end. An error names the field and what is allowed, never a value.
[[nodiscard]] base::Result<Record> parse_record(std::string_view line);

} // namespace kiosk
