#include "crypto/record_cipher.hpp"

#include "tests/crypto/streams.hpp"

#include <doctest/doctest.h>

using namespace crypto;

namespace {

const Bytes row{1, 2, 3, 4};
const RecordContext context{"visits", row, 3};

} // namespace

TEST_CASE("a record of any length comes back as it was, and its sealed length tells only the block") {
    const auto key = RecordKey::generate();
    for (std::size_t size = 0; size <= 600; ++size) {
        const Bytes plain = support::pattern(size);
        const Bytes sealed = seal_record(key, context, plain);
        CHECK(sealed.size() == (size / record_padding + 1) * record_padding + record_overhead);
        const auto opened = open_record(key, context, sealed);
        REQUIRE_FALSE(opened.is_error());
        CHECK(std::equal(plain.begin(), plain.end(), opened.value().view().begin(), opened.value().view().end()));
    }
}

TEST_CASE("a record that ends in zeros or in bytes like padding keeps them") {
    const auto key = RecordKey::generate();
    for (const Bytes& plain : {Bytes(16, 0), Bytes(256, 0), Bytes{0x80}, Bytes{0x80, 0, 0}, Bytes(255, 0x80)}) {
        const auto opened = open_record(key, context, seal_record(key, context, plain));
        CHECK(std::equal(plain.begin(), plain.end(), opened.value().view().begin(), opened.value().view().end()));
    }
}

TEST_CASE("the same record sealed twice shows nothing in common") {
    const auto key = RecordKey::generate();
    const Bytes first = seal_record(key, context, support::pattern(40));
    const Bytes second = seal_record(key, context, support::pattern(40));
    CHECK(first != second);
    CHECK_FALSE(std::equal(first.begin(), first.begin() + 24, second.begin()));
}

TEST_CASE("every flipped bit, every length it can be cut to and a byte more are refused") {
    const auto key = RecordKey::generate();
    Bytes sealed = seal_record(key, context, base::bytes_of("needs an interpreter"));
    for (std::size_t bit = 0; bit < sealed.size() * 8; ++bit) {
        const auto mask = static_cast<std::uint8_t>(1u << bit % 8);
        sealed[bit / 8] ^= mask;
        CHECK(open_record(key, context, sealed).is_error());
        sealed[bit / 8] ^= mask;
    }
    for (std::size_t size = 0; size < sealed.size(); ++size) {
        CHECK(open_record(key, context, ByteView(sealed).first(size)).is_error());
    }
    CHECK_FALSE(open_record(key, context, sealed).is_error());
    sealed.push_back(0);
    CHECK(open_record(key, context, sealed).is_error());
}

TEST_CASE("a record opens only in its own table, row and schema version, with its own key and padding") {
    const auto key = RecordKey::generate();
    const Bytes sealed = seal_record(key, context, base::bytes_of("text"));
    const Bytes other_row{1, 2, 3, 5};
    CHECK(open_record(key, {"visit", row, 3}, sealed).is_error());
    CHECK(open_record(key, {"people", row, 3}, sealed).is_error());
    CHECK(open_record(key, {"visits", other_row, 3}, sealed).is_error());
    CHECK(open_record(key, {"visits", {}, 3}, sealed).is_error());
    CHECK(open_record(key, {"visits", row, 4}, sealed).is_error());
    CHECK(open_record(RecordKey::generate(), context, sealed).is_error());
    CHECK(open_record(key, context, sealed, 64).is_error());
    CHECK_FALSE(open_record(key, context, sealed).is_error());
}

TEST_CASE("the border between table and row id cannot be moved") {
    const auto key = RecordKey::generate();
    const Bytes sealed = seal_record(key, {"ab", base::bytes_of("c"), 1}, base::bytes_of("text"));
    CHECK(open_record(key, {"a", base::bytes_of("bc"), 1}, sealed).is_error());
    CHECK(open_record(key, {"abc", {}, 1}, sealed).is_error());
    CHECK(open_record(key, {"", base::bytes_of("abc"), 1}, sealed).is_error());
}

TEST_CASE("a refusal names the table and nothing of what is in it") {
    const auto key = RecordKey::generate();
    const auto refused = open_record(key, {"people", row, 3}, seal_record(key, context, base::bytes_of("Ana Example")));
    REQUIRE(refused.is_error());
    CHECK(refused.error().kind == base::ErrorKind::call_staff);
    CHECK(refused.error().message.find("people") != std::string::npos);
    CHECK(refused.error().message.find("Ana") == std::string::npos);
}

TEST_CASE("a wrapped key opens with its wrapping key and context only") {
    const auto vault = VaultKey::generate();
    const auto wrapping = derive_wrapping_key(vault);
    const auto staff = derive_staff_wrapping_key(vault);
    const auto key = RecordKey::generate();
    Bytes wrapped = wrap_key(wrapping, context, key);
    CHECK(wrapped.size() == record_overhead + 32);
    CHECK(base::to_hex(unwrap_key(wrapping, context, wrapped).value().expose()) == base::to_hex(key.expose()));
    CHECK(unwrap_key(staff, context, wrapped).is_error());
    CHECK(unwrap_key(derive_wrapping_key(VaultKey::generate()), context, wrapped).is_error());
    CHECK(unwrap_key(wrapping, {"visits", row, 4}, wrapped).is_error());
    const Bytes staff_wrapped = wrap_key(staff, context, key);
    CHECK(base::to_hex(unwrap_key(staff, context, staff_wrapped).value().expose()) == base::to_hex(key.expose()));
    CHECK(unwrap_key(wrapping, context, staff_wrapped).is_error());
    for (std::size_t i = 0; i < wrapped.size(); ++i) {
        wrapped[i] ^= 1;
        CHECK(unwrap_key(wrapping, context, wrapped).is_error());
        wrapped[i] ^= 1;
        CHECK(unwrap_key(wrapping, context, ByteView(wrapped).first(i)).is_error());
    }
    wrapped.push_back(0);
    CHECK(unwrap_key(wrapping, context, wrapped).is_error());
}
