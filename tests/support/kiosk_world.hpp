// One small office: people with codes and letters, their visits of a day, and the desk that answers them, on a clock
// that tests move. Kept in a temporary folder, or on the disk a test brings. One thread.
#pragma once

#include "kiosk/exchange/batch_file.hpp"
#include "kiosk/visits/office_time.hpp"
#include "kiosk/visits/visit_code.hpp"
#include "kiosk/visits/visit_desk.hpp"
#include "tests/support/shell.hpp"
#include "tests/support/stored_world.hpp"
#include "tests/support/temp_folder.hpp"

#include <algorithm>

namespace support {

struct Guest {
    std::string code; // 8 digits
    std::string person;
    std::string qr_key;

    [[nodiscard]] std::string letter() const { return "FK1." + code + "." + qr_key; }
};

inline std::string code_from(const std::string& seven_digits) {
    return seven_digits + kiosk::damm_check_digit(seven_digits);
}

// The same digits with a check digit that is never right.
inline std::string mistyped(std::string code) {
    code.back() = code.back() == '9' ? '0' : static_cast<char>(code.back() + 1);
    return code;
}

inline Guest guest(int number) {
    std::string digits = std::to_string(4827193 + 11 * number);
    std::string key = std::to_string(1000000000001 + number);
    return {code_from(digits), "P-" + std::to_string(number), key};
}

constexpr std::chrono::minutes visit_length{60};

inline storage::RosterEntry visit_of(const Guest& guest, const std::string& visit, base::UtcTime start) {
    const std::string zone = "America/New_York";
    storage::RosterEntry entry = roster_entry(guest.code, guest.person, visit);
    entry.qr_key = guest.qr_key;
    entry.visit.start = start;
    entry.visit.end = start + visit_length;
    entry.visit.check_in_opens = start - 1h;
    entry.visit.more["room"] = "Garden Room";
    entry.visit.more["place_access"] = "First floor. No stairs.";
    entry.visit.more["with_names"] = "Maya;Theo";
    entry.visit.more["helper_name"] = "Ms. Finch";
    entry.days = {kiosk::local_day(entry.visit.check_in_opens, zone)};
    const auto last = kiosk::local_day(entry.visit.end, zone);
    if (last != entry.days.front()) entry.days.push_back(last);
    return entry;
}

class KioskWorld {
public:
    base::FakeClock clock{morning};
    kiosk::Settings settings;
    base::SeededRandom tickets{11};
    std::unique_ptr<storage::Store> store;
    std::optional<kiosk::Sealer> sealer;
    std::optional<kiosk::VisitDesk> desk;

    KioskWorld() : KioskWorld(own_files_, nullptr) {}
    // The database lies on the disk of `vfs`, the outbox in `files`; both outlive the world.
    KioskWorld(base::Files& files, const char* vfs) : files_(files), vfs_(vfs), log_file_(std::tmpfile()) {
        settings.kiosk = "willow-lobby";
        settings.site = "willow-street";
        settings.site_name = "Willow Street Family Center";
        settings.time_zone = "America/New_York";
        settings.waiting_place = "Sunroom";
        base::invariant(!crypto::start().is_error(), "crypto starts");
        signing_ = crypto::SigningKey::generate();
        identity_ = crypto::AgeIdentity::generate();
        must(files_.make_folder(folder_.path() / "outbox", base::FolderAccess::readable_by_all));
        open();
    }
    KioskWorld(const KioskWorld&) = delete;
    KioskWorld& operator=(const KioskWorld&) = delete;
    ~KioskWorld() { std::fclose(log_file_); }

    // The kiosk ends and starts again: a new desk over what is on the disk.
    void restart() {
        desk.reset();
        sealer.reset();
        store.reset(); // its lock must be gone before the next one asks for it
        open();
    }

    void publish(const std::vector<storage::RosterEntry>& entries) {
        must(store->replace_roster(entries, roster_version(static_cast<std::int64_t>(entries.size()))));
    }

    [[nodiscard]] std::vector<storage::PendingSubmission> pending() { return value_of(store->pending()); }
    [[nodiscard]] storage::Lockout lockout() { return value_of(store->lockout()); }
    // Every record that was sealed so far, as the agency reads it, oldest first.
    [[nodiscard]] std::vector<std::string> sent_lines();
    void type_wrong_codes(int count) {
        for (int i = 0; i < count; ++i) {
            clock.advance(desk->wait_left());
            CHECK(desk->look_up_typed(unknown_code()).answer == kiosk::LookUpAnswer::not_found);
        }
    }
    // Right in form, and nobody's; never the same twice.
    [[nodiscard]] std::string unknown_code() { return code_from(std::to_string(1000000 + 37 * ++unknown_)); }

private:
    void open() {
        store = value_of(storage::Store::open(folder_.path() / "kiosk.db", fixed_keys(), clock, random_, vfs_));
        sealer.emplace(*store, files_, folder_.path() / "outbox",
                       kiosk::SealerNames{settings.kiosk, settings.site, identity_->recipient().text()}, *signing_,
                       std::vector{identity_->recipient()}, clock, random_);
        must(sealer->recover());
        auto guard = value_of(kiosk::CodeGuard::open(*store, clock));
        desk.emplace(*store, std::move(guard), *sealer, settings, clock, tickets, log_);
    }

    TempFolder folder_;
    base::DiskFiles own_files_;
    base::Files& files_;
    const char* vfs_;
    base::SeededRandom random_{7};
    std::optional<crypto::SigningKey> signing_;
    std::optional<crypto::AgeIdentity> identity_;
    std::FILE* log_file_;
    base::EventLog log_{clock, log_file_};
    int unknown_ = 0;
};

inline std::vector<std::string> KioskWorld::sent_lines() {
    std::vector<base::Path> batches;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder_.path() / "outbox")) {
        if (entry.path().extension() == ".age") batches.push_back(entry.path());
    }
    std::ranges::sort(batches);
    std::vector<std::string> lines;
    for (const auto& batch : batches) {
        const std::string sealed = read_file(batch);
        const std::string signature = read_file(batch.string() + ".minisig");
        const std::string comment = value_of(kiosk::check_batch_signature(
            signing_->verifying_key(), batch.filename().string(), base::bytes_of(sealed), signature));
        const auto opened = value_of(kiosk::open_batch(std::span(&*identity_, 1), base::bytes_of(sealed), comment));
        std::string_view rest = opened.text.text();
        for (bool is_header = true; !rest.empty(); is_header = false) {
            const auto end = rest.find('\n');
            if (!is_header) lines.emplace_back(rest.substr(0, end));
            rest.remove_prefix(end + 1);
        }
    }
    return lines;
}

} // namespace support
