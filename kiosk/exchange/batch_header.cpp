#include "kiosk/exchange/batch_header.hpp"

#include "kiosk/exchange/batch_name.hpp"
#include "kiosk/exchange/field_reader.hpp"
#include "kiosk/exchange/text_forms.hpp"
#include "kiosk/exchange/utc_text.hpp"

#include <fmt/format.h>

namespace kiosk {

namespace {

constexpr std::string_view format_name = "family-kiosk-batch/1";
constexpr std::int64_t number_most = 9007199254740991; // what every JSON reader keeps whole

} // namespace

base::Secret header_line(const BatchHeader& header) {
    return json_line(Json(Json::Object{{"format", format_name},
                                       {"kiosk", header.kiosk},
                                       {"site", header.site},
                                       {"epoch", header.epoch},
                                       {"seq", header.seq},
                                       {"prev", header.prev},
                                       {"count", header.count},
                                       {"created", utc_text(header.created)},
                                       {"audit_head", header.audit_head},
                                       {"audit_count", header.audit_count},
                                       {"receipts_seen", header.receipts_seen},
                                       {"roster_recipient", header.roster_recipient}}));
}

base::Result<BatchHeader> parse_header(std::string_view line) {
    constexpr std::string_view name_words = "1 to 32 of a-z, 0-9 and -";
    constexpr std::string_view hash_words = "64 hex digits";
    const Json json = TRY(parse_json(line));
    FieldReader fields(json, "");
    BatchHeader header;
    TRY(fields.must_be("format", format_name));
    header.kiosk = TRY(fields.text("kiosk", is_exchange_name, name_words));
    header.site = TRY(fields.text("site", is_exchange_name, name_words));
    header.epoch = TRY(fields.text("epoch", is_epoch, "8 hex digits"));
    header.seq = TRY(fields.integer("seq", 1, batch_seq_most));
    header.prev = TRY(fields.text("prev", is_sha256_hex, hash_words));
    header.count = TRY(fields.integer("count", 1, number_most));
    const std::string created = TRY(fields.text("created", is_utc_text, "a UTC time like 2026-10-13T20:30:00.000Z"));
    header.created = *parse_utc_text(created);
    header.audit_head = TRY(fields.text("audit_head", is_sha256_hex, hash_words));
    header.audit_count = TRY(fields.integer("audit_count", 0, number_most));
    header.receipts_seen = TRY(fields.integer("receipts_seen", 0, number_most));
    header.roster_recipient = TRY(fields.text("roster_recipient", is_recipient_text, "an age recipient"));
    TRY(fields.finish());
    return header;
}

std::string batch_trusted_comment(const BatchHeader& header) {
    return fmt::format("family-kiosk-batch v=1 kiosk={} site={} epoch={} seq={} prev={}", header.kiosk, header.site,
                       header.epoch, seq_text(header.seq), header.prev);
}

} // namespace kiosk
