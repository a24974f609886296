#include "kiosk/staff/stick_carrier.hpp"

#include "tests/kiosk/exchange/opener_world.hpp"

using namespace kiosk;
using namespace support;

namespace {

// Starts nothing by itself: the test says when a piece is done.
class SlowWork final : public Work {
public:
    void start(std::function<void()> job) override { jobs.push_back(std::move(job)); }
    void finish_one() {
        REQUIRE(!jobs.empty());
        jobs.front()();
        jobs.erase(jobs.begin());
    }
    std::vector<std::function<void()>> jobs;
};

struct CarrierWorld : OpenerWorld {
    std::vector<base::Path> plugged_in{stick};
    SlowWork work;
    StickCarrier carrier{{*house.store, sealer, disk, *opener, state, settings},
                         [this] { return plugged_in; },
                         work,
                         {}};

    CarrierWorld() {
        must(sealer.recover());
        for (int i = 1; i <= 3; ++i) {
            house.add_check_in(i);
            (void)value_of(sealer.seal());
        }
    }
    static StaffSession of(StaffRole role) {
        StaffSession session;
        session.number = 2;
        session.role = role;
        return session;
    }
    void run_to_end() {
        while (carrier.step()) work.finish_one();
    }
};

} // namespace

TEST_CASE_FIXTURE(CarrierWorld, "each role copies records out, and only who answers for the kiosk brings things in") {
    for (const auto role : all_staff_roles) {
        CAPTURE(name_of(role));
        must(carrier.export_batches(of(role)));
        run_to_end();
        CHECK(carrier.import_bundles(of(role)).is_error() == (role == StaffRole::front_desk));
        run_to_end();
    }
}

TEST_CASE_FIXTURE(CarrierWorld, "what waits is sealed first, then a piece is copied at each step, and the log tells") {
    house.add_help_request();
    must(carrier.export_batches(of(StaffRole::front_desk)));
    CHECK(value_of(house.store->pending()).empty());
    const int total = carrier.carried().total;
    CHECK(total >= 4);
    CHECK(carrier.step());
    CHECK(carrier.step()); // not done yet: nothing more is begun
    CHECK(work.jobs.size() == 1);
    CHECK(carrier.carried().done == 0);
    work.finish_one();
    CHECK(carrier.step());
    CHECK(carrier.carried().done == 1);
    CHECK(carrier.export_batches(of(StaffRole::front_desk)).is_error()); // it is in use
    work.finish_one();
    run_to_end();
    CHECK(carrier.carried().copied == total);
    CHECK_FALSE(carrier.carried().trouble.has_value());
    CHECK(log().find(fmt::format(R"("event":"batches_exported","fields":{{"by":2,"batches":{}}})", total)) !=
          std::string::npos);
    // Nothing counts as delivered: all of it is offered again, and stands there.
    must(carrier.export_batches(of(StaffRole::front_desk)));
    run_to_end();
    CHECK(carrier.carried().already >= total);
}

TEST_CASE_FIXTURE(CarrierWorld, "without a stick, or with two, nothing is begun") {
    for (const auto& none_or_two : {std::vector<base::Path>{}, std::vector<base::Path>{"/a", "/b"}}) {
        plugged_in = none_or_two;
        CHECK(value_of(carrier.look(of(StaffRole::technician))) ==
              (none_or_two.empty() ? StickIs::none : StickIs::several));
        CHECK(carrier.export_batches(of(StaffRole::technician)).is_error());
        CHECK(carrier.import_bundles(of(StaffRole::technician)).is_error());
        CHECK_FALSE(carrier.step());
    }
    CHECK(log().find("exported") == std::string::npos);
}

TEST_CASE_FIXTURE(CarrierWorld, "a stick pulled out while copying ends it with a count of what is not on it") {
    must(carrier.export_batches(of(StaffRole::supervisor)));
    const int total = carrier.carried().total;
    CHECK(carrier.step());
    work.finish_one();
    CHECK(carrier.step());
    plugged_in.clear(); // an empty folder stays where it was
    work.finish_one();
    CHECK_FALSE(carrier.step());
    CHECK(carrier.carried().copied == 1);
    CHECK(carrier.carried().left == total - 1);
    CHECK(carrier.carried().trouble == CopyOutcome::stick_gone);
}

TEST_CASE_FIXTURE(CarrierWorld, "one batch that cannot be read here does not keep the others from the stick") {
    write_file(house.outbox() / value_of(batches_to_carry(*house.store, disk, house.outbox(), settings.kiosk))[0].name,
               "damaged");
    must(carrier.export_batches(of(StaffRole::supervisor)));
    run_to_end();
    CHECK(carrier.carried().left == 1);
    CHECK(carrier.carried().trouble == CopyOutcome::damaged_here);
    CHECK(carrier.carried().copied == carrier.carried().total - 1);
}

