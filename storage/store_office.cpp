#include "storage/store_parts.hpp"

#include <algorithm>
#include <bit>

namespace storage {

using base::Result;
using base::Secret;
using crypto::IndexTag;

namespace {

IndexTag staff_tag(const crypto::IndexKey& index, const VisitId& visit, const PersonId& person) {
    return crypto::blind_index(index, "roster.staff", {visit.text, person.text});
}

IndexTag expected_tag(const crypto::IndexKey& index, const std::string& day) {
    return crypto::blind_index(index, "roster.expected", {day});
}

// Longer lists are a power of two: the file tells how busy the busiest day is to within twice, and of no other day.
constexpr std::size_t least_list_size = 4096;

Expected expected_of(const RosterEntry& entry) {
    Expected person{entry.visit, entry.staff.keep_apart, entry.staff.may_take_home};
    std::erase_if(person.visit.more, [](const auto& column) {
        return std::ranges::find(expected_columns, column.first) == expected_columns.end();
    });
    return person;
}

Result<std::optional<crypto::OfficeRecipient>> read_office(Database& database) {
    Statement find = TRY(database.prepare("SELECT recipient FROM office"));
    const bool is_there = TRY(find.step());
    if (!is_there) return std::optional<crypto::OfficeRecipient>();
    return std::optional(TRY_DOING(crypto::OfficeRecipient::parse(find.text(0)), "database: the office's key"));
}

} // namespace

Result<std::optional<crypto::OfficeRecipient>> Store::office() { return read_office(*parts_->database); }

Result<void> Store::Parts::insert_office(const crypto::OfficeRecipient& office) {
    const auto present = TRY(read_office(*database));
    if (present) return base::call_staff("database: the office already has its key");
    {
        Statement keep = TRY(database->prepare("INSERT INTO office (id, recipient) VALUES (1, ?)"));
        TRY(keep.bind(office.text()).run());
    }
    Statement find = TRY(database->prepare("SELECT wrapped FROM staff_key WHERE wrapped IS NOT NULL"));
    const bool is_there = TRY(find.step());
    if (!is_there) return {};
    const auto key =
        TRY(crypto::unwrap_key(keys.staff_wrapping, {"staff_key", row_bytes(1), record_form}, find.blob(0)));
    Statement seal = TRY(database->prepare("UPDATE staff_key SET wrapped = NULL, sealed = ?"));
    return seal.bind(office.seal(key.expose())).run();
}

Result<void> Store::set_office(const crypto::OfficeRecipient& office) {
    return parts_->change([&] { return parts_->insert_office(office); });
}

Result<void> Store::Parts::keep_staff_facts(std::span<const RosterEntry> entries) {
    const auto key = crypto::RecordKey::generate();
    if (const auto office = TRY(read_office(*database))) {
        Statement keep_key = TRY(database->prepare("INSERT INTO staff_key (id, sealed) VALUES (1, ?)"));
        TRY(keep_key.bind(office->seal(key.expose())).run());
    } else {
        const auto wrapped = crypto::wrap_key(keys.staff_wrapping, {"staff_key", row_bytes(1), record_form}, key);
        Statement keep_key = TRY(database->prepare("INSERT INTO staff_key (id, wrapped) VALUES (1, ?)"));
        TRY(keep_key.bind(wrapped).run());
    }

    std::size_t longest = 0;
    for (const auto& entry : entries) longest = std::max(longest, written(entry.staff).size());
    const std::size_t padding = std::max(std::bit_ceil(longest + 1), crypto::record_padding);
    Statement insert = TRY(database->prepare("INSERT OR REPLACE INTO roster_staff (tag, facts) VALUES (?, ?)"));
    for (const auto& entry : entries) {
        const IndexTag tag = staff_tag(keys.index, entry.visit.visit_id, entry.visit.person_id);
        const crypto::RecordContext context{"roster_staff.facts", tag, record_form};
        const Secret facts = written(entry.staff);
        TRY(insert.bind(tag).bind(crypto::seal_record(key, context, facts.view(), padding)).run());
    }
    return keep_expected(entries, key);
}

Result<void> Store::Parts::keep_expected(std::span<const RosterEntry> entries, const crypto::RecordKey& key) {
    TRY(database->run("DELETE FROM roster_expected"));
    std::map<std::string, std::vector<Expected>> days;
    for (const auto& entry : entries) {
        for (const auto& day : entry.days) days[day_text(day)].push_back(expected_of(entry));
    }
    std::vector<std::pair<IndexTag, Secret>> rows;
    std::size_t longest = 0;
    for (auto& [day, people] : days) {
        std::ranges::stable_sort(people, {}, [](const Expected& person) { return person.visit.start; });
        rows.emplace_back(expected_tag(keys.index, day), written(people));
        longest = std::max(longest, rows.back().second.size());
    }
    // In the order of the days, a row's place would tell its day.
    std::ranges::sort(rows, {}, [](const auto& row) { return row.first; });
    const std::size_t padding = std::max(std::bit_ceil(longest + 1), least_list_size);
    Statement insert = TRY(database->prepare("INSERT INTO roster_expected (tag, people) VALUES (?, ?)"));
    for (const auto& [tag, people] : rows) {
        const crypto::RecordContext context{"roster_expected.people", tag, record_form};
        TRY(insert.bind(tag).bind(crypto::seal_record(key, context, people.view(), padding)).run());
    }
    return {};
}

Result<std::vector<Expected>> Store::expected(const crypto::OfficeKey& key, std::chrono::year_month_day day) {
    const IndexTag tag = expected_tag(parts_->keys.index, day_text(day));
    Statement find = TRY(parts_->database->prepare("SELECT people FROM roster_expected WHERE tag = ?"));
    const bool is_there = TRY(find.bind(tag).step());
    if (!is_there) return std::vector<Expected>();
    const auto staff_key = TRY(parts_->open_staff_key(key));
    const base::ByteView sealed = find.blob(0);
    const crypto::RecordContext context{"roster_expected.people", tag, record_form};
    const Secret record = TRY(crypto::open_record(staff_key, context, sealed, sealed.size() - crypto::record_overhead));
    return read_expected(record);
}

// Opened for one answer and wiped with it: unlike daily keys it is not to lie in memory all day.
Result<crypto::RecordKey> Store::Parts::open_staff_key(const crypto::OfficeKey& office) {
    Statement find = TRY(database->prepare("SELECT sealed FROM staff_key WHERE sealed IS NOT NULL"));
    const bool is_there = TRY(find.step());
    if (!is_there) return base::call_staff("database: there is nothing for staff yet; import a roster");
    const Secret key = TRY(office.open(find.blob(0)));
    return crypto::RecordKey::from(key.view());
}

Result<std::optional<StaffFacts>> Store::find_staff_facts(const crypto::OfficeKey& key, const VisitId& visit,
                                                          const PersonId& person) {
    const IndexTag tag = staff_tag(parts_->keys.index, visit, person);
    Statement find = TRY(parts_->database->prepare("SELECT facts FROM roster_staff WHERE tag = ?"));
    const bool is_there = TRY(find.bind(tag).step());
    if (!is_there) return std::optional<StaffFacts>();
    const auto staff_key = TRY(parts_->open_staff_key(key));
    const base::ByteView sealed = find.blob(0);
    const std::size_t padding = sealed.size() - crypto::record_overhead;
    const Secret record =
        TRY(crypto::open_record(staff_key, {"roster_staff.facts", tag, record_form}, sealed, padding));
    return std::optional(TRY(read_staff_facts(record)));
}

} // namespace storage
