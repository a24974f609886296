// How soon speech begins and ends, and whether each step of rate lasts as long as it says.
#include "tests/bench/figures.hpp"
#include "tests/bench/sections.hpp"
#include "tests/support/heard_voice.hpp"
#include "ui/speaker.hpp"

#include <condition_variable>

namespace bench {

namespace {

constexpr int rounds = 51;

// No device: says when the first sound of an utterance came.
class FirstSound final : public ui::Sound {
public:
    [[nodiscard]] bool wake() override { return true; }
    void rest() override {}
    void play(ui::Samples piece, ui::Side) override {
        const std::lock_guard lock(mutex_);
        samples_ += piece.size();
        came_.notify_all();
    }
    void stop() override {
        const std::lock_guard lock(mutex_);
        samples_ = 0;
    }
    void pause() override {}
    void resume() override {}
    void set_volume(ui::Volume) override {}
    // As if a device played nothing: the rest of the text waits, as it does in the kiosk.
    [[nodiscard]] std::chrono::milliseconds to_be_heard() const override {
        const std::lock_guard lock(mutex_);
        return std::chrono::milliseconds(samples_ * 1000 / ui::samples_a_second);
    }
    void when_low(std::function<void()>) override {}
    [[nodiscard]] bool wait_for_it() {
        std::unique_lock lock(mutex_);
        return came_.wait_for(lock, std::chrono::seconds(10), [this] { return samples_ > 0; });
    }

private:
    mutable std::mutex mutex_;
    std::condition_variable came_;
    std::size_t samples_ = 0;
};

ui::Utterance page() { return {base::Secret(base::bytes_of(support::page_text)), "en", ui::Privacy::for_anyone}; }

base::Result<double> time_to_sound(ui::Speaker& speaker, FirstSound& sound) {
    ui::Utterance text = page();
    const Stopwatch watch(Stopwatch::Kind::wall);
    speaker.say(std::move(text));
    if (!sound.wait_for_it()) return base::call_staff("no sound came; is espeak-ng-data installed?");
    return watch.milliseconds();
}

base::Result<void> measure_begin_and_end() {
    auto owned = std::make_unique<FirstSound>();
    FirstSound& sound = *owned;
    ui::Speaker speaker({ui::make_espeak_voice(), std::move(owned)});
    print_line("say() to first sound, the first time", amount(TRY(time_to_sound(speaker, sound)), "ms"),
               "loads the voice");
    std::vector<double> begins;
    std::vector<double> ends;
    for (int i = 0; i < rounds; ++i) {
        begins.push_back(TRY(time_to_sound(speaker, sound))); // each cuts the one before
        const Stopwatch watch(Stopwatch::Kind::wall);
        speaker.stop();
        ends.push_back(watch.milliseconds());
    }
    print_line("say() to first sound, median", amount(median_of(begins), "ms"), "cutting the utterance before");
    print_line("stop() to an empty queue, median", amount(median_of(ends), "ms"), "the device adds up to 70 ms");
    speaker.say(page());
    const Stopwatch watch(Stopwatch::Kind::wall);
    speaker.reset();
    speaker.wait_until_forgotten();
    print_line("reset(): every word overwritten", amount(watch.milliseconds(), "ms"));
    return {};
}

} // namespace

base::Result<void> measure_speech() {
    print_section("speech");
    TRY(measure_begin_and_end());
    const auto voice = ui::make_espeak_voice();
    const auto words = static_cast<double>(support::words_in(support::page_text));
    const double normal = support::seconds_of(support::sound_of(*voice, support::page_text, "en"));
    for (std::size_t step = 0; step < ui::SpeechRate::percents.size(); ++step) {
        const ui::SpeechRate rate = support::rate_at(step);
        const double seconds = support::seconds_of(support::sound_of(*voice, support::page_text, "en", rate));
        print_line("rate " + std::to_string(rate.percent()) + " %", amount(100 * normal / seconds, "%"),
                   amount(words * 60 / seconds, "words a minute"));
    }
    return {};
}

} // namespace bench
