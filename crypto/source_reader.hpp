// Reads a Source by lines, by full pieces, and with one look ahead; keeps 4 KiB of it, wiped at the end. For crypto/
// only. One thread.
#pragma once

#include "base/bytes.hpp"
#include "base/secret.hpp"

#include <array>
#include <optional>
#include <string>

namespace crypto {

class SourceReader {
public:
    explicit SourceReader(base::Source& source) : source_(source) {}
    SourceReader(const SourceReader&) = delete;
    SourceReader& operator=(const SourceReader&) = delete;
    ~SourceReader() { base::wipe(buffer_.data(), buffer_.size()); }

    // How many bytes it could fill: fewer than asked only at the end.
    [[nodiscard]] base::Result<std::size_t> fill(std::span<std::uint8_t> into);
    [[nodiscard]] base::Result<bool> is_at_end();
    // A line of at most `most` bytes without its "\n"; nothing if it is longer or the source ends before the "\n".
    [[nodiscard]] base::Result<std::optional<std::string>> read_line(std::size_t most);

private:
    base::Source& source_;
    std::array<std::uint8_t, 4096> buffer_{};
    base::ByteView waiting_; // the part of buffer_ that nobody has read
};

} // namespace crypto
