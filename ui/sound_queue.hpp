// What is to be heard next: takes samples in, gives them out as loud as asked and on the side that they are for, and
// leaves none behind. Knows no device.
// Any thread; one puts in while the device's thread takes out.
#pragma once

#include "base/secret.hpp"
#include "ui/voice.hpp"

#include <chrono>
#include <deque>
#include <mutex>

namespace ui {

// Where sound comes out: speech on both sides, a check of the speakers on one.
enum class Side { both, left, right };
constexpr std::size_t channel_count = 2; // left, right

class SoundQueue {
public:
    // Below this much the next piece is wanted: enough to bridge the making of it, little enough that a change of rate
    // is heard soon.
    static constexpr std::chrono::milliseconds low_mark{300};

    void push(Samples piece, Side side = Side::both);
    // Fills `out` (-1 … 1; left, right, left …, a whole number of pairs) from the queue, silence where there is none
    // left. True when it just fell below the low mark or ran empty.
    [[nodiscard]] bool take(std::span<float> out);
    void clear();
    void pause();
    void resume();
    void set_volume(Volume volume);
    [[nodiscard]] std::chrono::milliseconds length() const;

private:
    struct Piece {
        base::Secret samples; // 16 bits each; wiped as they go
        Side side;
    };
    mutable std::mutex mutex_;
    std::deque<Piece> pieces_;
    std::size_t taken_ = 0; // samples of the first piece that are gone
    std::size_t count_ = 0; // samples that are left
    float gain_ = Volume().gain();
    bool is_paused_ = false;
};

} // namespace ui
