#include "storage/store_parts.hpp"

namespace storage {

using base::Result;
using base::Secret;

namespace {

constexpr const char* arrival_columns = "SELECT id, key, stub, desk FROM submission WHERE ";

base::Error not_there() { return base::ask_again("desk: that arrival is not there any more"); }

} // namespace

Result<void> Store::Parts::insert_item(const DeskItem& item, std::int64_t day) {
    const std::int64_t key = TRY(ring.find_or_make(KeyUse::submission, key_day()));
    const base::Bytes sealed = TRY(seal(key, "desk_item.item", item.submission.bytes, written(item)));
    Statement insert = TRY(database->prepare("INSERT INTO desk_item (submission, key, day, item) VALUES (?, ?, ?, ?)"));
    return insert.bind(item.submission.bytes).bind(key).bind(day).bind(sealed).run();
}

Result<void> Store::Parts::set_desk_state(const base::Uuid& check_in, const DeskState& state) {
    Statement find = TRY(database->prepare("SELECT key FROM submission WHERE id = ? AND stub IS NOT NULL"));
    const bool is_there = TRY(find.bind(check_in.bytes).step());
    if (!is_there) return not_there();
    const base::Bytes sealed = TRY(seal(find.number(0), "submission.desk", check_in.bytes, written(state)));
    Statement keep = TRY(database->prepare("UPDATE submission SET desk = ? WHERE id = ?"));
    return keep.bind(sealed).bind(check_in.bytes).run();
}

Result<DeskArrival> Store::Parts::read_desk_arrival(Statement& row) {
    const std::int64_t key = row.number(1);
    const Secret stub = TRY(open(key, "submission.stub", row.blob(0), row.blob(2)));
    DeskArrival read{TRY(read_arrival(stub)), {}};
    if (row.is_null(3)) return read;
    const Secret state = TRY(open(key, "submission.desk", row.blob(0), row.blob(3)));
    read.state = TRY(read_desk_state(state));
    return read;
}

Result<std::vector<DeskArrival>> Store::desk_arrivals(std::chrono::year_month_day day) {
    std::string sql = arrival_columns;
    Statement find = TRY(parts_->database->prepare(sql.append("day = ? ORDER BY id")));
    find.bind(day_number(day));
    std::vector<DeskArrival> arrivals;
    while (TRY(find.step())) arrivals.push_back(TRY(parts_->read_desk_arrival(find)));
    return arrivals;
}

Result<std::optional<DeskArrival>> Store::find_desk_arrival(const base::Uuid& check_in) {
    std::string sql = arrival_columns;
    Statement find = TRY(parts_->database->prepare(sql.append("id = ? AND stub IS NOT NULL")));
    const bool is_there = TRY(find.bind(check_in.bytes).step());
    if (!is_there) return std::optional<DeskArrival>();
    return std::optional(TRY(parts_->read_desk_arrival(find)));
}

Result<void> Store::mark(const base::Uuid& check_in, const DeskState& state, const NewSubmission& event,
                         AuditEvent audit, std::initializer_list<base::LogField> fields) {
    return parts_->change([&]() -> Result<void> {
        TRY(parts_->set_desk_state(check_in, state));
        TRY(parts_->insert_submission(event));
        return parts_->append_audit(audit, fields);
    });
}

Result<std::vector<DeskItem>> Store::desk_items(std::chrono::year_month_day day) {
    Statement find =
        TRY(parts_->database->prepare("SELECT submission, key, item FROM desk_item WHERE day = ? ORDER BY submission"));
    find.bind(day_number(day));
    std::vector<DeskItem> items;
    while (TRY(find.step())) {
        const Secret record = TRY(parts_->open(find.number(1), "desk_item.item", find.blob(0), find.blob(2)));
        items.push_back(TRY(read_desk_item(record)));
    }
    return items;
}

Result<void> Store::mark_item(const DeskItem& item, AuditEvent audit, std::initializer_list<base::LogField> fields) {
    return parts_->change([&]() -> Result<void> {
        Statement find = TRY(parts_->database->prepare("SELECT key FROM desk_item WHERE submission = ?"));
        const bool is_there = TRY(find.bind(item.submission.bytes).step());
        if (!is_there) return base::ask_again("desk: what was asked for is not there any more");
        const base::Bytes sealed =
            TRY(parts_->seal(find.number(0), "desk_item.item", item.submission.bytes, written(item)));
        Statement keep = TRY(parts_->database->prepare("UPDATE desk_item SET item = ? WHERE submission = ?"));
        TRY(keep.bind(sealed).bind(item.submission.bytes).run());
        return parts_->append_audit(audit, fields);
    });
}

} // namespace storage
