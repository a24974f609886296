#include "base/random.hpp"

#include <array>
#include <doctest/doctest.h>
#include <set>

using namespace base;

TEST_CASE("a seed always gives the same bytes, and another seed others") {
    Bytes first(64);
    Bytes again(64);
    Bytes other(64);
    SeededRandom(7).fill(first);
    SeededRandom(7).fill(again);
    SeededRandom(8).fill(other);
    CHECK(first == again);
    CHECK(first != other);
}

TEST_CASE("bytes of the kernel do not repeat") {
    SystemRandom random;
    std::set<Bytes> seen;
    for (int i = 0; i < 100; ++i) {
        Bytes bytes(16);
        random.fill(bytes);
        seen.insert(bytes);
    }
    CHECK(seen.size() == 100);
}

TEST_CASE("a number below a bound reaches every value, about equally often, and never the bound") {
    SeededRandom random(1);
    for (const std::uint32_t bound : {1u, 2u, 3u, 7u, 100u}) {
        std::vector<int> counts(bound);
        for (std::uint32_t i = 0; i < bound * 1000; ++i) {
            const std::uint32_t number = random.below(bound);
            REQUIRE(number < bound);
            ++counts[number];
        }
        for (const int count : counts) {
            CHECK(count > 800);
            CHECK(count < 1200);
        }
    }
}

TEST_CASE("values that would favour small numbers are drawn again") {
    // The highest value of 32 bits is left over for every bound that does not divide 2^32.
    class Scripted final : public Random {
    public:
        void fill(std::span<std::uint8_t> bytes) override {
            for (auto& byte : bytes) byte = calls_ == 0 ? 0xff : 0x01;
            ++calls_;
        }
        [[nodiscard]] int calls() const { return calls_; }

    private:
        int calls_ = 0;
    };
    Scripted random;
    CHECK(random.below(10) == 0x01010101u % 10);
    CHECK(random.calls() == 2);
}
