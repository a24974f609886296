// Turns words into sound: which languages can be read aloud, and the samples of a text. Leaves playing to ui/sound and
// the order of what is said to ui/speaker. `can_read` from any thread, the rest from the one thread that speaks.
#pragma once

#include "base/result.hpp"
#include "ui/stretch.hpp"

#include <memory>
#include <string_view>

namespace ui {

constexpr int samples_a_second = 22050;

class Voice {
public:
    virtual ~Voice() = default;
    // `language`: BCP 47. A language is read by its main voice whatever its region or script: "es-MX" as "es".
    [[nodiscard]] virtual bool can_read(std::string_view language) const = 0;
    // Reads `text` (UTF-8), handing on each piece of sound as soon as it is made; returns when all is made or `take`
    // wants no more. `rate` is asked for each piece, so that a change is heard at once. call_staff: there is no such
    // voice, or its files are missing.
    [[nodiscard]] virtual base::Result<void> speak(std::string_view text, std::string_view language,
                                                   const std::function<SpeechRate()>& rate, const TakeSound& take) = 0;
    // Overwrites what the speech engine keeps of the texts it was given.
    virtual void forget() = 0;
};

// espeak-ng. Opens its files (13 MB) when it first speaks, not before. One at a time in a process: its library keeps
// everything in globals. Pashto has no voice in it.
[[nodiscard]] std::unique_ptr<Voice> make_espeak_voice();

} // namespace ui
