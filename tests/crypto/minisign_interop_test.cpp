#include "crypto/minisign.hpp"
#include "tests/crypto/streams.hpp"
#include "tests/support/shell.hpp"
#include "tests/support/temp_folder.hpp"

#include <doctest/doctest.h>

using namespace crypto;

namespace {

constexpr std::string_view comment = "family-kiosk-batch v=1 kiosk=k-1 site=s epoch=0123abcd seq=0000000001 prev=00";

struct Names {
    support::TempFolder folder;
    std::string file = (folder.path() / "file").string();
    std::string signature = file + ".minisig";
    std::string public_key = (folder.path() / "key.pub").string();
    std::string secret_key = (folder.path() / "key").string();
};

} // namespace

TEST_CASE("the real minisign verifies what we sign, with our public key, and shows our trusted comment") {
    const Names names;
    const auto key = SigningKey::generate();
    support::write_file(names.public_key, key.verifying_key().file_text());
    for (const std::size_t size : {0u, 1u, 65536u, 1000003u}) {
        support::write_pattern(names.file, size);
        for (const std::string& trusted : {std::string(comment), std::string(8000, 'x')}) {
            support::FileSource source(names.file);
            support::write_file(names.signature, key.sign(source, trusted).release_value());
            const auto by_file = support::run({"minisign", "-Vm", names.file, "-p", names.public_key});
            CHECK_MESSAGE(by_file.exit_code == 0, by_file.err);
            const auto by_line = support::run({"minisign", "-VQm", names.file, "-P", key.verifying_key().text()});
            CHECK(by_line.exit_code == 0);
            CHECK(by_line.out == trusted + '\n');
        }
    }
    support::write_file(names.file, "changed");
    CHECK(support::run({"minisign", "-Vm", names.file, "-p", names.public_key}).exit_code != 0);
}

TEST_CASE("we verify what the real minisign signs, and refuse its older form by name") {
    const Names names;
    REQUIRE(support::run({"minisign", "-G", "-W", "-p", names.public_key, "-s", names.secret_key}).exit_code == 0);
    const auto key = VerifyingKey::parse(support::read_file(names.public_key)).release_value();
    for (const std::size_t size : {0u, 1u, 65536u, 1000003u}) {
        support::write_pattern(names.file, size);
        const auto run =
            support::run({"minisign", "-S", "-s", names.secret_key, "-m", names.file, "-t", std::string(comment)});
        REQUIRE_MESSAGE(run.exit_code == 0, run.err);
        support::FileSource source(names.file);
        CHECK(verify_signature(key, source, support::read_file(names.signature)).value() == comment);
    }
    REQUIRE(support::run({"minisign", "-S", "-s", names.secret_key, "-m", names.file}).exit_code == 0);
    support::FileSource plain(names.file);
    CHECK_FALSE(verify_signature(key, plain, support::read_file(names.signature)).is_error());
    REQUIRE(support::run({"minisign", "-S", "-l", "-s", names.secret_key, "-m", names.file}).exit_code == 0);
    support::FileSource older(names.file);
    const auto refused = verify_signature(key, older, support::read_file(names.signature));
    REQUIRE(refused.is_error());
    CHECK(refused.error().message.find("older form") != std::string::npos);
}

TEST_CASE("key files go both ways between us and the real minisign") {
    const Names names;
    REQUIRE(support::run({"minisign", "-G", "-W", "-p", names.public_key, "-s", names.secret_key}).exit_code == 0);
    const std::string secret_text = support::read_file(names.secret_key);
    const auto theirs = SigningKey::parse(secret_text).release_value();
    CHECK(theirs.verifying_key().file_text() == support::read_file(names.public_key));
    CHECK(theirs.file_text().text() == secret_text);

    const auto ours = SigningKey::generate();
    support::write_file(names.secret_key, ours.file_text().text());
    support::write_file(names.file, "signed with our key by their program");
    const auto run = support::run({"minisign", "-S", "-s", names.secret_key, "-m", names.file, "-t", "theirs"});
    REQUIRE_MESSAGE(run.exit_code == 0, run.err);
    support::FileSource source(names.file);
    CHECK(verify_signature(ours.verifying_key(), source, support::read_file(names.signature)).value() == "theirs");
    std::filesystem::remove(names.public_key);
    REQUIRE(support::run({"minisign", "-R", "-s", names.secret_key, "-p", names.public_key}).exit_code == 0);
    CHECK(support::read_file(names.public_key) == ours.verifying_key().file_text());
}

TEST_CASE("a secret key behind a password is refused with those words") {
    // Made by minisign 0.11 with the password "word"; its scrypt takes seconds, so the file is kept here.
    const auto refused = SigningKey::parse(
        "untrusted comment: minisign encrypted secret key\n"
        "RWRTY0Iy57hutic/WjRE7IyCrxLSGxK9rE9tKNJDO7JFJuAtSfYAAAACAAAAAAAAAEAAAAAAPYTeRHskPoyWclK7QOfs3NxTBoB1Yk0vP8BO"
        "vRpqOQ4p55VMPURTHN381snJRgw0pe6+w/Ap4iqo/lwyJ0q3SZs3wHAHnmnL9SB5bT/iCTjER6FJHhsDxl3j0vFQOqzExMNkTKHoYqY=\n");
    REQUIRE(refused.is_error());
    CHECK(refused.error().message.find("password") != std::string::npos);
}
