#include "storage/schema.hpp"
#include "tests/support/crash_disk.hpp"
#include "tests/support/stored_world.hpp"
#include "tests/support/temp_folder.hpp"

#include <fstream>
#include <sys/stat.h>

using namespace storage;
using namespace support;

namespace {

struct FileWorld {
    TempFolder folder;
    base::Path path = folder.path() / "kiosk.db";
    base::FakeClock clock{morning};
    base::SystemRandom random;

    base::Result<std::unique_ptr<Store>> open() { return Store::open(path, fixed_keys(), clock, random); }
    // The file itself, while no store has it open.
    void in_file(const std::string& sql) { must(value_of(Database::open(path, 1000, nullptr))->run(sql)); }
    base::Bytes bytes() { return value_of(base::DiskFiles().read(path, std::size_t{64} << 20)); }
    void write_bytes(const base::Bytes& bytes) {
        std::ofstream file(path, std::ios::binary | std::ios::trunc);
        for (const std::uint8_t byte : bytes) file.put(static_cast<char>(byte));
    }
    // An empty log may stand beside it.
    std::uintmax_t bytes_beside() {
        std::uintmax_t size = 0;
        for (const auto& entry : std::filesystem::directory_iterator(folder.path())) {
            if (entry.path() != path && entry.path().filename() != "ballast") size += entry.file_size();
        }
        return size;
    }
    // Refused, and on the disk is afterwards what was before.
    base::Error refusal() {
        const base::Bytes before = bytes();
        const auto refused = open();
        REQUIRE(refused.is_error());
        CHECK(refused.error().kind == base::ErrorKind::out_of_service);
        CHECK(bytes() == before);
        CHECK(bytes_beside() == 0);
        return refused.error();
    }
};

unsigned mode_of(const base::Path& path) {
    struct stat status {};
    REQUIRE(::lstat(path.c_str(), &status) == 0);
    return status.st_mode & 07777;
}

} // namespace

TEST_CASE_FIXTURE(FileWorld, "a database from a future version is refused and not touched") {
    value_of(open()).reset();
    in_file("PRAGMA user_version = " + std::to_string(newest_schema_version() + 1));
    CHECK(refusal().message.find("version " + std::to_string(newest_schema_version() + 1)) != std::string::npos);
    in_file("PRAGMA user_version = " + std::to_string(newest_schema_version()));
    CHECK_FALSE(open().is_error());
}

TEST_CASE_FIXTURE(FileWorld, "a refused database keeps its log as it is too, after a power cut left one") {
    value_of(open()).reset();
    const TempFolder cut;
    const auto in_cut = [&](const char* name) {
        return value_of(base::DiskFiles().read(cut.path() / name, std::size_t{64} << 20));
    };
    {
        auto database = value_of(Database::open(path, 1000, nullptr));
        must(database->run("PRAGMA user_version = 999"));
        for (const char* name : {"kiosk.db", "kiosk.db-wal"}) {
            std::filesystem::copy(folder.path() / name, cut.path() / name);
        }
    }
    const base::Bytes kept = in_cut("kiosk.db");
    const base::Bytes log = in_cut("kiosk.db-wal");
    REQUIRE(log.size() > 4096);
    const auto refused = Store::open(cut.path() / "kiosk.db", fixed_keys(), clock, random);
    REQUIRE(refused.is_error());
    CHECK(refused.error().kind == base::ErrorKind::out_of_service);
    CHECK(in_cut("kiosk.db") == kept);
    CHECK(in_cut("kiosk.db-wal") == log);
}

