#include "ui/sound_queue.hpp"

#include <algorithm>
#include <cstring>

namespace ui {

namespace {

constexpr std::size_t sample_size = sizeof(std::int16_t);
constexpr std::size_t low_count = SoundQueue::low_mark.count() * samples_a_second / 1000;

} // namespace

void SoundQueue::push(Samples piece, Side side) {
    if (piece.empty()) return;
    const std::lock_guard lock(mutex_);
    pieces_.push_back(
        {base::Secret(base::ByteView{reinterpret_cast<const std::uint8_t*>(piece.data()), piece.size_bytes()}), side});
    count_ += piece.size();
}

bool SoundQueue::take(std::span<float> out) {
    std::fill(out.begin(), out.end(), 0.0F);
    const std::lock_guard lock(mutex_);
    if (is_paused_ || count_ == 0) return false;
    const std::size_t before = count_;
    const std::size_t wanted = out.size() / channel_count;
    std::size_t done = 0;
    while (done < wanted && !pieces_.empty()) {
        base::Secret& piece = pieces_.front().samples;
        const Side side = pieces_.front().side;
        const std::size_t size = piece.size() / sample_size;
        const std::size_t part = std::min(wanted - done, size - taken_);
        for (std::size_t i = 0; i < part; ++i) {
            std::int16_t sample = 0;
            std::memcpy(&sample, piece.view().data() + (taken_ + i) * sample_size, sample_size);
            const float loud = static_cast<float>(sample) / 32768.0F * gain_;
            float* pair = &out[(done + i) * channel_count];
            if (side != Side::right) pair[0] = loud;
            if (side != Side::left) pair[1] = loud;
        }
        base::wipe(piece.bytes().data() + taken_ * sample_size, part * sample_size);
        taken_ += part;
        done += part;
        if (taken_ == size) {
            pieces_.pop_front();
            taken_ = 0;
        }
    }
    count_ -= done;
    const bool fell_low = before >= low_count && count_ < low_count;
    return fell_low || count_ == 0;
}

void SoundQueue::clear() {
    const std::lock_guard lock(mutex_);
    pieces_.clear();
    taken_ = 0;
    count_ = 0;
    is_paused_ = false;
}

void SoundQueue::pause() {
    const std::lock_guard lock(mutex_);
    is_paused_ = true;
}

void SoundQueue::resume() {
    const std::lock_guard lock(mutex_);
    is_paused_ = false;
}

void SoundQueue::set_volume(Volume volume) {
    const std::lock_guard lock(mutex_);
    gain_ = volume.gain();
}

std::chrono::milliseconds SoundQueue::length() const {
    const std::lock_guard lock(mutex_);
    return std::chrono::milliseconds(count_ * 1000 / samples_a_second);
}

} // namespace ui
