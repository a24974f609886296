// Plays samples: a small interface, so that tests and silent kiosks put something else in its place, and SDL's audio
// behind it. Having no sound device is a state and no error. Leaves what is said to ui/speaker. Any thread, but `wake`
// and `rest` from one only, and never from `when_low`.
#pragma once

#include "ui/sound_queue.hpp"

#include <functional>
#include <memory>

namespace ui {

// After stop(), no more than this of what was playing is still heard: what the device has taken already.
constexpr std::chrono::milliseconds longest_echo{100};

class Sound {
public:
    virtual ~Sound() = default;
    // Gets the device ready; false if this machine has none. May take tens of milliseconds.
    [[nodiscard]] virtual bool wake() = 0;
    // Lets the device go; what is still to be heard is dropped. While it rests, nothing runs.
    virtual void rest() = 0;
    virtual void play(Samples piece, Side side) = 0; // after what was played before
    virtual void stop() = 0;                         // and drops what is still to be heard
    virtual void pause() = 0;
    virtual void resume() = 0;
    virtual void set_volume(Volume volume) = 0;
    [[nodiscard]] virtual std::chrono::milliseconds to_be_heard() const = 0;
    // Called from the device's own thread when little or nothing is left to be heard. Set once, before the first wake.
    virtual void when_low(std::function<void()> tell) = 0;
};

// While it is awake, SDL's drivers poll (ALSA's looks for new devices ten times a second); at rest it has neither
// thread nor device. Its words about what went wrong go nowhere: they are the machine's, not a person's.
[[nodiscard]] std::unique_ptr<Sound> make_sdl_sound();

} // namespace ui
