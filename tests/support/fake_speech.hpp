// Voice and sound for tests of what is said and when: the voice makes one piece of sound for each letter, the sound
// keeps what it was given until a test lets it be heard. No time passes by itself.
#pragma once

#include "ui/sound.hpp"
#include "ui/voice.hpp"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <vector>

namespace support {

// A letter lasts 100 ms; its samples have the letter's value.
class LetterVoice final : public ui::Voice {
public:
    static constexpr std::size_t letter_samples = ui::samples_a_second / 10;
    std::atomic<int> forgotten{0};
    std::atomic<int> asked{0}; // how often it was to speak
    std::atomic<int> made{0};  // letters that were handed on
    bool has_voice = true;

    [[nodiscard]] bool can_read(std::string_view language) const override { return language == "en"; }
    [[nodiscard]] base::Result<void> speak(std::string_view text, std::string_view,
                                           const std::function<ui::SpeechRate()>& rate,
                                           const ui::TakeSound& take) override {
        ++asked;
        asked.notify_all();
        if (!has_voice) return base::call_staff("the voice is missing");
        for (const char letter : text) {
            const std::vector<std::int16_t> piece(letter_samples * 100 / static_cast<std::size_t>(rate().percent()),
                                                  letter);
            ++made;
            if (take(piece) == ui::Wanted::stop) break;
        }
        return {};
    }
    void forget() override { ++forgotten; }
};

class KeptSound final : public ui::Sound {
public:
    std::atomic<bool> has_device{true};
    std::atomic<int> asked{0}; // how often it was to wake

    [[nodiscard]] bool wake() override {
        ++asked;
        asked.notify_all();
        return has_device;
    }
    void rest() override {
        const std::lock_guard lock(mutex_);
        waiting_.clear();
        ++rests_;
        changed_.notify_all();
    }
    void play(ui::Samples piece, ui::Side side) override {
        const std::lock_guard lock(mutex_);
        last_side_ = side;
        waiting_ += static_cast<char>(piece.front());
        last_piece_ = piece.size();
        changed_.notify_all();
    }
    void stop() override {
        const std::lock_guard lock(mutex_);
        waiting_.clear();
    }
    void pause() override { ++pauses; }
    void resume() override { ++resumes; }
    void set_volume(ui::Volume to) override { volume = to; }
    [[nodiscard]] std::chrono::milliseconds to_be_heard() const override {
        const std::lock_guard lock(mutex_);
        return waiting_.size() * letter_time;
    }
    void when_low(std::function<void()> tell) override { tell_ = std::move(tell); }

    // Lets all be heard until `count` letters were, and gives them back.
    std::string hear(std::size_t count) {
        std::string heard;
        while (heard.size() < count) {
            {
                std::unique_lock lock(mutex_);
                base::invariant(changed_.wait_for(lock, longest_wait, [this] { return !waiting_.empty(); }),
                                "a test hears what it waits for");
                const std::size_t part = std::min(count - heard.size(), waiting_.size());
                heard += waiting_.substr(0, part);
                waiting_.erase(0, part);
            }
            tell_();
        }
        return heard;
    }
    // Waits until so many letters were handed over and not heard.
    void wait_for(std::size_t count) {
        std::unique_lock lock(mutex_);
        base::invariant(changed_.wait_for(lock, longest_wait, [&] { return waiting_.size() >= count; }),
                        "a test gets the sound that it waits for");
    }
    [[nodiscard]] std::string waiting() const {
        const std::lock_guard lock(mutex_);
        return waiting_;
    }
    void wait_for_rest(int times) {
        std::unique_lock lock(mutex_);
        base::invariant(changed_.wait_for(lock, longest_wait, [&] { return rests_ >= times; }), "the sound rests");
    }
    [[nodiscard]] std::size_t last_piece() const { // samples
        const std::lock_guard lock(mutex_);
        return last_piece_;
    }

    [[nodiscard]] ui::Side last_side() const {
        const std::lock_guard lock(mutex_);
        return last_side_;
    }

    int pauses = 0;
    int resumes = 0;
    ui::Volume volume;

private:
    static constexpr std::chrono::milliseconds letter_time{100};
    static constexpr std::chrono::seconds longest_wait{20}; // a test that waits for ever fails
    mutable std::mutex mutex_;
    std::condition_variable changed_;
    std::function<void()> tell_;
    std::string waiting_;
    std::size_t last_piece_ = 0;
    ui::Side last_side_ = ui::Side::both;
    int rests_ = 0;
};

} // namespace support
