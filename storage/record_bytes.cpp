#include "storage/record_bytes.hpp"

namespace storage {

RecordWriter& RecordWriter::number(std::int64_t value) {
    std::array<std::uint8_t, 8> little_endian{};
    auto rest = static_cast<std::uint64_t>(value);
    for (auto& byte : little_endian) {
        byte = static_cast<std::uint8_t>(rest);
        rest >>= 8;
    }
    written_.append(little_endian);
    return *this;
}

RecordWriter& RecordWriter::bytes(base::ByteView value) {
    number(std::ssize(value));
    written_.append(value);
    return *this;
}

std::int64_t RecordReader::number() {
    if (rest_.size() < 8) fits_ = false;
    if (!fits_) return 0;
    std::uint64_t value = 0;
    for (std::size_t i = 8; i > 0; --i) value = value << 8 | rest_[i - 1];
    rest_ = rest_.subspan(8);
    return static_cast<std::int64_t>(value);
}

base::ByteView RecordReader::bytes() {
    const std::int64_t size = number();
    if (size < 0 || size > std::ssize(rest_)) fits_ = false;
    if (!fits_) return {};
    const base::ByteView value = rest_.first(static_cast<std::size_t>(size));
    rest_ = rest_.subspan(value.size());
    return value;
}

std::int64_t RecordReader::number_up_to(std::int64_t most) {
    const std::int64_t value = number();
    if (value < 0 || value > most) fits_ = false;
    return fits_ ? value : 0;
}

} // namespace storage
