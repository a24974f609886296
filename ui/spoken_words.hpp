// What the kiosk says about listening itself: that it is on, how fast, how loud, that a language has no voice. Main
// thread.
#pragma once

#include "ui/phrasebook.hpp"
#include "ui/speaker.hpp"

namespace ui {

enum class Listening { off, on };
enum class ScreenLight { off, on };

// `words` as an utterance in its language.
[[nodiscard]] Utterance utterance_of(const Phrasebook& phrasebook, const Words& words);

[[nodiscard]] Words listening_words(const Phrasebook& phrasebook, Listening listening);
[[nodiscard]] Words rate_words(const Phrasebook& phrasebook, SpeechRate rate);
[[nodiscard]] Words volume_words(const Phrasebook& phrasebook, Volume volume);
// `key`: what is written or felt on the key that turns the screen off and on.
[[nodiscard]] Words screen_words(const Phrasebook& phrasebook, ScreenLight light, const Words& key);
// For the screen, since it cannot be said.
[[nodiscard]] Words no_sound_words(const Phrasebook& phrasebook);
// In English, by the English voice: the language in use has none.
[[nodiscard]] Utterance no_voice(const Phrasebook& phrasebook);

} // namespace ui
