// Buffers for what people type and what is decrypted: wiped before the memory goes back, never copied by accident,
// never printable. Keys live in crypto/guarded_key.hpp, which also locks them in memory. Any thread, one at a time.
#pragma once

#include "base/bytes.hpp"

#include <memory>
#include <string_view>

namespace base {

// Overwrites memory in a way that the compiler may not leave out.
void wipe(void* memory, std::size_t size);

// Overwrites the unused part of this thread's stack, where short strings of earlier calls lie. `wipe_stack` is called
// when a visit to the kiosk ends; it touches 256 KiB below the caller's frame.
void wipe_stack();

// A buffer whose length may change but whose memory never moves without the old place being wiped.
class Secret {
public:
    Secret() = default;
    explicit Secret(std::size_t size);
    explicit Secret(ByteView bytes);
    Secret(Secret&& other) noexcept;
    Secret& operator=(Secret&& other) noexcept;
    Secret(const Secret&) = delete;
    Secret& operator=(const Secret&) = delete;
    ~Secret();

    [[nodiscard]] Secret copy() const { return Secret(view()); }
    [[nodiscard]] std::size_t size() const { return size_; }
    [[nodiscard]] bool is_empty() const { return size_ == 0; }
    [[nodiscard]] ByteView view() const { return {memory_.get(), size_}; }
    [[nodiscard]] std::span<std::uint8_t> bytes() { return {memory_.get(), size_}; }
    [[nodiscard]] std::string_view text() const { return text_of(view()); }

    void append(ByteView bytes);
    void append(std::string_view text) { append(bytes_of(text)); }
    void resize(std::size_t size); // new bytes are zero; dropped bytes are wiped
    void clear();                  // wipes and frees

private:
    std::unique_ptr<std::uint8_t[]> memory_;
    std::size_t size_ = 0;
    std::size_t capacity_ = 0;
};

} // namespace base
