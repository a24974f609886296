// A kiosk with something to send, and an agency that can open it: a store, an outbox, keys, and files that stop where a
// test says. Kept in a temporary folder.
#pragma once

#include "crypto/digest.hpp"
#include "kiosk/exchange/batch_file.hpp"
#include "kiosk/exchange/batch_name.hpp"
#include "kiosk/exchange/record_line.hpp"
#include "kiosk/exchange/sealer.hpp"
#include "tests/support/shell.hpp"
#include "tests/support/stored_world.hpp"
#include "tests/support/temp_folder.hpp"

#include <set>

namespace support {

// Passes everything on to the disk; tests override what they want to watch or break.
class PassingFiles : public base::Files {
public:
    base::Result<base::Bytes> read(const base::Path& path, std::size_t most) override { return disk_.read(path, most); }
    base::Result<void> write_new(const base::Path& path, base::ByteView bytes, base::FileAccess access) override {
        return disk_.write_new(path, bytes, access);
    }
    base::Result<void> rename(const base::Path& from, const base::Path& to) override { return disk_.rename(from, to); }
    base::Result<void> sync_folder(const base::Path& folder) override { return disk_.sync_folder(folder); }
    base::Result<void> remove(const base::Path& path) override { return disk_.remove(path); }
    base::Result<bool> exists(const base::Path& path) override { return disk_.exists(path); }
    base::Result<std::vector<std::string>> list(const base::Path& folder) override { return disk_.list(folder); }
    base::Result<void> make_folder(const base::Path& folder, base::FolderAccess access) override {
        return disk_.make_folder(folder, access);
    }

private:
    base::DiskFiles disk_;
};

// Passes everything on until the nth change; from then on nothing changes any more, as when power fails.
class StoppingFiles final : public PassingFiles {
public:
    enum class Last { not_done, done }; // whether the change at which it stops still happens
    explicit StoppingFiles(int stop_at = 0, Last last = Last::not_done) : stop_at_(stop_at), last_(last) {}
    [[nodiscard]] int changes() const { return changes_; }

    base::Result<void> write_new(const base::Path& path, base::ByteView bytes, base::FileAccess access) override {
        return change([&] { return PassingFiles::write_new(path, bytes, access); });
    }
    base::Result<void> rename(const base::Path& from, const base::Path& to) override {
        return change([&] { return PassingFiles::rename(from, to); });
    }
    base::Result<void> sync_folder(const base::Path& folder) override {
        return change([&] { return PassingFiles::sync_folder(folder); });
    }
    base::Result<void> remove(const base::Path& path) override {
        return change([&] { return PassingFiles::remove(path); });
    }
    base::Result<void> make_folder(const base::Path& folder, base::FolderAccess access) override {
        return change([&] { return PassingFiles::make_folder(folder, access); });
    }

private:
    template <typename Change>
    base::Result<void> change(Change now) {
        ++changes_;
        const bool is_last = changes_ == stop_at_;
        const bool is_over = stop_at_ > 0 && changes_ > stop_at_;
        if (is_over || (is_last && last_ == Last::not_done)) return base::call_staff("stopped by the test");
        auto done = now();
        if (is_last && !done.is_error()) return base::call_staff("stopped by the test");
        return done;
    }

    int stop_at_;
    Last last_;
    int changes_ = 0;
};

struct SentBatch {
    kiosk::BatchHeader header;
    std::string sha256;
    base::Path file;
    std::vector<std::string> lines; // without the header
};

class ExchangeWorld {
public:
    TempFolder folder;
    base::DiskFiles disk;
    base::FakeClock clock{morning};
    base::SeededRandom random{7};
    std::unique_ptr<storage::Store> store;
    std::vector<crypto::AgeIdentity> identities; // identity, escrow
    std::optional<crypto::SigningKey> signing;

    ExchangeWorld() {
        open_store();
        signing = crypto::SigningKey::generate();
        identities.push_back(crypto::AgeIdentity::generate());
        identities.push_back(crypto::AgeIdentity::generate());
        write_file(path("kiosk.minisign.pub"), signing->verifying_key().file_text());
        write_file(path("identity.age"), identities[0].file_text().text());
        write_file(path("escrow.age"), identities[1].file_text().text());
        must(disk.make_folder(outbox(), base::FolderAccess::readable_by_all));
    }

