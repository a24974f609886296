// A store with an audit log that tests tamper with: on the disk as anybody could, or sealed anew as who has the vault
// key could. One thread.
#pragma once

#include "crypto/record_cipher.hpp"
#include "storage/database.hpp"
#include "storage/key_ring.hpp"
#include "storage/record_forms.hpp"
#include "tests/support/stored_world.hpp"
#include "tests/support/temp_folder.hpp"

namespace support {

using namespace storage;

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

inline crypto::Sha256 hash_after(const crypto::Sha256& before, const std::string& text) {
    return crypto::sha256(before, base::bytes_of(text));
}

// "" for a log that is whole.
inline std::string fault_in(Store& store) {
    const AuditCheck check = value_of(store.verify_audit());
    CHECK(check.is_done);
    if (!check.fault) return {};
    return text_of(*check.fault);
}

inline bool is_first_misfit(Store& store, std::int64_t number) {
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

} // namespace support
