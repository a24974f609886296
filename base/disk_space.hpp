// How much room the file system of a folder has left. Any thread.
#pragma once

#include "base/files.hpp"

namespace base {

struct DiskSpace {
    std::int64_t free = 0; // bytes that we may use; what is set aside for root is not among them
    std::int64_t whole = 0;
    bool is_read_only = false;
};

[[nodiscard]] Result<DiskSpace> disk_space(const Path& folder);

} // namespace base
