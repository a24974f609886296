#include "kiosk/staff/health_reader.hpp"

#include "kiosk/exchange/courier.hpp"
#include "kiosk/state/open_store.hpp"
#include "storage/database.hpp"
#include "tests/support/kiosk_world.hpp"

using namespace kiosk;
using namespace support;

namespace {

// A kiosk that keeps its state as a real one does, with an outbox that a courier could carry away.
struct HealthWorld {
    TempFolder temp;
    base::DiskFiles files;
    base::FakeClock clock{morning};
    base::SystemRandom random;
    StateFolder folder{temp.path() / "state"};
    std::optional<KioskKeys> keys;
    std::unique_ptr<storage::Store> store;
    std::optional<Sealer> sealer;
    std::optional<HealthReader> reader;
    base::DiskSpace space{50'000'000'000, 100'000'000'000, false};

    HealthWorld() {
        base::invariant(!crypto::start().is_error(), "crypto starts");
        Settings settings;
        settings.kiosk = "k1";
        settings.site = "willow";
        settings.time_zone = "America/New_York";
        settings.is_demo = true;
        must(make_state(files, folder, settings, std::nullopt, clock, random));
        keys.emplace(value_of(load_keys(files, folder)));
        open();
    }
    void open() {
        reader.reset();
        sealer.reset();
        store.reset();
        store = value_of(storage::Store::open(folder.database(), fixed_keys(), clock, random));
        sealer.emplace(*store, files, folder.outbox(), SealerNames{"k1", "willow", keys->roster.recipient().text()},
                       keys->signing, value_of(load_agency_recipients(files, folder)), clock, random);
        must(sealer->recover());
        reader.emplace(*store, files, folder, clock);
        reader->set_space_teller([this](const base::Path&) { return base::Result<base::DiskSpace>(space); });
    }
    void keep(storage::SubmissionKind kind) {
        clock.advance(1min);
        must(store->add(submission(base::Uuid::v7(clock.now(), random), R"({"line":1})", kind)));
    }
    void carry() {
        const auto round = value_of(Courier(files, clock, folder.root, "file://" + target().string()).run());
        CHECK(round.troubles.empty());
    }
    [[nodiscard]] base::Path target() {
        must(files.make_folder(temp.path() / "exchange", base::FolderAccess::readable_by_all));
        return temp.path() / "exchange";
    }
    Health read() { return reader->read(); }
};

} // namespace

TEST_CASE_FIXTURE(HealthWorld, "what waits is told by kind from the moment it is kept until it is delivered") {
    CHECK(read().waiting.records == 0);
    keep(storage::SubmissionKind::check_in);
    keep(storage::SubmissionKind::check_in);
    keep(storage::SubmissionKind::message);
    const auto waiting = read().waiting;
    CHECK(waiting.records == 3);
    CHECK(waiting.unsealed == 3);
    REQUIRE(waiting.kinds.size() == 2);
    CHECK(waiting.kinds[0].kind == storage::SubmissionKind::check_in);
    CHECK(waiting.kinds[0].count == 2);
    CHECK(waiting.kinds[0].oldest == morning + 1min);
    CHECK(waiting.kinds[1].oldest == morning + 3min);

    CHECK(value_of(sealer->seal()) == 2); // check-ins alone, the rest alone
    const auto sealed = read().waiting;
    CHECK(sealed.records == 3);
    CHECK(sealed.unsealed == 0);
    CHECK(sealed.batches == 2);
    CHECK(sealed.condition == Condition::good);

    carry();
    const auto health = read();
    CHECK(health.waiting.records == 0);
    CHECK(health.waiting.batches == 0);
    CHECK(health.delivery.last == clock.now());
    CHECK(health.delivery.condition == Condition::good);
}

TEST_CASE_FIXTURE(HealthWorld, "a record that waits for hours is to be looked at") {
    keep(storage::SubmissionKind::check_in);
    clock.advance(HealthReader::late);
    CHECK(read().waiting.condition == Condition::good);
    clock.advance(1ms);
    CHECK(read().waiting.condition == Condition::look);
    CHECK(condition_of(read()) == Condition::look);
}

