#include "storage/key_ring.hpp"

#include "crypto/record_cipher.hpp"
#include "storage/record_forms.hpp"

namespace storage {

using base::Result;

namespace {

std::string_view name_of(KeyUse use) {
    switch (use) {
    case KeyUse::submission: return "submission";
    case KeyUse::roster: return "roster";
    case KeyUse::kiosk: return "kiosk";
    }
    return {};
}

} // namespace

std::array<std::uint8_t, 8> row_bytes(std::int64_t number) {
    std::array<std::uint8_t, 8> bytes{};
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        bytes[i] = static_cast<std::uint8_t>(static_cast<std::uint64_t>(number) >> (8 * i));
    }
    return bytes;
}

Result<std::int64_t> KeyRing::make(KeyUse use, std::int64_t day) {
    Statement insert = TRY(database_.prepare("INSERT INTO daily_key (use, day, wrapped) VALUES (?, ?, x'')"));
    TRY(insert.bind(name_of(use)).bind(day).run());
    // The wrapped key is bound to its row, whose number is known only now.
    const std::int64_t id = database_.last_row_id();
    auto key = crypto::RecordKey::generate();
    const auto row = row_bytes(id);
    const auto wrapped = crypto::wrap_key(wrapping_, {"daily_key", row, record_form}, key);
    Statement update = TRY(database_.prepare("UPDATE daily_key SET wrapped = ? WHERE id = ?"));
    TRY(update.bind(wrapped).bind(id).run());
    opened_.insert_or_assign(id, std::move(key));
    return id;
}

Result<std::int64_t> KeyRing::find_or_make(KeyUse use, std::int64_t day) {
    {
        Statement find =
            TRY(database_.prepare("SELECT id FROM daily_key WHERE use = ?1 AND (day = ?2 OR ?1 = 'kiosk')"));
        const bool is_there = TRY(find.bind(name_of(use)).bind(day).step());
        if (is_there) return find.number(0);
    }
    return make(use, day);
}

Result<void> KeyRing::destroy_unneeded() {
    Statement destroy =
        TRY(database_.prepare("DELETE FROM daily_key WHERE use <> 'kiosk'"
                              " AND NOT EXISTS (SELECT 1 FROM submission WHERE submission.key = daily_key.id)"
                              " AND NOT EXISTS (SELECT 1 FROM desk_item WHERE desk_item.key = daily_key.id)"
                              " AND NOT EXISTS (SELECT 1 FROM roster WHERE roster.key = daily_key.id) RETURNING id"));
    while (TRY(destroy.step())) {
        opened_.erase(destroy.number(0));
        has_traces_ = true;
    }
    return {};
}

Result<const crypto::RecordKey*> KeyRing::open(std::int64_t id) {
    auto found = opened_.find(id);
    if (found == opened_.end()) {
        Statement find = TRY(database_.prepare("SELECT wrapped FROM daily_key WHERE id = ?"));
        const bool is_there = TRY(find.bind(id).step());
        if (!is_there) return base::out_of_service("database: the key of a row is missing");
        const auto row = row_bytes(id);
        auto key = crypto::unwrap_key(wrapping_, {"daily_key", row, record_form}, find.blob(0));
        if (key.is_error()) return base::out_of_service("database: the vault key does not open it");
        found = opened_.emplace(id, key.release_value()).first;
    }
    return &found->second;
}

void KeyRing::forget() { opened_.clear(); }

} // namespace storage
