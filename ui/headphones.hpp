// Whether headphones are plugged in: by the operator's word, or by the switches that sound cards report as input
// devices. A thread sleeps on them and wakes whoever must know. Knows nothing of USB headsets, which have no switch: there
// the operator says `always`. `state` from any thread.
#pragma once

#include "ui/speaker.hpp"

#include <atomic>
#include <thread>

namespace ui {

enum class HeadphoneSetting { always, never, detect };

// One switch: becomes readable when it may have moved; `read_position` then says where it is and takes what was
// waiting. Nothing: it is gone.
struct Jack {
    int descriptor = -1; // owned by HeadphoneWatch
    std::function<std::optional<Headphones>(int descriptor)> read_position;
};

// The jacks of this machine (/dev/input/event*); empty if it has none, or the kiosk may not read them (group `input`).
[[nodiscard]] std::vector<Jack> find_jacks();

class HeadphoneWatch {
public:
    // `tell` is called from the watch's thread after each change. `jacks` are asked only for `detect`.
    HeadphoneWatch(HeadphoneSetting setting, std::vector<Jack> jacks, std::function<void()> tell);
    HeadphoneWatch(const HeadphoneWatch&) = delete;
    HeadphoneWatch& operator=(const HeadphoneWatch&) = delete;
    ~HeadphoneWatch();

    [[nodiscard]] Headphones state() const { return state_.load(); }

private:
    std::vector<Jack> jacks_;
    std::vector<Headphones> positions_;
    std::function<void()> tell_;
    std::atomic<Headphones> state_;
    int end_ = -1; // an eventfd
    std::thread thread_;

    void watch();
    void read(std::size_t jack);
    [[nodiscard]] Headphones any_in() const;
};

} // namespace ui
