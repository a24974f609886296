// The keys that seal rows: made when first used, kept wrapped in the database, opened once and then held in guarded
// memory, destroyed with the last row they sealed. Main thread.
#pragma once

#include "crypto/guarded_key.hpp"
#include "storage/database.hpp"

#include <map>

namespace storage {

enum class KeyUse {
    submission, // one a day
    roster,     // one for each roster
    kiosk,      // one for good
};

class KeyRing {
public:
    KeyRing(Database& database, const crypto::WrappingKey& wrapping) : database_(database), wrapping_(wrapping) {}

    // Both write: inside a transaction only. `day` counts from 1970-01-01.
    base::Result<std::int64_t> make(KeyUse use, std::int64_t day);
    base::Result<std::int64_t> find_or_make(KeyUse use, std::int64_t day);
    // Inside a transaction only: deletes the keys that no row names.
    base::Result<void> destroy_unneeded();

    // The key `id`, valid until the next change of the ring.
    base::Result<const crypto::RecordKey*> open(std::int64_t id);
    // After a rollback: keys made in it never were.
    void forget();
    // Keys were deleted, but may still be read in the write-ahead log.
    [[nodiscard]] bool has_traces() const { return has_traces_; }
    void note_traces_gone() { has_traces_ = false; }

private:
    Database& database_;
    const crypto::WrappingKey& wrapping_;
    std::map<std::int64_t, crypto::RecordKey> opened_;
    bool has_traces_ = false;
};

// Eight bytes that name a row in a record's context.
[[nodiscard]] std::array<std::uint8_t, 8> row_bytes(std::int64_t number);

} // namespace storage
