// How fast and how loud speech is: two short stairs that a person walks up and down, and that go back to their middle
// for the next person. Any thread; values.
#pragma once

#include <array>
#include <cstddef>

namespace ui {

// Speed of speech in percent of the normal 120-125 words a minute (VVSG 2.0, 7.1-K: 50 % to 200 %, six to eight steps).
class SpeechRate {
public:
    static constexpr std::array<int, 8> percents{50, 65, 80, 100, 125, 150, 175, 200};

    [[nodiscard]] int percent() const { return percents[step_]; }
    [[nodiscard]] SpeechRate faster() const { return SpeechRate(step_ + 1 < percents.size() ? step_ + 1 : step_); }
    [[nodiscard]] SpeechRate slower() const { return SpeechRate(step_ > 0 ? step_ - 1 : step_); }
    bool operator==(const SpeechRate&) const = default;

    SpeechRate() = default;

private:
    explicit SpeechRate(std::size_t step) : step_(step) {}
    std::size_t step_ = 3;
};

// Loudness in steps of 5 dB. The first is 65 dB SPL if the machine's own mixer is set so that the highest is 100 dB in
// the headset that hangs there: an installer measures that once (VVSG 2.0, 7.1-K: 60-70 dB first, 20 to 100 dB).
class Volume {
public:
    static constexpr int steps = 17; // -45 dB … +35 dB around the first

    [[nodiscard]] int step() const { return step_; } // 1 … steps
    [[nodiscard]] int decibels() const { return (step_ - first_step) * 5; }
    // What samples are multiplied by; 1 at the highest step, which plays the voice as loud as samples can be.
    [[nodiscard]] float gain() const;
    [[nodiscard]] Volume louder() const { return Volume(step_ < steps ? step_ + 1 : step_); }
    [[nodiscard]] Volume quieter() const { return Volume(step_ > 1 ? step_ - 1 : step_); }
    bool operator==(const Volume&) const = default;

    Volume() = default;

private:
    static constexpr int first_step = 10;
    explicit Volume(int step) : step_(step) {}
    int step_ = first_step;
};

} // namespace ui
