#include "kiosk/staff/audit_reader.hpp"

#include "kiosk/visits/office_time.hpp"
#include "storage/database.hpp"
#include "tests/support/shell.hpp"
#include "tests/support/stored_world.hpp"
#include "tests/support/temp_folder.hpp"

using namespace kiosk;
using namespace support;

namespace {

// Everything that changes the disk works `good` times, then fails once, then works again.
class FailingFiles final : public base::Files {
public:
    FailingFiles(base::Files& files, int good) : files_(files), good_(good) {}

    base::Result<base::Bytes> read(const base::Path& path, std::size_t most) override {
        return files_.read(path, most);
    }
    base::Result<bool> exists(const base::Path& path) override { return files_.exists(path); }
    base::Result<std::vector<std::string>> list(const base::Path& folder) override { return files_.list(folder); }
    base::Result<void> write_new(const base::Path& path, base::ByteView bytes, base::FileAccess access) override {
        TRY(next());
        return files_.write_new(path, bytes, access);
    }
    base::Result<void> rename(const base::Path& from, const base::Path& to) override {
        TRY(next());
        return files_.rename(from, to);
    }
    base::Result<void> sync_folder(const base::Path& folder) override {
        TRY(next());
        return files_.sync_folder(folder);
    }
    base::Result<void> remove(const base::Path& path) override {
        TRY(next());
        return files_.remove(path);
    }
    base::Result<void> make_folder(const base::Path& folder, base::FolderAccess access) override {
        TRY(next());
        return files_.make_folder(folder, access);
    }

private:
    base::Result<void> next() {
        if (good_-- != 0) return {};
        return base::retry_later("the disk is full");
    }
    base::Files& files_;
    int good_;
};

struct LogWorld {
    storage::StoreKeys keys = fixed_keys(); // starts what keys need
    TempFolder folder;
    base::FakeClock clock{morning};
    base::SystemRandom random;
    base::DiskFiles files;
    Settings settings;
    std::unique_ptr<storage::Store> store;
    crypto::SigningKey signing = crypto::SigningKey::generate();
    StaffSession supervisor{.number = 2, .badge_ending = "07", .role = StaffRole::supervisor, .office_key = {}};
    std::optional<AuditReader> reader;

    LogWorld() {
        settings.kiosk = "k1";
        settings.site = "willow";
        settings.time_zone = "America/New_York";
        open();
    }
    void open() {
        store = value_of(storage::Store::open(folder.path() / "kiosk.db", fixed_keys(), clock, random));
        reader.emplace(AuditExporting{*store, settings, signing, files, clock}, folder.path() / "copies");
    }
    // 2 entries of the kiosk, then one by staff 2 and one by staff 3, an hour apart.
    void live_through(int days) {
        for (int day = 0; day < days; ++day) {
            must(store->append_audit("kiosk_started"));
            must(store->append_audit("batch_lost", {{"seq", day}}));
            clock.advance(1h);
            must(store->append_audit("staff_signed_in", {{"by", 2}}));
            must(store->append_audit("visit_called", {{"by", 3}, {"ticket", 12}, {"mark", 0}}));
            clock.advance(23h);
        }
    }
    // All pages, one after the other.
    std::vector<std::int64_t> numbers(const AuditFilter& filter, std::size_t most = 3) {
        std::vector<std::int64_t> found;
        std::int64_t before = AuditReader::newest;
        for (int i = 0; i < 10'000; ++i) {
            const AuditPage page = value_of(reader->read(supervisor, filter, before, most));
            REQUIRE(page.lines.size() <= most);
            for (const AuditLine& line : page.lines) found.push_back(line.number);
            if (page.is_last) return found;
            before = page.next;
        }
        FAIL("there is no end");
        return found;
    }
};

// As the page does it, slice by slice.
base::Result<AuditExported> made_by(AuditReader& reader, const StaffSession& by) {
    const auto making = TRY(reader.begin_copy(by));
    for (;;) {
        if (auto made = TRY(reader.make_more(by, *making))) return *made;
    }
}

} // namespace

TEST_CASE_FIXTURE(LogWorld, "the log is read newest first, page by page, each entry once") {
    CHECK(numbers({}).empty());
    live_through(2);
    CHECK(numbers({}) == std::vector<std::int64_t>{8, 7, 6, 5, 4, 3, 2, 1});
    CHECK(numbers({}, 4) == numbers({}, 100));
    const AuditPage page = value_of(reader->read(supervisor, {}, AuditReader::newest, 1));
    const AuditLine& line = page.lines.at(0);
    CHECK(line.kind->name == "visit_called");
    CHECK(*line.at == morning + 25h);
    CHECK(line.staff() == 3);
    REQUIRE(line.fields.size() == 3);
    CHECK(line.fields[1].name == "ticket");
    CHECK(std::get<std::int64_t>(line.fields[1].value) == 12);
}

