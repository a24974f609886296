#include "tests/support/crash_disk_vfs.hpp"

#include "tests/support/crash_disk_node.hpp"

#include <cstring>

namespace support {

namespace {

int code_of(DiskFault fault, int io_error) {
    switch (fault) {
    case DiskFault::io_error: return io_error;
    case DiskFault::no_space: return SQLITE_FULL; // as SQLite's own VFS says ENOSPC
    }
    return io_error;
}

constexpr int journal_types = SQLITE_OPEN_MAIN_JOURNAL | SQLITE_OPEN_SUPER_JOURNAL | SQLITE_OPEN_WAL;

} // namespace

int CrashDisk::Vfs::open(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* granted) {
    CrashDisk& disk = disk_of(vfs);
    file->pMethods = nullptr;
    if (disk.has_stopped()) return SQLITE_CANTOPEN;
    const base::Path path = name == nullptr ? base::Path() : base::Path(name);
    Node* node = path.empty() ? nullptr : disk.find(path);
    if (node == nullptr) {
        if ((flags & SQLITE_OPEN_CREATE) == 0) return SQLITE_CANTOPEN;
        if (const auto fault = disk.next_operation()) return code_of(*fault, SQLITE_CANTOPEN);
        node = disk.create(path);
        node->syncs_folder = (flags & journal_types) != 0;
    }
    new (file_of(file)) File{{&methods}, &disk, node};
    if (granted != nullptr) *granted = flags;
    return SQLITE_OK;
}

int CrashDisk::Vfs::remove(sqlite3_vfs* vfs, const char* name, int syncs_folder) {
    CrashDisk& disk = disk_of(vfs);
    const base::Path path = name;
    if (disk.has_stopped()) return SQLITE_IOERR_DELETE;
    if (disk.find(path) == nullptr) return SQLITE_IOERR_DELETE_NOENT;
    if (const auto fault = disk.next_operation()) return code_of(*fault, SQLITE_IOERR_DELETE);
    disk.change_name({path.parent_path(), path, std::nullopt, nullptr});
    if (syncs_folder != 0) {
        if (const auto fault = disk.next_operation()) return code_of(*fault, SQLITE_IOERR_DIR_FSYNC);
        disk.make_names_durable(path.parent_path());
    }
    return SQLITE_OK;
}

int CrashDisk::Vfs::access(sqlite3_vfs* vfs, const char* name, int flags, int* answer) {
    const Node* node = disk_of(vfs).find(name);
    // As in SQLite's own VFS: an empty file does not count as there.
    *answer = node != nullptr && (flags != SQLITE_ACCESS_EXISTS || !node->now.empty()) ? 1 : 0;
    return SQLITE_OK;
}

int CrashDisk::Vfs::full_path(sqlite3_vfs*, const char* name, int size, char* into) {
    sqlite3_snprintf(size, into, "%s", name);
    return SQLITE_OK;
}

int CrashDisk::Vfs::random_bytes(sqlite3_vfs* vfs, int size, char* into) {
    // The same run twice must be the same, or a sweep would miss its place.
    base::SeededRandom random(disk_of(vfs).operations());
    random.fill({reinterpret_cast<std::uint8_t*>(into), static_cast<std::size_t>(size)});
    return size;
}

int CrashDisk::Vfs::read(sqlite3_file* file, void* into, int size, sqlite3_int64 offset) {
    const File& opened = *file_of(file);
    if (opened.disk->has_stopped()) return SQLITE_IOERR_READ;
    const base::Bytes& bytes = opened.node->now;
    const std::size_t from = std::min(static_cast<std::size_t>(offset), bytes.size());
    const std::size_t wanted = static_cast<std::size_t>(size);
    const std::size_t there = std::min(wanted, bytes.size() - from);
    if (there > 0) std::memcpy(into, bytes.data() + from, there);
    if (there == wanted) return SQLITE_OK;
    std::memset(static_cast<char*>(into) + there, 0, wanted - there);
    return SQLITE_IOERR_SHORT_READ;
}

int CrashDisk::Vfs::write(sqlite3_file* file, const void* bytes, int size, sqlite3_int64 offset) {
    const File& opened = *file_of(file);
    if (const auto fault = opened.disk->next_operation()) return code_of(*fault, SQLITE_IOERR_WRITE);
    const auto* first = static_cast<const std::uint8_t*>(bytes);
    const std::size_t end = static_cast<std::size_t>(offset) + static_cast<std::size_t>(size);
    const std::size_t old_size = opened.node->now.size();
    if (!opened.disk->has_room_for(end > old_size ? end - old_size : 0)) return SQLITE_FULL;
    opened.node->change({static_cast<std::size_t>(offset), base::Bytes(first, first + size), false});
    return SQLITE_OK;
}

int CrashDisk::Vfs::truncate(sqlite3_file* file, sqlite3_int64 size) {
    const File& opened = *file_of(file);
    if (const auto fault = opened.disk->next_operation()) return code_of(*fault, SQLITE_IOERR_TRUNCATE);
    opened.node->change({static_cast<std::size_t>(size), {}, true});
    return SQLITE_OK;
}

int CrashDisk::Vfs::sync(sqlite3_file* file, int) {
    const File& opened = *file_of(file);
    if (const auto fault = opened.disk->next_operation()) return code_of(*fault, SQLITE_IOERR_FSYNC);
    opened.node->sync();
    if (!opened.node->syncs_folder) return SQLITE_OK;
    if (const auto fault = opened.disk->next_operation()) return code_of(*fault, SQLITE_IOERR_DIR_FSYNC);
    opened.disk->make_names_durable(opened.node->path.parent_path());
    opened.node->syncs_folder = false;
    return SQLITE_OK;
}

// No shared memory: with the exclusive lock SQLite keeps the index of its log on the heap.
const sqlite3_io_methods CrashDisk::Vfs::methods = {
    .iVersion = 1,
    .xClose = [](sqlite3_file*) { return SQLITE_OK; },
    .xRead = &read,
    .xWrite = &write,
    .xTruncate = &truncate,
    .xSync = &sync,
    .xFileSize =
        [](sqlite3_file* file, sqlite3_int64* size) {
            *size = std::ssize(file_of(file)->node->now);
            return file_of(file)->disk->has_stopped() ? SQLITE_IOERR_FSTAT : SQLITE_OK;
        },
    .xLock = [](sqlite3_file*, int) { return SQLITE_OK; },
    .xUnlock = [](sqlite3_file*, int) { return SQLITE_OK; },
    .xCheckReservedLock =
        [](sqlite3_file*, int* answer) {
            *answer = 0;
            return SQLITE_OK;
        },
    .xFileControl = [](sqlite3_file*, int, void*) { return SQLITE_NOTFOUND; },
    // What SQLite's own VFS says of an ordinary disk.
    .xSectorSize = [](sqlite3_file*) { return 4096; },
    .xDeviceCharacteristics = [](sqlite3_file*) { return SQLITE_IOCAP_POWERSAFE_OVERWRITE; },
    .xShmMap = nullptr,
    .xShmLock = nullptr,
    .xShmBarrier = nullptr,
    .xShmUnmap = nullptr,
    .xFetch = nullptr,
    .xUnfetch = nullptr,
};

sqlite3_vfs CrashDisk::Vfs::make(CrashDisk& disk) {
    sqlite3_vfs vfs{};
    vfs.iVersion = 1;
    vfs.szOsFile = static_cast<int>(sizeof(File));
    vfs.mxPathname = 1024;
    vfs.zName = disk.vfs_name();
    vfs.pAppData = &disk;
    vfs.xOpen = &open;
    vfs.xDelete = &remove;
    vfs.xAccess = &access;
    vfs.xFullPathname = &full_path;
    vfs.xRandomness = &random_bytes;
    vfs.xSleep = [](sqlite3_vfs*, int) { return 0; };
    vfs.xCurrentTime = [](sqlite3_vfs*, double* days) {
        *days = 2461000.5;
        return SQLITE_OK;
    };
    vfs.xGetLastError = [](sqlite3_vfs*, int, char*) { return 0; };
    return vfs;
}

} // namespace support
