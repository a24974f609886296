#include "tests/support/audit_world.hpp"

using namespace support;

namespace {

std::vector<std::string> events_of(Store& store) {
    std::vector<std::string> events;
    for (const AuditEntry& entry : value_of(store.audit_entries(0))) {
        const std::size_t at = entry.text.find("\"event\":\"");
        events.push_back(at == std::string::npos ? "?"
                                                 : entry.text.substr(at + 9, entry.text.find('"', at + 9) - at - 9));
    }
    return events;
}

} // namespace

TEST_CASE_FIXTURE(AuditWorld, "a log whose newest entry is broken is gone on with, and the break stays to be seen") {
    append(3);
    in_file([](Database& database) {
        must(database.run("UPDATE audit SET entry = zeroblob(length(entry)) WHERE number = 3"));
    });
    append(2);
    CHECK(fault_in(*store) == "entry 3 was changed, or put there from another place");
    const auto entries = value_of(store->audit_entries(0));
    REQUIRE(entries.size() == 5);
    CHECK(entries[2].number == 3);
    CHECK(entries[2].text.empty());
    CHECK(entries[4].hash == hash_after(entries[3].hash, entries[4].text));
    CHECK(unsent() == std::vector<std::int64_t>{1, 2, 4, 5});
    CHECK(value_of(store->audit_head()).count == 5);
}

TEST_CASE_FIXTURE(AuditWorld, "what was cut off at the end is missed for good: its numbers are not used again") {
    append(5);
    in_file([](Database& database) { must(database.run("DELETE FROM audit WHERE number > 3")); });
    CHECK(fault_in(*store) == "entry 4 is missing, and all that came after it");
    append(1);
    CHECK(value_of(store->audit_entries(3)).front().number == 6);
    CHECK(fault_in(*store) == "entry 4 is missing");
}

TEST_CASE_FIXTURE(AuditWorld, "who takes the kept end away with the newest entries leaves an entry that says so") {
    append(5);
    in_file(
        [](Database& database) { must(database.run("DELETE FROM audit WHERE number > 3; DELETE FROM audit_head")); });
    CHECK(fault_in(*store) == "entry 3 is the newest here, but the end of the log that was kept is gone");
    append(1);
    CHECK(events_of(*store) ==
          std::vector<std::string>{"batch_lost", "batch_lost", "batch_lost", "audit_head_kept", "batch_lost"});
    CHECK(value_of(store->audit_entries(3)).front().text.ends_with(R"("fields":{"count":3}})"));
}

TEST_CASE_FIXTURE(AuditWorld, "a kept end that does not open or that fits another log is a fault") {
    append(3);
    std::string sql;
    std::string said;
    SUBCASE("zeros") {
        sql = "UPDATE audit_head SET head = zeroblob(length(head))";
        said = "entry 3 is the newest here, but the end of the log that was kept is gone";
    }
    SUBCASE("an entry in its place") {
        sql = "UPDATE audit_head SET head = (SELECT entry FROM audit WHERE number = 3)";
        said = "entry 3 is the newest here, but the end of the log that was kept is gone";
    }
    in_file([&](Database& database) { must(database.run(sql)); });
    CHECK(fault_in(*store) == said);
}

TEST_CASE_FIXTURE(AuditWorld, "entries that have travelled in a batch are missed though no end is kept") {
    append(5);
    must(store->begin_epoch("0123abcd"));
    must(store->record_batch({"0123abcd", 1, std::string(64, 'a'), BatchState::written, morning, {}, 0, 4}));
    in_file(
        [](Database& database) { must(database.run("DELETE FROM audit WHERE number > 2; DELETE FROM audit_head")); });
    CHECK(fault_in(*store) == "entry 3 is missing, and all that came after it");
    append(1);
    CHECK(value_of(store->audit_entries(2)).front().number == 5);
    CHECK(fault_in(*store) == "entry 3 is missing");
}

TEST_CASE_FIXTURE(AuditWorld, "an entry added after the end that is kept is a fault, and the next one comes after it") {
    append(3);
    in_file([](Database& database) {
        Forger forger(database);
        auto entry = forger.read(3);
        const auto before = entry.hash;
        entry.number = 4;
        entry.text.replace(0, 6, "{\"n\":4");
        entry.hash = hash_after(before, entry.text);
        forger.write(4, entry);
    });
    CHECK(fault_in(*store) == "entry 4 stands after the end that was kept");
    append(1);
    CHECK(value_of(store->audit_entries(4)).front().number == 5);
    CHECK(fault_in(*store) == "entry 5 does not follow from the ones before it");
}

TEST_CASE_FIXTURE(AuditWorld, "in slices of any size the chain is checked as it is at once, also while it grows") {
    append(7);
    for (std::int64_t most = 1; most <= 8; ++most) {
        AuditCheck check;
        std::int64_t before = -1;
        while (!check.is_done) {
            REQUIRE(check.whole.count > before);
            before = check.whole.count;
            must(store->check_audit(check, most));
            REQUIRE(check.whole.count <= before + most);
            if (before == 0) append(1);
        }
        CHECK(check.is_whole());
        CHECK(check.whole.count == value_of(store->audit_head()).count);
        CHECK(check.whole.hash == value_of(store->audit_head()).hash);
    }
}

TEST_CASE_FIXTURE(AuditWorld, "entries are read newest first, a page at a time") {
    append(5);
    const auto numbers = [&](std::int64_t before, std::int64_t most) {
        std::vector<std::int64_t> read;
        for (const auto& entry : value_of(store->audit_entries_before(before, most))) read.push_back(entry.number);
        return read;
    };
    CHECK(numbers(Store::all_entries, 2) == std::vector<std::int64_t>{5, 4});
    CHECK(numbers(4, 2) == std::vector<std::int64_t>{3, 2});
    CHECK(numbers(2, 2) == std::vector<std::int64_t>{1});
    CHECK(numbers(1, 2).empty());
}
