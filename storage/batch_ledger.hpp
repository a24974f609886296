// The ledger of batches: which sequence number went to which file with which records. Written before a sealed file
// gets its name, so that after a power cut every unfinished step can be told from what lies on the disk. Main thread.
#pragma once

#include "base/clock.hpp"
#include "base/uuid.hpp"
#include "storage/submission.hpp"

#include <map>
#include <string>
#include <vector>

namespace storage {

enum class BatchState {
    written,   // files lie under temporary names; members still hold their payload
    published, // both files have their names, folders synced; members are stubs
    lost,      // the files never got there: a declared void number, members free for a new batch
};

struct BatchPosition {
    std::string epoch; // 8 lowercase hex digits
    std::int64_t seq = 0;
    std::string prev; // SHA-256 of the .age file before it in the epoch, hex; 64 zeros for the first
};

using KindCounts = std::map<SubmissionKind, std::int64_t>;

struct BatchRow {
    std::string epoch;
    std::int64_t seq = 0;
    std::string sha256; // of the .age file, 64 hex digits
    BatchState state = BatchState::written;
    base::UtcTime created;
    std::vector<base::Uuid> members;
    std::int64_t audit_from = 0; // audit entries inside: from < n ≤ to
    std::int64_t audit_to = 0;
    KindCounts kinds = {}; // of the records inside, audit entries included; empty where nobody counted
};

} // namespace storage
