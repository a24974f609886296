#include "base/secret.hpp"

#include <algorithm>
#include <cstring>
#include <utility>

namespace base {

void wipe(void* memory, std::size_t size) {
    if (size > 0) explicit_bzero(memory, size);
}

[[gnu::noinline]] void wipe_stack() {
    std::uint8_t below[256 * 1024];
    wipe(below, sizeof below);
}

Secret::Secret(std::size_t size) : memory_(new std::uint8_t[size]()), size_(size), capacity_(size) {}

Secret::Secret(ByteView bytes) : Secret(bytes.size()) { std::copy(bytes.begin(), bytes.end(), memory_.get()); }

Secret::Secret(Secret&& other) noexcept
    : memory_(std::move(other.memory_)), size_(std::exchange(other.size_, 0)),
      capacity_(std::exchange(other.capacity_, 0)) {}

Secret& Secret::operator=(Secret&& other) noexcept {
    if (this != &other) {
        clear();
        memory_ = std::move(other.memory_);
        size_ = std::exchange(other.size_, 0);
        capacity_ = std::exchange(other.capacity_, 0);
    }
    return *this;
}

Secret::~Secret() { clear(); }

void Secret::clear() {
    if (memory_) wipe(memory_.get(), capacity_);
    memory_.reset();
    size_ = 0;
    capacity_ = 0;
}

void Secret::resize(std::size_t size) {
    if (size > capacity_) {
        const std::size_t capacity = std::max(size, capacity_ * 2);
        std::unique_ptr<std::uint8_t[]> larger(new std::uint8_t[capacity]());
        std::copy_n(memory_.get(), size_, larger.get());
        if (memory_) wipe(memory_.get(), capacity_);
        memory_ = std::move(larger);
        capacity_ = capacity;
    } else if (size < size_) {
        wipe(memory_.get() + size, size_ - size);
    }
    size_ = size;
}

void Secret::append(ByteView bytes) {
    const std::size_t old_size = size_;
    resize(old_size + bytes.size());
    std::copy(bytes.begin(), bytes.end(), memory_.get() + old_size);
}

} // namespace base
