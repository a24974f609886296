#include "base/files.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <dirent.h>
#include <fcntl.h>
#include <memory>
#include <sys/stat.h>
#include <unistd.h>

namespace base {

namespace {

// Owns a file descriptor for the length of one call.
class Descriptor {
public:
    explicit Descriptor(int number) : number_(number) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() {
        if (number_ >= 0) ::close(number_);
    }
    [[nodiscard]] int number() const { return number_; }
    [[nodiscard]] bool is_open() const { return number_ >= 0; }

private:
    int number_;
};

// Full disks and broken ones are a matter for staff; the rest is the caller's mistake and reads the same way.
Error system_error(const Path& path, const char* doing) {
    const int code = errno;
    const ErrorKind kind = code == ENOSPC || code == EDQUOT ? ErrorKind::retry_later : ErrorKind::call_staff;
    return {kind, path.string() + ": cannot " + doing + ": " + std::strerror(code)};
}

Result<void> write_all(int descriptor, ByteView bytes, const Path& path) {
    while (!bytes.empty()) {
        const ssize_t count = ::write(descriptor, bytes.data(), bytes.size());
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return system_error(path, "write");
        bytes = bytes.subspan(static_cast<std::size_t>(count));
    }
    return {};
}

} // namespace

Result<void> Files::replace(const Path& path, ByteView bytes, FileAccess access) {
    Path beside = path;
    beside += ".part";
    TRY(remove(beside));
    TRY(write_new(beside, bytes, access));
    TRY(rename(beside, path));
    return sync_folder(path.parent_path());
}

Result<Bytes> DiskFiles::read(const Path& path, std::size_t most) {
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
    if (!file.is_open()) return system_error(path, "open");
    struct stat status {};
    if (::fstat(file.number(), &status) != 0) return system_error(path, "read");
    if (!S_ISREG(status.st_mode)) return call_staff(path.string() + ": not a regular file");
    if (static_cast<std::size_t>(status.st_size) > most) {
        return call_staff(path.string() + ": larger than the " + std::to_string(most) + " bytes allowed here");
    }
    Bytes bytes(static_cast<std::size_t>(status.st_size));
    std::size_t filled = 0;
    while (filled < bytes.size()) {
        const ssize_t count = ::read(file.number(), bytes.data() + filled, bytes.size() - filled);
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return system_error(path, "read");
        if (count == 0) break;
        filled += static_cast<std::size_t>(count);
    }
    bytes.resize(filled);
    return bytes;
}

Result<void> DiskFiles::write_new(const Path& path, ByteView bytes, FileAccess access) {
    const Descriptor file(
        ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, static_cast<mode_t>(access)));
    if (!file.is_open()) return system_error(path, "create");
    // The mode given to open is narrowed by the caller's umask; what others may read is part of the design.
    if (::fchmod(file.number(), static_cast<mode_t>(access)) != 0) return system_error(path, "set the mode of");
    TRY(write_all(file.number(), bytes, path));
    if (::fsync(file.number()) != 0) return system_error(path, "sync");
    return {};
}

Result<void> DiskFiles::rename(const Path& from, const Path& to) {
    if (::rename(from.c_str(), to.c_str()) != 0) return system_error(from, "rename");
    return {};
}

Result<void> DiskFiles::sync_folder(const Path& folder) {
    const Descriptor opened(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!opened.is_open()) return system_error(folder, "open");
    if (::fsync(opened.number()) != 0) return system_error(folder, "sync");
    return {};
}

Result<void> DiskFiles::remove(const Path& path) {
    if (::unlink(path.c_str()) != 0 && errno != ENOENT) return system_error(path, "remove");
    return {};
}

Result<bool> DiskFiles::exists(const Path& path) {
    struct stat status {};
    if (::lstat(path.c_str(), &status) == 0) return true;
    if (errno == ENOENT || errno == ENOTDIR) return false;
    return system_error(path, "look at");
}

Result<std::vector<std::string>> DiskFiles::list(const Path& folder) {
    struct Close {
        void operator()(DIR* opened) const { ::closedir(opened); }
    };
    const std::unique_ptr<DIR, Close> opened(::opendir(folder.c_str()));
    if (!opened) return system_error(folder, "list");
    std::vector<std::string> names;
    while (const dirent* entry = ::readdir(opened.get())) {
        const std::string_view name = entry->d_name;
        if (name != "." && name != "..") names.emplace_back(name);
    }
    std::sort(names.begin(), names.end());
    return names;
}

Result<void> DiskFiles::make_folder(const Path& folder, FolderAccess access) {
    if (folder.empty() || TRY(exists(folder))) return {};
    TRY(make_folder(folder.parent_path(), FolderAccess::readable_by_all));
    if (::mkdir(folder.c_str(), static_cast<mode_t>(access)) != 0 && errno != EEXIST) {
        return system_error(folder, "make");
    }
    if (::chmod(folder.c_str(), static_cast<mode_t>(access)) != 0) return system_error(folder, "set the mode of");
    return folder.has_parent_path() ? sync_folder(folder.parent_path()) : Result<void>();
}

} // namespace base