TEST_CASE_FIXTURE(LogWorld, "it is filtered by kind, by the office's day and by who did it, alone and together") {
    live_through(2);
    using enum storage::AuditGroup;
    CHECK(numbers({.group = arrivals}) == std::vector<std::int64_t>{8, 4});
    CHECK(numbers({.group = delivery}) == std::vector<std::int64_t>{6, 2});
    CHECK(numbers({.day = today}) == std::vector<std::int64_t>{4, 3, 2, 1});
    CHECK(numbers({.day = tomorrow}) == std::vector<std::int64_t>{8, 7, 6, 5});
    CHECK(numbers({.staff = 2}) == std::vector<std::int64_t>{7, 3});
    CHECK(numbers({.group = sign_in, .day = tomorrow, .staff = 2}) == std::vector<std::int64_t>{7});
    CHECK(numbers({.group = sign_in, .staff = 3}).empty());
}

TEST_CASE_FIXTURE(LogWorld, "a day begins and ends at the office's midnight") {
    clock.set_wall(std::chrono::sys_days(tomorrow) + 3h + 59min); // 23:59 there
    must(store->append_audit("kiosk_started"));
    clock.advance(2min);
    must(store->append_audit("kiosk_started"));
    CHECK(numbers({.day = today}) == std::vector<std::int64_t>{1});
    CHECK(numbers({.day = tomorrow}) == std::vector<std::int64_t>{2});
    CHECK(reader->today() == tomorrow);
}

TEST_CASE_FIXTURE(LogWorld, "an entry that does not open is shown by its number, whatever is filtered") {
    live_through(1);
    reader.reset();
    store.reset();
    must(value_of(storage::Database::open(folder.path() / "kiosk.db", 1000, nullptr))
             ->run("UPDATE audit SET entry = zeroblob(9) WHERE number = 2"));
    open();
    CHECK(numbers({.group = storage::AuditGroup::arrivals}) == std::vector<std::int64_t>{4, 2});
    storage::AuditCheck check;
    while (!check.is_done) must(reader->check_more(supervisor, check));
    CHECK(check.fault->number == 2);
}

TEST_CASE_FIXTURE(LogWorld, "a filter that nothing passes gives the screen back after a few thousand entries") {
    for (int i = 0; i < 4300; ++i) must(store->append_audit("kiosk_started"));
    const AuditFilter filter{.group = storage::AuditGroup::arrivals};
    const AuditPage first = value_of(reader->read(supervisor, filter, AuditReader::newest, 8));
    CHECK(first.lines.empty());
    CHECK_FALSE(first.is_last);
    CHECK(first.next == 301);
    CHECK(value_of(reader->read(supervisor, filter, first.next, 8)).is_last);
    storage::AuditCheck check;
    must(reader->check_more(supervisor, check));
    CHECK(check.whole.count == 500);
    CHECK_FALSE(check.is_done);
}

TEST_CASE_FIXTURE(LogWorld, "who may not see the log is refused, and only a supervisor makes a copy, which is logged") {
    live_through(1);
    const StaffSession desk{.number = 4, .badge_ending = "11", .role = StaffRole::front_desk, .office_key = {}};
    const StaffSession technician{.number = 5, .badge_ending = "12", .role = StaffRole::technician, .office_key = {}};
    storage::AuditCheck check;
    CHECK(reader->read(desk, {}, AuditReader::newest, 5).is_error());
    CHECK(reader->check_more(desk, check).is_error());
    CHECK(check.whole.count == 0);
    CHECK_FALSE(reader->read(technician, {}, AuditReader::newest, 5).is_error());
    CHECK(made_by(*reader, desk).is_error());
    CHECK(made_by(*reader, technician).is_error());
    CHECK_FALSE(value_of(files.exists(folder.path() / "copies")));
    CHECK(value_of(store->audit_head()).count == 4);

    const AuditExported made = value_of(made_by(*reader, supervisor));
    CHECK(made.count == 5);
    CHECK(made.file == folder.path() / "copies" / "audit-k1-20261014-140000.ndjson");
    const auto copy = value_of(files.read(made.file, 1 << 20));
    const auto signature = value_of(files.read(made.signature, 1 << 20));
    base::MemorySource source(copy);
    const auto comment = value_of(crypto::verify_signature(signing.verifying_key(), source, base::text_of(signature)));
    CHECK(comment == "family-kiosk-audit v=1 kiosk=k1 site=willow count=5 head=" +
                         base::to_hex(value_of(store->audit_head()).hash));
    const auto last = value_of(store->audit_entries(4)).at(0);
    CHECK(last.text.ends_with(R"("event":"audit_exported","fields":{"by":2,"count":4}})"));
    CHECK(made_by(*reader, supervisor).is_error()); // in the same second
    CHECK(value_of(files.list(folder.path() / "copies")).size() == 2);
}

