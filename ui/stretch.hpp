// Makes speech faster or slower at the same pitch, piece by piece. Leaves alone what the speech says and who plays it.
// One thread.
#pragma once

#include "ui/speech_steps.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <span>

namespace ui {

using Samples = std::span<const std::int16_t>; // mono

enum class Wanted { more, stop };
// Takes the next piece of sound; says whether more is wanted.
using TakeSound = std::function<Wanted(Samples)>;

class Stretch {
public:
    explicit Stretch(int samples_a_second);
    Stretch(const Stretch&) = delete;
    Stretch& operator=(const Stretch&) = delete;
    ~Stretch();

    // The rate holds from this piece on. About 30 ms of speech are kept back until `finish`.
    Wanted take(Samples piece, SpeechRate rate, const TakeSound& on);
    Wanted finish(const TakeSound& on);

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

} // namespace ui
