#include "kiosk/staff/audit_reader.hpp"

#include "kiosk/exchange/json.hpp"
#include "kiosk/exchange/utc_text.hpp"
#include "kiosk/visits/office_time.hpp"

#include <algorithm>
#include <fmt/chrono.h>
#include <fmt/format.h>
#include <span>

namespace kiosk {

using base::Result;

namespace {

constexpr std::int64_t entries_at_once = 200;
constexpr std::int64_t most_looked_at = 4000;
constexpr std::int64_t entries_checked_at_once = 500;
constexpr std::int64_t entries_copied_at_once = 200;

constexpr std::string_view copy_begins = "audit-";
constexpr std::string_view copy_ends = ".ndjson";
constexpr std::string_view part_ends = ".part";

// The copy that a file in the folder is, or that it is the signature or a part of.
std::optional<std::string> copy_of(std::string_view name) {
    for (const std::string_view ending : {part_ends, std::string_view(".minisig")}) {
        if (name.ends_with(ending)) name.remove_suffix(ending.size());
    }
    if (!name.starts_with(copy_begins) || !name.ends_with(copy_ends)) return std::nullopt;
    return std::string(name);
}

// "20261013-140000": names of a kiosk that was called differently stand in their place too.
std::string_view time_in(std::string_view copy) {
    copy.remove_suffix(std::min(copy.size(), copy_ends.size()));
    return copy.substr(copy.size() - std::min(copy.size(), std::string_view("20261013-140000").size()));
}

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

Result<std::shared_ptr<CopyInMaking>> AuditReader::begin_copy(const StaffSession& by) {
    TRY(demand(by, StaffAction::export_audit));
    TRY(from_.files.make_folder(copies_, base::FolderAccess::owner_only));
    const auto second = std::chrono::floor<std::chrono::seconds>(from_.clock.now());
    AuditExported names =
        TRY(find_place_for_copy(from_.files, copies_ / fmt::format("{}{}-{:%Y%m%d-%H%M%S}{}", copy_begins,
                                                                   from_.settings.kiosk, second, copy_ends)));
    AuditCopy copy = TRY(AuditCopy::begin(from_, by.number));
    names.count = copy.head().count;
    return std::make_shared<CopyInMaking>(CopyInMaking{std::move(names), std::move(copy)});
}

Result<std::optional<AuditExported>> AuditReader::make_more(const StaffSession& by, CopyInMaking& making) {
    TRY(demand(by, StaffAction::export_audit));
    const std::string piece = TRY(making.copy.next(entries_copied_at_once));
    making.text += piece;
    if (!piece.empty()) return std::optional<AuditExported>();
    const std::string signature = TRY(making.copy.sign());
    // Another one may have come in between.
    TRY(find_place_for_copy(from_.files, making.names.file));
    TRY(write_copy(from_.files, making.names, making.text, signature));
    remove_old_copies(making.names.file);
    return std::optional(making.names);
}

// What cannot be removed is tried again with the next copy: this one is made all the same.
void AuditReader::remove_old_copies(const base::Path& made) {
    const auto names = from_.files.list(copies_);
    if (names.is_error()) return;
    std::vector<std::string> others;
    for (const std::string& name : names.value()) {
        if (const auto copy = copy_of(name); copy && *copy != made.filename()) others.push_back(*copy);
        if (copy_of(name) && name.ends_with(part_ends)) (void)from_.files.remove(copies_ / name);
    }
    std::ranges::sort(others, {}, [](std::string_view copy) { return std::pair(time_in(copy), copy); });
    others.erase(std::unique(others.begin(), others.end()), others.end());
    // Whatever the clock says, the one just made stays.
    const std::size_t too_many = others.size() - std::min(others.size(), copies_kept - 1);
    for (const std::string& copy : std::span(others).first(too_many)) {
        (void)from_.files.remove(copies_ / copy);
        (void)from_.files.remove(copies_ / (copy + ".minisig"));
    }
}

std::chrono::year_month_day AuditReader::today() const {
    return local_day(from_.clock.now(), from_.settings.time_zone);
}

} // namespace kiosk
