#include "storage/database.hpp"

#include "base/disk_space.hpp"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

namespace storage {

using base::Error;
using base::Result;

namespace {

// SQLite's own words name tables and columns, never values.
Error database_error(int code, const char* words) {
    switch (code & 0xff) {
    case SQLITE_FULL: return base::retry_later("database: the disk is full");
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return base::retry_later("database: another process has it open");
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB: return base::out_of_service(std::string("database: the file is damaged: ") + words);
    case SQLITE_READONLY: return base::call_staff("database: the disk is read-only; nothing can be saved");
    case SQLITE_IOERR:
        return base::out_of_service(std::string("database: the disk does not keep what is written: ") + words);
    default: // open set of codes of another project, not an enum of ours
        return base::call_staff(std::string("database: ") + words);
    }
}

// SQLite makes its log files with the mode of the database, so the mode is set before SQLite sees the file.
Result<void> make_private(const base::Path& path) {
    struct stat status {};
    if (::lstat(path.c_str(), &status) == 0) {
        if (!S_ISREG(status.st_mode)) return base::call_staff(path.string() + ": not a regular file");
        // By name: a descriptor of our own, once closed, would drop the locks that this process may hold on the file.
        if ((status.st_mode & 0777) != 0600 && ::chmod(path.c_str(), 0600) != 0) {
            return base::call_staff(path.string() + ": cannot set the mode: " + std::strerror(errno));
        }
        return {};
    }
    const int made = ::open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
    if (made < 0) return base::call_staff(path.string() + ": cannot create: " + std::strerror(errno));
    ::close(made);
    const base::Path folder = path.parent_path();
    return base::DiskFiles().sync_folder(folder.empty() ? base::Path(".") : folder);
}

bool is_on_read_only_disk(const base::Path& path) {
    const base::Path folder = path.parent_path();
    const auto disk = base::disk_space(folder.empty() ? base::Path(".") : folder);
    return !disk.is_error() && disk.value().is_read_only;
}

// No lock and no log can be made on a disk that takes nothing: SQLite is told that nobody writes there. What a crash
// left in a log stays in it until the disk can be written again.
std::string read_only_name(const base::Path& path) {
    std::string name = "file:";
    for (const char c : path.string()) {
        if (c == '%' || c == '?' || c == '#') {
            name += c == '%' ? "%25" : c == '?' ? "%3f" : "%23";
        } else {
            name += c;
        }
    }
    return name + "?immutable=1";
}

} // namespace

void Statement::Finalize::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }

void Statement::note(int code) {
    if (code != SQLITE_OK && first_bad_code_ == SQLITE_OK) first_bad_code_ = code;
}

Statement& Statement::bind(std::int64_t number) {
    note(sqlite3_bind_int64(statement_.get(), ++bound_, number));
    return *this;
}

Statement& Statement::bind(std::string_view text) {
    note(sqlite3_bind_text(statement_.get(), ++bound_, text.data(), static_cast<int>(text.size()), SQLITE_TRANSIENT));
    return *this;
}

Statement& Statement::bind(base::ByteView blob) {
    note(sqlite3_bind_blob(statement_.get(), ++bound_, blob.data(), static_cast<int>(blob.size()), SQLITE_TRANSIENT));
    return *this;
}

Statement& Statement::bind_null() {
    note(sqlite3_bind_null(statement_.get(), ++bound_));
    return *this;
}

Result<bool> Statement::step() {
    if (first_bad_code_ != SQLITE_OK) return database_error(first_bad_code_, "a value could not be bound");
    const int code = sqlite3_step(statement_.get());
    if (code == SQLITE_ROW) return true;
    if (code == SQLITE_DONE) return false;
    return database_->last_error();
}

Result<void> Statement::run() {
    const bool has_row = TRY(step());
    base::invariant(!has_row, "a statement that is run gives no rows");
    sqlite3_reset(statement_.get());
    sqlite3_clear_bindings(statement_.get());
    bound_ = 0;
    return {};
}

std::int64_t Statement::number(int column) const { return sqlite3_column_int64(statement_.get(), column); }

std::string_view Statement::text(int column) const { return base::text_of(blob(column)); }

base::ByteView Statement::blob(int column) const {
    const auto* bytes = static_cast<const std::uint8_t*>(sqlite3_column_blob(statement_.get(), column));
    return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column))};
}

bool Statement::is_null(int column) const { return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL; }

