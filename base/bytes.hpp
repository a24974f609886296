// Plain bytes and the ways to look at them. Bytes that must be wiped live in secret.hpp. Any thread.
#pragma once

#include "base/result.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace base {

using Bytes = std::vector<std::uint8_t>;
using ByteView = std::span<const std::uint8_t>;

[[nodiscard]] inline ByteView bytes_of(std::string_view text) {
    return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}
[[nodiscard]] inline std::string_view text_of(ByteView bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

// Lowercase hexadecimal, two digits a byte.
[[nodiscard]] std::string to_hex(ByteView bytes);
// The reverse; refuses an odd length and any character but 0-9 and a-f.
[[nodiscard]] Result<Bytes> from_hex(std::string_view hex);

// Where a stream goes to: called with each piece in order; an error stops the writer.
class Sink {
public:
    virtual ~Sink() = default;
    virtual Result<void> write(ByteView piece) = 0;
};

// Where a stream comes from: fills up to `into.size()` bytes and says how many; 0 only at the end.
class Source {
public:
    virtual ~Source() = default;
    virtual Result<std::size_t> read(std::span<std::uint8_t> into) = 0;
};

class MemorySource final : public Source {
public:
    explicit MemorySource(ByteView bytes) : rest_(bytes) {}
    Result<std::size_t> read(std::span<std::uint8_t> into) override;

private:
    ByteView rest_;
};

class MemorySink final : public Sink {
public:
    Result<void> write(ByteView piece) override;
    Bytes bytes;
};

} // namespace base
