#include "ui/chime.hpp"

#include "ui/voice.hpp"

#include <cmath>
#include <numbers>

namespace ui {

namespace {

// A falling major third, E5 and C5: low enough for ears that have lost high tones.
constexpr double first_hertz = 659.26;
constexpr double second_hertz = 523.25;
constexpr double seconds_each = 0.55;
constexpr double peak = 0.5;
constexpr double attack = 0.01; // seconds; a tone that begins at once clicks
constexpr double fade = 0.18;   // seconds to a third of its loudness

void add_tone(std::vector<std::int16_t>& samples, double hertz) {
    const auto count = static_cast<int>(seconds_each * samples_a_second);
    for (int i = 0; i < count; ++i) {
        const double at = static_cast<double>(i) / samples_a_second;
        const double turn = 2 * std::numbers::pi * hertz * at;
        // Down to nothing at its end, where the next begins.
        const double loudness =
            std::min(at / attack, 1.0) * std::exp(-at / fade) * std::min((seconds_each - at) / attack, 1.0);
        const double wave = (std::sin(turn) + std::sin(2 * turn) / 4) / 1.25;
        samples.push_back(static_cast<std::int16_t>(std::lround(peak * loudness * wave * 32767)));
    }
}

} // namespace

std::vector<std::int16_t> chime() {
    std::vector<std::int16_t> samples;
    add_tone(samples, first_hertz);
    add_tone(samples, second_hertz);
    return samples;
}

} // namespace ui
