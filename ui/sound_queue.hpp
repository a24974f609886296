// What is to be heard next: takes samples in, gives them out as loud as asked, and leaves none behind. Knows no device.
// Any thread; one puts in while the device's thread takes out.
#pragma once

#include "base/secret.hpp"
#include "ui/voice.hpp"

#include <chrono>
#include <deque>
#include <mutex>

namespace ui {

class SoundQueue {
public:
    // Below this much the next piece is wanted: enough to bridge the making of it, little enough that a change of rate
    // is heard soon.
    static constexpr std::chrono::milliseconds low_mark{300};

    void push(Samples piece);
    // Fills `out` (-1 … 1) from the queue, silence where there is none left. True when it just fell below the low mark
    // or ran empty.
    [[nodiscard]] bool take(std::span<float> out);
    void clear();
    void pause();
    void resume();
    void set_volume(Volume volume);
    [[nodiscard]] std::chrono::milliseconds length() const;

private:
    mutable std::mutex mutex_;
    std::deque<base::Secret> pieces_; // 16-bit samples; wiped as they go
    std::size_t taken_ = 0;           // samples of the first piece that are gone
    std::size_t count_ = 0;           // samples that are left
    float gain_ = Volume().gain();
    bool is_paused_ = false;
};

} // namespace ui
