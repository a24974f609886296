#include "storage/database.hpp"
#include "storage/key_ring.hpp"
#include "storage/record_forms.hpp"
#include "tests/support/stored_world.hpp"
#include "tests/support/temp_folder.hpp"

#include "crypto/record_cipher.hpp"

using namespace storage;
using namespace support;

namespace {

struct AuditWorld {
    TempFolder folder;
    base::FakeClock clock{morning};
    base::SystemRandom random;
    std::unique_ptr<Store> store = open();

    std::unique_ptr<Store> open() {
        return value_of(Store::open(folder.path() / "kiosk.db", fixed_keys(), clock, random));
    }
    void reopen() {
        store.reset();
        store = open();
    }
    void append(int count) {
        for (int i = 0; i < count; ++i) {
            clock.advance(1ms);
            must(store->append_audit("batch_lost", {{"seq", i}}));
        }
    }
    // Works on the file with the store closed: what somebody with the disk in hand could do.
    template <typename Work>
    void in_file(Work work) {
        store.reset();
        {
            auto database = value_of(Database::open(folder.path() / "kiosk.db", 1000, nullptr));
            work(*database);
        }
        store = open();
    }
    std::vector<std::int64_t> unsent() {
        std::vector<std::int64_t> numbers;
        for (const auto& entry : value_of(store->unsent_audit_entries())) numbers.push_back(entry.number);
        return numbers;
    }
};

crypto::Sha256 hash_after(const crypto::Sha256& before, const std::string& text) {
    return crypto::sha256(before, base::bytes_of(text));
}

// "" for a log that is whole.
std::string fault_in(Store& store) {
    const AuditCheck check = value_of(store.verify_audit());
    CHECK(check.is_done);
    if (!check.fault) return {};
    return text_of(*check.fault);
}

bool is_first_misfit(Store& store, std::int64_t number) {
    return fault_in(store).starts_with("entry " + std::to_string(number) + " ");
}

// Opens and seals entries as the kiosk itself does: what somebody who has the vault key could do.
class Forger {
public:
    explicit Forger(Database& database) : database_(database), keys_(fixed_keys()), ring_(database, keys_.wrapping) {}

    AuditEntry read(std::int64_t number) {
        Statement find = value_of(database_.prepare("SELECT key, entry FROM audit WHERE number = ?"));
        REQUIRE(value_of(find.bind(number).step()));
        const auto* key = value_of(ring_.open(find.number(0)));
        const auto row = row_bytes(number);
        const crypto::RecordContext context{"audit.entry", row, record_form};
        return value_of(read_audit_entry(value_of(crypto::open_record(*key, context, find.blob(1)))));
    }
    void write(std::int64_t at, const AuditEntry& entry) {
        const std::int64_t id = value_of(database_.number("SELECT key FROM audit LIMIT 1"));
        const auto row = row_bytes(at);
        const crypto::RecordContext context{"audit.entry", row, record_form};
        const auto sealed = crypto::seal_record(*value_of(ring_.open(id)), context, written(entry).view());
        Statement keep =
            value_of(database_.prepare("INSERT OR REPLACE INTO audit (number, key, entry) VALUES (?, ?, ?)"));
        must(keep.bind(at).bind(id).bind(sealed).run());
    }

private:
    Database& database_;
    StoreKeys keys_;
    KeyRing ring_;
};

} // namespace

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
