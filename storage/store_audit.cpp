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
std::string quoted(base::Literal word) {
    const bool is_plain = std::ranges::all_of(
        word.text(), [](char letter) { return letter >= ' ' && letter <= '~' && letter != '"' && letter != '\\'; });
    base::invariant(is_plain, "words of the audit log are plain ASCII");
    return '"' + std::string(word.text()) + '"';
}

std::string entry_text(std::int64_t number, base::UtcTime at, base::Literal event,
                       std::initializer_list<base::LogField> fields) {
    std::string text = "{\"n\":" + std::to_string(number) + ",\"at\":\"" + time_text(at) +
                       "\",\"event\":" + quoted(event) + ",\"fields\":{";
    const char* separator = "";
    for (const auto& field : fields) {
        text += separator + quoted(field.name) + ':';
        const auto* value = std::get_if<std::int64_t>(&field.value);
        text += value != nullptr ? std::to_string(*value) : quoted(std::get<base::Literal>(field.value));
        separator = ",";
    }
    return text + "}}";
}

base::Error broken_chain(std::int64_t number) {
    return base::call_staff("audit log: entry " + std::to_string(number) + " does not fit the ones before it");
}

} // namespace

Result<AuditHead> Store::Parts::read_audit_head() {
    Statement find = TRY(database->prepare("SELECT number, key, entry FROM audit ORDER BY number DESC LIMIT 1"));
    const bool is_there = TRY(find.step());
    if (!is_there) return AuditHead{};
    const std::int64_t number = find.number(0);
    const base::Secret record = TRY(open(find.number(1), "audit.entry", row_bytes(number), find.blob(2)));
    return AuditHead{number, TRY(read_audit_entry(record)).hash};
}

Result<void> Store::Parts::append_audit(base::Literal event, std::initializer_list<base::LogField> fields) {
    const AuditHead head = TRY(read_audit_head());
    const base::UtcTime now = clock.now();
    AuditEntry entry;
    entry.number = head.count + 1;
    entry.id = base::Uuid::v7(now, random);
    entry.text = entry_text(entry.number, now, event, fields);
    entry.hash = crypto::sha256(head.hash, base::bytes_of(entry.text));
    const std::int64_t key = TRY(ring.find_or_make(KeyUse::kiosk, key_day()));
    const base::Bytes sealed = TRY(seal(key, "audit.entry", row_bytes(entry.number), written(entry)));
    Statement insert = TRY(database->prepare("INSERT INTO audit (number, key, entry) VALUES (?, ?, ?)"));
    return insert.bind(entry.number).bind(key).bind(sealed).run();
}

Result<std::vector<AuditEntry>> Store::Parts::read_audit(std::int64_t after) {
    Statement find = TRY(database->prepare("SELECT number, key, entry FROM audit WHERE number > ? ORDER BY number"));
    find.bind(after);
    std::vector<AuditEntry> entries;
    while (TRY(find.step())) {
        const base::Secret record = TRY(open(find.number(1), "audit.entry", row_bytes(find.number(0)), find.blob(2)));
        entries.push_back(TRY(read_audit_entry(record)));
    }
    return entries;
}

Result<void> Store::append_audit(base::Literal event, std::initializer_list<base::LogField> fields) {
    return parts_->change([&] { return parts_->append_audit(event, fields); });
}

Result<std::vector<AuditEntry>> Store::audit_entries(std::int64_t after) { return parts_->read_audit(after); }

Result<std::vector<AuditEntry>> Store::unsent_audit_entries() {
    return parts_->read_audit(
        TRY(parts_->database->number("SELECT coalesce(max(audit_to), 0) FROM batch WHERE state <> 'lost'")));
}

Result<AuditHead> Store::audit_head() { return parts_->read_audit_head(); }

Result<void> Store::verify_audit() {
    AuditHead head;
    // One at a time: the log of years need not fit in memory.
    Statement find = TRY(parts_->database->prepare("SELECT number, key, entry FROM audit ORDER BY number"));
    while (TRY(find.step())) {
        const std::int64_t number = find.number(0);
        auto record = parts_->open(find.number(1), "audit.entry", row_bytes(number), find.blob(2));
        if (record.is_error()) return broken_chain(number);
        const AuditEntry entry = TRY(read_audit_entry(record.value()));
        const crypto::Sha256 hash = crypto::sha256(head.hash, base::bytes_of(entry.text));
        if (number != head.count + 1 || entry.number != number || entry.hash != hash) return broken_chain(number);
        head = {number, hash};
    }
    return {};
}

} // namespace storage
