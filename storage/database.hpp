// One SQLite connection with the settings that keep acknowledged rows through a power cut. Knows SQL and files, not
// what the rows mean. This file pair and ballast.cpp are the only places that meet sqlite3.h. Main thread.
#pragma once

#include "base/bytes.hpp"
#include "base/files.hpp"
#include "storage/ballast.hpp"

#include <functional>
#include <memory>
#include <type_traits>

struct sqlite3;
struct sqlite3_stmt;

namespace storage {

class Database;

[[nodiscard]] std::string sqlite_version();

// One prepared statement. Values are bound in the order of the question marks and copied.
class Statement {
public:
    Statement& bind(std::int64_t number);
    Statement& bind(std::string_view text);
    Statement& bind(base::ByteView blob);
    Statement& bind_null();

    // True while there is a row to read.
    base::Result<bool> step();
    // For statements without rows; afterwards the next values can be bound.
    base::Result<void> run();

    [[nodiscard]] std::int64_t number(int column) const;
    // Both are valid until the next step.
    [[nodiscard]] std::string_view text(int column) const;
    [[nodiscard]] base::ByteView blob(int column) const;
    [[nodiscard]] bool is_null(int column) const;

private:
    friend class Database;
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const;
    };
    Statement(Database& database, sqlite3_stmt* statement) : database_(&database), statement_(statement) {}
    void note(int code);

    Database* database_;
    std::unique_ptr<sqlite3_stmt, Finalize> statement_;
    int bound_ = 0;
    int first_bad_code_ = 0;
};

class Database {
public:
    // Opens or makes the file, takes its lock for as long as the object lives, and refuses a file that is damaged or
    // whose schema is newer than `newest_version`, without changing it. `vfs`: a registered SQLite VFS, or null. On a
    // disk that is mounted read-only everything can be read and nothing changed.
    [[nodiscard]] static base::Result<std::unique_ptr<Database>> open(const base::Path& path,
                                                                      std::int64_t newest_version, const char* vfs);
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;
    ~Database();

    // SQL without values to bind; rows are thrown away.
    base::Result<void> run(const std::string& sql);
    base::Result<Statement> prepare(const std::string& sql);
    // The first column of the first row, which must be there.
    base::Result<std::int64_t> number(const std::string& sql);
    [[nodiscard]] std::int64_t changed_rows() const;
    [[nodiscard]] std::int64_t last_row_id() const;

    // Does `work` as one transaction. If the disk is full, gives up the ballast and does it once more, so `work` must
    // keep no trace of a first try outside the database; `undo` is called after each try that was rolled back.
    template <typename Work>
    auto transaction(Work&& work, const std::function<void()>& undo = {}) -> std::invoke_result_t<Work> {
        auto done = attempt(work);
        if (!done.is_error()) return done;
        if (undo) undo();
        if (!make_room()) return done;
        auto again = attempt(work);
        if (again.is_error() && undo) undo();
        return again;
    }

    // Moves everything from the write-ahead log into the file and cuts the log to nothing, so that what was deleted
    // is in neither. False if that could not be done now.
    bool empty_log();
    // Keeps 4 MiB beside the database if the disk has them to spare.
    void keep_ballast();

private:
    Database(sqlite3* connection, Ballast ballast) : connection_(connection), ballast_(std::move(ballast)) {}
    enum class Disk { writable, read_only };
    base::Result<void> begin_use(std::int64_t newest_version, Disk disk);
    base::Result<void> begin_log();
    // What SQLite says of its last call; also remembers whether the disk was full.
    base::Error last_error();
    bool make_room();

    template <typename Work>
    auto attempt(Work& work) -> std::invoke_result_t<Work> {
        is_full_ = false;
        TRY(run("BEGIN IMMEDIATE"));
        auto done = work();
        if (done.is_error()) {
            rollback();
            return done;
        }
        if (auto committed = run("COMMIT"); committed.is_error()) {
            rollback();
            return committed.error();
        }
        return done;
    }
    void rollback();

    sqlite3* connection_;
    Ballast ballast_;
    bool is_full_ = false;
    friend class Statement;
};

} // namespace storage
