// A check-in and its sealing on a disk that fails at each of its operations in turn. Afterwards there is exactly zero or
// one check-in, exactly one whenever the person was told so, one batch that holds it, and no name with two contents.
#include "kiosk/exchange/batch_file.hpp"
#include "tests/support/crash_disk.hpp"
#include "tests/support/kiosk_world.hpp"

#include <algorithm>

using namespace support;

namespace {

const base::Path database = "/state/kiosk.db";
const base::Path outbox = "/state/outbox";
constexpr std::size_t without_ballast = 512 * 1024;

// One kiosk on the disk of a test; what it tells people is what they were told.
class Lobby {
public:
    Lobby(CrashDisk& disk, const crypto::SigningKey& signing, const crypto::AgeIdentity& identity)
        : disk_(disk), signing_(signing), identity_(identity), log_file_(std::fopen("/dev/null", "w")) {
        settings_.kiosk = "willow-lobby";
        settings_.site = "willow-street";
        settings_.time_zone = "America/New_York";
    }
    Lobby(const Lobby&) = delete;
    Lobby& operator=(const Lobby&) = delete;
    ~Lobby() { std::fclose(log_file_); }

    base::Result<void> open() {
        store_ = TRY(storage::Store::open(database, fixed_keys(), clock_, random_, disk_.vfs_name()));
        sealer_.emplace(*store_, disk_, outbox,
                        kiosk::SealerNames{settings_.kiosk, settings_.site, identity_.recipient().text()}, signing_,
                        std::vector{identity_.recipient()}, clock_, random_);
        TRY(sealer_->recover());
        auto guard = TRY(kiosk::CodeGuard::open(*store_, clock_));
        desk_.emplace(*store_, std::move(guard), *sealer_, settings_, clock_, random_, log_);
        return {};
    }
    void close() {
        desk_.reset();
        sealer_.reset();
        store_.reset();
    }
    // As the screen does it: look up, check in, show, then seal. Whether "You are checked in" was shown.
    bool visit(const Guest& person) {
        auto look_up = desk_->look_up_typed(person.code);
        if (look_up.answer != kiosk::LookUpAnswer::found) return false;
        const auto& found = *look_up.found;
        const auto kept = desk_->check_in(&found, &found.visits.front(), {1, 2, {"snack"}, ""}, "en");
        if (!kept.is_error()) desk_->seal_pending();
        return !kept.is_error();
    }
    storage::Store& store() { return *store_; }
    base::Result<int> seal() { return sealer_->seal(); }

private:
    CrashDisk& disk_;
    const crypto::SigningKey& signing_;
    const crypto::AgeIdentity& identity_;
    kiosk::Settings settings_;
    base::FakeClock clock_{morning};
    base::SystemRandom random_;
    std::FILE* log_file_;
    base::EventLog log_{clock_, log_file_};
    std::unique_ptr<storage::Store> store_;
    std::optional<kiosk::Sealer> sealer_;
    std::optional<kiosk::VisitDesk> desk_;
};

// All files of the outbox that stand under a batch's own name.
std::vector<base::Path> batches_in(CrashDisk& disk, const base::Path& folder) {
    std::vector<base::Path> found;
    for (const auto& name : value_of(disk.list(folder))) {
        const base::Path path = folder / name;
        if (name.starts_with(".")) continue;
        if (name.ends_with(".age")) found.push_back(path);
        if (name.find('.') != std::string::npos) continue;
        const auto below = batches_in(disk, path);
        found.insert(found.end(), below.begin(), below.end());
    }
    return found;
}

// How many check_in lines for this person the agency reads, over all batches that carry a right signature.
int times_sent(CrashDisk& disk, const crypto::SigningKey& signing, const crypto::AgeIdentity& identity,
               const Guest& person) {
    int times = 0;
    for (const base::Path& path : batches_in(disk, outbox)) {
        const base::Bytes sealed = value_of(disk.read(path, 1 << 20));
        const base::Bytes signature = value_of(disk.read(path.string() + ".minisig", 1 << 16));
        const std::string comment = value_of(kiosk::check_batch_signature(
            signing.verifying_key(), path.filename().string(), sealed, base::text_of(signature)));
        const auto opened = value_of(kiosk::open_batch(std::span(&identity, 1), sealed, comment));
        std::string_view rest = opened.text.text();
        while (!rest.empty()) {
            const auto line = rest.substr(0, rest.find('\n'));
            rest.remove_prefix(std::min(line.size() + 1, rest.size()));
            const bool is_check_in = line.find(R"("kind":"check_in")") != std::string_view::npos;
            if (is_check_in && line.find('"' + person.person + '"') != std::string_view::npos) ++times;
        }
    }
    return times;
}

void check_names(const CrashDisk& disk) {
    for (const auto& [path, contents] : disk.contents_seen()) {
        const std::string name = path.filename().string();
        if (!name.ends_with(".age") && !name.ends_with(".minisig")) continue;
        if (name.starts_with(".")) continue;
        CHECK_MESSAGE(contents.size() == 1, name);
    }
}

} // namespace

