// Copies sealed batches of the outbox to a folder with the exchange's layout, as the courier would: the .age file first,
// its signature last, one batch at a time. Deletes nothing here, and marks nothing as delivered: only a receipt of the
// agency could. Any thread, but for `batches_to_carry`.
#pragma once

#include "base/files.hpp"
#include "storage/store.hpp"

#include <string>
#include <vector>

namespace kiosk {

struct CarriedBatch {
    base::Path name; // of the .age file, relative to the exchange's root
    std::string sha256;
};

// Every published batch whose file is still in the outbox, oldest first. Main thread.
[[nodiscard]] base::Result<std::vector<CarriedBatch>>
batches_to_carry(storage::Store& store, base::Files& files, const base::Path& outbox, const std::string& kiosk);

enum class CopyOutcome {
    copied,
    already,       // the same file stood there
    stick_gone,    // it was pulled out
    stick_full,    // nothing of this batch stays on it
    stick_refuses, // it cannot be written: read-only, broken, a link stands in the way
    other_content, // another file stands under this name; left alone
    damaged_here,  // the file in the outbox is not what its name says, or cannot be read
};

// One batch to the stick at `root`, which must be there: where a stick was pulled out no folder is made instead.
[[nodiscard]] CopyOutcome copy_batch(base::Files& files, const base::Path& outbox, const base::Path& root,
                                     const CarriedBatch& batch);

// Any other file of this kiosk, as `name` below the stick's root; up to 64 MiB.
[[nodiscard]] CopyOutcome copy_file(base::Files& files, const base::Path& root, const base::Path& name,
                                    const base::Path& from);

} // namespace kiosk
