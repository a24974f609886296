#include "kiosk/exchange/record_line.hpp"

#include "kiosk/exchange/json.hpp"
#include "kiosk/exchange/utc_text.hpp"

#include <algorithm>

namespace kiosk {

namespace {

template <typename Id>
Json id_or_null(const std::optional<Id>& id) {
    return id ? Json(id->text) : Json();
}

base::Secret line_of(const RecordHead& head, Json::Object data) {
    return json_line(Json(Json::Object{{"id", head.id.text()},
                                       {"kind", storage::name_of(head.kind)},
                                       {"v", 1},
                                       {"at", utc_text(head.at)},
                                       {"tz", head.time_zone},
                                       {"person_id", id_or_null(head.person)},
                                       {"visit_id", id_or_null(head.visit)},
                                       {"proof", name_of(head.proof)},
                                       {"language", head.language},
                                       {"data", std::move(data)}}));
}

std::string audit_place(const storage::AuditEntry& entry) { return "audit entry " + std::to_string(entry.number); }

base::Result<Json> read_audit_text(const storage::AuditEntry& entry) {
    auto parsed = parse_json(entry.text);
    if (parsed.is_error()) return base::out_of_service(parsed.error().message);
    const Json* at = parsed.value().find("at");
    const bool has_time = at != nullptr && at->text() != nullptr;
    if (!has_time || parsed.value().find("event") == nullptr || parsed.value().find("fields") == nullptr) {
        return base::out_of_service("at, event and fields are expected");
    }
    return parsed;
}

} // namespace

std::string_view name_of(Proof proof) {
    switch (proof) {
    case Proof::none: return "none";
    case Proof::code: return "code";
    case Proof::code_and_birth_date: return "code+birth_date";
    case Proof::staff: return "staff";
    }
    return {};
}

std::string_view name_of(HelpKind kind) {
    switch (kind) {
    case HelpKind::person: return "person";
    case HelpKind::safety: return "safety";
    }
    return {};
}

std::string_view name_of(StaffStep step) {
    switch (step) {
    case StaffStep::acknowledge: return "acknowledge";
    case StaffStep::call: return "call";
    case StaffStep::start: return "start";
    case StaffStep::end: return "end";
    case StaffStep::undo: return "undo";
    }
    return {};
}

std::string_view name_of(UndoReason reason) {
    switch (reason) {
    case UndoReason::wrong_person: return "wrong_person";
    case UndoReason::wrong_button: return "wrong_button";
    case UndoReason::visit_moved: return "visit_moved";
    case UndoReason::other: return "other";
    }
    return {};
}

base::Secret check_in_line(const RecordHead& head, const CheckInData& data) {
    base::invariant(head.kind == storage::SubmissionKind::check_in, "a check-in's line is of the kind check_in");
    Json::Array needs;
    for (const std::string& need : data.needs) needs.emplace_back(need);
    Json::Object object{{"unlisted", data.is_unlisted},
                        {"arrived", utc_text(data.arrived)},
                        {"party", Json::Object{{"adults", data.adults}, {"children", data.children}}},
                        {"needs", std::move(needs)}};
    const bool wants_interpreter = std::find(data.needs.begin(), data.needs.end(), "interpreter") != data.needs.end();
    if (wants_interpreter && !data.interpreter_language.empty()) {
        object.push_back({"interpreter_language", data.interpreter_language});
    }
    const bool wants_other = std::find(data.needs.begin(), data.needs.end(), "other") != data.needs.end();
    if (wants_other && !data.other_note.empty()) object.push_back({"other_note", data.other_note});
    if (data.is_entered_late) object.push_back({"entered_late", true});
    object.push_back(
        {"ticket", Json::Object{{"mark", storage::name_of(data.ticket.mark)}, {"number", data.ticket.number}}});
    return line_of(head, std::move(object));
}

base::Secret withdrawal_line(const RecordHead& head, const WithdrawalData& data) {
    base::invariant(head.kind == storage::SubmissionKind::withdrawal, "a withdrawal's line is of the kind withdrawal");
    return line_of(head, {{"withdraws", data.withdrawn.text()}});
}

base::Secret help_request_line(const RecordHead& head, const HelpRequestData& data) {
    base::invariant(head.kind == storage::SubmissionKind::help_request, "a help request's line is of its own kind");
    return line_of(head, {{"kind", name_of(data.kind)}, {"page", data.page}});
}

base::Secret staff_event_line(const RecordHead& head, const StaffEventData& data) {
    base::invariant(head.kind == storage::SubmissionKind::staff_event, "a staff event's line is of its own kind");
    base::invariant(head.proof == Proof::staff, "what staff did is proven by staff");
    Json::Object object{{"event", name_of(data.step)}, {"check_in", data.check_in.text()}, {"by", data.by}};
    if (data.step == StaffStep::call && !data.room.empty()) object.push_back({"room", data.room});
    if (data.step == StaffStep::undo) {
        base::invariant(data.undoes && data.reason, "an undo says what it undoes, and why");
        object.push_back({"undoes", name_of(*data.undoes)});
        object.push_back({"reason", name_of(*data.reason)});
    }
    return line_of(head, std::move(object));
}

base::Result<base::UtcTime> audit_time(const storage::AuditEntry& entry) {
    const Json json = TRY_DOING(read_audit_text(entry), audit_place(entry));
    const auto time = parse_utc_text(*json.find("at")->text());
    if (!time) return base::out_of_service(audit_place(entry) + ": at: a UTC time is expected");
    return *time;
}

base::Result<base::Secret> audit_line(const storage::AuditEntry& entry) {
    const Json json = TRY_DOING(read_audit_text(entry), audit_place(entry));
    const RecordHead head{.id = entry.id,
                          .kind = storage::SubmissionKind::audit,
                          .at = TRY(audit_time(entry)),
                          .time_zone = "UTC",
                          .person = std::nullopt,
                          .visit = std::nullopt,
                          .proof = Proof::none,
                          .language = "zxx"};
    return line_of(head, {{"n", entry.number},
                          {"event", *json.find("event")},
                          {"fields", *json.find("fields")},
                          {"text", entry.text},
                          {"hash", base::to_hex(entry.hash)}});
}

} // namespace kiosk
