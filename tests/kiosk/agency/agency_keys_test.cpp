#include "kiosk/agency/agency_keys.hpp"
#include "tests/kiosk/exchange/exchange_world.hpp"

namespace {

using namespace support;
using kiosk::AgencyFolder;

class AgencyWorld {
public:
    TempFolder folder;
    base::DiskFiles disk;
    base::FakeClock clock{morning};
    AgencyFolder agency{folder.path() / "agency"};

    AgencyWorld() { must(crypto::start()); }
    void make() { must(kiosk::make_agency(disk, agency.root, clock)); }
    [[nodiscard]] base::Path open(std::string_view name) const { return agency.public_folder() / name; }
    [[nodiscard]] std::string trouble() {
        const auto read = kiosk::read_agency_public(disk, agency.public_folder());
        return read.is_error() ? read.error().message : std::string("no trouble");
    }
    // Changes keys.toml and signs it again with the real root key.
    void sign_again(const std::string& from, const std::string& to, const std::string& comment) {
        std::string text = read_file(open(kiosk::agency_keys_file));
        REQUIRE(text.find(from) != std::string::npos);
        text.replace(text.find(from), from.size(), to);
        write_file(open(kiosk::agency_keys_file), text);
        const auto root = value_of(crypto::SigningKey::parse(read_file(agency.root_key())));
        base::MemorySource source(base::bytes_of(text));
        write_file(open(kiosk::agency_keys_signature_file), value_of(root.sign(source, comment)));
    }
};

constexpr const char* first_comment = "family-kiosk-keys v=1 version=1 file=keys.toml";

TEST_CASE("keygen makes exactly the agency's files, the secret ones for their owner alone") {
    AgencyWorld world;
    world.make();
    const auto names = [&](const base::Path& folder) { return value_of(world.disk.list(folder)); };
    CHECK(names(world.agency.root) == std::vector<std::string>{"public", "secret"});
    CHECK(names(world.agency.public_folder()) ==
          std::vector<std::string>{"keys.toml", "keys.toml.minisig", "root.minisign.pub"});
    CHECK(names(world.agency.secret_folder()) ==
          std::vector<std::string>{"escrow.age", "identity.age", "publisher.minisign.key", "receipts.minisign.key",
                                   "root.minisign.key"});
    using std::filesystem::perms;
    const auto mode = [](const base::Path& path) { return std::filesystem::status(path).permissions(); };
    CHECK(mode(world.agency.secret_folder()) == perms(0700));
    for (const auto& name : names(world.agency.secret_folder())) {
        CHECK(mode(world.agency.secret_folder() / name) == perms(0600));
    }
    CHECK(mode(world.agency.public_folder()) == perms(0755));
    for (const auto& name : names(world.agency.public_folder())) CHECK(mode(world.open(name)) == perms(0644));
}

TEST_CASE("stock minisign and age use what keygen made") {
    AgencyWorld world;
    world.make();
    const auto verified = run({"minisign", "-V", "-Q", "-p", world.open("root.minisign.pub").string(), "-m",
                               world.open("keys.toml").string()});
    CHECK(verified.exit_code == 0);
    CHECK(verified.out == std::string(first_comment) + "\n");
    const auto keys = value_of(kiosk::read_agency_public(world.disk, world.agency.public_folder()));
    for (const auto& [identity, recipient] : {std::pair(world.agency.identity(), keys.recipients.at(0)),
                                              std::pair(world.agency.escrow(), keys.recipients.at(1))}) {
        const auto sealed = run({"age", "-r", recipient.text()}, "hello");
        REQUIRE(sealed.exit_code == 0);
        CHECK(run({"age", "-d", "-i", identity.string()}, sealed.out).out == "hello");
    }
    // The secret keys sign as the roles that keys.toml names, with the stock tool.
    for (const auto& [secret, key] : {std::pair(world.agency.publisher_key(), keys.publisher),
                                      std::pair(world.agency.receipts_key(), keys.receipts)}) {
        const base::Path file = world.folder.path() / "file";
        write_file(file, "content");
        // minisign asks on the terminal for the password of any key but an unencrypted one.
        CHECK(run({"minisign", "-S", "-W", "-s", secret.string(), "-m", file.string(), "-t", "told"}).exit_code == 0);
        base::MemorySource source(base::bytes_of("content"));
        CHECK(value_of(crypto::verify_signature(key, source, read_file(file.string() + ".minisig"))) == "told");
    }
}

TEST_CASE("the public half reads back with two recipients, three keys and two years to go") {
    AgencyWorld world;
    world.make();
    const auto keys = value_of(kiosk::read_agency_public(world.disk, world.agency.public_folder()));
    CHECK(keys.version == 1);
    CHECK(keys.expires == morning + std::chrono::days(730));
    REQUIRE(keys.recipients.size() == 2);
    CHECK(keys.recipients[0].text() != keys.recipients[1].text());
    CHECK(keys.publisher.text() != keys.receipts.text());
    CHECK(keys.root.text() != keys.publisher.text());
}

TEST_CASE("keygen never writes over a folder that holds something, and takes an empty one") {
    AgencyWorld world;
    std::filesystem::create_directories(world.agency.root);
    write_file(world.agency.root / "kept", "kept");
    CHECK(kiosk::make_agency(world.disk, world.agency.root, world.clock).is_error());
    CHECK(value_of(world.disk.list(world.agency.root)) == std::vector<std::string>{"kept"});
    std::filesystem::remove(world.agency.root / "kept");
    world.make();
    const std::string key = read_file(world.agency.root_key());
    CHECK(kiosk::make_agency(world.disk, world.agency.root, world.clock).is_error());
    CHECK(read_file(world.agency.root_key()) == key);
    must(kiosk::make_agency(world.disk, world.folder.path() / "with-slash/", world.clock));
    CHECK(std::filesystem::exists(world.folder.path() / "with-slash/secret/escrow.age"));
}

TEST_CASE("whichever change of keygen fails, there is a whole agency or none, and the next run makes one") {
    bool is_finished = false;
    for (int stop = 1; !is_finished; ++stop) {
        CAPTURE(stop);
        AgencyWorld world;
        StoppingFiles files(stop);
        is_finished = !kiosk::make_agency(files, world.agency.root, world.clock).is_error();
        const bool is_there = std::filesystem::exists(world.agency.root);
        if (is_there) CHECK(world.trouble() == "no trouble");
        CHECK((!is_finished || is_there));
        if (is_there) continue;
        world.make();
        CHECK(world.trouble() == "no trouble");
        CHECK(value_of(world.disk.list(world.folder.path())) == std::vector<std::string>{"agency"});
    }
}

TEST_CASE("a keys.toml that the root did not sign just so is refused") {
    AgencyWorld world;
    world.make();
    const std::string text = read_file(world.open("keys.toml"));
    for (std::size_t at = 0; at < text.size(); at += 7) {
        std::string changed = text;
        changed[at] = static_cast<char>(changed[at] ^ 1);
        write_file(world.open("keys.toml"), changed);
        CHECK(world.trouble() != "no trouble");
    }
    write_file(world.open("keys.toml"), text);
    CHECK(world.trouble() == "no trouble");
    write_file(world.open("root.minisign.pub"), crypto::SigningKey::generate().verifying_key().file_text());
    CHECK(world.trouble().find("keys.toml") != std::string::npos);
}

TEST_CASE("signed keys with another version, format, role or recipient than announced are refused by name") {
    const auto trouble_after = [](const std::string& from, const std::string& to, const std::string& comment) {
        AgencyWorld world;
        world.make();
        world.sign_again(from, to, comment);
        return world.trouble();
    };
    const auto has = [](const std::string& text, const std::string& part) {
        return text.find(part) != std::string::npos;
    };
    const std::string second = "family-kiosk-keys v=1 version=2 file=keys.toml";
    CHECK(trouble_after("version = 1", "version = 2", second) == "no trouble");
    CHECK(has(trouble_after("version = 1", "version = 2", first_comment), "trusted comment"));
    CHECK(has(trouble_after("version = 1", "version = 1", "family-kiosk-roster v=1 version=1 file=keys.toml"),
              "trusted comment"));
    CHECK(
        has(trouble_after("version = 1", "version = 0", "family-kiosk-keys v=1 version=0 file=keys.toml"), "version"));
    CHECK(has(trouble_after("family-kiosk-keys/1", "family-kiosk-keys/2", first_comment), "format"));
    CHECK(has(trouble_after("[\"receipts\"]", "[\"receipts\", \"roster\"]", first_comment), "roles.receipts"));
    CHECK(has(trouble_after("\"directory\", ", "", first_comment), "roles.publisher"));
    CHECK(has(trouble_after("escrow = \"age1", "escrow = \"age2", first_comment), "recipients.escrow"));
    CHECK(has(trouble_after("escrow = ", "other = ", first_comment), "recipients.escrow"));
    CHECK(has(trouble_after("expires = \"", "expires = \"+", first_comment), "expires"));
    CHECK(has(trouble_after("[recipients]", "[recipients", first_comment), "line"));
}

} // namespace
