#include "base/disk_space.hpp"

#include <sys/statvfs.h>

namespace base {

Result<DiskSpace> disk_space(const Path& folder) {
    struct statvfs told {};
    if (::statvfs(folder.c_str(), &told) != 0)
        return call_staff(folder.string() + ": how full its disk is cannot be told");
    const auto block = static_cast<std::int64_t>(told.f_frsize);
    return DiskSpace{static_cast<std::int64_t>(told.f_bavail) * block, static_cast<std::int64_t>(told.f_blocks) * block,
                     (told.f_flag & ST_RDONLY) != 0};
}

} // namespace base
