// What it costs to keep a check-in for good and to seal it, beside a plain row in the same kind of database.
#include "storage/database.hpp"
#include "tests/bench/demo_kiosk.hpp"
#include "tests/bench/figures.hpp"
#include "tests/bench/sections.hpp"

namespace bench {

namespace {

constexpr int check_ins = 50;

// One row, not encrypted, of the size of a check-in's line: the least that a durable record can cost.
base::Result<void> insert_plain(storage::Database& database, const base::Uuid& id, const std::string& line) {
    return database.transaction([&]() -> base::Result<void> {
        auto insert = TRY(database.prepare("INSERT INTO plain (id, line) VALUES (?, ?)"));
        return insert.bind(base::ByteView(id.bytes)).bind(std::string_view(line)).run();
    });
}

} // namespace

base::Result<void> measure_storage() {
    print_section("Keeping and sealing: " + std::to_string(check_ins) + " check-ins, medians");
    const base::SystemClock clock;
    const auto demo = TRY(DemoKiosk::open(clock));
    auto desk = TRY(demo->make_desk(clock));
    const auto plain = TRY(storage::Database::open(demo->root() / "plain.db", 0, nullptr));
    TRY(plain->run("CREATE TABLE plain (id BLOB PRIMARY KEY NOT NULL, line TEXT NOT NULL) STRICT, WITHOUT ROWID"));

    base::SystemRandom random;
    const kiosk::Today today{2, 1, {"quiet_room"}, ""};
    Costs kept, sealed, inserted;
    for (int i = 0; i < check_ins; ++i) {
        {
            const CostWatch watch;
            TRY(desk.check_in(nullptr, nullptr, today, "en"));
            kept.add(watch.cost());
        }
        {
            const auto id = base::Uuid::v7(clock.now(), random);
            const CostWatch watch;
            TRY(insert_plain(*plain, id, std::string(400, 'x')));
            inserted.add(watch.cost());
        }
        {
            const CostWatch watch;
            desk.seal_pending();
            sealed.add(watch.cost());
            if (desk.has_pending()) return base::call_staff("a check-in could not be sealed");
        }
    }
    print_ratios("check-in, kept for good", kept, inserted, "a plain SQLite row, same pragmas");
    print_ratios("one check-in sealed into a batch", sealed, inserted, "that plain row");
    return {};
}

} // namespace bench
