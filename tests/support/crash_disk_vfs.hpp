// The crash disk as SQLite sees it. For crash_disk*.cpp only.
#pragma once

#include "tests/support/crash_disk.hpp"

#include <sqlite3.h>

namespace support {

struct CrashDisk::Vfs {
    [[nodiscard]] static sqlite3_vfs make(CrashDisk& disk);

private:
    struct File {
        sqlite3_file base;
        CrashDisk* disk;
        Node* node;
    };
    static File* file_of(sqlite3_file* file) { return reinterpret_cast<File*>(file); }
    static CrashDisk& disk_of(sqlite3_vfs* vfs) { return *static_cast<CrashDisk*>(vfs->pAppData); }

    static int open(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* granted);
    static int remove(sqlite3_vfs* vfs, const char* name, int syncs_folder);
    static int access(sqlite3_vfs* vfs, const char* name, int flags, int* answer);
    static int full_path(sqlite3_vfs* vfs, const char* name, int size, char* into);
    static int random_bytes(sqlite3_vfs* vfs, int size, char* into);
    static int read(sqlite3_file* file, void* into, int size, sqlite3_int64 offset);
    static int write(sqlite3_file* file, const void* bytes, int size, sqlite3_int64 offset);
    static int truncate(sqlite3_file* file, sqlite3_int64 size);
    static int sync(sqlite3_file* file, int flags);
    static const sqlite3_io_methods methods;
};

} // namespace support
