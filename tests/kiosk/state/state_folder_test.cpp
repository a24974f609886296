#include "base/clock.hpp"
#include "crypto/start.hpp"
#include "kiosk/agency/agency_keys.hpp"
#include "kiosk/state/open_store.hpp"
#include "kiosk/state/state_folder.hpp"
#include "tests/support/shell.hpp"
#include "tests/support/temp_folder.hpp"

#include <doctest/doctest.h>
#include <sys/stat.h>

using namespace kiosk;

namespace {

// The disk, but the nth operation that changes something fails and all after it: the power is gone.
class FailingFiles final : public base::Files {
public:
    explicit FailingFiles(int good) : left_(good) {}
    [[nodiscard]] bool has_failed() const { return left_ < 0; }

    base::Result<base::Bytes> read(const base::Path& path, std::size_t most) override { return disk_.read(path, most); }
    base::Result<void> write_new(const base::Path& path, base::ByteView bytes, base::FileAccess access) override {
        TRY(step());
        return disk_.write_new(path, bytes, access);
    }
    base::Result<void> rename(const base::Path& from, const base::Path& to) override {
        TRY(step());
        return disk_.rename(from, to);
    }
    base::Result<void> sync_folder(const base::Path& folder) override {
        TRY(step());
        return disk_.sync_folder(folder);
    }
    base::Result<void> remove(const base::Path& path) override {
        TRY(step());
        return disk_.remove(path);
    }
    base::Result<bool> exists(const base::Path& path) override { return disk_.exists(path); }
    base::Result<std::vector<std::string>> list(const base::Path& folder) override { return disk_.list(folder); }
    base::Result<void> make_folder(const base::Path& folder, base::FolderAccess access) override {
        TRY(step());
        return disk_.make_folder(folder, access);
    }

private:
    base::Result<void> step() {
        if (left_ > 0) {
            --left_;
            return {};
        }
        left_ = -1;
        return base::retry_later("no space");
    }
    base::DiskFiles disk_;
    int left_;
};

Settings settings(bool is_demo) {
    Settings made;
    made.kiosk = "k1";
    made.site = "willow";
    made.time_zone = "America/New_York";
    made.is_demo = is_demo;
    return made;
}

struct World {
    World() { REQUIRE(!crypto::start().is_error()); }
    base::Result<void> make(base::Files& files, bool is_demo = true, std::optional<base::Path> agency = std::nullopt) {
        return make_state(files, folder, settings(is_demo), agency, clock, random);
    }
    support::TempFolder temp;
    StateFolder folder{temp.path() / "state"};
    base::FakeClock clock{std::chrono::sys_days(std::chrono::year(2026) / 3 / 6)};
    base::SystemRandom random;
    base::DiskFiles disk;
};

unsigned mode(const base::Path& path) {
    struct stat status {};
    REQUIRE(::lstat(path.c_str(), &status) == 0);
    return status.st_mode & 07777U;
}

} // namespace

TEST_CASE("a new kiosk has its keys, its settings and the rights of the design") {
    World world;
    REQUIRE(!world.make(world.disk).is_error());
    CHECK(mode(world.folder.root) == 0755U);
    CHECK(mode(world.folder.keys()) == 0700U);
    for (const auto& key : {world.folder.vault_key(), world.folder.signing_key(), world.folder.roster_identity()}) {
        CHECK(mode(key) == 0600U);
    }
    for (const auto& open : {world.folder.outbox(), world.folder.inbox(), world.folder.courier()}) {
        CHECK(mode(open) == 0755U);
    }
    CHECK(support::read_file(world.folder.vault_key()).size() == 32);
    const KioskKeys keys = load_keys(world.disk, world.folder).release_value();
    CHECK(support::read_file(world.folder.public_recipient()) == keys.roster.recipient().text() + "\n");
    CHECK(support::read_file(world.folder.public_signer()) == keys.signing.verifying_key().file_text());
    CHECK(read_settings(world.disk, world.folder.settings()).value().kiosk == "k1");
}

TEST_CASE("a demo without an agency has one of its own, whose recipients every batch gets") {
    World world;
    REQUIRE(!world.make(world.disk).is_error());
    const auto recipients = load_agency_recipients(world.disk, world.folder).value();
    CHECK(recipients.size() == 2);
    const AgencyFolder demo{world.folder.root / "demo-agency"};
    const auto identities = crypto::AgeIdentity::parse_file(support::read_file(demo.identity())).release_value();
    CHECK(identities.front().recipient().text() == recipients.front().text());
}

