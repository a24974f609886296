#include "crypto/blind_index.hpp"
#include "crypto/digest.hpp"

#include <doctest/doctest.h>
#include <set>

using namespace crypto;

TEST_CASE("a value has one tag under one key, and another under another key or field") {
    const auto key = IndexKey::generate();
    CHECK(blind_index(key, "visit_code", {"12345674"}) == blind_index(key, "visit_code", {"12345674"}));
    CHECK(blind_index(key, "visit_code", {"12345674"}) != blind_index(key, "visit_code", {"12345675"}));
    CHECK(blind_index(key, "visit_code", {"12345674"}) != blind_index(key, "qr_key", {"12345674"}));
    CHECK(blind_index(key, "visit_code", {"12345674"}) !=
          blind_index(IndexKey::generate(), "visit_code", {"12345674"}));
}

TEST_CASE("no two ways to divide the same letters have the same tag") {
    const auto key = IndexKey::generate();
    const std::set<IndexTag> tags{
        blind_index(key, "f", {"ab", "c"}), blind_index(key, "f", {"a", "bc"}), blind_index(key, "f", {"abc"}),
        blind_index(key, "f", {"abc", ""}), blind_index(key, "f", {"", "abc"}), blind_index(key, "f", {"a", "b", "c"}),
        blind_index(key, "fa", {"bc"}),     blind_index(key, "fabc", {}),       blind_index(key, "", {"f", "abc"}),
    };
    CHECK(tags.size() == 9);
}

TEST_CASE("a tag is keyed BLAKE2b of length-prefixed parts, as another implementation computes it") {
    // python3: hashlib.blake2b(b'\1\0\0\0f\2\0\0\0ab', key=bytes(range(32)), digest_size=16)
    Bytes bytes(32);
    for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = static_cast<std::uint8_t>(i);
    const auto key = IndexKey::from(bytes).release_value();
    CHECK(base::to_hex(blind_index(key, "f", {"ab"})) == "9a54f016b2e8e76983c51bfec72cd4c6");
}

TEST_CASE("SHA-256 of nothing, of a block's edge and of two halves is right") {
    CHECK(base::to_hex(sha256({})) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    // FIPS 180-4's example of two blocks.
    const std::string_view text = "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq";
    const std::string expected = "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1";
    CHECK(base::to_hex(sha256(base::bytes_of(text))) == expected);
    for (std::size_t i = 0; i <= text.size(); ++i) {
        CHECK(base::to_hex(sha256(base::bytes_of(text.substr(0, i)), base::bytes_of(text.substr(i)))) == expected);
    }
}

TEST_CASE("comparison in constant time tells equal from different at every place and length") {
    const std::string text(40, 'x');
    CHECK(are_equal_in_constant_time(base::bytes_of(text), base::bytes_of(std::string(40, 'x'))));
    CHECK(are_equal_in_constant_time({}, {}));
    for (std::size_t i = 0; i < text.size(); ++i) {
        std::string other = text;
        other[i] = 'y';
        CHECK_FALSE(are_equal_in_constant_time(base::bytes_of(text), base::bytes_of(other)));
        CHECK_FALSE(are_equal_in_constant_time(base::bytes_of(text), base::bytes_of(text.substr(0, i))));
    }
}
