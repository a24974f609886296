// Streams of test bytes that are never held as a whole: made by counting, kept in files, or only compared. One thread.
#pragma once

#include "base/bytes.hpp"

#include <algorithm>
#include <doctest/doctest.h>
#include <filesystem>
#include <fstream>
#include <malloc.h>

namespace support {

// `size` bytes that do not repeat at any chunk size.
class PatternSource final : public base::Source {
public:
    explicit PatternSource(std::uint64_t size) : size_(size) {}
    base::Result<std::size_t> read(std::span<std::uint8_t> into) override {
        const auto count = static_cast<std::size_t>(std::min<std::uint64_t>(into.size(), size_ - position_));
        for (std::size_t i = 0; i < count; ++i, ++position_) into[i] = byte_at(position_);
        return count;
    }
    static std::uint8_t byte_at(std::uint64_t position) {
        return static_cast<std::uint8_t>((position * 0x9e3779b97f4a7c15u) >> 56);
    }

private:
    std::uint64_t size_;
    std::uint64_t position_ = 0;
};

// Checks that it gets the pattern, and how much memory was in use at the worst moment.
class PatternSink final : public base::Sink {
public:
    base::Result<void> write(base::ByteView piece) override {
        for (const auto byte : piece) is_right_ = byte == PatternSource::byte_at(size_++) && is_right_;
        largest_piece_ = std::max(largest_piece_, piece.size());
        const auto memory = mallinfo2();
        most_memory_ = std::max(most_memory_, memory.uordblks + memory.hblkhd);
        return {};
    }
    [[nodiscard]] std::uint64_t size() const { return size_; }
    [[nodiscard]] bool is_right() const { return is_right_; }
    [[nodiscard]] std::size_t largest_piece() const { return largest_piece_; }
    [[nodiscard]] std::size_t most_memory() const { return most_memory_; }

private:
    std::uint64_t size_ = 0;
    bool is_right_ = true;
    std::size_t largest_piece_ = 0;
    std::size_t most_memory_ = 0;
};

class FileSource final : public base::Source {
public:
    explicit FileSource(const std::filesystem::path& path) : file_(path, std::ios::binary) { REQUIRE(file_.is_open()); }
    base::Result<std::size_t> read(std::span<std::uint8_t> into) override {
        file_.read(reinterpret_cast<char*>(into.data()), static_cast<std::streamsize>(into.size()));
        return static_cast<std::size_t>(file_.gcount());
    }

private:
    std::ifstream file_;
};

class FileSink final : public base::Sink {
public:
    explicit FileSink(const std::filesystem::path& path) : file_(path, std::ios::binary) { REQUIRE(file_.is_open()); }
    base::Result<void> write(base::ByteView piece) override {
        file_.write(reinterpret_cast<const char*>(piece.data()), static_cast<std::streamsize>(piece.size()));
        file_.flush();
        if (file_.fail()) return base::retry_later("the disk is full");
        return {};
    }

private:
    std::ofstream file_;
};

inline base::Bytes pattern(std::size_t size) {
    base::Bytes bytes(size);
    for (std::size_t i = 0; i < size; ++i) bytes[i] = PatternSource::byte_at(i);
    return bytes;
}

inline void write_pattern(const std::filesystem::path& path, std::uint64_t size) {
    PatternSource source(size);
    FileSink sink(path);
    base::Bytes piece(65536);
    while (const auto count = source.read(piece).release_value()) {
        REQUIRE_FALSE(sink.write(base::ByteView(piece).first(count)).is_error());
    }
}

} // namespace support
