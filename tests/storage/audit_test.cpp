#include "tests/support/audit_world.hpp"

using namespace support;

TEST_CASE_FIXTURE(AuditWorld, "an entry reads as the batch format has it and its hash covers the one before") {
    clock.set_wall(std::chrono::sys_days(today) + 20h + 30min);
    must(store->append_audit("kiosk_started"));
    clock.advance(61001ms);
    must(store->append_audit("roster_imported", {{"rows", base::Literal("lobby")}, {"left_out", -5}}));
    const auto entries = value_of(store->audit_entries(0));
    REQUIRE(entries.size() == 2);
    CHECK(entries[0].text == R"({"n":1,"at":"2026-10-13T20:30:00.000Z","event":"kiosk_started","fields":{}})");
    CHECK(entries[1].text == R"({"n":2,"at":"2026-10-13T20:31:01.001Z","event":"roster_imported",)"
                             R"("fields":{"rows":"lobby","left_out":-5}})");
    CHECK(entries[0].number == 1);
    CHECK(entries[1].number == 2);
    CHECK(entries[0].hash == hash_after({}, entries[0].text));
    CHECK(entries[1].hash == hash_after(entries[0].hash, entries[1].text));
    CHECK(entries[0].id != entries[1].id);
    const AuditHead head = value_of(store->audit_head());
    CHECK(head.count == 2);
    CHECK(head.hash == entries[1].hash);
}

TEST_CASE_FIXTURE(AuditWorld, "an empty log is whole and its head is 32 zero bytes") {
    CHECK(value_of(store->audit_head()).count == 0);
    CHECK(value_of(store->audit_head()).hash == crypto::Sha256{});
    CHECK(fault_in(*store) == "");
    CHECK(value_of(store->audit_entries(0)).empty());
}

TEST_CASE_FIXTURE(AuditWorld, "entries survive a restart, go on from the head and can be read after any number") {
    append(3);
    const auto before = value_of(store->audit_entries(0));
    reopen();
    const auto after = value_of(store->audit_entries(0));
    REQUIRE(after.size() == 3);
    for (std::size_t i = 0; i < 3; ++i) {
        CHECK(after[i].id == before[i].id);
        CHECK(after[i].text == before[i].text);
        CHECK(after[i].hash == before[i].hash);
    }
    append(1);
    const auto last = value_of(store->audit_entries(3));
    REQUIRE(last.size() == 1);
    CHECK(last[0].number == 4);
    CHECK(last[0].hash == hash_after(before[2].hash, last[0].text));
    CHECK(fault_in(*store) == "");
}

TEST_CASE_FIXTURE(AuditWorld, "any entry changed, removed, moved or added on the disk is found and named") {
    append(5);
    CHECK(fault_in(*store) == "");
    const std::string swap = "UPDATE audit SET entry = (SELECT entry FROM temp.kept WHERE kept.number ="
                             " 7 - audit.number) WHERE number IN (3, 4)";
    struct Tampering {
        const char* name;
        std::string sql;
        std::int64_t found_at;
    };
    for (const auto& [name, sql, found_at] : {
             Tampering{"the first changed", "UPDATE audit SET entry = zeroblob(length(entry)) WHERE number = 1", 1},
             Tampering{"the last changed", "UPDATE audit SET entry = zeroblob(length(entry)) WHERE number = 5", 5},
             Tampering{"one cut short", "UPDATE audit SET entry = zeroblob(3) WHERE number = 3", 3},
             Tampering{"the first removed", "DELETE FROM audit WHERE number = 1", 1},
             Tampering{"one in the middle removed", "DELETE FROM audit WHERE number = 3", 3},
             Tampering{"the last removed", "DELETE FROM audit WHERE number = 5", 5},
             Tampering{"all but one removed", "DELETE FROM audit WHERE number > 1", 2},
             Tampering{"all removed", "DELETE FROM audit", 1},
             Tampering{"one removed and the gap closed",
                       "DELETE FROM audit WHERE number = 3; UPDATE audit SET number = 3 WHERE number = 4;"
                       "UPDATE audit SET number = 4 WHERE number = 5",
                       3},
             Tampering{"two in each other's place", swap, 3},
             Tampering{"one copied over the next",
                       "UPDATE audit SET entry = (SELECT entry FROM audit WHERE number = 2) WHERE number = 3", 3},
             Tampering{"a copy added", "INSERT INTO audit SELECT 6, key, entry FROM audit WHERE number = 5", 6},
         }) {
        CAPTURE(name);
        in_file([&](Database& database) {
            must(database.run("CREATE TEMP TABLE kept AS SELECT * FROM audit"));
            must(database.run(sql));
            must(database.run("CREATE TABLE kept AS SELECT * FROM temp.kept"));
        });
        CHECK(is_first_misfit(*store, found_at));
        in_file([](Database& database) {
            must(database.run("DELETE FROM audit; INSERT INTO audit SELECT * FROM kept; DROP TABLE kept"));
        });
        CHECK(fault_in(*store) == "");
    }
}

