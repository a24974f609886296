// One file of the crash disk: what a reader sees now, and what is sure to be there after a power cut. For
// crash_disk*.cpp only.
#pragma once

#include "base/random.hpp"
#include "tests/support/crash_disk.hpp"

namespace support {

struct CrashDisk::Node {
    // One change since the last sync: bytes at an offset, or, without bytes, a new size.
    struct Change {
        std::size_t offset = 0;
        base::Bytes bytes;
        bool is_new_size = false;
    };
    base::Bytes now;
    base::Bytes synced;
    std::vector<Change> changes;
    base::Path path;           // under which it was made
    bool syncs_folder = false; // SQLite syncs the folder with the first sync of a new journal

    static void apply(base::Bytes& to, const Change& change) {
        if (change.is_new_size) {
            to.resize(change.offset);
            return;
        }
        if (to.size() < change.offset + change.bytes.size()) to.resize(change.offset + change.bytes.size());
        std::copy(change.bytes.begin(), change.bytes.end(), to.begin() + static_cast<std::ptrdiff_t>(change.offset));
    }
    void change(Change made) {
        apply(now, made);
        changes.push_back(std::move(made));
    }
    void sync() {
        for (const auto& made : changes) apply(synced, made);
        changes.clear();
    }
    void lose_power(base::Random& random);
};

} // namespace support
