#include "storage/store_parts.hpp"

namespace storage {

using base::Result;

namespace {

Result<std::optional<std::string>> current_epoch(Database& database) {
    Statement find = TRY(database.prepare("SELECT epoch FROM epoch ORDER BY number DESC LIMIT 1"));
    const bool is_there = TRY(find.step());
    return is_there ? std::optional(std::string(find.text(0))) : std::nullopt;
}

// `state` is one of the words of the schema. False if the batch was not merely written.
Result<bool> finish_batch(Database& database, const std::string& epoch, std::int64_t seq, const char* state) {
    Statement update =
        TRY(database.prepare("UPDATE batch SET state = ? WHERE epoch = ? AND seq = ? AND state = 'written'"));
    TRY(update.bind(state).bind(epoch).bind(seq).run());
    return database.changed_rows() == 1;
}

Result<std::string> state_of(Database& database, const std::string& epoch, std::int64_t seq) {
    Statement find = TRY(database.prepare("SELECT state FROM batch WHERE epoch = ? AND seq = ?"));
    const bool is_there = TRY(find.bind(epoch).bind(seq).step());
    return is_there ? std::string(find.text(0)) : std::string("not known");
}

base::Error wrong_state(std::int64_t seq, const std::string& state, const char* wanted) {
    return base::call_staff("batch " + std::to_string(seq) + ": it is " + state + " and cannot become " + wanted);
}

Result<void> free_members(Database& database, const std::string& epoch, std::int64_t seq) {
    Statement free = TRY(database.prepare("DELETE FROM batch_member WHERE epoch = ? AND seq = ?"));
    return free.bind(epoch).bind(seq).run();
}

Result<void> insert_members(Database& database, const BatchRow& batch) {
    Statement insert = TRY(database.prepare("INSERT INTO batch_member (submission, epoch, seq, place)"
                                            " SELECT id, ?, ?, ? FROM submission WHERE id = ? AND line IS NOT NULL"
                                            " AND id NOT IN (SELECT submission FROM batch_member)"));
    std::int64_t place = 0;
    for (const auto& member : batch.members) {
        TRY(insert.bind(batch.epoch).bind(batch.seq).bind(place++).bind(member.bytes).run());
        if (database.changed_rows() != 1) {
            return base::call_staff("batch " + std::to_string(batch.seq) +
                                    ": a member is not waiting to be sent; nothing was recorded");
        }
    }
    return {};
}

} // namespace

Result<void> Store::begin_epoch(const std::string& epoch) {
    if (epoch.size() != 8 || base::from_hex(epoch).is_error()) {
        return base::ask_again("epoch: must be 8 lowercase hex digits");
    }
    // A kiosk that has one starts also where nothing can be written.
    if (TRY(current_epoch(*parts_->database)).has_value()) return {};
    return parts_->change([&]() -> Result<void> {
        Statement insert = TRY(parts_->database->prepare(
            "INSERT INTO epoch (number, epoch) SELECT 1, ? WHERE NOT EXISTS (SELECT 1 FROM epoch)"));
        return insert.bind(epoch).run();
    });
}

Result<BatchPosition> Store::next_position() {
    Database& database = *parts_->database;
    const auto epoch = TRY(current_epoch(database));
    if (!epoch.has_value()) return base::call_staff("batch: no epoch has begun");
    BatchPosition position{*epoch, 1, std::string(64, '0')};
    {
        Statement last = TRY(database.prepare("SELECT coalesce(max(seq), 0) FROM batch WHERE epoch = ?"));
        const bool has_row = TRY(last.bind(*epoch).step());
        base::invariant(has_row, "a maximum gives one row");
        position.seq = last.number(0) + 1;
    }
    // A lost file never was anywhere, so it cannot be the one before.
    Statement before =
        TRY(database.prepare("SELECT sha256 FROM batch WHERE epoch = ? AND state <> 'lost' ORDER BY seq DESC LIMIT 1"));
    const bool has_before = TRY(before.bind(*epoch).step());
    if (has_before) position.prev = before.text(0);
    return position;
}

Result<void> Store::record_batch(const BatchRow& batch) {
    base::invariant(batch.state == BatchState::written, "a batch is recorded when its files are written");
    return parts_->change([&]() -> Result<void> {
        const BatchPosition position = TRY(next_position());
        if (batch.epoch != position.epoch || batch.seq != position.seq) {
            return base::call_staff("batch " + std::to_string(batch.seq) + ": the next number is " +
                                    std::to_string(position.seq) + " of the current epoch; nothing was recorded");
        }
        Statement insert =
            TRY(parts_->database->prepare("INSERT INTO batch (epoch, seq, sha256, state, created, audit_from, audit_to)"
                                          " VALUES (?, ?, ?, 'written', ?, ?, ?)"));
        insert.bind(batch.epoch).bind(batch.seq).bind(batch.sha256).bind(batch.created.time_since_epoch().count());
        TRY(insert.bind(batch.audit_from).bind(batch.audit_to).run());
        TRY(parts_->keep_kinds(batch));
        return insert_members(*parts_->database, batch);
    });
}

Result<void> Store::mark_published(const std::string& epoch, std::int64_t seq) {
    return parts_->change([&]() -> Result<void> {
        Database& database = *parts_->database;
        const bool is_finished = TRY(finish_batch(database, epoch, seq, "published"));
        if (!is_finished) {
            const std::string state = TRY(state_of(database, epoch, seq));
            return state == "published" ? Result<void>() : Result<void>(wrong_state(seq, state, "published"));
        }
        // Freed before their rows go, because a member must be a submission.
        std::vector<base::Bytes> members;
        {
            Statement find = TRY(database.prepare("SELECT submission FROM batch_member WHERE epoch = ? AND seq = ?"));
            find.bind(epoch).bind(seq);
            while (TRY(find.step())) members.emplace_back(find.blob(0).begin(), find.blob(0).end());
        }
        TRY(free_members(database, epoch, seq));
        Statement strip = TRY(database.prepare("UPDATE submission SET line = NULL WHERE id = ? AND stub IS NOT NULL"));
        Statement remove = TRY(database.prepare("DELETE FROM submission WHERE id = ? AND stub IS NULL"));
        for (const auto& member : members) {
            TRY(strip.bind(member).run());
            TRY(remove.bind(member).run());
        }
        return parts_->ring.destroy_unneeded();
    });
}

Result<void> Store::mark_lost(const std::string& epoch, std::int64_t seq) {
    return parts_->change([&]() -> Result<void> {
        Database& database = *parts_->database;
        const bool is_finished = TRY(finish_batch(database, epoch, seq, "lost"));
        if (!is_finished) return wrong_state(seq, TRY(state_of(database, epoch, seq)), "lost");
        TRY(free_members(database, epoch, seq));
        return parts_->append_audit("batch_lost", {{"seq", seq}});
    });
}

Result<std::vector<BatchRow>> Store::unfinished_batches() {
    Database& database = *parts_->database;
    Statement find = TRY(database.prepare("SELECT epoch, seq, sha256, created, audit_from, audit_to FROM batch"
                                          " WHERE state = 'written' ORDER BY created, epoch, seq"));
    std::vector<BatchRow> batches;
    while (TRY(find.step())) {
        BatchRow batch;
        batch.epoch = find.text(0);
        batch.seq = find.number(1);
        batch.sha256 = find.text(2);
        batch.created = base::UtcTime(std::chrono::milliseconds(find.number(3)));
        batch.audit_from = find.number(4);
        batch.audit_to = find.number(5);
        Statement members =
            TRY(database.prepare("SELECT submission FROM batch_member WHERE epoch = ? AND seq = ? ORDER BY place"));
        members.bind(batch.epoch).bind(batch.seq);
        while (TRY(members.step())) {
            base::Uuid& member = batch.members.emplace_back();
            const base::ByteView bytes = members.blob(0);
            std::copy_n(bytes.begin(), std::min(bytes.size(), member.bytes.size()), member.bytes.begin());
        }
        batches.push_back(std::move(batch));
    }
    return batches;
}

Result<std::int64_t> Store::published_count() {
    return parts_->database->number("SELECT count(*) FROM batch WHERE state = 'published'");
}

} // namespace storage