TEST_CASE("a real kiosk pins the agency it was given, and is not made without one") {
    World world;
    CHECK(world.make(world.disk, false).is_error());
    const AgencyFolder agency{world.temp.path() / "agency"};
    REQUIRE(!make_agency(world.disk, agency.root, world.clock).is_error());
    REQUIRE(!world.make(world.disk, false, agency.public_folder()).is_error());
    CHECK(load_agency_recipients(world.disk, world.folder).value().size() == 2);
    CHECK_FALSE(std::filesystem::exists(world.folder.root / "demo-agency"));
    // What changes later is not believed.
    const auto keys = world.folder.agency() / agency_keys_file;
    support::write_file(keys, support::read_file(keys) + "\n");
    CHECK(load_agency_recipients(world.disk, world.folder).is_error());
}

TEST_CASE("an agency folder whose signature does not fit makes no kiosk") {
    World world;
    const AgencyFolder agency{world.temp.path() / "agency"};
    REQUIRE(!make_agency(world.disk, agency.root, world.clock).is_error());
    const auto keys = agency.public_folder() / agency_keys_file;
    support::write_file(keys, support::read_file(keys) + "# added\n");
    const auto made = world.make(world.disk, false, agency.public_folder());
    REQUIRE(made.is_error());
    CHECK(world.disk.list(world.temp.path()).value() == std::vector<std::string>{"agency"});
}

TEST_CASE("a folder that holds a kiosk or anything else is refused and not touched") {
    World world;
    REQUIRE(!world.make(world.disk).is_error());
    const std::string key = support::read_file(world.folder.vault_key());
    const auto again = world.make(world.disk);
    REQUIRE(again.is_error());
    CHECK(again.error().message.find("already holds a kiosk") != std::string::npos);
    CHECK(support::read_file(world.folder.vault_key()) == key);

    World other;
    std::filesystem::create_directory(other.folder.root);
    support::write_file(other.folder.root / "notes.txt", "mine");
    CHECK(other.make(other.disk).is_error());
    CHECK(other.disk.list(other.folder.root).value() == std::vector<std::string>{"notes.txt"});
    std::filesystem::remove(other.folder.root / "notes.txt");
    CHECK_FALSE(other.make(other.disk).is_error()); // an empty folder is a good place
}

TEST_CASE("a failure at any step of making a kiosk leaves nothing half-made") {
    for (int good = 0;; ++good) {
        World world;
        FailingFiles files(good);
        const auto made = world.make(files);
        if (!files.has_failed()) {
            CHECK_FALSE(made.is_error());
            CHECK(good > 15);
            break;
        }
        CHECK(made.is_error());
        const auto names = world.disk.list(world.temp.path()).value();
        // Only the very last sync can fail once the whole kiosk has its name.
        if (!names.empty()) CHECK(!load_keys(world.disk, world.folder).is_error());
        if (!names.empty()) CHECK(names == std::vector<std::string>{"state"});
    }
}

TEST_CASE("the vault key that systemd gives comes before the one on the disk") {
    World world;
    REQUIRE(!world.make(world.disk).is_error());
    const base::Path credentials = world.temp.path() / "credentials";
    std::filesystem::create_directory(credentials);
    ::setenv("CREDENTIALS_DIRECTORY", credentials.c_str(), 1);
    CHECK_FALSE(load_keys(world.disk, world.folder).is_error()); // none given: the disk's
    support::write_file(credentials / "vault.key", std::string(32, 'k'));
    const auto keys = load_keys(world.disk, world.folder);
    CHECK(base::text_of(keys.value().vault.expose()) == std::string(32, 'k'));
    support::write_file(credentials / "vault.key", "short");
    CHECK(load_keys(world.disk, world.folder).error().message.find("vault.key") != std::string::npos);
    ::unsetenv("CREDENTIALS_DIRECTORY");
}

TEST_CASE("one process at a time has the database, and it gets its epoch once") {
    World world;
    REQUIRE(!world.make(world.disk).is_error());
    std::string epoch;
    for (int time = 0; time < 2; ++time) {
        const KioskKeys keys = load_keys(world.disk, world.folder).release_value();
        auto store = open_store(world.folder, keys.vault, world.clock, world.random).release_value();
        const std::string now = store->next_position().value().epoch;
        CHECK(now.size() == 8);
        if (time == 1) CHECK(now == epoch);
        epoch = now;
        CHECK(mode(world.folder.database()) == 0600U);
    }
}