TEST_SUITE_BEGIN("full");

TEST_CASE("a process or power that ends at any write of a check-in or its sealing loses and doubles nothing told") {
    base::invariant(!crypto::start().is_error(), "crypto starts");
    const auto signing = crypto::SigningKey::generate();
    const auto identity = crypto::AgeIdentity::generate();
    const std::array<Guest, 2> people{guest(1), guest(2)};
    const std::vector entries{visit_of(people[0], "V-1", morning + 30min), visit_of(people[1], "V-2", morning + 40min)};
    constexpr std::uint64_t seeds = 4; // 0: the process ends, the machine goes on
    std::uint64_t swept = 0;
    std::uint64_t told = 0;
    for (std::uint64_t n = 1;; ++n) {
        bool has_stopped = false;
        for (std::uint64_t seed = 0; seed < seeds; ++seed) {
            CAPTURE(n);
            CAPTURE(seed);
            CrashDisk disk;
            disk.limit_space(without_ballast);
            disk.watch_folder(outbox);
            must(disk.make_folder(outbox, base::FolderAccess::readable_by_all));
            std::array<bool, 2> was_told{};
            {
                Lobby lobby(disk, signing, identity);
                must(lobby.open());
                must(lobby.store().replace_roster(entries, roster_version(2)));
                disk.stop_at(n);
                for (std::size_t i = 0; i < people.size(); ++i) was_told[i] = lobby.visit(people[i]);
                has_stopped = disk.has_stopped();
                disk.stop();
                lobby.close();
            }
            if (seed == 0) {
                disk.end_process();
            } else {
                disk.power_cut(n * seeds + seed);
            }
            Lobby after(disk, signing, identity);
            must(after.open());
            REQUIRE_FALSE(after.seal().is_error());
            CHECK(value_of(after.store().pending()).empty());
            CHECK(value_of(after.store().unfinished_batches()).empty());
            CHECK(value_of(after.store().verify_audit()).is_whole());
            const auto arrivals = value_of(after.store().arrivals(today));
            for (std::size_t i = 0; i < people.size(); ++i) {
                const auto arrived = std::ranges::count(arrivals, people[i].person,
                                                        [](const auto& arrival) { return arrival.person_id.text; });
                CHECK(arrived <= 1);
                if (was_told[i]) CHECK(arrived == 1);
                CHECK(times_sent(disk, signing, identity, people[i]) == arrived);
                told += was_told[i] ? 1U : 0U;
            }
            check_names(disk);
            after.close();
            ++swept;
        }
        if (!has_stopped) break;
    }
    MESSAGE("swept ", swept, " endings; ", told, " people had been told");
    CHECK(swept > 200);
    CHECK(told > 0);
    CHECK(told < 2 * swept);
}

TEST_SUITE_END();
