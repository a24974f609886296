#include "tests/kiosk/exchange/bundle_world.hpp"

#include <set>
#include <sys/stat.h>

namespace {

using namespace support;
using kiosk::all_bundle_kinds;

TEST_CASE("a bundle signed by stock minisign is read, with what its comment says and what was signed") {
    BundleWorld world;
    for (const BundleKind kind : all_bundle_kinds) {
        CAPTURE(name_of(kind));
        CHECK(world.outcome(kind) == "none");
        world.put(kind, 17, "content of " + std::string(name_of(kind)));
        const auto read = world.read(kind);
        const auto* bundle = std::get_if<kiosk::Bundle>(&read);
        REQUIRE(bundle != nullptr);
        CHECK(bundle->head.kind == kind);
        CHECK(bundle->head.version == 17);
        CHECK(base::text_of(bundle->content) == "content of " + std::string(name_of(kind)));
    }
}

TEST_CASE("the trusted comments are those of the design, to the letter") {
    CHECK(BundleWorld::comment(BundleKind::roster, 17) ==
          "family-kiosk-roster v=1 kiosk=willow-lobby version=17 file=roster-17.age");
    CHECK(BundleWorld::comment(BundleKind::receipts, 4) ==
          "family-kiosk-receipts v=1 kiosk=willow-lobby version=4 file=receipts-4.json");
    CHECK(BundleWorld::comment(BundleKind::directory, 9) ==
          "family-kiosk-directory v=1 site=willow-street version=9 file=directory-9.zip");
    CHECK(BundleWorld::comment(BundleKind::settings, 2) ==
          "family-kiosk-settings v=1 site=willow-street version=2 file=settings-2.toml");
    CHECK(BundleWorld::comment(BundleKind::keys, 2) == "family-kiosk-keys v=1 version=2 file=keys-2.toml");
    for (const BundleKind kind : all_bundle_kinds) {
        const std::string comment = BundleWorld::comment(kind, 5);
        const auto head = kiosk::parse_bundle_comment(comment);
        REQUIRE(head.has_value());
        CHECK(kiosk::bundle_trusted_comment(*head) == comment);
        for (std::size_t length = 0; length < comment.size(); ++length) {
            const auto shorter = kiosk::parse_bundle_comment(comment.substr(0, length));
            // What is cut off the end of the name alone is another name: that is looked at apart.
            if (shorter) CHECK_FALSE(kiosk::is_bundle_file(kind, shorter->file));
        }
    }
    for (const char* other : {"family-kiosk-roster v=1 kiosk=willow-lobby version=017 file=roster-17.age",
                              "family-kiosk-roster v=1 kiosk=willow-lobby version=0 file=roster-17.age",
                              "family-kiosk-roster v=1 kiosk=willow-lobby version=-1 file=roster-17.age",
                              "family-kiosk-roster v=1 kiosk=willow-lobby version=99999999999999999999 file=r",
                              "family-kiosk-roster v=2 kiosk=willow-lobby version=1 file=roster-1.age",
                              "family-kiosk-roster v=1 site=willow-lobby version=1 file=roster-1.age",
                              "family-kiosk-roster v=1 kiosk=Willow version=1 file=roster-1.age",
                              "family-kiosk-roster v=1 kiosk=willow-lobby version=1 file=roster-1.age ",
                              "family-kiosk-roster  v=1 kiosk=willow-lobby version=1 file=roster-1.age",
                              "family-kiosk-batch v=1 kiosk=willow-lobby version=1 file=roster-1.age", ""}) {
        CAPTURE(other);
        CHECK_FALSE(kiosk::parse_bundle_comment(other).has_value());
    }
}

TEST_CASE("every role refuses what another role signed") {
    BundleWorld world;
    for (const BundleKind kind : all_bundle_kinds) {
        for (const auto& key : {world.agency.root_key(), world.agency.publisher_key(), world.agency.receipts_key()}) {
            CAPTURE(name_of(kind));
            CAPTURE(key.filename().string());
            world.put(kind, 3, "content");
            world.sign(kind, world.data(kind, 3), key, BundleWorld::comment(kind, 3));
            CHECK(world.outcome(kind) == (key == world.key_for(kind) ? "read" : "wrong_role"));
        }
    }
}

TEST_CASE("a signature of somebody else is refused, also when it claims the number of the agency's key") {
    BundleWorld world;
    world.put(BundleKind::roster, 3, "content");
    const auto stranger = crypto::SigningKey::generate();
    write_file(world.folder.path() / "stranger.key", stranger.file_text().text());
    world.sign(BundleKind::roster, world.data(BundleKind::roster, 3), world.folder.path() / "stranger.key",
               BundleWorld::comment(BundleKind::roster, 3));
    CHECK(world.outcome(BundleKind::roster) == "unknown_signer");
}

TEST_CASE("a signature of another type of bundle is refused under this name") {
    BundleWorld world;
    world.put(BundleKind::roster, 3, "content");
    for (const BundleKind other : {BundleKind::directory, BundleKind::settings, BundleKind::receipts}) {
        world.sign(BundleKind::roster, world.data(BundleKind::roster, 3), world.agency.publisher_key(),
                   BundleWorld::comment(other, 3));
        CHECK(world.outcome(BundleKind::roster) == "wrong_type");
    }
    world.sign(BundleKind::roster, world.data(BundleKind::roster, 3), world.agency.publisher_key(), "a roster");
    CHECK(world.outcome(BundleKind::roster) == "wrong_form");
}

TEST_CASE("a bundle for another kiosk or site is refused") {
    BundleWorld world;
    for (const BundleKind kind : all_bundle_kinds) {
        if (kind == BundleKind::keys) continue;
        world.put(kind, 3, "content");
        world.sign(kind, world.data(kind, 3), world.key_for(kind),
                   kiosk::bundle_trusted_comment({kind, "maple-lobby", 3, bundle_file(kind, 3)}));
        CHECK(world.outcome(kind) == "wrong_target");
    }
}

TEST_CASE("a version that is not higher than the one kept is refused, the same as an older one") {
    BundleWorld world;
    for (const BundleKind kind : all_bundle_kinds) {
        world.put(kind, 17, "content");
        CHECK(world.outcome(kind, 16) == "read");
        CHECK(world.outcome(kind, 17) == "not_newer");
        CHECK(world.outcome(kind, 18) == "not_newer");
    }
}

TEST_CASE("a signature may point only to a plain file of its kind beside it") {
    BundleWorld world;
    world.put(BundleKind::roster, 3, "content");
    for (const char* name : {"roster.age", "roster-.age", "roster-3.csv", "roster-3.age.part", "../roster-3.age",
                             "/etc/passwd", "roster-3/../../x.age", "directory-3.zip", "roster-x.age", "roster-3.AGE",
                             "roster-1234567890123456789.age"}) {
        CAPTURE(name);
        world.sign(BundleKind::roster, world.data(BundleKind::roster, 3), world.agency.publisher_key(),
                   kiosk::bundle_trusted_comment({BundleKind::roster, bundle_kiosk, 3, name}));
        CHECK(world.outcome(BundleKind::roster) == "wrong_name");
    }
}

TEST_CASE("a signature whose file is not there, was changed, or is another is refused by name") {
    BundleWorld world;
    world.put(BundleKind::roster, 3, "content");
    write_file(world.data(BundleKind::roster, 3), "contemt");
    CHECK(world.outcome(BundleKind::roster) == "changed_file");
    std::filesystem::remove(world.data(BundleKind::roster, 3));
    CHECK(world.outcome(BundleKind::roster) == "missing_file");
}

TEST_CASE("a changed trusted comment is refused, whatever it says now") {
    BundleWorld world;
    world.put(BundleKind::roster, 3, "content");
    std::string text = read_file(world.signature(BundleKind::roster));
    const auto at = text.find("version=3");
    REQUIRE(at != std::string::npos);
    text[at + 8] = '4';
    write_file(world.signature(BundleKind::roster), text);
    CHECK(world.outcome(BundleKind::roster) == "changed_signature");
}

TEST_CASE("every truncation of the signature and of the data file is refused") {
    BundleWorld world;
    world.put(BundleKind::roster, 3, "a content of some length");
    const std::string signature = read_file(world.signature(BundleKind::roster));
    for (std::size_t length = 0; length + 1 < signature.size(); ++length) { // the last line end says nothing
        CAPTURE(length);
        write_file(world.signature(BundleKind::roster), signature.substr(0, length));
        CHECK(world.outcome(BundleKind::roster) == "wrong_form");
    }
    write_file(world.signature(BundleKind::roster), signature);
    const std::string content = read_file(world.data(BundleKind::roster, 3));
    for (std::size_t length = 0; length < content.size(); ++length) {
        CAPTURE(length);
        write_file(world.data(BundleKind::roster, 3), content.substr(0, length));
        CHECK(world.outcome(BundleKind::roster) == "changed_file");
    }
    write_file(world.data(BundleKind::roster, 3), content);
    CHECK(world.outcome(BundleKind::roster) == "read");
}

TEST_CASE("a link, a pipe or a folder in place of the signature or its file is refused and never waited for") {
    BundleWorld world;
    const auto data = world.data(BundleKind::roster, 3);
    const auto signature = world.signature(BundleKind::roster);
    for (const auto& place : {signature, data}) {
        CAPTURE(place.filename().string());
        world.put(BundleKind::roster, 3, "content");
        const auto aside = world.folder.path() / "aside";
        std::filesystem::rename(place, aside);
        std::filesystem::create_symlink(aside, place);
        CHECK(world.outcome(BundleKind::roster) == "not_a_file");
        std::filesystem::remove(place);
        REQUIRE(::mkfifo(place.c_str(), 0600) == 0);
        CHECK(world.outcome(BundleKind::roster) == "not_a_file");
        std::filesystem::remove(place);
        std::filesystem::create_directory(place);
        CHECK(world.outcome(BundleKind::roster) == "not_a_file");
        std::filesystem::remove(place);
        std::filesystem::rename(aside, place);
        CHECK(world.outcome(BundleKind::roster) == "read");
    }
}

TEST_CASE("a folder of the exchange that is a link, a pipe or a file is refused") {
    BundleWorld world;
    world.put(BundleKind::roster, 3, "content");
    const auto down = world.down(BundleKind::roster);
    for (const auto& place : {down, down.parent_path(), down.parent_path().parent_path()}) {
        CAPTURE(place.filename().string());
        const auto aside = world.folder.path() / "aside";
        std::filesystem::rename(place, aside);
        std::filesystem::create_directory_symlink(aside, place);
        CHECK(world.outcome(BundleKind::roster) == "not_a_file");
        std::filesystem::remove(place);
        REQUIRE(::mkfifo(place.c_str(), 0600) == 0);
        CHECK(world.outcome(BundleKind::roster) == "not_a_file");
        std::filesystem::remove(place);
        write_file(place, "no folder");
        CHECK(world.outcome(BundleKind::roster) == "not_a_file");
        std::filesystem::remove(place);
        std::filesystem::rename(aside, place);
    }
    CHECK(world.outcome(BundleKind::roster) == "read");
}

TEST_CASE("a signature or a file above its largest size is refused unread") {
    BundleWorld world;
    for (const BundleKind kind : {BundleKind::roster, BundleKind::keys}) {
        world.put(kind, 3, "content");
        // Nothing but its length: no room is taken on the disk.
        std::filesystem::resize_file(world.data(kind, 3), kiosk::bundle_most(kind) + 1);
        CHECK(world.outcome(kind) == "too_large");
        world.put(kind, 3, "content");
        std::filesystem::resize_file(world.signature(kind), 1024 * 1024);
        CHECK(world.outcome(kind) == "too_large");
    }
}

TEST_CASE("each refusal has a name of its own") {
    std::set<std::string_view> names;
    for (int i = 0; i < kiosk::bundle_refusal_count; ++i) names.insert(name_of(static_cast<BundleRefusal>(i)));
    CHECK(std::ssize(names) == kiosk::bundle_refusal_count);
}

} // namespace