TEST_CASE_FIXTURE(HealthWorld, "the courier's journal is believed only as far as it fits what this kiosk sealed") {
    keep(storage::SubmissionKind::check_in);
    CHECK(value_of(sealer->seal()) == 1);
    carry();
    CHECK(read().waiting.batches == 0);
    const auto journal = folder.courier() / "delivered.json";
    std::string text = read_file(journal);
    const auto digest = text.find(':', text.find(".age")) + 2;
    text.replace(digest, 4, text.substr(digest, 4) == "0000" ? "1111" : "0000");
    write_file(journal, text);
    CHECK(read().waiting.batches == 1);

    const auto elsewhere = temp.path() / "elsewhere.json";
    std::filesystem::rename(journal, elsewhere);
    std::filesystem::create_symlink(elsewhere, journal);
    CHECK(read().delivery.condition == Condition::unknown);
    std::filesystem::remove(journal);
    write_file(journal, "{\"format\":\"family-kiosk-courier/1\",\"delivered\":7}");
    CHECK(read().delivery.condition == Condition::unknown);
}

TEST_CASE_FIXTURE(HealthWorld, "a failure after the last delivery is told, and one before it is over") {
    keep(storage::SubmissionKind::check_in);
    CHECK(value_of(sealer->seal()) == 1);
    const base::Path stick = temp.path() / "stick"; // not put in yet
    Courier courier(files, clock, folder.root, "file://" + (stick / "exchange").string());
    CHECK(courier.run().is_error());
    CHECK(read().delivery.condition == Condition::look);
    CHECK(read().delivery.failure->kind == CourierFailure::target_unreachable);
    clock.advance(1min);
    must(files.make_folder(stick, base::FolderAccess::owner_only));
    CHECK(value_of(courier.run()).delivered == 1);
    CHECK(read().delivery.condition == Condition::good);
    CHECK_FALSE(read().delivery.failure.has_value());
}

TEST_CASE_FIXTURE(
    HealthWorld,
    "space is told with its reserve and the days it lasts; little of it, or none to write, is to be looked at") {
    CHECK(read().space.condition == Condition::good);
    CHECK(read().space.has_reserve);
    CHECK_FALSE(read().space.days_left.has_value());
    keep(storage::SubmissionKind::check_in);
    CHECK(value_of(sealer->seal()) == 1);
    CHECK(read().space.days_left == most_days_told);
    space.free = 3 * 64 * 1024 * 1024;
    CHECK(read().space.days_left < 200);
    space.free = 1'000'000;
    CHECK(read().space.condition == Condition::look);
    space = {50'000'000'000, 100'000'000'000, true};
    CHECK(read().space.condition == Condition::look);
    space.is_read_only = false;
    std::filesystem::remove(folder.root / "ballast");
    CHECK(read().space.condition == Condition::look);
}

TEST_CASE_FIXTURE(
    HealthWorld, "the roster is told with the days it covers; without one, with an old one or when all is over, look") {
    CHECK(read().roster.condition == Condition::look);
    const std::array entries{roster_entry("10000001", "p1", "v1", tomorrow)};
    must(store->replace_roster(entries, roster_version(1)));
    CHECK(read().roster.condition == Condition::good);
    CHECK(read().roster.days_ahead == 1);
    clock.advance(48h);
    CHECK(read().roster.days_ahead == -1);
    CHECK(read().roster.condition == Condition::look);
}

TEST_CASE_FIXTURE(HealthWorld, "the audit log is looked through in pieces and the answer stays over a restart") {
    for (int i = 0; i < 2 * AuditWatch::entries_a_step; ++i) must(store->append_audit("kiosk_started"));
    CHECK(read().audit.condition == Condition::unknown);
    AuditWatch& watch = *reader->audit_watch();
    watch.begin();
    int pieces = 1;
    while (watch.step()) ++pieces;
    CHECK(pieces == 3);
    CHECK(read().audit.condition == Condition::good);
    CHECK(read().audit.checked_entries == 2 * AuditWatch::entries_a_step);
    open();
    CHECK(read().audit.checked == clock.now());
}

