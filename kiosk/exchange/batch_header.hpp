// The first line of a batch and the trusted comment of its signature: who made it, which one it is, and what it says
// about the kiosk that made it. Any thread.
#pragma once

#include "base/clock.hpp"
#include "base/secret.hpp"

#include <string>
#include <string_view>

namespace kiosk {

struct BatchHeader {
    std::string kiosk;
    std::string site;
    std::string epoch;
    std::int64_t seq = 0;
    std::string prev;       // SHA-256 of the .age file before it in the epoch; 64 zeros for the first
    std::int64_t count = 0; // lines after this one
    base::UtcTime created;
    std::string audit_head; // hash of the newest audit entry when the batch was made; 64 zeros before the first
    std::int64_t audit_count = 0;
    std::int64_t receipts_seen = 0; // version of the newest receipts taken in; 0 before the first
    std::string roster_recipient;   // age1…
};

[[nodiscard]] base::Secret header_line(const BatchHeader& header);
// Accepts exactly what docs/schemas/batch_header.schema.json accepts.
[[nodiscard]] base::Result<BatchHeader> parse_header(std::string_view line);
// "family-kiosk-batch v=1 kiosk=K site=S epoch=E seq=N prev=H", N with its 10 digits.
[[nodiscard]] std::string batch_trusted_comment(const BatchHeader& header);

} // namespace kiosk
