#include "base/uuid.hpp"

#include <algorithm>

namespace base {

Uuid Uuid::v7(UtcTime now, Random& random) {
    Uuid id;
    random.fill(id.bytes);
    auto milliseconds = static_cast<std::uint64_t>(now.time_since_epoch().count());
    for (int i = 5; i >= 0; --i) {
        id.bytes[static_cast<std::size_t>(i)] = static_cast<std::uint8_t>(milliseconds);
        milliseconds >>= 8;
    }
    id.bytes[6] = static_cast<std::uint8_t>(0x70 | (id.bytes[6] & 0x0f));
    id.bytes[8] = static_cast<std::uint8_t>(0x80 | (id.bytes[8] & 0x3f));
    return id;
}

Uuid Uuid::v4(Random& random) {
    Uuid id;
    random.fill(id.bytes);
    id.bytes[6] = static_cast<std::uint8_t>(0x40 | (id.bytes[6] & 0x0f));
    id.bytes[8] = static_cast<std::uint8_t>(0x80 | (id.bytes[8] & 0x3f));
    return id;
}

Result<Uuid> Uuid::parse(std::string_view text) {
    std::string digits;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool is_hyphen_place = i == 8 || i == 13 || i == 18 || i == 23;
        if (is_hyphen_place != (text[i] == '-')) return ask_again("not a UUID");
        if (!is_hyphen_place) digits += text[i];
    }
    if (text.size() != 36) return ask_again("not a UUID");
    const Bytes bytes = TRY(from_hex(digits));
    Uuid id;
    std::copy(bytes.begin(), bytes.end(), id.bytes.begin());
    return id;
}

std::string Uuid::text() const {
    std::string hex = to_hex(bytes);
    for (const std::size_t place : {8u, 13u, 18u, 23u}) hex.insert(place, 1, '-');
    return hex;
}

} // namespace base
