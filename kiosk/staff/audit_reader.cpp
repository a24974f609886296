#include "kiosk/staff/audit_reader.hpp"

#include "kiosk/exchange/json.hpp"
#include "kiosk/exchange/utc_text.hpp"
#include "kiosk/visits/office_time.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>

namespace kiosk {

using base::Result;

namespace {

constexpr std::int64_t entries_at_once = 200;
constexpr std::int64_t most_looked_at = 4000;
constexpr std::int64_t entries_checked_at_once = 500;

bool passes(const AuditFilter& filter, const AuditLine& line, const std::string& time_zone) {
    if (!line.at || !line.kind) return true;
    if (filter.group && line.kind->group != *filter.group) return false;
    if (filter.day && local_day(*line.at, time_zone) != *filter.day) return false;
    return !filter.staff || line.staff() == filter.staff;
}

std::vector<AuditField> read_fields(const Json& fields) {
    std::vector<AuditField> read;
    if (fields.object() == nullptr) return read;
    for (const JsonMember& member : *fields.object()) {
        if (const auto* number = member.value.integer()) read.push_back({member.name, *number});
        if (const auto* word = member.value.text()) read.push_back({member.name, *word});
    }
    return read;
}

} // namespace

std::optional<std::int64_t> AuditLine::staff() const {
    for (const AuditField& field : fields) {
        const auto* member = std::get_if<std::int64_t>(&field.value);
        if (field.name == "by" && member != nullptr && *member > 0) return *member;
    }
    return std::nullopt;
}

AuditLine read_audit_entry(const storage::AuditEntry& entry) {
    AuditLine line;
    line.number = entry.number;
    const auto json = parse_json(entry.text);
    if (json.is_error()) return line;
    const Json* at = json.value().find("at");
    const Json* event = json.value().find("event");
    const Json* fields = json.value().find("fields");
    if (at != nullptr && at->text() != nullptr) line.at = parse_utc_text(*at->text());
    if (event != nullptr && event->text() != nullptr) line.kind = storage::find_audit_event(*event->text());
    if (fields != nullptr) line.fields = read_fields(*fields);
    return line;
}

Result<AuditPage> AuditReader::read(const StaffSession& by, const AuditFilter& filter, std::int64_t before,
                                    std::size_t most) {
    TRY(demand(by, StaffAction::see_audit));
    AuditPage page;
    page.next = before;
    for (std::int64_t looked_at = 0; looked_at < most_looked_at && page.lines.size() < most;) {
        const auto entries = TRY(from_.store.audit_entries_before(page.next, entries_at_once));
        for (const storage::AuditEntry& entry : entries) {
            if (page.lines.size() == most) return page;
            page.next = entry.number;
            AuditLine line = read_audit_entry(entry);
            if (passes(filter, line, from_.settings.time_zone)) page.lines.push_back(std::move(line));
        }
        looked_at += std::ssize(entries);
        page.is_last = std::ssize(entries) < entries_at_once;
        if (page.is_last) return page;
    }
    return page;
}

Result<void> AuditReader::check_more(const StaffSession& by, storage::AuditCheck& check) {
    TRY(demand(by, StaffAction::see_audit));
    return from_.store.check_audit(check, entries_checked_at_once);
}

Result<AuditExported> AuditReader::make_copy(const StaffSession& by) {
    TRY(demand(by, StaffAction::export_audit));
    TRY(from_.files.make_folder(copies_, base::FolderAccess::owner_only));
    const auto second = std::chrono::floor<std::chrono::seconds>(from_.clock.now());
    return export_audit(from_, by.number,
                        copies_ / fmt::format("audit-{}-{:%Y%m%d-%H%M%S}.ndjson", from_.settings.kiosk, second));
}

std::chrono::year_month_day AuditReader::today() const {
    return local_day(from_.clock.now(), from_.settings.time_zone);
}

} // namespace kiosk
