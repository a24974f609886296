// A file that holds nothing but room: when the disk is full even a delete fails, so some space is kept back to be given
// up then. Main thread.
#pragma once

#include "base/files.hpp"

#include <string>

namespace storage {

class Ballast {
public:
    static constexpr std::int64_t size = 4 * 1024 * 1024;

    // The file `ballast` beside the database, on the same VFS.
    Ballast(const base::Path& database, const char* vfs);

    // Makes the file if it is not there in full; false if the disk has no room for it.
    bool fill();
    // Deletes the file; false if there was none to delete.
    bool give_up();

private:
    std::string path_;
    std::string vfs_;
};

} // namespace storage
