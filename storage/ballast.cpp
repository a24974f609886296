#include "storage/ballast.hpp"

#include <algorithm>
#include <filesystem>
#include <sqlite3.h>
#include <vector>

namespace storage {

namespace {

sqlite3_vfs* find_vfs(const std::string& name) { return sqlite3_vfs_find(name.empty() ? nullptr : name.c_str()); }

// A file opened through the VFS, closed at the end of the scope.
class VfsFile {
public:
    VfsFile(sqlite3_vfs* vfs, const std::string& path)
        : memory_(static_cast<std::size_t>(vfs->szOsFile) / sizeof(std::max_align_t) + 1),
          file_(reinterpret_cast<sqlite3_file*>(memory_.data())) {
        file_->pMethods = nullptr;
        int granted = 0;
        // "Transient" is the one type that SQLite's VFS ties to no database of its own.
        is_open_ =
            vfs->xOpen(vfs, path.c_str(), file_, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_TRANSIENT_DB,
                       &granted) == SQLITE_OK;
    }
    VfsFile(const VfsFile&) = delete;
    VfsFile& operator=(const VfsFile&) = delete;
    ~VfsFile() {
        if (file_->pMethods != nullptr) file_->pMethods->xClose(file_);
    }

    [[nodiscard]] bool holds(std::int64_t bytes) {
        sqlite3_int64 size = 0;
        return is_open_ && file_->pMethods->xFileSize(file_, &size) == SQLITE_OK && size >= bytes;
    }
    // In pieces: SQLite's own VFS writes at most 128 KiB at once and calls the rest a full disk.
    [[nodiscard]] bool write_zeros(std::int64_t bytes) {
        if (!is_open_) return false;
        const std::vector<std::uint8_t> zeros(std::size_t{64} * 1024);
        for (std::int64_t at = 0; at < bytes;) {
            const std::int64_t piece = std::min(bytes - at, std::ssize(zeros));
            if (file_->pMethods->xWrite(file_, zeros.data(), static_cast<int>(piece), at) != SQLITE_OK) return false;
            at += piece;
        }
        return file_->pMethods->xSync(file_, SQLITE_SYNC_NORMAL) == SQLITE_OK;
    }

private:
    std::vector<std::max_align_t> memory_;
    sqlite3_file* file_;
    bool is_open_ = false;
};

} // namespace

Ballast::Ballast(const base::Path& database, const char* vfs)
    : path_((database.parent_path() / "ballast").string()), vfs_(vfs == nullptr ? "" : vfs) {}

bool Ballast::fill() {
    sqlite3_vfs* vfs = find_vfs(vfs_);
    if (vfs == nullptr) return false;
    bool is_filled = false;
    {
        VfsFile file(vfs, path_);
        is_filled = file.holds(size) || file.write_zeros(size);
    }
    // A part of a ballast would only take the last room from the records.
    if (!is_filled) give_up();
    return is_filled;
}

bool Ballast::give_up() {
    sqlite3_vfs* vfs = find_vfs(vfs_);
    return vfs != nullptr && vfs->xDelete(vfs, path_.c_str(), 0) == SQLITE_OK;
}

} // namespace storage
