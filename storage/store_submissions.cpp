#include "storage/store_parts.hpp"

namespace storage {

using base::Result;
using base::Secret;
using crypto::IndexTag;

namespace {

IndexTag slot_tag(const crypto::IndexKey& index, const VisitId& visit, const PersonId& person,
                  std::chrono::year_month_day day) {
    return crypto::blind_index(index, "arrival.slot", {day_text(day), visit.text, person.text});
}

IndexTag ticket_tag(const crypto::IndexKey& index, const Ticket& ticket, std::chrono::year_month_day day) {
    return crypto::blind_index(index, "arrival.ticket",
                               {day_text(day), name_of(ticket.mark), std::to_string(ticket.number)});
}

bool is_unlisted(const Arrival& arrival) { return arrival.visit_id.text.empty(); }

base::Uuid id_of(base::ByteView bytes) {
    base::Uuid id;
    base::invariant(bytes.size() == id.bytes.size(), "the schema keeps ids of 16 bytes only");
    std::copy(bytes.begin(), bytes.end(), id.bytes.begin());
    return id;
}

// RFC 9562 section 5.7: the first 48 bits are the milliseconds.
base::UtcTime time_of(const base::Uuid& version_7) {
    std::int64_t milliseconds = 0;
    for (std::size_t i = 0; i < 6; ++i) milliseconds = milliseconds << 8 | version_7.bytes[i];
    return base::UtcTime(std::chrono::milliseconds(milliseconds));
}

constexpr const char* unsent = " FROM submission WHERE line IS NOT NULL"
                               " AND id NOT IN (SELECT submission FROM batch_member)";

// Takes the stub off what is still to be sent, and removes what was nothing but a stub.
template <typename Value>
Result<void> drop_stubs(Database& database, const std::string& which, Value value) {
    std::string sql = "DELETE FROM submission WHERE line IS NULL AND ";
    Statement remove = TRY(database.prepare(sql.append(which)));
    TRY(remove.bind(value).run());
    sql = "UPDATE submission SET stub = NULL, desk = NULL, day = NULL, ticket = NULL, slot = NULL WHERE ";
    Statement strip = TRY(database.prepare(sql.append(which)));
    return strip.bind(value).run();
}

} // namespace

Result<void> Store::Parts::insert_submission(const NewSubmission& submission) {
    {
        Statement find = TRY(database->prepare("SELECT 1 FROM submission WHERE id = ?"));
        const bool is_there = TRY(find.bind(submission.id.bytes).step());
        if (is_there) return base::call_staff("submission: its id is already in use; make a new id for a new record");
    }
    const std::int64_t key = TRY(ring.find_or_make(KeyUse::submission, key_day()));
    const base::Bytes line = TRY(seal(key, "submission.line", submission.id.bytes, written(submission)));
    Statement insert = TRY(database->prepare("INSERT INTO submission (id, key, line) VALUES (?, ?, ?)"));
    return insert.bind(submission.id.bytes).bind(key).bind(line).run();
}

Result<void> Store::add(const NewSubmission& submission) {
    return parts_->change([&] { return parts_->insert_submission(submission); });
}

Result<void> Store::add(const NewSubmission& submission, const DeskItem& item, std::chrono::year_month_day day) {
    base::invariant(item.submission == submission.id, "a desk item names the submission it came with");
    return parts_->change([&]() -> Result<void> {
        TRY(parts_->insert_submission(submission));
        return parts_->insert_item(item, day_number(day));
    });
}

Result<std::optional<Arrival>> Store::check_in(const NewSubmission& submission, const Arrival& arrival,
                                               std::chrono::year_month_day day, const ForDesk& for_desk) {
    base::invariant(arrival.submission == submission.id, "an arrival names the check-in it came with");
    const IndexTag slot = slot_tag(parts_->keys.index, arrival.visit_id, arrival.person_id, day);
    const IndexTag ticket = ticket_tag(parts_->keys.index, arrival.ticket, day);
    return parts_->change([&]() -> Result<std::optional<Arrival>> {
        if (!is_unlisted(arrival)) {
            auto standing = TRY(find_arrival(arrival.visit_id, arrival.person_id, day));
            if (standing.has_value()) return standing;
        }
        {
            Statement find = TRY(parts_->database->prepare("SELECT 1 FROM submission WHERE ticket = ?"));
            const bool is_taken = TRY(find.bind(ticket).step());
            if (is_taken) return base::ask_again("check-in: the ticket is in use that day; choose another");
        }
        TRY(parts_->insert_submission(submission));
        const std::int64_t key = TRY(parts_->ring.find_or_make(KeyUse::submission, parts_->key_day()));
        const base::Bytes stub = TRY(parts_->seal(key, "submission.stub", submission.id.bytes, written(arrival)));
        Statement keep = TRY(
            parts_->database->prepare("UPDATE submission SET stub = ?, day = ?, ticket = ?, slot = ? WHERE id = ?"));
        keep.bind(stub).bind(day_number(day)).bind(ticket);
        if (is_unlisted(arrival)) {
            keep.bind_null();
        } else {
            keep.bind(slot);
        }
        TRY(keep.bind(submission.id.bytes).run());
        TRY(parts_->set_desk_state(submission.id, for_desk.state));
        if (for_desk.item) TRY(parts_->insert_item(*for_desk.item, day_number(day)));
        if (const auto& act = for_desk.act) {
            const auto mark = static_cast<std::int64_t>(arrival.ticket.mark);
            TRY(parts_->append_audit(
                act->event, {{"by", act->by}, {"ticket", std::int64_t{arrival.ticket.number}}, {"mark", mark}}));
        }
        return std::optional<Arrival>();
    });
}

Result<std::optional<Arrival>> Store::find_arrival(const VisitId& visit, const PersonId& person,
                                                   std::chrono::year_month_day day) {
    Statement find = TRY(parts_->database->prepare("SELECT id, key, stub FROM submission WHERE slot = ?"));
    find.bind(slot_tag(parts_->keys.index, visit, person, day));
    const bool is_there = TRY(find.step());
    if (!is_there) return std::optional<Arrival>();
    const Secret record = TRY(parts_->open(find.number(1), "submission.stub", find.blob(0), find.blob(2)));
    return std::optional(TRY(read_arrival(record)));
}

Result<std::vector<Arrival>> Store::arrivals(std::chrono::year_month_day day) {
    Statement find = TRY(parts_->database->prepare("SELECT id, key, stub FROM submission WHERE day = ? ORDER BY id"));
    find.bind(day_number(day));
    std::vector<Arrival> arrivals;
    while (TRY(find.step())) {
        const Secret record = TRY(parts_->open(find.number(1), "submission.stub", find.blob(0), find.blob(2)));
        arrivals.push_back(TRY(read_arrival(record)));
    }
    return arrivals;
}

Result<void> Store::Parts::drop_check_in(const NewSubmission& withdrawal, const base::Uuid& withdrawn) {
    TRY(insert_submission(withdrawal));
    // Nothing to drop once its day is over; the agency is told either way.
    TRY(drop_stubs(*database, "id = ?", base::ByteView(withdrawn.bytes)));
    Statement drop = TRY(database->prepare("DELETE FROM desk_item WHERE submission = ?"));
    TRY(drop.bind(withdrawn.bytes).run());
    return ring.destroy_unneeded();
}

Result<void> Store::withdraw_check_in(const NewSubmission& withdrawal, const base::Uuid& withdrawn) {
    return parts_->change([&] { return parts_->drop_check_in(withdrawal, withdrawn); });
}

Result<void> Store::withdraw_check_in(const NewSubmission& withdrawal, const base::Uuid& withdrawn, AuditEvent audit,
                                      std::initializer_list<base::LogField> fields) {
    return parts_->change([&]() -> Result<void> {
        TRY(parts_->drop_check_in(withdrawal, withdrawn));
        return parts_->append_audit(audit, fields);
    });
}

Result<std::vector<PendingSubmission>> Store::pending() {
    std::string sql = "SELECT id, key, line";
    Statement find = TRY(parts_->database->prepare(sql.append(unsent).append(" ORDER BY id")));
    std::vector<PendingSubmission> pending;
    while (TRY(find.step())) {
        const base::Uuid id = id_of(find.blob(0));
        const Secret record = TRY(parts_->open(find.number(1), "submission.line", id.bytes, find.blob(2)));
        pending.push_back(TRY(read_submission(id, record)));
    }
    return pending;
}

Result<Store::Waiting> Store::waiting() {
    // Feedback ids are version 4: random, without a time, and meant to wait for others.
    std::string sql = "SELECT count(*), min(iif(substr(hex(id), 13, 1) = '7', id, NULL))";
    Statement find = TRY(parts_->database->prepare(sql.append(unsent)));
    const bool has_row = TRY(find.step());
    base::invariant(has_row, "a count gives one row");
    Waiting waiting;
    waiting.count = find.number(0);
    if (!find.is_null(1)) waiting.oldest = time_of(id_of(find.blob(1)));
    return waiting;
}

Result<void> Store::forget_before(std::chrono::year_month_day today) {
    return parts_->change([&]() -> Result<void> {
        TRY(drop_stubs(*parts_->database, "day < ?", day_number(today)));
        Statement drop = TRY(parts_->database->prepare("DELETE FROM desk_item WHERE day < ?"));
        TRY(drop.bind(day_number(today)).run());
        return parts_->ring.destroy_unneeded();
    });
}

} // namespace storage