TEST_CASE_FIXTURE(LogWorld,
                  "of the copies the newest five are kept, with their signatures; what else lies there stays") {
    live_through(1);
    const base::Path copies = folder.path() / "copies";
    const auto is_there = [&](const base::Path& file) { return value_of(files.exists(file)); };
    std::vector<AuditExported> made;
    for (int i = 0; i < 5; ++i) {
        made.push_back(value_of(made_by(*reader, supervisor)));
        clock.advance(1h);
    }
    write_file(copies / "notes.txt", "of staff");
    write_file(copies / "audit-k1-20260101-000000.ndjson.minisig.part", "a power cut");
    write_file(copies / "audit-zz-20260101-000000.ndjson", "when the kiosk had another name");
    CHECK(value_of(files.list(copies)).size() == 2 * 5 + 3);
    made.push_back(value_of(made_by(*reader, supervisor)));
    CHECK(value_of(files.list(copies)).size() == 2 * 5 + 1);
    CHECK(is_there(copies / "notes.txt"));
    CHECK_FALSE(is_there(made.front().file));
    CHECK_FALSE(is_there(made.front().signature));
    for (std::size_t i = 1; i < made.size(); ++i) {
        CHECK(is_there(made[i].file));
        CHECK(is_there(made[i].signature));
    }
    // With the clock set back by a year its name is the oldest.
    clock.set_wall(clock.now() - 24h * 365);
    const AuditExported latest = value_of(made_by(*reader, supervisor));
    CHECK(is_there(latest.file));
    CHECK(is_there(latest.signature));
    CHECK_FALSE(is_there(made[1].file));
    CHECK(value_of(files.list(copies)).size() == 2 * 5 + 1);
}

TEST_CASE_FIXTURE(LogWorld, "a copy that is made stays made when the old ones cannot be removed") {
    live_through(1);
    for (std::size_t i = 0; i < AuditReader::copies_kept; ++i) {
        (void)value_of(made_by(*reader, supervisor));
        clock.advance(1s);
    }
    constexpr int steps_of_a_copy = 8; // the folder, two removed, two written, two renamed, the folder synced
    FailingFiles failing(files, steps_of_a_copy);
    AuditReader with_failing({*store, settings, signing, failing, clock}, folder.path() / "copies");
    const AuditExported made = value_of(made_by(with_failing, supervisor));
    CHECK(value_of(files.exists(made.file)));
    CHECK(value_of(files.list(folder.path() / "copies")).size() == 2 * AuditReader::copies_kept + 1);
    clock.advance(1s);
    (void)value_of(made_by(*reader, supervisor));
    CHECK(value_of(files.list(folder.path() / "copies")).size() == 2 * AuditReader::copies_kept);
}

TEST_CASE_FIXTURE(LogWorld, "a copy is there whole with its signature or not at all, whichever write goes wrong") {
    live_through(1);
    const base::Path folder_of_copies = folder.path() / "copies";
    for (int good = 0;; ++good) {
        FailingFiles failing(files, good);
        clock.advance(1s);
        const auto count = value_of(store->audit_head()).count;
        AuditReader with_failing({*store, settings, signing, failing, clock}, folder_of_copies);
        const auto made = made_by(with_failing, supervisor);
        if (!made.is_error()) {
            CHECK(good > 5);
            CHECK(value_of(files.list(folder_of_copies)).size() == 2);
            break;
        }
        CAPTURE(good);
        if (good > 0) CHECK(value_of(files.list(folder_of_copies)).empty());
        // That it was begun is told all the same, once the folder is there.
        CHECK(value_of(store->audit_head()).count == count + (good > 0 ? 1 : 0));
        REQUIRE(good < 100);
    }
}