// The file is what a kiosk of that version kept, with the keys of stored_world.hpp. It is never made anew: a later
// program must bring every row of it forward.
TEST_CASE_FIXTURE(FileWorld, "a database of schema version 1 opens with everything it kept") {
    const char* source = std::getenv("KIOSK_SOURCE");
    const base::Path kept = base::Path(source != nullptr ? source : ".") / "tests/data/storage/schema_1.sql";
    const base::Bytes sql = value_of(base::DiskFiles().read(kept, std::size_t{1} << 20));
    in_file(std::string(base::text_of(sql)));
    auto store = value_of(open());
    CHECK(value_of(store->look_up("10000001", today))->visits.size() == 1);
    CHECK(value_of(store->roster_version())->rows == 2);
    const auto office = crypto::OfficeKey::generate();
    must(store->set_office(office.recipient()));
    CHECK(value_of(store->find_staff_facts(office, {"v1"}, {"p2"}))->keep_apart == "Apart-p2");
    const auto pending = value_of(store->pending());
    REQUIRE(pending.size() == 1);
    CHECK(pending[0].kind == SubmissionKind::message);
    CHECK(pending[0].line.text() == R"({"kept":"message"})");
    const auto arrivals = value_of(store->arrivals(today));
    REQUIRE(arrivals.size() == 2);
    CHECK(arrivals[0].needs == std::vector<std::string>{"interpreter", "quiet_room"});
    CHECK(value_of(store->find_arrival({"v1"}, {"p2"}, today))->ticket.number == 2);
    CHECK(value_of(store->published_count()) == 1);
    const auto unfinished = value_of(store->unfinished_batches());
    REQUIRE(unfinished.size() == 1);
    CHECK(unfinished[0].seq == 3);
    CHECK(unfinished[0].members == std::vector{arrivals[1].submission});
    CHECK(value_of(store->next_position()).prev == std::string(64, 'c'));
    // That version kept no end of the log: entries cut off there would not be missed.
    CHECK(value_of(store->verify_audit()).fault->kind == AuditFaultKind::no_end);
    CHECK(value_of(store->audit_head()).count == 2);
    CHECK(value_of(store->lockout()).misses == 7);
    must(store->mark_published("0123abcd", 3));
    must(store->append_audit("kiosk_started"));
    CHECK(value_of(store->verify_audit()).is_whole());
    CHECK(value_of(store->audit_head()).count == 4); // the first of the two says that an end is kept from now on
}

TEST_CASE_FIXTURE(FileWorld, "a damaged file is refused and kept as it is") {
    value_of(open()).reset();
    base::Bytes damaged = bytes();
    const auto page = [&](std::size_t number) { return damaged.begin() + static_cast<std::ptrdiff_t>(4096 * number); };
    SUBCASE("its beginning is gone") { std::fill_n(damaged.begin(), 32, std::uint8_t{0x55}); }
    SUBCASE("the schema is gone") { std::fill(damaged.begin() + 100, page(1), std::uint8_t{0xff}); }
    SUBCASE("a page in it is gone") { std::fill(page(2), page(3), std::uint8_t{0xff}); }
    SUBCASE("its end is gone") { damaged.resize(damaged.size() / 2); }
    SUBCASE("it is another kind of file") { damaged.assign(5000, std::uint8_t{'x'}); }
    write_bytes(damaged);
    refusal();
}

TEST_CASE_FIXTURE(FileWorld, "a second opener is told to try later, and the first goes on") {
    auto first = value_of(open());
    const auto second = open();
    REQUIRE(second.is_error());
    CHECK(second.error().kind == base::ErrorKind::retry_later);
    must(first->append_audit("kiosk_started"));
    first.reset();
    CHECK(value_of(value_of(open())->audit_head()).count == 1);
}

TEST_CASE_FIXTURE(FileWorld, "the database and its log are for the owner alone, whatever the umask and the file were") {
    const mode_t before = ::umask(0);
    SUBCASE("a new file") {}
    SUBCASE("a file that was open to all") {
        write_bytes({});
        REQUIRE(::chmod(path.c_str(), 0666) == 0);
    }
    auto store = value_of(open());
    must(store->append_audit("kiosk_started"));
    ::umask(before);
    CHECK(mode_of(path) == 0600);
    CHECK(mode_of(path.string() + "-wal") == 0600);
}

TEST_CASE_FIXTURE(FileWorld, "a database that is a link is refused") {
    const auto elsewhere = folder.path() / "elsewhere";
    std::ofstream(elsewhere).close();
    std::filesystem::create_symlink(elsewhere, path);
    CHECK(open().is_error());
    CHECK(std::filesystem::file_size(elsewhere) == 0);
}

TEST_CASE_FIXTURE(FileWorld, "the settings that keep rows through a power cut are in force") {
    auto database = value_of(Database::open(path, newest_schema_version(), nullptr));
    const auto text = [&](const char* sql) {
        Statement statement = value_of(database->prepare(sql));
        REQUIRE(value_of(statement.step()));
        return std::string(statement.text(0));
    };
    CHECK(text("PRAGMA journal_mode") == "wal");
    CHECK(text("PRAGMA locking_mode") == "exclusive");
    CHECK(value_of(database->number("PRAGMA synchronous")) == 3); // EXTRA
    CHECK(value_of(database->number("PRAGMA secure_delete")) == 1);
    CHECK(value_of(database->number("PRAGMA temp_store")) == 2); // MEMORY
    CHECK(value_of(database->number("PRAGMA foreign_keys")) == 1);
    CHECK(value_of(database->number("PRAGMA trusted_schema")) == 0);
    CHECK(value_of(database->number("PRAGMA cell_size_check")) == 1);
}

