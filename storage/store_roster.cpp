#include "storage/store_parts.hpp"

#include <bit>
#include <tuple>

namespace storage {

using base::Result;
using base::Secret;
using crypto::IndexTag;

namespace {

constexpr std::size_t least_record_size = 8192;

IndexTag code_day_tag(const crypto::IndexKey& index, std::string_view code, const std::string& day) {
    return crypto::blind_index(index, "roster.code_day", {code, day});
}

// No code and day has this tag: its field is another.
IndexTag dummy_tag(const crypto::IndexKey& index) { return crypto::blind_index(index, "roster.dummy", {}); }

// One person on one day.
struct CodeDay {
    std::string code;
    std::string day;
    bool operator<(const CodeDay& other) const { return std::tie(code, day) < std::tie(other.code, other.day); }
};

Result<std::map<CodeDay, RosterHit>> group(std::span<const RosterEntry> entries) {
    std::map<CodeDay, RosterHit> hits;
    std::map<std::string_view, std::string_view> person_of_code;
    for (const auto& entry : entries) {
        const auto [holder, is_new] = person_of_code.emplace(entry.visit_code, entry.visit.person_id.text);
        // Else one person would be shown what another may see.
        if (!is_new && holder->second != entry.visit.person_id.text) {
            return base::ask_again("roster: two persons have the same visit code; the roster before it stays");
        }
        for (const auto& day : entry.days) {
            RosterHit& hit = hits[{entry.visit_code, day_text(day)}];
            if (hit.qr_key.empty()) hit.qr_key = entry.qr_key;
            hit.visits.push_back(entry.visit);
        }
    }
    for (auto& [code_day, hit] : hits) {
        std::ranges::stable_sort(hit.visits, {}, [](const Visit& visit) { return visit.start; });
    }
    return hits;
}

// A hit as long as the one given and of the same parts, so that decoding it is the same work; it says nothing.
RosterHit decoy_like(const RosterHit& hit) {
    const auto hide = [](std::string& text) { text.assign(text.size(), '-'); };
    RosterHit decoy = hit;
    hide(decoy.qr_key);
    for (auto& visit : decoy.visits) {
        for (auto* text : {&visit.visit_id.text, &visit.person_id.text, &visit.given_name, &visit.family_name,
                           &visit.time_zone, &visit.site, &visit.place}) {
            hide(*text);
        }
        for (auto& [column, value] : visit.more) hide(value);
        visit.birth_date = std::chrono::sys_days{};
        visit.start = visit.end = visit.check_in_opens = {};
    }
    return decoy;
}

// Before the first roster: a visit with the columns that most have.
RosterHit typical_decoy() {
    const std::string words(24, '-');
    Visit visit;
    visit.visit_id.text = visit.person_id.text = visit.given_name = visit.family_name = words;
    visit.time_zone = visit.site = visit.place = words;
    visit.birth_date = std::chrono::sys_days{};
    for (const char* column : {"purpose", "room", "place_access", "with_names", "bring"}) visit.more[column] = words;
    return {std::string(13, '-'), {visit}};
}

// The middle one by length.
RosterHit decoy_for(const std::map<CodeDay, RosterHit>& hits) {
    if (hits.empty()) return typical_decoy();
    std::vector<std::pair<std::size_t, const RosterHit*>> by_size;
    by_size.reserve(hits.size());
    for (const auto& [code_day, hit] : hits) by_size.emplace_back(written(hit).size(), &hit);
    const auto middle = by_size.begin() + std::ssize(by_size) / 2;
    std::ranges::nth_element(by_size, middle);
    return decoy_like(*middle->second);
}

} // namespace

Result<RosterShape> Store::Parts::read_roster_shape() {
    Statement find = TRY(database->prepare("SELECT key, record_size FROM roster"));
    const bool is_there = TRY(find.step());
    if (!is_there) return base::out_of_service("database: the roster's row is missing");
    const RosterShape shape{find.number(0), static_cast<std::size_t>(find.number(1))};
    // Opened now, so that the first look-up does no more than any other, and a wrong vault key is seen at once.
    TRY(ring.open(shape.key));
    return shape;
}

Result<void> Store::Parts::make_empty_roster() {
    return change([&]() -> Result<void> {
        TRY(start_roster(least_record_size, written(typical_decoy())));
        return {};
    });
}

// Everything of the roster before goes; its key follows when the transaction destroys what nothing names.
Result<std::int64_t> Store::Parts::start_roster(std::size_t record_size, const Secret& decoy) {
    TRY(database->run("DELETE FROM roster_day; DELETE FROM roster_staff; DELETE FROM staff_key; DELETE FROM roster"));
    const std::int64_t key = TRY(ring.make(KeyUse::roster, key_day()));
    Statement insert = TRY(database->prepare("INSERT INTO roster (id, key, record_size) VALUES (1, ?, ?)"));
    TRY(insert.bind(key).bind(static_cast<std::int64_t>(record_size)).run());
    const IndexTag tag = dummy_tag(keys.index);
    const base::Bytes record = TRY(seal(key, "roster_day.record", tag, decoy, record_size));
    Statement dummy = TRY(database->prepare("INSERT INTO roster_day (tag, record) VALUES (?, ?)"));
    TRY(dummy.bind(tag).bind(record).run());
    return key;
}

Result<void> Store::replace_roster(std::span<const RosterEntry> entries, const RosterVersion& version) {
    return parts_->replace_roster(entries, version, nullptr);
}

Result<void> Store::replace_roster(std::span<const RosterEntry> entries, const RosterVersion& version,
                                   const SignedRoster& bundle) {
    return parts_->replace_roster(entries, version, &bundle);
}

Result<std::int64_t> Store::signed_roster_version() { return parts_->signed_roster_version(); }

Result<void> Store::Parts::replace_roster(std::span<const RosterEntry> entries, const RosterVersion& version,
                                          const SignedRoster* bundle) {
    const auto hits = TRY(group(entries));
    const Secret decoy = written(decoy_for(hits));
    std::vector<std::pair<IndexTag, Secret>> rows;
    std::size_t longest = decoy.size();
    for (const auto& [code_day, hit] : hits) {
        rows.emplace_back(code_day_tag(keys.index, code_day.code, code_day.day), written(hit));
        longest = std::max(longest, rows.back().second.size());
    }
    std::ranges::sort(rows, {}, [](const auto& row) { return row.first; });
    // One more than the longest, because padding always adds a byte.
    const std::size_t record_size = std::max(std::bit_ceil(longest + 1), least_record_size);

    auto replaced = change([&]() -> Result<void> {
        const std::int64_t key = TRY(start_roster(record_size, decoy));
        Statement insert = TRY(database->prepare("INSERT INTO roster_day (tag, record) VALUES (?, ?)"));
        for (const auto& [tag, record] : rows) {
            const auto sealed = TRY(seal(key, "roster_day.record", tag, record, record_size));
            TRY(insert.bind(tag).bind(sealed).run());
        }
        TRY(keep_staff_facts(entries));
        TRY(keep_roster_reach(entries));
        const auto sealed_version = TRY(seal(key, "roster.version", row_bytes(1), written(version)));
        Statement keep_version = TRY(database->prepare("UPDATE roster SET version = ?"));
        TRY(keep_version.bind(sealed_version).run());
        if (bundle != nullptr) {
            TRY(keep_signed_roster(*bundle));
            TRY(append_audit("roster_opened", {{"by", bundle->by},
                                               {"version", bundle->version},
                                               {"rows", version.rows},
                                               {"left_out", bundle->left_out}}));
        }
        return ring.destroy_unneeded();
    });
    if (replaced.is_error()) return replaced;
    roster = TRY(read_roster_shape());
    return {};
}

Result<std::optional<RosterHit>> Store::look_up(std::string_view visit_code, std::chrono::year_month_day day) {
    const IndexTag asked = code_day_tag(parts_->keys.index, visit_code, day_text(day));
    const IndexTag dummy = dummy_tag(parts_->keys.index);
    // The inner query settles which row it is; either way one row is then read, of one size.
    Statement find =
        TRY(parts_->database->prepare("SELECT tag, record FROM roster_day"
                                      " WHERE tag = coalesce((SELECT tag FROM roster_day WHERE tag = ?), ?)"));
    const bool is_there = TRY(find.bind(asked).bind(dummy).step());
    ++parts_->look_up_work.reads;
    if (!is_there) return base::out_of_service("database: the roster is not whole");
    const base::ByteView sealed = find.blob(1);
    const RosterShape& shape = parts_->roster;
    const Secret record = TRY(parts_->open(shape.key, "roster_day.record", find.blob(0), sealed, shape.record_size));
    ++parts_->look_up_work.decryptions;
    parts_->look_up_work.bytes_decrypted += sealed.size();
    RosterHit hit = TRY(read_roster_hit(record));
    const bool is_known = crypto::are_equal_in_constant_time(find.blob(0), asked);
    return is_known ? std::optional(std::move(hit)) : std::nullopt;
}

LookUpWork Store::look_up_work() const { return parts_->look_up_work; }

Result<std::optional<RosterVersion>> Store::roster_version() {
    Statement find = TRY(parts_->database->prepare("SELECT key, version FROM roster"));
    const bool is_there = TRY(find.step());
    if (!is_there || find.is_null(1)) return std::optional<RosterVersion>();
    const Secret record = TRY(parts_->open(find.number(0), "roster.version", row_bytes(1), find.blob(1)));
    return std::optional(TRY(read_roster_version(record)));
}

} // namespace storage
