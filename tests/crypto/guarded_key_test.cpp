#include "crypto/guarded_key.hpp"

#include "crypto/derivation.hpp"
#include "tests/crypto/streams.hpp"

#include <csignal>
#include <cstring>
#include <doctest/doctest.h>
#include <ostream>
#include <sys/wait.h>
#include <type_traits>
#include <unistd.h>

using namespace crypto;

namespace {

template <typename T>
concept Printable = requires(std::ostream& stream, const T& value) {
    stream << value;
};
template <typename T>
concept Comparable = requires(const T& a, const T& b) {
    a == b;
};

// Whether the process would be killed by `act`; tried in a child, so that the test lives on.
template <typename Act>
bool is_deadly(Act act) {
    const pid_t child = ::fork();
    if (child == 0) {
        // doctest's own report of a crash would be taken for a failure of this test.
        for (const int signal : {SIGSEGV, SIGABRT, SIGBUS}) ::signal(signal, SIG_DFL);
        act();
        ::_exit(0);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return !WIFEXITED(status) || WEXITSTATUS(status) != 0;
}

} // namespace

TEST_CASE("keys of different roles are different types, and no key can be copied, printed or compared") {
    static_assert(!std::is_same_v<WrappingKey, StaffWrappingKey>);
    static_assert(!std::is_convertible_v<VaultKey, RecordKey>);
    static_assert(!std::is_constructible_v<RecordKey, const IndexKey&>);
    static_assert(!std::is_copy_constructible_v<RecordKey> && !std::is_copy_assignable_v<RecordKey>);
    static_assert(!Printable<RecordKey> && !Printable<GuardedBytes>);
    static_assert(!Comparable<RecordKey> && !Comparable<GuardedBytes>);
    static_assert(std::is_nothrow_move_constructible_v<RecordKey>);
}

TEST_CASE("a key is made of exactly 32 bytes") {
    for (const std::size_t size : {0u, 1u, 31u, 33u, 64u}) CHECK(VaultKey::from(Bytes(size)).is_error());
    const Bytes bytes = support::pattern(32);
    const auto key = VaultKey::from(bytes).release_value();
    CHECK(std::equal(bytes.begin(), bytes.end(), key.expose().begin(), key.expose().end()));
}

TEST_CASE("two generated keys differ") {
    const auto first = RecordKey::generate();
    const auto second = RecordKey::generate();
    CHECK(std::memcmp(first.expose().data(), second.expose().data(), 32) != 0);
}

TEST_CASE("a moved key keeps its bytes and the place it came from can go") {
    auto first = RecordKey::from(support::pattern(32)).release_value();
    RecordKey second = RecordKey::generate();
    second = std::move(first);
    const Bytes expected = support::pattern(32);
    CHECK(std::equal(expected.begin(), expected.end(), second.expose().begin()));
}

TEST_CASE("keys are locked in memory while the limit allows it") { CHECK(are_all_keys_locked()); }

TEST_CASE("reading behind a key, writing before it or touching it after its end kills the process") {
#if defined(__SANITIZE_ADDRESS__)
    MESSAGE("SKIPPED: the sanitizer watches this instead");
#else
    const auto key = RecordKey::generate();
    const std::uint8_t* bytes = key.expose().data();
    auto read = [](const std::uint8_t* place) {
        [[maybe_unused]] const auto byte = *static_cast<const volatile std::uint8_t*>(place);
    };
    CHECK_FALSE(is_deadly([&] { read(bytes + 31); }));
    CHECK(is_deadly([&] { read(bytes + 32); }));
    CHECK(is_deadly([&] {
        auto inner = RecordKey::generate();
        const_cast<std::uint8_t*>(inner.expose().data())[-1] ^= 1;
    }));
    CHECK(is_deadly([&] {
        const std::uint8_t* place = nullptr;
        {
            const auto inner = RecordKey::generate();
            place = inner.expose().data();
        }
        read(place);
    }));
#endif
}

TEST_CASE("each role is derived with its own number and context, the same every time") {
    const auto vault = VaultKey::from(support::pattern(32)).release_value();
    const auto hex = [](const auto& key) { return base::to_hex(key.expose()); };
    const std::string wrapping = hex(derive_wrapping_key(vault));
    const std::string staff = hex(derive_staff_wrapping_key(vault));
    const std::string index = hex(derive_index_key(vault));
    CHECK(wrapping == hex(derive_wrapping_key(vault)));
    CHECK(wrapping != staff);
    CHECK(staff != index);
    CHECK(index != wrapping);
    // A vault that exists must stay readable: whoever changes a number or context here needs a migration.
    CHECK(wrapping == "77e8146623c7029242be2974a3c3d5f3e711d414941e5c2ee3224d66ce132bd5");
    CHECK(staff == "3766de88195bbe990d72db04db96dafee50b5ca2def305fc1434855393d57e61");
    CHECK(index == "0e7ebf5bb028c64cd58c3489770aea1903283b8f954cc08c6604e6baf10be639");
    CHECK(wrapping != hex(derive_wrapping_key(VaultKey::generate())));
}

TEST_CASE("HKDF gives any length, with and without salt") {
    // RFC 5869, case 3.
    Bytes made(42);
    hkdf_sha256(Bytes(22, 0x0b), {}, "", made);
    CHECK(base::to_hex(made) == "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d"
                                "9d201395faa4b61a96c8");
    CHECK(base::to_hex(hkdf_sha256_key(Bytes(22, 0x0b), {}, "").view()) == base::to_hex(ByteView(made).first(32)));
}
