#include "tests/support/crash_disk.hpp"

#include "tests/support/crash_disk_node.hpp"
#include "tests/support/crash_disk_vfs.hpp"

#include <algorithm>
#include <sqlite3.h>

namespace support {

using base::Path;
using base::Result;

namespace {

constexpr std::size_t torn_at = 512;

base::Error disk_error(const Path& path, DiskFault fault) {
    switch (fault) {
    case DiskFault::io_error: return base::call_staff(path.string() + ": the crash disk fails here");
    case DiskFault::no_space: return base::retry_later(path.string() + ": the crash disk is full");
    }
    return base::call_staff(path.string());
}

} // namespace

void CrashDisk::Node::lose_power(base::Random& random) {
    for (const auto& made : changes) {
        const std::uint32_t fate = random.below(3);
        if (fate == 0) continue;
        if (fate == 1 || made.is_new_size) {
            apply(synced, made);
            continue;
        }
        // Torn along the sectors of the file, each of which is there or not.
        std::size_t at = 0;
        while (at < made.bytes.size()) {
            const std::size_t end =
                std::min(made.bytes.size(), ((made.offset + at) / torn_at + 1) * torn_at - made.offset);
            if (random.below(2) == 0) {
                const auto first = made.bytes.begin();
                apply(synced,
                      {made.offset + at,
                       base::Bytes(first + static_cast<std::ptrdiff_t>(at), first + static_cast<std::ptrdiff_t>(end)),
                       false});
            }
            at = end;
        }
    }
    changes.clear();
    now = synced;
}

CrashDisk::CrashDisk() {
    static int disks = 0; // SQLite knows a VFS by its name
    vfs_name_ = "crash-disk-" + std::to_string(++disks);
    vfs_ = std::make_unique<sqlite3_vfs>(Vfs::make(*this));
    sqlite3_vfs_register(vfs_.get(), 0);
}

CrashDisk::~CrashDisk() { sqlite3_vfs_unregister(vfs_.get()); }

std::optional<DiskFault> CrashDisk::next_operation() {
    ++operations_;
    if (has_stopped()) return DiskFault::io_error;
    if (fault_.has_value() && fault_->first == operations_) return fault_->second;
    return std::nullopt;
}

Result<void> CrashDisk::next_operation(const Path& path) {
    if (const auto fault = next_operation()) return disk_error(path, *fault);
    return {};
}

CrashDisk::Node* CrashDisk::find(const Path& path) const {
    const auto found = names_.find(path);
    return found == names_.end() ? nullptr : found->second;
}

CrashDisk::Node* CrashDisk::create(const Path& path) {
    Node* node = nodes_.emplace_back(std::make_unique<Node>()).get();
    node->path = path;
    if (!path.empty()) change_name({path.parent_path(), std::nullopt, path, node});
    return node;
}

void CrashDisk::change_name(NameChange change) {
    if (change.removed) names_.erase(*change.removed);
    if (change.added) names_[*change.added] = change.node;
    name_changes_.push_back(std::move(change));
    look();
}

void CrashDisk::make_names_durable(const Path& folder) {
    std::erase_if(name_changes_, [&](const NameChange& change) {
        if (change.folder != folder) return false;
        if (change.removed) durable_names_.erase(*change.removed);
        if (change.added) durable_names_[*change.added] = change.node;
        return true;
    });
}

std::size_t CrashDisk::used_space() const {
    std::size_t used = 0;
    for (const auto& [path, node] : names_) used += node->now.size();
    return used;
}

bool CrashDisk::has_room_for(std::size_t growth) const {
    return growth == 0 || !space_.has_value() || used_space() + growth <= *space_;
}

void CrashDisk::restart() {
    stop_at_.reset();
    fault_.reset();
    // Only now may files without a name go: nothing has them open any more.
    std::set<const Node*> named;
    for (const auto& [path, node] : names_) named.insert(node);
    std::erase_if(nodes_, [&](const auto& node) { return !named.contains(node.get()); });
    look();
}

void CrashDisk::end_process() {
    // What the process wrote is in the machine's memory and gets to the disk in its own time.
    for (const auto& [path, node] : names_) node->sync();
    durable_names_ = names_;
    name_changes_.clear();
    restart();
}

void CrashDisk::power_cut(std::uint64_t seed) {
    base::SeededRandom random(seed);
    for (const auto& change : name_changes_) {
        if (random.below(2) == 0) continue;
        if (change.removed) durable_names_.erase(*change.removed);
        if (change.added) durable_names_[*change.added] = change.node;
    }
    name_changes_.clear();
    names_ = durable_names_;
    for (const auto& [path, node] : names_) node->lose_power(random);
    restart();
}

void CrashDisk::look() {
    if (!watched_) return;
    for (const auto& [path, node] : names_) {
        if (path.string().starts_with(watched_->string() + '/')) seen_[path].insert(node->now);
    }
}

Result<base::Bytes> CrashDisk::read(const Path& path, std::size_t most) {
    const Node* node = find(path);
    if (has_stopped() || node == nullptr) return base::call_staff(path.string() + ": cannot open");
    if (node->now.size() > most) return base::call_staff(path.string() + ": larger than allowed here");
    return node->now;
}

Result<void> CrashDisk::write_new(const Path& path, base::ByteView bytes, base::FileAccess /*access*/) {
    TRY(next_operation(path));
    if (find(path) != nullptr) return base::call_staff(path.string() + ": cannot create: File exists");
    Node* node = create(path);
    TRY(next_operation(path));
    if (!has_room_for(bytes.size())) return disk_error(path, DiskFault::no_space);
    node->change({0, base::Bytes(bytes.begin(), bytes.end()), false});
    TRY(next_operation(path));
    node->sync();
    look();
    return {};
}

Result<void> CrashDisk::rename(const Path& from, const Path& to) {
    TRY(next_operation(from));
    Node* node = find(from);
    if (node == nullptr) return base::call_staff(from.string() + ": cannot rename: No such file or directory");
    base::invariant(from.parent_path() == to.parent_path(), "the crash disk renames inside one folder");
    change_name({from.parent_path(), from, to, node});
    return {};
}

Result<void> CrashDisk::sync_folder(const Path& folder) {
    TRY(next_operation(folder));
    make_names_durable(folder);
    return {};
}

Result<void> CrashDisk::remove(const Path& path) {
    TRY(next_operation(path));
    if (find(path) != nullptr) change_name({path.parent_path(), path, std::nullopt, nullptr});
    return {};
}

Result<bool> CrashDisk::exists(const Path& path) {
    if (has_stopped()) return disk_error(path, DiskFault::io_error);
    return find(path) != nullptr || folders_.contains(path);
}

Result<std::vector<std::string>> CrashDisk::list(const Path& folder) {
    if (has_stopped()) return disk_error(folder, DiskFault::io_error);
    std::vector<std::string> names;
    for (const auto& [path, node] : names_) {
        if (path.parent_path() == folder) names.push_back(path.filename().string());
    }
    for (const Path& path : folders_) {
        if (path.parent_path() == folder && path != folder) names.push_back(path.filename().string());
    }
    std::ranges::sort(names);
    return names;
}

Result<void> CrashDisk::make_folder(const Path& folder, base::FolderAccess /*access*/) {
    TRY(next_operation(folder));
    for (Path each = folder; each.has_relative_path(); each = each.parent_path()) folders_.insert(each);
    return {};
}

} // namespace support
