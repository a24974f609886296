// UUIDs (RFC 9562): version 7 for everything that has an order, version 4 for what must not have one. Any thread.
#pragma once

#include "base/clock.hpp"
#include "base/random.hpp"

#include <array>
#include <compare>
#include <string>

namespace base {

struct Uuid {
    std::array<std::uint8_t, 16> bytes{};

    [[nodiscard]] static Uuid v7(UtcTime now, Random& random); // RFC 9562 section 5.7
    [[nodiscard]] static Uuid v4(Random& random);              // RFC 9562 section 5.4
    // 36 characters, lowercase, of any version; anything else is refused.
    [[nodiscard]] static Result<Uuid> parse(std::string_view text);
    [[nodiscard]] std::string text() const;

    auto operator<=>(const Uuid&) const = default;
};

} // namespace base