TEST_CASE_FIXTURE(HealthWorld,
                  "once a fault was found in the audit log, no earlier check speaks for it after a restart") {
    AuditWatch& watch = *reader->audit_watch();
    watch.begin();
    while (watch.step()) {}
    CHECK(read().audit.condition == Condition::good);
    watch.note({{}, storage::AuditFault{storage::AuditFaultKind::changed, 1}, true});
    CHECK(read().audit.condition == Condition::look);
    open();
    CHECK(read().audit.condition == Condition::unknown);
    CHECK_FALSE(read().audit.checked.has_value());
}

TEST_CASE_FIXTURE(HealthWorld, "once a day the audit log is looked through without being asked, a piece at a time") {
    const auto pieces_until_rest = [this] {
        AuditWatch& watch = *reader->audit_watch();
        int pieces = 0;
        while (watch.wake_at() <= clock.moment() + AuditWatch::step_every) {
            clock.advance(AuditWatch::step_every);
            watch.pass_time();
            ++pieces;
        }
        return pieces;
    };
    for (int i = 0; i < 2 * AuditWatch::entries_a_step; ++i) must(store->append_audit("kiosk_started"));
    reader->audit_watch()->pass_time();
    CHECK_FALSE(reader->audit_watch()->is_running()); // not while the kiosk starts
    clock.advance(AuditWatch::after_start);
    CHECK(pieces_until_rest() == 3);
    const auto found_whole = clock.now();
    CHECK(read().audit.checked == found_whole);
    clock.advance(23h);
    CHECK(pieces_until_rest() == 0);
    CHECK(reader->audit_watch()->wake_at() > clock.moment());
    open(); // a kiosk that is started every morning looks once a day all the same
    CHECK(read().audit.checked == found_whole);
    clock.advance(AuditWatch::after_start);
    CHECK(pieces_until_rest() == 0);
    clock.advance(1h);
    CHECK(pieces_until_rest() == 3);
    CHECK(read().audit.checked == clock.now());
    clock.set_wall(clock.now() - std::chrono::days(400)); // what was checked is of a time that has not come
    open();
    clock.advance(AuditWatch::after_start);
    CHECK(pieces_until_rest() == 3);
}

TEST_CASE_FIXTURE(HealthWorld, "a broken audit entry is found, named and no reason to stop") {
    for (int i = 0; i < 5; ++i) must(store->append_audit("kiosk_started"));
    sealer.reset();
    reader.reset();
    store.reset();
    {
        auto database = value_of(storage::Database::open(folder.database(), 1000, nullptr));
        must(database->run("UPDATE audit SET entry = zeroblob(length(entry)) WHERE number = 3"));
    }
    open();
    reader->audit_watch()->begin();
    while (reader->audit_watch()->step()) {}
    const auto audit = read().audit;
    CHECK(audit.condition == Condition::look);
    REQUIRE(audit.fault.has_value());
    CHECK(audit.fault->number == 3);
    keep(storage::SubmissionKind::check_in);
    CHECK(read().waiting.records == 1);
}

TEST_CASE_FIXTURE(HealthWorld,
                  "devices are told as the application has seen them, and none is a fault by being absent") {
    CHECK(read().printer.condition == Condition::unknown);
    CHECK(read().scanner.condition == Condition::unknown);
    CHECK(read().sound.condition == Condition::unknown);
    auto& devices = reader->devices();
    devices.printer = [] { return PrinterState::none; };
    devices.last_scan = morning;
    devices.sound = [] { return SoundState::no_sound; };
    CHECK(read().printer.condition == Condition::unknown);
    CHECK(read().scanner.condition == Condition::good);
    CHECK(read().sound.condition == Condition::look);
    for (const auto trouble : {PrinterState::missing, PrinterState::needs_paper, PrinterState::stopped}) {
        devices.printer = [trouble] { return trouble; };
        CHECK(read().printer.condition == Condition::look);
    }
}

TEST_CASE_FIXTURE(HealthWorld, "without its records the kiosk still tells space, clock and delivery") {
    HealthReader closed("database: the file is damaged", files, folder, clock);
    const auto health = closed.read();
    CHECK(health.records.condition == Condition::look);
    CHECK(health.records.trouble == "database: the file is damaged");
    CHECK(health.space.disk.has_value());
    CHECK(health.clock.condition == Condition::good);
    CHECK(health.waiting.condition == Condition::unknown);
}
