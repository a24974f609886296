// What a voice makes of a text, kept as one piece of sound.
#pragma once

#include "ui/voice.hpp"

#include <vector>

namespace support {

inline std::vector<std::int16_t> sound_of(ui::Voice& voice, std::string_view text, std::string_view language,
                                          ui::SpeechRate rate = {}) {
    std::vector<std::int16_t> sound;
    const auto spoken = voice.speak(
        text, language, [rate] { return rate; },
        [&](ui::Samples piece) {
            sound.insert(sound.end(), piece.begin(), piece.end());
            return ui::Wanted::more;
        });
    base::invariant(!spoken.is_error(), "a test's text can be read");
    return sound;
}

inline double seconds_of(const std::vector<std::int16_t>& sound) {
    return static_cast<double>(sound.size()) / ui::samples_a_second;
}

// A step of the stairs of rates, from the slowest.
inline ui::SpeechRate rate_at(std::size_t step) {
    ui::SpeechRate rate;
    while (rate != rate.slower()) rate = rate.slower();
    for (std::size_t i = 0; i < step; ++i) rate = rate.faster();
    return rate;
}

// As on a page of the kiosk: 62 words.
constexpr std::string_view page_text =
    "Let's find your visit. Hold the square code on your letter under the scanner. Or type the eight numbers from the "
    "top of your letter. You can use the number keys. If you have no code, press the down key to find, I have no code. "
    "To keep your information private, this screen will clear soon. When you are ready, choose find my visit.";

inline std::size_t words_in(std::string_view text) {
    std::size_t words = 1;
    for (const char letter : text) words += letter == ' ' ? 1 : 0;
    return words;
}

} // namespace support
