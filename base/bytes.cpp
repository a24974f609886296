#include "base/bytes.hpp"

#include <algorithm>

namespace base {

std::string to_hex(ByteView bytes) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string hex;
    hex.reserve(bytes.size() * 2);
    for (auto byte : bytes) {
        hex += digits[byte >> 4];
        hex += digits[byte & 15];
    }
    return hex;
}

Result<Bytes> from_hex(std::string_view hex) {
    if (hex.size() % 2 != 0) return ask_again("hexadecimal text has an odd number of digits");
    auto value_of = [](char digit) -> int {
        if (digit >= '0' && digit <= '9') return digit - '0';
        if (digit >= 'a' && digit <= 'f') return digit - 'a' + 10;
        return -1;
    };
    Bytes bytes(hex.size() / 2);
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const int high = value_of(hex[2 * i]);
        const int low = value_of(hex[2 * i + 1]);
        if (high < 0 || low < 0) return ask_again("hexadecimal text holds a character other than 0-9 and a-f");
        bytes[i] = static_cast<std::uint8_t>(high * 16 + low);
    }
    return bytes;
}

Result<std::size_t> MemorySource::read(std::span<std::uint8_t> into) {
    const std::size_t count = std::min(into.size(), rest_.size());
    std::copy_n(rest_.begin(), count, into.begin());
    rest_ = rest_.subspan(count);
    return count;
}

Result<void> MemorySink::write(ByteView piece) {
    bytes.insert(bytes.end(), piece.begin(), piece.end());
    return {};
}

} // namespace base
