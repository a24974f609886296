#include "ui/chime.hpp"

#include "ui/voice.hpp"

#include <array>
#include <cmath>
#include <numbers>
#include <span>

namespace ui {

namespace {

struct Tone {
    double hertz;
    double seconds;
    double fade; // seconds to a third of its loudness
};
// A falling major third, E5 and C5: low enough for ears that have lost high tones.
constexpr std::array call_tones{Tone{659.26, 0.55, 0.18}, Tone{523.25, 0.55, 0.18}};
// A5, two short strokes and one that rings out: nobody takes it for a call.
constexpr std::array bell_tones{Tone{880.0, 0.16, 0.06}, Tone{880.0, 0.16, 0.06}, Tone{880.0, 0.7, 0.2}};
constexpr double peak = 0.5;
constexpr double attack = 0.01; // seconds; a tone that begins at once clicks

void add_tone(std::vector<std::int16_t>& samples, const Tone& tone) {
    const auto& [hertz, seconds, fade] = tone;
    const auto count = static_cast<int>(seconds * samples_a_second);
    for (int i = 0; i < count; ++i) {
        const double at = static_cast<double>(i) / samples_a_second;
        const double turn = 2 * std::numbers::pi * hertz * at;
        // Down to nothing at its end, where the next begins.
        const double loudness =
            std::min(at / attack, 1.0) * std::exp(-at / fade) * std::min((seconds - at) / attack, 1.0);
        const double wave = (std::sin(turn) + std::sin(2 * turn) / 4) / 1.25;
        samples.push_back(static_cast<std::int16_t>(std::lround(peak * loudness * wave * 32767)));
    }
}

std::vector<std::int16_t> one_after_another(std::span<const Tone> tones) {
    std::vector<std::int16_t> samples;
    for (const Tone& tone : tones) add_tone(samples, tone);
    return samples;
}

} // namespace

std::vector<std::int16_t> chime() { return one_after_another(call_tones); }

std::vector<std::int16_t> desk_bell() { return one_after_another(bell_tones); }

} // namespace ui
