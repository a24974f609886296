// Typed values inside a sealed record: numbers of eight bytes, little-endian, and texts with their length before them.
// Written and read in one fixed order, without names; what the order is belongs to record_forms. Any thread.
#pragma once

#include "base/bytes.hpp"
#include "base/secret.hpp"

#include <string>

namespace storage {

class RecordWriter {
public:
    RecordWriter& number(std::int64_t value);
    RecordWriter& bytes(base::ByteView value);
    RecordWriter& text(std::string_view value) { return bytes(base::bytes_of(value)); }
    template <typename Enum>
    RecordWriter& choice(Enum value) {
        return number(static_cast<std::int64_t>(value));
    }
    [[nodiscard]] base::Secret take() { return std::move(written_); }

private:
    base::Secret written_;
};

// Reads what RecordWriter wrote. After the first thing that does not fit, every value is empty; `is_whole` tells at
// the end whether all of it fitted.
class RecordReader {
public:
    explicit RecordReader(base::ByteView record) : rest_(record) {}

    [[nodiscard]] std::int64_t number();
    [[nodiscard]] base::ByteView bytes(); // into the record
    [[nodiscard]] std::string text() { return std::string(base::text_of(bytes())); }
    template <typename Enum>
    [[nodiscard]] Enum choice(Enum last) {
        return static_cast<Enum>(number_up_to(static_cast<std::int64_t>(last)));
    }
    // A count of things that take at least eight bytes each, so that a damaged one cannot ask for endless memory.
    [[nodiscard]] std::size_t count() { return static_cast<std::size_t>(number_up_to(std::ssize(rest_) / 8)); }
    [[nodiscard]] bool is_whole() const { return fits_ && rest_.empty(); }

private:
    [[nodiscard]] std::int64_t number_up_to(std::int64_t most);

    base::ByteView rest_;
    bool fits_ = true;
};

} // namespace storage
