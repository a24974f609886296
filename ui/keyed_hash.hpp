// A 128-bit name for what is cached: SipHash-2-4 with a key drawn at start, so that a cache can be asked "do you have
// this text?" without keeping a word of it, and what it keeps says nothing without the key. Pure; any thread.
#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#include <span>
#include <string_view>
#include <type_traits>

namespace ui {

struct HashKey {
    std::uint64_t first = 0;
    std::uint64_t second = 0;
};

struct Digest {
    std::uint64_t low = 0;
    std::uint64_t high = 0;
    bool operator==(const Digest&) const = default;
};

struct DigestHash {
    std::size_t operator()(const Digest& digest) const { return static_cast<std::size_t>(digest.low); }
};

// J.-P. Aumasson, D. J. Bernstein, "SipHash: a fast short-input PRF" (2012), in its 128-bit form.
class KeyedHash {
public:
    explicit KeyedHash(const HashKey& key);

    template <typename T>
    requires std::is_arithmetic_v<T> || std::is_enum_v<T> KeyedHash& add(T value) {
        std::array<std::uint8_t, sizeof(T)> bytes{};
        std::memcpy(bytes.data(), &value, sizeof(T));
        take(bytes);
        return *this;
    }
    // Its length goes in too: "ab", "c" and "a", "bc" differ.
    KeyedHash& add(std::string_view text);
    void take(std::span<const std::uint8_t> bytes);
    [[nodiscard]] Digest finish();

private:
    void round();
    void word(std::uint64_t value);

    std::array<std::uint64_t, 4> state_;
    std::uint64_t pending_ = 0;
    std::uint64_t length_ = 0;
};

} // namespace ui
