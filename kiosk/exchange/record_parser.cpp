#include "kiosk/exchange/record_parser.hpp"

#include "kiosk/exchange/field_reader.hpp"
#include "kiosk/exchange/text_forms.hpp"
#include "kiosk/exchange/utc_text.hpp"

#include <algorithm>

namespace kiosk {

namespace {

using storage::SubmissionKind;

constexpr std::string_view uuid_words = "a UUID in lower case";
constexpr std::string_view time_words = "a UTC time like 2026-10-13T20:30:00.000Z";
constexpr std::string_view id_words = "1 to 256 characters";

base::Uuid uuid_of(const std::string& text) { return base::Uuid::parse(text).release_value(); }

base::Result<base::UtcTime> read_time(FieldReader& fields, std::string_view name) {
    return *parse_utc_text(TRY(fields.text(name, is_utc_text, time_words)));
}

base::Result<SubmissionKind> read_kind(FieldReader& fields) {
    const std::string name = TRY(fields.text("kind", is_plain_word, "the kind of record"));
    for (const SubmissionKind kind :
         {SubmissionKind::check_in, SubmissionKind::withdrawal, SubmissionKind::help_request,
          SubmissionKind::staff_event, SubmissionKind::audit}) {
        if (storage::name_of(kind) == name) return kind;
    }
    return fields.wrong("kind", "check_in, withdrawal, help_request, staff_event or audit");
}

base::Result<Proof> read_proof(FieldReader& fields) {
    constexpr std::string_view allowed = "none, code, code+birth_date or staff";
    const std::string name = TRY(fields.text("proof", is_field_word, allowed));
    for (const Proof proof : {Proof::none, Proof::code, Proof::code_and_birth_date, Proof::staff}) {
        if (name_of(proof) == name) return proof;
    }
    return fields.wrong("proof", allowed);
}

base::Result<RecordHead> read_head(FieldReader& fields) {
    RecordHead head;
    head.id = uuid_of(TRY(fields.text("id", is_uuid_text, uuid_words)));
    head.kind = TRY(read_kind(fields));
    (void)TRY(fields.integer("v", 1, 1));
    head.at = TRY(read_time(fields, "at"));
    head.time_zone = TRY(fields.text("tz", is_zone_name, "an IANA time zone"));
    if (const auto person = TRY(fields.text_or_null("person_id", is_agency_id, id_words))) {
        head.person = storage::PersonId{*person};
    }
    if (const auto visit = TRY(fields.text_or_null("visit_id", is_agency_id, id_words))) {
        head.visit = storage::VisitId{*visit};
    }
    head.proof = TRY(read_proof(fields));
    head.language = TRY(fields.text("language", is_language_tag, "a BCP 47 language tag"));
    return head;
}

base::Result<std::vector<std::string>> read_needs(FieldReader& fields) {
    constexpr std::string_view allowed = "a list of the known needs, none twice,";
    std::vector<std::string> needs;
    for (const Json& element : *TRY(fields.array("needs"))) {
        if (element.text() == nullptr) return fields.wrong("needs", allowed);
        const std::string& need = *element.text();
        const bool is_known = std::find(check_in_needs.begin(), check_in_needs.end(), need) != check_in_needs.end();
        const bool is_double = std::find(needs.begin(), needs.end(), need) != needs.end();
        if (!is_known || is_double) return fields.wrong("needs", allowed);
        needs.push_back(need);
    }
    return needs;
}

base::Result<storage::Ticket> read_ticket(FieldReader& fields) {
    FieldReader ticket = TRY(fields.object("ticket"));
    const std::string mark = TRY(ticket.text("mark", is_plain_word, "the name of a quilt block"));
    const auto number = TRY(ticket.integer("number", 1, storage::ticket_number_most));
    TRY(ticket.finish());
    for (int at = 0; at < storage::ticket_mark_count; ++at) {
        const auto candidate = static_cast<storage::TicketMark>(at);
        if (storage::name_of(candidate) == mark) return storage::Ticket{candidate, static_cast<int>(number)};
    }
    return ticket.wrong("mark", "the name of a quilt block");
}

base::Result<CheckInData> read_check_in(const RecordHead& head, FieldReader& fields) {
    CheckInData data;
    data.is_unlisted = TRY(fields.boolean("unlisted"));
    if (data.is_unlisted == head.person.has_value() || data.is_unlisted == head.visit.has_value()) {
        return fields.wrong("unlisted", "true with neither person_id nor visit_id, or false with both,");
    }
    data.arrived = TRY(read_time(fields, "arrived"));
    FieldReader party = TRY(fields.object("party"));
    data.adults = static_cast<int>(TRY(party.integer("adults", 0, 9)));
    data.children = static_cast<int>(TRY(party.integer("children", 0, 9)));
    TRY(party.finish());
    data.needs = TRY(read_needs(fields));
    if (const auto language =
            TRY(fields.optional_text("interpreter_language", is_language_tag, "a BCP 47 language tag"))) {
        if (std::find(data.needs.begin(), data.needs.end(), "interpreter") == data.needs.end()) {
            return fields.wrong("interpreter_language", "a value only where interpreter is among the needs");
        }
        data.interpreter_language = *language;
    }
    if (const auto note = TRY(
            fields.optional_text("other_note", is_note, "1 to 200 characters, none of them a control character,"))) {
        if (std::find(data.needs.begin(), data.needs.end(), "other") == data.needs.end()) {
            return fields.wrong("other_note", "a value only where other is among the needs");
        }
        data.other_note = *note;
    }
    if (fields.has("entered_late")) {
        data.is_entered_late = TRY(fields.boolean("entered_late"));
        if (!data.is_entered_late) return fields.wrong("entered_late", "true, or no such field,");
    }
    data.ticket = TRY(read_ticket(fields));
    return data;
}

base::Result<HelpRequestData> read_help_request(FieldReader& fields) {
    HelpRequestData data;
    const std::string kind = TRY(fields.text("kind", is_plain_word, "person or safety"));
    if (kind != name_of(HelpKind::person) && kind != name_of(HelpKind::safety)) {
        return fields.wrong("kind", "person or safety");
    }
    data.kind = kind == name_of(HelpKind::person) ? HelpKind::person : HelpKind::safety;
    data.page = TRY(fields.text("page", is_plain_word, "a page's own name"));
    return data;
}

base::Result<StaffStep> read_step(FieldReader& fields, std::string_view name) {
    const std::string word = TRY(fields.text(name, is_plain_word, "a step of a visit"));
    for (const StaffStep step :
         {StaffStep::acknowledge, StaffStep::call, StaffStep::start, StaffStep::end, StaffStep::undo}) {
        if (name_of(step) == word) return step;
    }
    return fields.wrong(name, "acknowledge, call, start, end or undo");
}

base::Result<UndoReason> read_reason(FieldReader& fields) {
    const std::string word = TRY(fields.text("reason", is_plain_word, "a reason"));
    for (const UndoReason reason : all_undo_reasons) {
        if (name_of(reason) == word) return reason;
    }
    return fields.wrong("reason", "wrong_person, wrong_button, visit_moved or other");
}

base::Result<StaffEventData> read_staff_event(const RecordHead& head, FieldReader& fields) {
    if (head.proof != Proof::staff) return fields.wrong("event", "the proof staff");
    if (head.person.has_value() != head.visit.has_value()) {
        return fields.wrong("event", "both person_id and visit_id, or neither,");
    }
    StaffEventData data;
    data.step = TRY(read_step(fields, "event"));
    data.check_in = uuid_of(TRY(fields.text("check_in", is_uuid_text, uuid_words)));
    data.by = TRY(fields.integer("by", 1, 9007199254740991));
    if (data.step == StaffStep::call) {
        data.room = TRY(fields.optional_text("room", is_agency_id, id_words)).value_or("");
    }
    if (data.step == StaffStep::undo) {
        data.undoes = TRY(read_step(fields, "undoes"));
        if (data.undoes == StaffStep::undo) return fields.wrong("undoes", "acknowledge, call, start or end");
        data.reason = TRY(read_reason(fields));
    }
    return data;
}

base::Result<AuditData> read_audit(const RecordHead& head, FieldReader& fields) {
    if (head.person || head.visit || head.proof != Proof::none) {
        return fields.wrong("n", "an audit entry without person, visit and proof");
    }
    AuditData data;
    data.number = TRY(fields.integer("n", 1, 9007199254740991));
    data.event = TRY(fields.text("event", is_plain_word, "an event's name"));
    FieldReader named = TRY(fields.object("fields"));
    for (const JsonMember& member : named.members()) {
        if (!is_plain_word(member.name)) return fields.wrong("fields", "members with plain names");
        const bool is_word = member.value.text() != nullptr && is_field_word(*member.value.text());
        if (is_word) continue;
        const auto number = named.integer(member.name, -9007199254740991, 9007199254740991);
        if (number.is_error()) return fields.wrong("fields", "a whole number or a plain word for each member");
    }
    data.text = TRY(fields.text(
        "text", [](std::string_view text) { return !text.empty(); }, "the entry as hashed"));
    data.hash = TRY(fields.text("hash", is_sha256_hex, "64 hex digits"));
    return data;
}

} // namespace

base::Result<Record> parse_record(std::string_view line) {
    const Json json = TRY(parse_json(line));
    FieldReader fields(json, "");
    Record record{TRY(read_head(fields)), {}};
    FieldReader data = TRY(fields.object("data"));
    if (record.head.kind == SubmissionKind::check_in) {
        record.data = TRY(read_check_in(record.head, data));
    } else if (record.head.kind == SubmissionKind::withdrawal) {
        record.data = WithdrawalData{uuid_of(TRY(data.text("withdraws", is_uuid_text, uuid_words)))};
    } else if (record.head.kind == SubmissionKind::help_request) {
        record.data = TRY(read_help_request(data));
    } else if (record.head.kind == SubmissionKind::staff_event) {
        record.data = TRY(read_staff_event(record.head, data));
    } else {
        record.data = TRY(read_audit(record.head, data));
    }
    TRY(data.finish());
    TRY(fields.finish());
    return record;
}

} // namespace kiosk
