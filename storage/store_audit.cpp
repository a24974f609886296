#include "storage/store_parts.hpp"

#include <algorithm>
#include <cstdio>

namespace storage {

using base::Result;

namespace {

// 2026-10-13T20:30:00.000Z
std::string time_text(base::UtcTime time) {
    const auto day = std::chrono::floor<std::chrono::days>(time);
    const std::chrono::hh_mm_ss clock(time - day);
    char text[32];
    std::snprintf(text, sizeof text, "T%02d:%02d:%02d.%03dZ", static_cast<int>(clock.hours().count()),
                  static_cast<int>(clock.minutes().count()), static_cast<int>(clock.seconds().count()),
                  static_cast<int>(clock.subseconds().count()));
    return day_text(std::chrono::year_month_day(day)) + text;
}

// Words of the catalogue stand in JSON as they are, because nothing in them would have to be escaped.
std::string quoted(std::string_view word) {
    const bool is_plain = std::ranges::all_of(
        word, [](char letter) { return letter >= ' ' && letter <= '~' && letter != '"' && letter != '\\'; });
    base::invariant(is_plain, "words of the audit log are plain ASCII");
    return '"' + std::string(word) + '"';
}

std::string entry_text(std::int64_t number, base::UtcTime at, std::string_view event,
                       std::initializer_list<base::LogField> fields) {
    std::string text = "{\"n\":" + std::to_string(number) + ",\"at\":\"" + time_text(at) +
                       "\",\"event\":" + quoted(event) + ",\"fields\":{";
    const char* separator = "";
    for (const auto& field : fields) {
        text += separator + quoted(field.name.text()) + ':';
        const auto* value = std::get_if<std::int64_t>(&field.value);
        text += value != nullptr ? std::to_string(*value) : quoted(std::get<base::Literal>(field.value).text());
        separator = ",";
    }
    return text + "}}";
}

bool fits(const AuditEventKind& kind, std::initializer_list<base::LogField> fields) {
    std::string names;
    for (const auto& field : fields) names += (names.empty() ? "" : " ") + std::string(field.name.text());
    return names == kind.fields;
}

// What every reader of JSON keeps whole. A larger number was not written by us.
constexpr const char* most_number = "9007199254740991";

} // namespace

Result<std::optional<AuditHead>> Store::Parts::find_kept_audit_head() {
    Statement find = TRY(database->prepare("SELECT key, head FROM audit_head"));
    const bool is_there = TRY(find.step());
    if (!is_there) return std::optional<AuditHead>();
    const auto record = open(find.number(0), "audit_head.head", row_bytes(1), find.blob(1));
    if (record.is_error()) return std::optional<AuditHead>();
    const auto head = storage::read_audit_head(record.value());
    return head.is_error() ? std::optional<AuditHead>() : std::optional(head.value());
}

Result<void> Store::Parts::keep_audit_head(const AuditHead& head) {
    const std::int64_t key = TRY(ring.find_or_make(KeyUse::kiosk, key_day()));
    const base::Bytes sealed = TRY(seal(key, "audit_head.head", row_bytes(1), written(head)));
    Statement keep = TRY(database->prepare("INSERT OR REPLACE INTO audit_head (id, key, head) VALUES (1, ?, ?)"));
    return keep.bind(key).bind(sealed).run();
}

Result<std::int64_t> Store::Parts::last_audit_number() {
    return database->number(
        std::string("SELECT max((SELECT coalesce(max(number), 0) FROM audit WHERE number < ") + most_number +
        "), (SELECT coalesce(max(audit_to), 0) FROM batch WHERE state <> 'lost' AND audit_to < " + most_number + "))");
}

Result<AuditHead> Store::Parts::guess_audit_head() {
    AuditHead head{TRY(last_audit_number()), {}};
    const std::vector<AuditEntry> newest = TRY(read_audit("number <= ? ORDER BY number DESC", head.count, 1));
    if (!newest.empty()) head.hash = newest.front().hash;
    return head;
}

Result<void> Store::Parts::append_audit_after(AuditHead& head, AuditEvent event,
                                              std::initializer_list<base::LogField> fields) {
    const base::UtcTime now = clock.now();
    AuditEntry entry;
    entry.number = head.count + 1;
    entry.id = base::Uuid::v7(now, random);
    entry.text = entry_text(entry.number, now, event.kind().name, fields);
    entry.hash = crypto::sha256(head.hash, base::bytes_of(entry.text));
    const std::int64_t key = TRY(ring.find_or_make(KeyUse::kiosk, key_day()));
    const base::Bytes sealed = TRY(seal(key, "audit.entry", row_bytes(entry.number), written(entry)));
    Statement insert = TRY(database->prepare("INSERT INTO audit (number, key, entry) VALUES (?, ?, ?)"));
    TRY(insert.bind(entry.number).bind(key).bind(sealed).run());
    head = {entry.number, entry.hash};
    return {};
}

Result<void> Store::Parts::append_audit(AuditEvent event, std::initializer_list<base::LogField> fields) {
    base::invariant(fits(event.kind(), fields), "an audit event has the fields that its catalogue names");
    const std::optional<AuditHead> kept = TRY(find_kept_audit_head());
    AuditHead head = kept ? *kept : TRY(guess_audit_head());
    // Where entries were cut off or added, their numbers are not used again: the gap stays to be seen.
    head.count = std::max(head.count, TRY(last_audit_number()));
    if (!kept && head.count > 0) TRY(append_audit_after(head, "audit_head_kept", {{"count", head.count}}));
    TRY(append_audit_after(head, event, fields));
    return keep_audit_head(head);
}

Result<AuditEntry> Store::Parts::open_audit_entry(const Statement& row) {
    const base::Secret record = TRY(open(row.number(1), "audit.entry", row_bytes(row.number(0)), row.blob(2)));
    AuditEntry entry = TRY(read_audit_entry(record));
    if (entry.number != row.number(0)) return base::out_of_service("database: an audit entry has two numbers");
    return entry;
}

Result<std::vector<AuditEntry>> Store::Parts::read_audit(const char* order, std::int64_t from, std::int64_t most) {
    Statement find =
        TRY(database->prepare(std::string("SELECT number, key, entry FROM audit WHERE ") + order + " LIMIT ?"));
    find.bind(from).bind(most);
    std::vector<AuditEntry> entries;
    while (TRY(find.step())) {
        auto opened = open_audit_entry(find);
        entries.push_back(opened.is_error() ? AuditEntry{} : opened.release_value());
        entries.back().number = find.number(0);
    }
    return entries;
}

Result<void> Store::append_audit(AuditEvent event, std::initializer_list<base::LogField> fields) {
    return parts_->change([&] { return parts_->append_audit(event, fields); });
}

Result<std::vector<AuditEntry>> Store::audit_entries(std::int64_t after, std::int64_t most) {
    return parts_->read_audit("number > ? ORDER BY number", after, most);
}

Result<std::vector<AuditEntry>> Store::audit_entries_before(std::int64_t before, std::int64_t most) {
    return parts_->read_audit("number < ? ORDER BY number DESC", before, most);
}

Result<std::vector<AuditEntry>> Store::unsent_audit_entries() {
    const std::int64_t sent =
        TRY(parts_->database->number("SELECT coalesce(max(audit_to), 0) FROM batch WHERE state <> 'lost'"));
    std::vector<AuditEntry> entries = TRY(audit_entries(sent));
    std::erase_if(entries, [](const AuditEntry& entry) { return entry.text.empty(); });
    return entries;
}

Result<AuditHead> Store::audit_head() {
    const auto kept = TRY(parts_->find_kept_audit_head());
    return kept ? *kept : TRY(parts_->guess_audit_head());
}

} // namespace storage
