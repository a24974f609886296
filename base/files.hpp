// Files as the kiosk needs them: whole, synced, never through a link, never larger than expected. An interface,
// so that tests can lose power at every step. Any thread.
#pragma once

#include "base/bytes.hpp"
#include "base/secret.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace base {

using Path = std::filesystem::path;

enum class FileAccess : unsigned {
    owner_only = 0600,      // keys, database
    readable_by_all = 0644, // sealed files and public keys
};
enum class FolderAccess : unsigned {
    owner_only = 0700,
    readable_by_all = 0755,
};

class Files {
public:
    virtual ~Files() = default;

    // A regular file, opened with O_NOFOLLOW and O_NONBLOCK; refused above `most` bytes.
    virtual Result<Bytes> read(const Path& path, std::size_t most) = 0;
    // Makes a new file (fails if one is there), writes all, fsyncs it. The folder is not synced.
    virtual Result<void> write_new(const Path& path, ByteView bytes, FileAccess access) = 0;
    // Renames over whatever stands at `to`. Not durable before sync_folder.
    virtual Result<void> rename(const Path& from, const Path& to) = 0;
    virtual Result<void> sync_folder(const Path& folder) = 0;
    virtual Result<void> remove(const Path& path) = 0; // no error if it is not there
    virtual Result<bool> exists(const Path& path) = 0;
    // Plain names, sorted.
    virtual Result<std::vector<std::string>> list(const Path& folder) = 0;
    // Makes the folder and what is missing above it; leaves an existing one as it is. Synced.
    virtual Result<void> make_folder(const Path& folder, FolderAccess access) = 0;

    // Write beside, fsync, rename over, fsync the folder: a reader sees the old or the new file, never a part.
    Result<void> replace(const Path& path, ByteView bytes, FileAccess access);
};

class DiskFiles final : public Files {
public:
    Result<Bytes> read(const Path& path, std::size_t most) override;
    Result<void> write_new(const Path& path, ByteView bytes, FileAccess access) override;
    Result<void> rename(const Path& from, const Path& to) override;
    Result<void> sync_folder(const Path& folder) override;
    Result<void> remove(const Path& path) override;
    Result<bool> exists(const Path& path) override;
    Result<std::vector<std::string>> list(const Path& folder) override;
    Result<void> make_folder(const Path& folder, FolderAccess access) override;
};

} // namespace base
