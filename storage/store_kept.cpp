#include "storage/record_bytes.hpp"
#include "storage/store_parts.hpp"

namespace storage {

using base::Result;
using base::Secret;

namespace {

constexpr base::Literal reach_name{"roster_reach"};
constexpr base::Literal signed_roster_name{"signed_roster"};
constexpr std::int64_t no_reach = INT64_MIN;

base::Bytes batch_row(const std::string& epoch, std::int64_t seq) {
    const base::ByteView name = base::bytes_of(epoch);
    base::Bytes row(name.begin(), name.end());
    const auto number = row_bytes(seq);
    row.insert(row.end(), number.begin(), number.end());
    return row;
}

} // namespace

Result<void> Store::Parts::keep(base::Literal name, const Secret& value) {
    const std::int64_t key = TRY(ring.find_or_make(KeyUse::kiosk, key_day()));
    const base::Bytes sealed = TRY(seal(key, "kept_value.value", base::bytes_of(name.text()), value));
    Statement insert = TRY(database->prepare("INSERT OR REPLACE INTO kept_value (name, key, value) VALUES (?, ?, ?)"));
    return insert.bind(name.text()).bind(key).bind(sealed).run();
}

Result<void> Store::keep(base::Literal name, const Secret& value) {
    return parts_->change([&] { return parts_->keep(name, value); });
}

Result<void> Store::keep(base::Literal name, const Secret& value, AuditEvent audit,
                         std::initializer_list<base::LogField> fields) {
    return parts_->change([&]() -> Result<void> {
        TRY(parts_->keep(name, value));
        return parts_->append_audit(audit, fields);
    });
}

Result<std::optional<Secret>> Store::Parts::find_kept(base::Literal name) {
    Statement find = TRY(database->prepare("SELECT key, value FROM kept_value WHERE name = ?"));
    const bool is_there = TRY(find.bind(name.text()).step());
    if (!is_there) return std::optional<Secret>();
    return std::optional(TRY(open(find.number(0), "kept_value.value", base::bytes_of(name.text()), find.blob(1))));
}

Result<std::optional<Secret>> Store::find_kept(base::Literal name) { return parts_->find_kept(name); }

Result<void> Store::Parts::keep_roster_reach(std::span<const RosterEntry> entries) {
    std::int64_t last = no_reach;
    for (const RosterEntry& entry : entries) {
        for (const auto& day : entry.days) last = std::max(last, day_number(day));
    }
    RecordWriter writer;
    return keep(reach_name, writer.number(last).take());
}

Result<std::int64_t> Store::Parts::signed_roster_version() {
    const auto value = TRY(find_kept(signed_roster_name));
    if (!value) return std::int64_t{0};
    RecordReader reader(value->view());
    const std::int64_t version = reader.number();
    if (!reader.is_whole()) return base::out_of_service("database: the roster's version is not in the known form");
    return version;
}

Result<void> Store::Parts::keep_signed_roster(const SignedRoster& bundle) {
    const std::int64_t standing = TRY(signed_roster_version());
    if (bundle.version <= standing) return base::ask_again("roster: a version as high or higher was used before");
    RecordWriter writer;
    return keep(signed_roster_name, writer.number(bundle.version).take());
}

Result<std::optional<std::chrono::year_month_day>> Store::roster_reach() {
    const auto value = TRY(find_kept(reach_name));
    if (!value) return std::optional<std::chrono::year_month_day>();
    RecordReader reader(value->view());
    const std::int64_t day = reader.number();
    if (!reader.is_whole() || day == no_reach) return std::optional<std::chrono::year_month_day>();
    return std::optional(std::chrono::year_month_day(std::chrono::sys_days(std::chrono::days(day))));
}

Result<void> Store::Parts::keep_kinds(const BatchRow& batch) {
    if (batch.kinds.empty()) return {};
    RecordWriter writer;
    writer.number(std::ssize(batch.kinds));
    for (const auto& [kind, count] : batch.kinds) writer.choice(kind).number(count);
    const std::int64_t key = TRY(ring.find_or_make(KeyUse::kiosk, key_day()));
    const base::Bytes sealed = TRY(seal(key, "batch_kinds.kinds", batch_row(batch.epoch, batch.seq), writer.take()));
    Statement insert = TRY(database->prepare("INSERT INTO batch_kinds (epoch, seq, key, kinds) VALUES (?, ?, ?, ?)"));
    return insert.bind(batch.epoch).bind(batch.seq).bind(key).bind(sealed).run();
}

Result<KindCounts> Store::batch_kinds(const std::string& epoch, std::int64_t seq) {
    Statement find = TRY(parts_->database->prepare("SELECT key, kinds FROM batch_kinds WHERE epoch = ? AND seq = ?"));
    const bool is_there = TRY(find.bind(epoch).bind(seq).step());
    if (!is_there) return KindCounts{};
    const Secret record = TRY(parts_->open(find.number(0), "batch_kinds.kinds", batch_row(epoch, seq), find.blob(1)));
    RecordReader reader(record.view());
    KindCounts kinds;
    for (std::size_t left = reader.count(); left > 0; --left) {
        const auto kind = reader.choice(SubmissionKind::feedback);
        kinds[kind] = reader.number();
    }
    if (!reader.is_whole()) return base::out_of_service("database: the kinds of a batch are not in the known form");
    return kinds;
}

Result<std::vector<BatchRow>> Store::published_batches() {
    Statement find = TRY(parts_->database->prepare("SELECT epoch, seq, sha256, created, audit_from, audit_to FROM batch"
                                                   " WHERE state = 'published' ORDER BY created, epoch, seq"));
    std::vector<BatchRow> batches;
    while (TRY(find.step())) {
        BatchRow& batch = batches.emplace_back();
        batch.epoch = find.text(0);
        batch.seq = find.number(1);
        batch.sha256 = find.text(2);
        batch.state = BatchState::published;
        batch.created = base::UtcTime(std::chrono::milliseconds(find.number(3)));
        batch.audit_from = find.number(4);
        batch.audit_to = find.number(5);
    }
    return batches;
}

} // namespace storage
