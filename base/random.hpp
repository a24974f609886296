// Random bytes from the kernel, or from a seed in tests and tours whose pictures must not change. Any thread for
// SystemRandom; SeededRandom one at a time.
#pragma once

#include "base/bytes.hpp"

#include <cstdint>

namespace base {

class Random {
public:
    virtual ~Random() = default;
    virtual void fill(std::span<std::uint8_t> bytes) = 0;
    // Uniform in 0 ≤ n < bound, without modulo bias. `bound` is at least 1.
    [[nodiscard]] std::uint32_t below(std::uint32_t bound);
};

class SystemRandom final : public Random {
public:
    void fill(std::span<std::uint8_t> bytes) override; // getrandom(2); ends the process if the kernel has none
};

// Repeatable and worthless as a secret: never used for keys.
class SeededRandom final : public Random {
public:
    explicit SeededRandom(std::uint64_t seed) : state_(seed) {}
    void fill(std::span<std::uint8_t> bytes) override;

private:
    std::uint64_t state_;
};

} // namespace base
