#include "kiosk/staff/readiness.hpp"

#include "crypto/start.hpp"
#include "kiosk/staff/report_files.hpp"
#include "kiosk/state/open_store.hpp"
#include "tests/support/phrases.hpp"
#include "tests/support/stored_world.hpp"

using namespace kiosk;
using namespace support;

namespace {

struct ReadinessWorld {
    TempFolder temp;
    base::DiskFiles files;
    base::FakeClock clock{morning};
    base::SystemRandom random;
    StateFolder folder{temp.path() / "state"};
    Settings settings;
    std::unique_ptr<storage::Store> store;
    std::optional<HealthReader> health;
    std::optional<Readiness> readiness;
    StaffSession technician;

    ReadinessWorld() {
        base::invariant(!crypto::start().is_error(), "crypto starts");
        settings.kiosk = "k1";
        settings.site = "willow";
        settings.site_name = "Willow Street";
        settings.time_zone = "America/New_York";
        settings.is_demo = true;
        must(make_state(files, folder, settings, std::nullopt, clock, random));
        store = value_of(storage::Store::open(folder.database(), fixed_keys(), clock, random));
        health.emplace(*store, files, folder, clock);
        readiness.emplace(*health, *store, files, folder, clock);
        technician.number = 3;
        technician.role = StaffRole::technician;
    }
    [[nodiscard]] std::string last_event() {
        const auto entries = value_of(store->audit_entries(0));
        return entries.empty() ? "" : entries.back().text;
    }
};

} // namespace

TEST_CASE_FIXTURE(ReadinessWorld, "a test record is sealed and opened for real, and nothing of it is kept") {
    const auto result = value_of(readiness->begin(technician));
    CHECK(result.of(ReadinessItem::sealing) == ReadinessOutcome::passed);
    CHECK(value_of(store->pending()).empty());
    CHECK(value_of(store->published_batches()).empty());
    CHECK_FALSE(files.exists(folder.outbox() / "kiosks").value());
    clock.set_wall(base::UtcTime{}); // in 1970 too
    CHECK(can_seal_and_open(clock));
}

TEST_CASE_FIXTURE(ReadinessWorld,
                  "network and printer are told by what is known of them, and left out where nothing is") {
    CHECK(value_of(readiness->begin(technician)).of(ReadinessItem::network) == ReadinessOutcome::skipped);
    CHECK(value_of(readiness->begin(technician)).of(ReadinessItem::printer) == ReadinessOutcome::skipped);
    health->devices().printer = [] { return PrinterState::stopped; };
    CourierJournal journal;
    journal.target = "file:///somewhere";
    journal.last_delivery = morning;
    must(keep_journal(files, folder.courier(), journal));
    const auto result = value_of(readiness->begin(technician));
    CHECK(result.of(ReadinessItem::network) == ReadinessOutcome::passed);
    CHECK(result.of(ReadinessItem::printer) == ReadinessOutcome::failed);
    CHECK(result.first_open() == ReadinessItem::screen);
}

TEST_CASE_FIXTURE(ReadinessWorld, "the result goes into the audit log, and what was not answered counts as left out") {
    auto result = value_of(readiness->begin(technician));
    result.set(ReadinessItem::screen, ReadinessOutcome::passed);
    result.set(ReadinessItem::touch, ReadinessOutcome::failed);
    must(readiness->finish(technician, result));
    CHECK_FALSE(result.first_open().has_value());
    CHECK(last_event().find(R"("event":"readiness_checked","fields":{"by":3,"passed":2,"failed":1,"skipped":4})") !=
          std::string::npos);
}

TEST_CASE_FIXTURE(ReadinessWorld,
                  "the sheet says what passed and what did not, and is a PDF beside the kiosk's other files") {
    auto result = value_of(readiness->begin(technician));
    result.set(ReadinessItem::screen, ReadinessOutcome::passed);
    result.set(ReadinessItem::touch, ReadinessOutcome::failed);
    const auto words = house_phrases({"en"});
    const auto file = value_of(readiness->keep_sheet(technician, result, words, settings));
    CHECK(file == folder.root / "reports" / "readiness-2026-10-13T14-00-00Z.pdf");
    const auto text = run({"pdftotext", "-layout", file.string(), "-"}).out;
    CHECK(text.find("Willow Street") != std::string::npos);
    CHECK(text.find("Something did not pass") != std::string::npos);
    const auto touch = text.find("Touch ");
    CHECK(text.find("Did not pass", touch) < text.find('\n', touch));
    settings.paper = "a4";
    const auto again = value_of(readiness->keep_sheet(technician, result, words, settings));
    CHECK(run({"pdfinfo", again.string()}).out.find("595 x 842") != std::string::npos);
}

TEST_CASE_FIXTURE(ReadinessWorld,
                  "of the sheets the newest five are kept, and the one just made whatever the clock says") {
    const auto words = house_phrases({"en"});
    const ReadinessResult result;
    const auto keep = [&] { return value_of(readiness->keep_sheet(technician, result, words, settings)); };
    std::vector<base::Path> made;
    for (int i = 0; i < 7; ++i) {
        made.push_back(keep());
        clock.advance(1h);
    }
    write_file(reports_folder(folder) / "notes.txt", "of staff");
    for (std::size_t i = 0; i < made.size(); ++i) CHECK(value_of(files.exists(made[i])) == (i >= 2));
    clock.set_wall(clock.now() - 24h * 365);
    const auto latest = keep();
    CHECK(value_of(files.exists(latest)));
    CHECK_FALSE(value_of(files.exists(made[2])));
    CHECK(value_of(files.list(reports_folder(folder))).size() == reports_kept + 1);
}

TEST_CASE_FIXTURE(ReadinessWorld, "a kiosk is said to be ready only if all of it was looked at") {
    const auto words = house_phrases({"en"});
    ReadinessResult result;
    for (int i = 0; i < readiness_item_count; ++i) result.set(static_cast<ReadinessItem>(i), ReadinessOutcome::passed);
    CHECK(readiness_verdict(words, result).text() == "This kiosk is ready.");
    result.set(ReadinessItem::sound, ReadinessOutcome::skipped);
    CHECK(readiness_verdict(words, result).text() == "What was checked passed. One thing was left out.");
    result.set(ReadinessItem::scanner, ReadinessOutcome::failed);
    CHECK(readiness_verdict(words, result).text() == "Something did not pass. Tell IT.");
}

TEST_CASE_FIXTURE(ReadinessWorld, "a sheet that cannot be kept is told, and the result is in the log all the same") {
    auto result = value_of(readiness->begin(technician));
    must(readiness->finish(technician, result));
    write_file(folder.root / "reports", "in the way");
    const auto words = house_phrases({"en"});
    CHECK(readiness->keep_sheet(technician, result, words, settings).is_error());
    CHECK(last_event().find("readiness_checked") != std::string::npos);
}

TEST_CASE_FIXTURE(ReadinessWorld, "the front desk does not check readiness") {
    StaffSession desk;
    desk.role = StaffRole::front_desk;
    CHECK(readiness->begin(desk).is_error());
    ReadinessResult result;
    CHECK(readiness->finish(desk, result).is_error());
    CHECK(last_event().empty());
}
