#include "tests/kiosk/exchange/opener_world.hpp"

namespace {

using namespace support;
using kiosk::BundleOutcome;

TEST_CASE("a roster made with stock age and minisign opens, replaces the one before, and the log tells by whom") {
    OpenerWorld world;
    world.send_roster(17, world.csv());
    const auto made = world.open(BundleKind::roster);
    REQUIRE(made.has_value());
    CHECK(made->outcome == BundleOutcome::applied);
    CHECK(made->version == 17);
    CHECK(made->rows == world.rows());
    CHECK(made->left_out == 0);
    CHECK(made->reach == value_of(world.house.store->roster_reach()));
    CHECK(value_of(world.house.store->signed_roster_version()) == 17);
    CHECK(world.log().find(fmt::format(
              R"("event":"roster_opened","fields":{{"by":2,"version":17,"rows":{},"left_out":0}})", made->rows)) !=
          std::string::npos);
    const auto code = kiosk::demo_codes().front().visit_code;
    CHECK(value_of(world.house.store->look_up(code, today)).has_value());
}

TEST_CASE("an old roster brought again is refused, also after a restart and after a CSV took its place") {
    OpenerWorld world;
    world.send_roster(17, world.csv());
    CHECK(world.told(BundleKind::roster) == "applied");
    CHECK(world.told(BundleKind::roster) == "not_newer");
    const std::vector<storage::RosterEntry> entries{roster_entry("48271930", "P-1", "V-1")};
    must(world.house.store->replace_roster(entries, roster_version(1)));
    CHECK(world.told(BundleKind::roster) == "not_newer");
    world.send_roster(16, world.csv());
    CHECK(world.told(BundleKind::roster) == "not_newer");
    world.opener.reset();
    world.house.open_store();
    world.opener.emplace(*world.house.store, world.disk, world.state, world.settings, world.roster, world.sealer,
                         world.house.clock);
    CHECK(world.told(BundleKind::roster) == "not_newer");
    CHECK(world.rows() == 1);
    world.send_roster(18, world.csv(2));
    CHECK(world.told(BundleKind::roster) == "applied");
}

TEST_CASE("a valid newer roster applies however small it is, down to no visits at all") {
    OpenerWorld world;
    world.send_roster(1, world.csv());
    CHECK(world.told(BundleKind::roster) == "applied");
    const auto before = world.rows();
    REQUIRE(before > 4);
    world.send_roster(2, world.csv(1));
    CHECK(world.told(BundleKind::roster) == "applied");
    CHECK(world.rows() == 1);
    world.send_roster(3, world.csv(0));
    const auto made = world.open(BundleKind::roster);
    CHECK(made->outcome == BundleOutcome::applied);
    CHECK(world.rows() == 0);
    CHECK_FALSE(made->reach.has_value());
}

TEST_CASE("wrong rows are left out and counted, and the others come in") {
    OpenerWorld world;
    std::string text = world.csv(3);
    text += "not,a,row\n";
    world.send_roster(5, text);
    const auto made = world.open(BundleKind::roster);
    CHECK(made->outcome == BundleOutcome::applied);
    CHECK(made->rows == 3);
    CHECK(made->left_out == 1);
    CHECK(world.log().find(R"("left_out":1)") != std::string::npos);
}

TEST_CASE("a signed roster that does not open, is no roster, or has no row that can be read changes nothing") {
    OpenerWorld world;
    world.send_roster(1, world.csv());
    CHECK(world.told(BundleKind::roster) == "applied");
    const auto before = world.rows();
    world.put(BundleKind::roster, 2, "not an age file");
    CHECK(world.told(BundleKind::roster) == "wrong_content");
    const auto other = crypto::AgeIdentity::generate();
    world.put(BundleKind::roster, 3, run({"age", "-r", other.recipient().text()}, world.csv()).out);
    CHECK(world.told(BundleKind::roster) == "wrong_content");
    world.send_roster(4, "no,roster\n");
    CHECK(world.told(BundleKind::roster) == "wrong_content");
    world.send_roster(5, world.csv(0) + "not,a,row\n");
    CHECK(world.told(BundleKind::roster) == "wrong_content");
    CHECK(world.rows() == before);
    CHECK(value_of(world.house.store->signed_roster_version()) == 1);
    // Once it is mended, it comes under the next number, or under the same.
    world.send_roster(5, world.csv(1));
    CHECK(world.told(BundleKind::roster) == "applied");
}

TEST_CASE("every truncation of a sealed roster that was signed so changes nothing") {
    OpenerWorld world;
    const std::string sealed = run({"age", "-r", world.roster.recipient().text()}, world.csv(1)).out;
    const auto publisher = value_of(crypto::SigningKey::parse(read_file(world.agency.publisher_key())));
    std::filesystem::create_directories(world.down(BundleKind::roster));
    for (std::size_t length = 0; length < sealed.size(); ++length) {
        CAPTURE(length);
        const std::string part = sealed.substr(0, length);
        base::MemorySource source(base::bytes_of(part));
        write_file(world.data(BundleKind::roster, 3), part);
        write_file(world.signature(BundleKind::roster),
                   value_of(publisher.sign(source, BundleWorld::comment(BundleKind::roster, 3))));
        CHECK(world.told(BundleKind::roster) == "wrong_content");
    }
    CHECK(world.rows() == -1);
}

TEST_CASE("newer keys take the place of those before, and count for the next bundle and the next batch") {
    OpenerWorld world;
    // Another agency's publisher and recipients, signed by our root.
    BundleWorld other;
    std::string text = read_file(other.agency.public_folder() / "keys.toml");
    text.replace(text.find("version = 1"), 11, "version = 4");
    world.put(BundleKind::keys, 4, text);
    world.send_roster(1, world.csv(1));
    const auto all = world.opener->open_all(world.stick, 2);
    REQUIRE(all.size() == 2);
    CHECK(all[0].kind == BundleKind::keys);
    CHECK(all[0].outcome == BundleOutcome::applied);
    // Signed by a publisher that is none any more.
    CHECK(all[1].why == BundleRefusal::unknown_signer);
    CHECK(value_of(kiosk::read_agency_public(world.disk, world.state.agency())).version == 4);
    CHECK(world.log().find(R"("event":"agency_keys_opened","fields":{"by":2,"version":4})") != std::string::npos);
    CHECK(world.told(BundleKind::keys) == "not_newer");
    world.sign(BundleKind::roster, world.data(BundleKind::roster, 1), other.agency.publisher_key(),
               BundleWorld::comment(BundleKind::roster, 1));
    CHECK(world.told(BundleKind::roster) == "applied");

    world.house.add_check_in(1);
    must(world.sealer.recover());
    REQUIRE(value_of(world.sealer.seal()) == 1);
    const auto files = world.house.outbox_files();
    const auto opened =
        run({"age", "-d", "-i", other.agency.identity().string(), (world.house.outbox() / files.front()).string()});
    CHECK_MESSAGE(opened.exit_code == 0, opened.err);
}

TEST_CASE("keys whose number inside is another, or that are no keys, change nothing") {
    OpenerWorld world;
    std::string text = read_file(world.agency.public_folder() / "keys.toml");
    world.put(BundleKind::keys, 4, text); // says version = 1
    CHECK(world.told(BundleKind::keys) == "wrong_content");
    world.put(BundleKind::keys, 5, "format = \"family-kiosk-keys/1\"\nversion = 5\n");
    CHECK(world.told(BundleKind::keys) == "wrong_content");
    CHECK(value_of(kiosk::read_agency_public(world.disk, world.state.agency())).version == 1);
}

TEST_CASE("whichever change of taking newer keys is the last, the kiosk reads the old or the new ones") {
    bool is_finished = false;
    for (const auto last : {StoppingFiles::Last::not_done, StoppingFiles::Last::done}) {
        is_finished = false;
        for (int stop = 1; !is_finished; ++stop) {
            CAPTURE(stop);
            StoppingFiles files(stop, last);
            OpenerWorld world(&files);
            world.send_keys(2);
            is_finished = world.told(BundleKind::keys) == "applied";
            const auto keys = kiosk::read_agency_public(world.disk, world.state.agency());
            REQUIRE_MESSAGE(!keys.is_error(), keys.error().message);
            CHECK((!is_finished || keys.value().version == 2));
            // The next ones go through, whatever was left.
            world.opener.emplace(*world.house.store, world.disk, world.state, world.settings, world.roster,
                                 world.sealer, world.house.clock);
            world.send_keys(3);
            CHECK(world.told(BundleKind::keys) == "applied");
            CHECK(value_of(kiosk::read_agency_public(world.disk, world.state.agency())).version == 3);
        }
    }
}

TEST_CASE("what this version has no use for is named and left alone") {
    OpenerWorld world;
    for (const BundleKind kind : {BundleKind::directory, BundleKind::settings, BundleKind::receipts}) {
        CHECK(world.told(kind) == "none");
        world.put(kind, 3, "content");
        CHECK(world.told(kind) == "not used");
        CHECK(read_file(world.data(kind, 3)) == "content");
    }
}

TEST_CASE("a signed roster in the same step keeps its version, and one that is not higher keeps nothing") {
    OpenerWorld world;
    const std::vector<storage::RosterEntry> entries{roster_entry("48271930", "P-1", "V-1")};
    must(world.house.store->replace_roster(entries, roster_version(1), {7, 0, 0}));
    for (const std::int64_t version : {7, 6, 0, -1}) {
        CHECK(world.house.store->replace_roster({}, roster_version(0), {version, 0, 0}).is_error());
    }
    CHECK(world.rows() == 1);
    CHECK(value_of(world.house.store->signed_roster_version()) == 7);
}

} // namespace