    [[nodiscard]] base::Path path(const std::string& name) const { return folder.path() / name; }
    [[nodiscard]] base::Path state() const { return path("state"); }
    [[nodiscard]] base::Path outbox() const { return state() / "outbox"; }

    void open_store() {
        store.reset(); // its lock must be gone before the next one asks for it
        must(disk.make_folder(state(), base::FolderAccess::readable_by_all));
        store = value_of(storage::Store::open(state() / "kiosk.db", fixed_keys(), clock, random));
    }

    [[nodiscard]] kiosk::Sealer sealer(base::Files& files) {
        return kiosk::Sealer(*store, files, outbox(),
                             {"willow-lobby", "willow-street", identities[0].recipient().text()}, *signing,
                             {identities[0].recipient(), identities[1].recipient()}, clock, random);
    }

    [[nodiscard]] kiosk::RecordHead head(storage::SubmissionKind kind) {
        return {.id = base::Uuid::v7(clock.now(), random),
                .kind = kind,
                .at = clock.now(),
                .time_zone = "America/New_York",
                .person = storage::PersonId{"P-1"},
                .visit = storage::VisitId{"V-1"},
                .proof = kiosk::Proof::code,
                .language = "es"};
    }

    base::Uuid add_check_in(int number) {
        auto made = head(storage::SubmissionKind::check_in);
        made.person = storage::PersonId{"P-" + std::to_string(number)};
        kiosk::CheckInData data;
        data.arrived = clock.now();
        data.adults = 1;
        data.needs = {"interpreter", "quiet_room"};
        data.interpreter_language = "es";
        data.ticket = {storage::TicketMark::robin, number};
        const auto kept = store->check_in({made.id, made.kind, kiosk::check_in_line(made, data)},
                                          arrival(made.id, "V-1", made.person->text, number), today);
        if (kept.is_error()) FAIL(kept.error().message);
        return made.id;
    }

    base::Uuid add_help_request() {
        const auto made = head(storage::SubmissionKind::help_request);
        must(store->add({made.id, made.kind, kiosk::help_request_line(made, {kiosk::HelpKind::person, "home"})}));
        return made.id;
    }

    base::Uuid add_withdrawal(const base::Uuid& withdrawn) {
        const auto made = head(storage::SubmissionKind::withdrawal);
        must(store->add({made.id, made.kind, kiosk::withdrawal_line(made, {withdrawn})}));
        return made.id;
    }

    // Every file of the outbox, relative to it, sorted.
    [[nodiscard]] std::vector<base::Path> outbox_files() const {
        std::vector<base::Path> found;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(outbox())) {
            if (entry.is_regular_file()) found.push_back(entry.path().lexically_relative(outbox()));
        }
        std::sort(found.begin(), found.end());
        return found;
    }

    // Opens everything in the outbox with the second recipient, oldest first. Fails unless each is complete and signed.
    [[nodiscard]] std::vector<SentBatch> sent() {
        std::vector<SentBatch> found;
        for (const base::Path& name : outbox_files()) {
            if (name.extension() != ".age") continue;
            const std::string sealed = read_file(outbox() / name);
            const std::string signature = read_file(outbox() / kiosk::signature_name(name.string()));
            const std::string comment = value_of(kiosk::check_batch_signature(
                signing->verifying_key(), name.filename().string(), base::bytes_of(sealed), signature));
            auto opened =
                value_of(kiosk::open_batch(std::span(identities).subspan(1), base::bytes_of(sealed), comment));
            SentBatch batch{opened.header, base::to_hex(crypto::sha256(base::bytes_of(sealed))), name, {}};
            std::string_view rest = opened.text.text();
            rest.remove_prefix(rest.find('\n') + 1);
            while (!rest.empty()) {
                batch.lines.emplace_back(rest.substr(0, rest.find('\n')));
                rest.remove_prefix(rest.find('\n') + 1);
            }
            CHECK(name.parent_path() == kiosk::batch_folder(batch.header.kiosk, batch.header.epoch, batch.header.seq));
            found.push_back(std::move(batch));
        }
        return found;
    }
};

// How many of the lines hold the text.
inline int count_of(const std::vector<SentBatch>& batches, const std::string& text) {
    int count = 0;
    for (const SentBatch& batch : batches) {
        for (const std::string& line : batch.lines) count += line.find(text) != std::string::npos ? 1 : 0;
    }
    return count;
}

} // namespace support
