#include "ui/keyed_hash.hpp"

#include <doctest/doctest.h>
#include <vector>

// From the SipHash reference implementation (vectors.h, 128 bit): key 00..0f, message of n bytes 00, 01, …
TEST_CASE("the hash gives the values of the SipHash authors") {
    const ui::HashKey key{0x0706050403020100U, 0x0f0e0d0c0b0a0908U};
    std::vector<std::uint8_t> message;
    ui::KeyedHash none(key);
    const ui::Digest empty = none.finish();
    CHECK(empty.low == 0xe6a825ba047f81a3U);
    CHECK(empty.high == 0x930255c71472f66dU);
    ui::KeyedHash one(key);
    message.push_back(0);
    one.take(message);
    const ui::Digest single = one.finish();
    CHECK(single.low == 0x44af996bd8c187daU);
    CHECK(single.high == 0x45fc229b11597634U);
}

TEST_CASE("pieces hash as the whole, and other keys and other borders give other names") {
    std::vector<std::uint8_t> message(100);
    for (std::size_t i = 0; i < message.size(); ++i) message[i] = static_cast<std::uint8_t>(i);
    const ui::HashKey key{1, 2};
    ui::KeyedHash whole(key);
    whole.take(message);
    const ui::Digest expected = whole.finish();
    for (std::size_t cut = 0; cut <= message.size(); ++cut) {
        ui::KeyedHash pieces(key);
        pieces.take({message.data(), cut});
        pieces.take({message.data() + cut, message.size() - cut});
        CHECK(pieces.finish() == expected);
    }
    ui::KeyedHash other(ui::HashKey{1, 3});
    other.take(message);
    CHECK_FALSE(other.finish() == expected);
    CHECK_FALSE(ui::KeyedHash(key).add(std::string_view("ab")).add(std::string_view("c")).finish() ==
                ui::KeyedHash(key).add(std::string_view("a")).add(std::string_view("bc")).finish());
}
