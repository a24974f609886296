#include "crypto/source_reader.hpp"

#include <algorithm>

namespace crypto {

base::Result<std::size_t> SourceReader::fill(std::span<std::uint8_t> into) {
    const std::size_t from_buffer = std::min(into.size(), waiting_.size());
    std::copy_n(waiting_.begin(), from_buffer, into.begin());
    waiting_ = waiting_.subspan(from_buffer);
    std::size_t filled = from_buffer;
    while (filled < into.size()) {
        const std::size_t count = TRY(source_.read(into.subspan(filled)));
        if (count == 0) break;
        filled += count;
    }
    return filled;
}

base::Result<bool> SourceReader::is_at_end() {
    if (waiting_.empty()) waiting_ = base::ByteView(buffer_).first(TRY(source_.read(buffer_)));
    return waiting_.empty();
}

base::Result<std::optional<std::string>> SourceReader::read_line(std::size_t most) {
    std::string line;
    while (!TRY(is_at_end())) {
        const auto end = std::find(waiting_.begin(), waiting_.end(), std::uint8_t{'\n'});
        const auto length = static_cast<std::size_t>(end - waiting_.begin());
        if (line.size() + length > most) return std::optional<std::string>();
        line += base::text_of(waiting_.first(length));
        const bool is_whole = end != waiting_.end();
        waiting_ = waiting_.subspan(is_whole ? length + 1 : length);
        if (is_whole) return std::optional<std::string>(std::move(line));
    }
    return std::optional<std::string>();
}

} // namespace crypto