TEST_CASE_FIXTURE(FileWorld, "a migration that fails leaves the version before, whole; the next open does it again") {
    const Migration make = "CREATE TABLE a (x INTEGER) STRICT; INSERT INTO a VALUES (1)";
    const Migration good = "ALTER TABLE a ADD COLUMN y INTEGER; UPDATE a SET y = x + 1";
    const Migration bad = "ALTER TABLE a ADD COLUMN y INTEGER; UPDATE a SET nothing = 1";
    auto database = value_of(Database::open(path, 2, nullptr));
    const auto failed = migrate(*database, std::array{make, bad});
    REQUIRE(failed.is_error());
    CHECK(failed.error().message.find("version 2") != std::string::npos);
    CHECK(value_of(database->number("PRAGMA user_version")) == 1);
    CHECK(value_of(database->number("SELECT count(*) FROM pragma_table_info('a')")) == 1);
    database.reset();
    database = value_of(Database::open(path, 2, nullptr));
    must(migrate(*database, std::array{make, good}));
    must(migrate(*database, std::array{make, good}));
    CHECK(value_of(database->number("PRAGMA user_version")) == 2);
    CHECK(value_of(database->number("SELECT y FROM a")) == 2);
}

TEST_CASE("on a full disk a value is kept with its event, or neither of them") {
    CrashDisk disk;
    base::FakeClock clock(morning);
    base::SystemRandom random;
    auto store = value_of(Store::open("/state/kiosk.db", fixed_keys(), clock, random, disk.vfs_name()));
    must(store->append_audit("kiosk_started"));
    const auto keep = [&](int count) {
        const std::string value = std::to_string(count) + std::string(200, '.');
        return store->keep("closed", base::Secret(base::bytes_of(value)), "kiosk_closed", {{"by", 3}});
    };
    int done = 0;
    for (bool is_refused = false; !is_refused && done < 2000;) {
        disk.limit_space(disk.used_space());
        is_refused = keep(done + 1).is_error();
        if (!is_refused) ++done;
    }
    REQUIRE(done > 0);
    REQUIRE(done < 2000);
    CHECK(value_of(store->find_kept("closed"))->text().starts_with(std::to_string(done) + "."));
    CHECK(std::ssize(value_of(store->audit_entries(0))) == done + 1);
}

TEST_CASE("on a full disk a check-in is still kept once by giving up the ballast, and the next ones are told why not") {
    CrashDisk disk;
    base::FakeClock clock(morning);
    base::SystemRandom random;
    const auto open = [&] {
        return value_of(Store::open("/state/kiosk.db", fixed_keys(), clock, random, disk.vfs_name()));
    };
    auto store = open();
    must(store->append_audit("kiosk_started"));
    REQUIRE(value_of(disk.exists("/state/ballast")));
    const auto check_in = [&](int number) {
        clock.advance(1ms);
        const base::Uuid id = base::Uuid::v7(clock.now(), random);
        return store->check_in(submission(id), arrival(id, "v", "p" + std::to_string(number), number), today);
    };

    disk.limit_space(disk.used_space());
    CHECK_FALSE(value_of(check_in(1)).has_value());
    CHECK_FALSE(value_of(disk.exists("/state/ballast")));
    CHECK(value_of(check_in(1)).has_value()); // the same person again: shown what stands

    disk.limit_space(disk.used_space());
    std::optional<base::Error> refused;
    int number = 2;
    for (; !refused && number < 90; ++number) {
        auto done = check_in(number);
        if (done.is_error()) refused = done.error();
    }
    REQUIRE(refused.has_value());
    CHECK(refused->kind == base::ErrorKind::retry_later);
    CHECK(refused->message == "database: the disk is full");
    const auto kept = static_cast<std::size_t>(number - 2);
    CHECK(value_of(store->arrivals(today)).size() == kept);
    CHECK(value_of(store->pending()).size() == kept);

    disk.limit_space(disk.used_space() + std::size_t{32} * 1024 * 1024);
    CHECK_FALSE(value_of(check_in(number)).has_value());
    store.reset();
    store = open();
    CHECK(value_of(disk.exists("/state/ballast")));
    CHECK(value_of(store->arrivals(today)).size() == kept + 1);
    CHECK(value_of(store->pending()).size() == kept + 1);
}
