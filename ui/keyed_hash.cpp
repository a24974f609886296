#include "ui/keyed_hash.hpp"

#include <bit>

namespace ui {

KeyedHash::KeyedHash(const HashKey& key)
    : state_{key.first ^ 0x736f6d6570736575U, key.second ^ 0x646f72616e646f6dU ^ 0xeeU, key.first ^ 0x6c7967656e657261U,
             key.second ^ 0x7465646279746573U} {}

void KeyedHash::round() {
    auto& [a, b, c, d] = state_;
    a += b;
    b = std::rotl(b, 13) ^ a;
    a = std::rotl(a, 32);
    c += d;
    d = std::rotl(d, 16) ^ c;
    a += d;
    d = std::rotl(d, 21) ^ a;
    c += b;
    b = std::rotl(b, 17) ^ c;
    c = std::rotl(c, 32);
}

void KeyedHash::word(std::uint64_t value) {
    state_[3] ^= value;
    round();
    round();
    state_[0] ^= value;
}

void KeyedHash::take(std::span<const std::uint8_t> bytes) {
    // Whole words at once where the stream stands on a word border: frames are hashed by hundreds of kilobytes.
    std::size_t at = 0;
    while (at < bytes.size()) {
        if (length_ % 8 == 0 && bytes.size() - at >= 8) {
            std::uint64_t value = 0;
            std::memcpy(&value, bytes.data() + at, 8);
            if constexpr (std::endian::native == std::endian::big) value = __builtin_bswap64(value);
            word(value);
            at += 8;
            length_ += 8;
            continue;
        }
        pending_ |= static_cast<std::uint64_t>(bytes[at]) << (8 * (length_ % 8));
        ++at;
        if (++length_ % 8 == 0) {
            word(pending_);
            pending_ = 0;
        }
    }
}

KeyedHash& KeyedHash::add(std::string_view text) {
    add(static_cast<std::uint64_t>(text.size()));
    take({reinterpret_cast<const std::uint8_t*>(text.data()), text.size()});
    return *this;
}

Digest KeyedHash::finish() {
    word(pending_ | (length_ << 56));
    pending_ = 0;
    state_[2] ^= 0xeeU;
    for (int i = 0; i < 4; ++i) round();
    Digest digest;
    digest.low = state_[0] ^ state_[1] ^ state_[2] ^ state_[3];
    state_[1] ^= 0xddU;
    for (int i = 0; i < 4; ++i) round();
    digest.high = state_[0] ^ state_[1] ^ state_[2] ^ state_[3];
    return digest;
}

} // namespace ui