TEST_CASE_FIXTURE(CarrierWorld, "copies of the audit log and sheets of the check go along, for whom they are") {
    std::filesystem::create_directories(state.copies());
    std::filesystem::create_directories(reports_folder(state));
    const std::string copy = "audit-k1-20261013-140000.ndjson";
    const std::string sheet = readiness_file_name(morning);
    write_file(state.copies() / copy, "lines");
    write_file(state.copies() / (copy + ".minisig"), "signature");
    write_file(state.copies() / "audit-k1-20261013-150000.ndjson", "without its signature");
    write_file(state.copies() / "notes.txt", "of staff");
    write_file(reports_folder(state) / sheet, "a sheet");
    const base::Path there = stick / "kiosks" / settings.kiosk / "reports";
    const auto carry = [&](StaffRole role) {
        std::filesystem::remove_all(there);
        must(carrier.export_batches(of(role)));
        run_to_end();
        CHECK_FALSE(carrier.carried().trouble.has_value());
        std::vector<std::string> names;
        if (std::filesystem::exists(there)) names = value_of(disk.list(there));
        std::ranges::sort(names);
        CHECK(std::ssize(names) == carrier.carried().reports);
        return names;
    };
    CHECK(carry(StaffRole::front_desk).empty());
    CHECK(carry(StaffRole::technician) == std::vector{sheet});
    CHECK(carry(StaffRole::supervisor) == std::vector{copy, copy + ".minisig", sheet});
    CHECK(read_file(there / copy) == "lines");
    CHECK(read_file(there / sheet) == "a sheet");
    // Again: they stand there.
    must(carrier.export_batches(of(StaffRole::supervisor)));
    run_to_end();
    CHECK(carrier.carried().reports == 3);
    // Another file under one of their names is left alone, and told.
    write_file(there / sheet, "of somebody else");
    must(carrier.export_batches(of(StaffRole::supervisor)));
    run_to_end();
    CHECK(carrier.carried().trouble == CopyOutcome::other_content);
    CHECK(carrier.carried().left == 1);
    CHECK(read_file(there / sheet) == "of somebody else");
}

TEST_CASE_FIXTURE(CarrierWorld, "a link on the stick leads no report elsewhere") {
    std::filesystem::create_directories(reports_folder(state));
    write_file(reports_folder(state) / readiness_file_name(morning), "a sheet");
    std::filesystem::create_directories(stick / "kiosks" / settings.kiosk);
    std::filesystem::create_directories(house.state() / "elsewhere");
    std::filesystem::create_directory_symlink(house.state() / "elsewhere",
                                              stick / "kiosks" / settings.kiosk / "reports");
    must(carrier.export_batches(of(StaffRole::technician)));
    run_to_end();
    CHECK(carrier.carried().trouble == CopyOutcome::stick_refuses);
    CHECK(std::filesystem::is_empty(house.state() / "elsewhere"));
}

TEST_CASE_FIXTURE(CarrierWorld,
                  "what the agency sent comes in from the stick and from the inbox, and the log counts it") {
    send_roster(17, csv());
    put(BundleKind::receipts, 3, "{}");
    put(BundleKind::directory, 3, "zip");
    sign(BundleKind::directory, data(BundleKind::directory, 3), agency.root_key(), "whatever");
    std::filesystem::copy(stick, state.inbox(), std::filesystem::copy_options::recursive);
    must(carrier.import_bundles(of(StaffRole::technician)));
    run_to_end();
    // Once each: what the inbox holds again is no news.
    const auto& bundles = carrier.carried().bundles;
    REQUIRE(bundles.size() == 3);
    CHECK(bundles[0].kind == BundleKind::roster);
    CHECK(bundles[0].outcome == BundleOutcome::applied);
    CHECK(bundles[1].outcome == BundleOutcome::not_used);
    CHECK(bundles[2].outcome == BundleOutcome::not_used);
    CHECK(log().find(R"("event":"bundles_imported","fields":{"by":2,"applied":1,"refused":0})") != std::string::npos);
    must(carrier.import_bundles(of(StaffRole::technician)));
    run_to_end();
    CHECK(carrier.carried().bundles[0].why == BundleRefusal::not_newer);
    CHECK(log().find(R"("event":"bundles_imported","fields":{"by":2,"applied":0,"refused":1})") != std::string::npos);
}

TEST_CASE_FIXTURE(CarrierWorld, "a stick pulled out while it is read is told") {
    send_roster(17, csv());
    must(carrier.import_bundles(of(StaffRole::supervisor)));
    std::filesystem::remove_all(stick);
    run_to_end();
    CHECK(carrier.carried().has_stick_gone);
    CHECK(carrier.carried().bundles.empty());
    CHECK(rows() == -1);
}