Result<std::unique_ptr<Database>> Database::open(const base::Path& path, std::int64_t newest_version, const char* vfs) {
    const Disk disk = vfs == nullptr && is_on_read_only_disk(path) ? Disk::read_only : Disk::writable;
    const bool is_writable = disk == Disk::writable;
    if (vfs == nullptr && is_writable) TRY(make_private(path));
    const int use = is_writable ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY | SQLITE_OPEN_URI;
    const std::string name = is_writable ? path.string() : read_only_name(path);
    sqlite3* connection = nullptr;
    const int code = sqlite3_open_v2(name.c_str(), &connection, use | SQLITE_OPEN_EXRESCODE, vfs);
    std::unique_ptr<Database> database(new Database(connection, Ballast(path, vfs)));
    if (code != SQLITE_OK) {
        return database_error(code, connection == nullptr ? "no memory" : sqlite3_errmsg(connection))
            .during(path.string());
    }
    if (auto begun = database->begin_use(newest_version, disk); begun.is_error()) {
        return begun.error().during(path.string());
    }
    return database;
}

Result<void> Database::begin_use(std::int64_t newest_version, Disk disk) {
    // A file that we may turn out to refuse is not to be written by closing it either.
    sqlite3_db_config(connection_, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    sqlite3_db_config(connection_, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    // The exclusive lock before the log is first met: then its index lives on the heap, not in a shared file, and no
    // second connection can run into the log-reset fault of SQLite 3.40. `synchronous` before `journal_mode`: the other
    // order lost acknowledged rows in the crash model, because the very switch to the log was then not synced.
    TRY(run("PRAGMA locking_mode = EXCLUSIVE;"
            "PRAGMA synchronous = EXTRA;"
            "PRAGMA secure_delete = ON;"
            "PRAGMA temp_store = MEMORY;"
            "PRAGMA foreign_keys = ON;"
            "PRAGMA trusted_schema = OFF;"
            "PRAGMA cell_size_check = ON;"));
    const std::int64_t version = TRY(number("PRAGMA user_version"));
    if (version > newest_version) {
        return base::out_of_service("database: its schema is version " + std::to_string(version) +
                                    ", this program knows up to version " + std::to_string(newest_version) +
                                    "; nothing was changed; install the newer program");
    }
    {
        Statement check = TRY(prepare("PRAGMA quick_check(1)"));
        const bool has_row = TRY(check.step());
        if (!has_row || check.text(0) != "ok") {
            return base::out_of_service("database: the file is damaged; nothing was changed");
        }
    }
    return disk == Disk::read_only ? Result<void>() : begin_log();
}

Result<void> Database::begin_log() {
    {
        Statement mode = TRY(prepare("PRAGMA journal_mode = WAL"));
        const bool has_row = TRY(mode.step());
        if (!has_row || mode.text(0) != "wal") return base::out_of_service("database: cannot keep a write-ahead log");
    }
    // Takes the lock now also where nothing has been read or written yet.
    TRY(run("BEGIN IMMEDIATE; COMMIT"));
    sqlite3_db_config(connection_, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, nullptr);
    return {};
}

Database::~Database() { sqlite3_close_v2(connection_); }

Result<void> Database::run(const std::string& sql) {
    const int code = sqlite3_exec(connection_, sql.c_str(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) return last_error();
    return {};
}

Result<Statement> Database::prepare(const std::string& sql) {
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(connection_, sql.c_str(), -1, &statement, nullptr) != SQLITE_OK) return last_error();
    return Statement(*this, statement);
}

Result<std::int64_t> Database::number(const std::string& sql) {
    Statement statement = TRY(prepare(sql));
    const bool has_row = TRY(statement.step());
    base::invariant(has_row, "a query for one number gives one row");
    return statement.number(0);
}

std::int64_t Database::changed_rows() const { return sqlite3_changes64(connection_); }

std::int64_t Database::last_row_id() const { return sqlite3_last_insert_rowid(connection_); }

Error Database::last_error() {
    const int code = sqlite3_extended_errcode(connection_);
    if ((code & 0xff) == SQLITE_FULL) is_full_ = true;
    return database_error(code, sqlite3_errmsg(connection_));
}

void Database::rollback() {
    // Some errors have already rolled back; then there is nothing left to do.
    if (sqlite3_get_autocommit(connection_) == 0) sqlite3_exec(connection_, "ROLLBACK", nullptr, nullptr, nullptr);
}

bool Database::make_room() { return std::exchange(is_full_, false) && ballast_.give_up(); }

bool Database::empty_log() {
    return sqlite3_wal_checkpoint_v2(connection_, nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr) == SQLITE_OK;
}

std::string sqlite_version() { return sqlite3_libversion(); }

void Database::keep_ballast() { ballast_.fill(); }

} // namespace storage
