// A disk in memory on which power fails where a test says. It is a SQLite VFS and a base::Files over the same files, so
// that a sweep can stop at each write, sync, rename, delete and create of a whole path. Strict POSIX: what was written
// is sure only after its file was synced, a name only after its folder was. One thread.
#pragma once

#include "base/files.hpp"

#include <map>
#include <memory>
#include <optional>
#include <set>

struct sqlite3_vfs;

namespace support {

enum class DiskFault { io_error, no_space };

class CrashDisk final : public base::Files {
public:
    CrashDisk();
    CrashDisk(const CrashDisk&) = delete;
    CrashDisk& operator=(const CrashDisk&) = delete;
    ~CrashDisk() override;

    // For Store::open.
    [[nodiscard]] const char* vfs_name() const { return vfs_name_.c_str(); }

    // Operations that change something, since the disk was made.
    [[nodiscard]] std::uint64_t operations() const { return operations_; }
    // The nth operation from now (from 1) and all after it fail and change nothing, until the power is back.
    void stop_at(std::uint64_t n) { stop_at_ = operations_ + n; }
    void stop() { stop_at(0); }
    [[nodiscard]] bool has_stopped() const { return stop_at_.has_value() && operations_ >= *stop_at_; }
    // The nth operation from now fails; all others go on.
    void fail_once_at(std::uint64_t n, DiskFault fault) { fault_ = {operations_ + n, fault}; }
    // All files together may grow to this many bytes.
    void limit_space(std::size_t bytes) { space_ = bytes; }
    [[nodiscard]] std::size_t used_space() const;

    // The process ends, the machine goes on: everything written stays. Whatever had files open must be gone before.
    void end_process();
    // The power goes: each write that was not synced survives, is lost or is torn at 512 bytes, and each change of a
    // name not synced survives or is lost, as the seed has it. Whatever had files open must be gone before.
    void power_cut(std::uint64_t seed);

    // Everything that was ever to be seen whole under one name by a reader beside the kiosk: each different content
    // that stood there after a change of names or a power cut.
    [[nodiscard]] const std::map<base::Path, std::set<base::Bytes>>& contents_seen() const { return seen_; }
    void watch_folder(const base::Path& folder) { watched_ = folder; }

    base::Result<base::Bytes> read(const base::Path& path, std::size_t most) override;
    base::Result<void> write_new(const base::Path& path, base::ByteView bytes, base::FileAccess access) override;
    base::Result<void> rename(const base::Path& from, const base::Path& to) override;
    base::Result<void> sync_folder(const base::Path& folder) override;
    base::Result<void> remove(const base::Path& path) override;
    base::Result<bool> exists(const base::Path& path) override;
    base::Result<std::vector<std::string>> list(const base::Path& folder) override;
    base::Result<void> make_folder(const base::Path& folder, base::FolderAccess access) override;

    // For the VFS: what a file is, and the same operations as SQLite calls them. 0 is done, else an SQLite code.
    struct Node;
    struct Vfs;

private:
    struct NameChange {
        base::Path folder;
        std::optional<base::Path> removed;
        std::optional<base::Path> added;
        Node* node = nullptr;
    };

    // Counts one operation; says how it fails, if it does.
    [[nodiscard]] std::optional<DiskFault> next_operation();
    [[nodiscard]] base::Result<void> next_operation(const base::Path& path);
    [[nodiscard]] Node* find(const base::Path& path) const;
    Node* create(const base::Path& path);
    void change_name(NameChange change);
    void make_names_durable(const base::Path& folder);
    [[nodiscard]] bool has_room_for(std::size_t growth) const;
    void restart();
    void look();

    std::string vfs_name_;
    std::unique_ptr<sqlite3_vfs> vfs_;
    std::vector<std::unique_ptr<Node>> nodes_;
    std::map<base::Path, Node*> names_;
    std::map<base::Path, Node*> durable_names_;
    std::vector<NameChange> name_changes_; // not synced, oldest first
    std::set<base::Path> folders_;

    std::uint64_t operations_ = 0;
    std::optional<std::uint64_t> stop_at_;
    std::optional<std::pair<std::uint64_t, DiskFault>> fault_;
    std::optional<std::size_t> space_;
    std::optional<base::Path> watched_;
    std::map<base::Path, std::set<base::Bytes>> seen_;
};

} // namespace support