TEST_CASE_FIXTURE(AuditWorld, "an entry sealed anew with the kiosk's own key is found by the chain") {
    append(4);
    std::int64_t found_at = 0;
    SUBCASE("another text") {
        in_file([](Database& database) {
            Forger forger(database);
            auto entry = forger.read(2);
            entry.text.replace(entry.text.find("\"seq\":1"), 7, "\"seq\":9");
            forger.write(2, entry);
        });
        found_at = 2;
    }
    SUBCASE("another text with its own hash: the next one does not follow from it") {
        in_file([](Database& database) {
            Forger forger(database);
            auto entry = forger.read(2);
            entry.text.replace(entry.text.find("\"seq\":1"), 7, "\"seq\":9");
            entry.hash = hash_after(forger.read(1).hash, entry.text);
            forger.write(2, entry);
        });
        found_at = 3;
    }
    SUBCASE("two in each other's place") {
        in_file([](Database& database) {
            Forger forger(database);
            const auto second = forger.read(2);
            forger.write(2, forger.read(3));
            forger.write(3, second);
        });
        found_at = 2;
    }
    SUBCASE("one that has another number inside, with its own hash") {
        in_file([](Database& database) {
            Forger forger(database);
            auto entry = forger.read(4);
            entry.number = 7;
            forger.write(4, entry);
        });
        found_at = 4;
    }
    SUBCASE("one at a later number, so that numbers are left out") {
        in_file([](Database& database) {
            Forger forger(database);
            auto entry = forger.read(4);
            entry.number = 7;
            forger.write(7, entry);
            must(database.run("DELETE FROM audit WHERE number = 4"));
        });
        found_at = 4;
    }
    CHECK(is_first_misfit(*store, found_at));
}

TEST_CASE_FIXTURE(AuditWorld, "entries are unsent until a batch has them, and again when that batch is lost") {
    const auto record = [&](std::int64_t seq, char digit, std::int64_t from, std::int64_t to) {
        must(
            store->record_batch({"0123abcd", seq, std::string(64, digit), BatchState::written, morning, {}, from, to}));
    };
    must(store->begin_epoch("0123abcd"));
    CHECK(unsent().empty());
    append(3);
    CHECK(unsent() == std::vector<std::int64_t>{1, 2, 3});
    record(1, 'a', 0, 2);
    CHECK(unsent() == std::vector<std::int64_t>{3});
    must(store->mark_published("0123abcd", 1));
    CHECK(unsent() == std::vector<std::int64_t>{3});
    record(2, 'b', 2, 3);
    reopen();
    CHECK(unsent().empty());
    must(store->mark_lost("0123abcd", 2));
    CHECK(unsent() == std::vector<std::int64_t>{3, 4});
    record(3, 'c', 3, 3); // feedback has batches without any audit entry
    CHECK(value_of(store->audit_entries(0)).size() == 4);
}
