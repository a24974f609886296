#include "base/bytes.hpp"

#include <doctest/doctest.h>

using namespace base;

TEST_CASE("bytes become lowercase hexadecimal and come back") {
    Bytes all(256);
    for (std::size_t i = 0; i < all.size(); ++i) all[i] = static_cast<std::uint8_t>(i);
    const std::string hex = to_hex(all);
    CHECK(hex.substr(0, 8) == "00010203");
    CHECK(hex.substr(hex.size() - 6) == "fdfeff");
    CHECK(from_hex(hex).value() == all);
    CHECK(from_hex("").value().empty());
}

TEST_CASE("hexadecimal of odd length, in capital letters or with anything else is refused") {
    for (const char* wrong : {"0", "abc", "AB", "0g", " 0", "0x", "\xc3\xa9"}) CHECK(from_hex(wrong).is_error());
}

TEST_CASE("a memory source gives its bytes in pieces of any size, then nothing for ever") {
    const std::string text = "some text of 24 letters.";
    for (std::size_t size = 1; size <= text.size() + 1; ++size) {
        MemorySource source(bytes_of(text));
        MemorySink sink;
        Bytes piece(size);
        while (const std::size_t count = source.read(piece).release_value()) {
            CHECK_FALSE(sink.write(ByteView(piece).first(count)).is_error());
        }
        CHECK(text_of(sink.bytes) == text);
        CHECK(source.read(piece).value() == 0);
    }
}
