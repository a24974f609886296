#include "base/random.hpp"

#include <cerrno>
#include <sys/random.h>

namespace base {

std::uint32_t Random::below(std::uint32_t bound) {
    const std::uint32_t limit = UINT32_MAX - UINT32_MAX % bound;
    for (;;) {
        std::uint8_t bytes[4];
        fill(bytes);
        const std::uint32_t value = std::uint32_t{bytes[0]} | std::uint32_t{bytes[1]} << 8 |
                                    std::uint32_t{bytes[2]} << 16 | std::uint32_t{bytes[3]} << 24;
        if (value < limit) return value % bound;
    }
}

void SystemRandom::fill(std::span<std::uint8_t> bytes) {
    while (!bytes.empty()) {
        const ssize_t count = getrandom(bytes.data(), bytes.size(), 0);
        if (count < 0 && errno == EINTR) continue;
        invariant(count > 0, "the kernel gives random bytes");
        bytes = bytes.subspan(static_cast<std::size_t>(count));
    }
}

// SplitMix64 (Steele, Lea, Flood 2014).
void SeededRandom::fill(std::span<std::uint8_t> bytes) {
    for (auto& byte : bytes) {
        state_ += 0x9e3779b97f4a7c15u;
        std::uint64_t mixed = state_;
        mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9u;
        mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111ebu;
        byte = static_cast<std::uint8_t>(mixed ^ (mixed >> 31));
    }
}

} // namespace base
