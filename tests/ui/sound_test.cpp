#include "tests/support/shell.hpp"
#include "tests/support/temp_folder.hpp"
#include "ui/chime.hpp"
#include "ui/sound.hpp"

#include <algorithm>
#include <cmath>
#include <condition_variable>
#include <cstdlib>
#include <cstring>
#include <doctest/doctest.h>
#include <filesystem>

namespace {

struct Heard {
    std::vector<float> left;
    std::vector<float> right;
};

Heard apart(const std::vector<float>& pairs) {
    Heard heard;
    for (std::size_t i = 0; i + 1 < pairs.size(); i += ui::channel_count) {
        heard.left.push_back(pairs[i]);
        heard.right.push_back(pairs[i + 1]);
    }
    return heard;
}

Heard heard_apart(ui::SoundQueue& queue, std::size_t count) {
    std::vector<float> out(count * ui::channel_count, 99);
    static_cast<void>(queue.take(out));
    return apart(out);
}

// What both sides play alike.
std::vector<float> heard(ui::SoundQueue& queue, std::size_t count) {
    Heard out = heard_apart(queue, count);
    CHECK(out.left == out.right);
    return out.left;
}

bool is_silent(const std::vector<float>& sound) {
    return std::all_of(sound.begin(), sound.end(), [](float sample) { return sample == 0; });
}

// Of this process; a driver that polls has one.
std::ptrdiff_t threads() { return std::distance(std::filesystem::directory_iterator("/proc/self/task"), {}); }

const std::vector<std::int16_t> second(ui::samples_a_second, 16384);

} // namespace

TEST_CASE("volume goes in steps of 5 dB from 20 to 100 and starts at 65") {
    ui::Volume volume;
    CHECK(volume.decibels() == 0);
    CHECK(volume.louder().decibels() == 5);
    CHECK(20 * std::log10(volume.louder().gain() / volume.gain()) == doctest::Approx(5).epsilon(0.001));
    for (int i = 0; i < 30; ++i) volume = volume.louder();
    CHECK(volume.decibels() == 35);
    CHECK(volume.gain() == 1.0F);
    for (int i = 0; i < 30; ++i) volume = volume.quieter();
    CHECK(volume.decibels() == -45);
    CHECK(volume.step() == 1);
}

TEST_CASE("rate has eight steps from 50 to 200 percent and stays on the stairs") {
    ui::SpeechRate rate;
    CHECK(rate.percent() == 100);
    for (int i = 0; i < 10; ++i) rate = rate.slower();
    CHECK(rate.percent() == 50);
    int steps = 1;
    for (; rate != rate.faster(); ++steps) rate = rate.faster();
    CHECK(steps == 8);
    CHECK(rate.percent() == 200);
}

TEST_CASE("sound comes out in order and as loud as asked") {
    ui::SoundQueue queue;
    ui::Volume loudest;
    while (loudest != loudest.louder()) loudest = loudest.louder();
    queue.set_volume(loudest);
    queue.push(std::vector<std::int16_t>{100, 200, 300});
    queue.push(std::vector<std::int16_t>{400, 500});
    const auto sound = heard(queue, 7);
    CHECK(sound ==
          std::vector<float>{100 / 32768.0F, 200 / 32768.0F, 300 / 32768.0F, 400 / 32768.0F, 500 / 32768.0F, 0, 0});
    queue.push(std::vector<std::int16_t>{16384});
    queue.set_volume(ui::Volume());
    CHECK(heard(queue, 1)[0] == doctest::Approx(0.5 * ui::Volume().gain()));
}

TEST_CASE("after clearing there is only silence") {
    ui::SoundQueue queue;
    queue.push(second);
    CHECK_FALSE(is_silent(heard(queue, 512)));
    queue.clear();
    CHECK(queue.length() == std::chrono::milliseconds(0));
    CHECK(is_silent(heard(queue, 512)));
}

TEST_CASE("a pause is silent and loses nothing") {
    ui::SoundQueue queue;
    queue.push(second);
    queue.pause();
    CHECK(is_silent(heard(queue, 512)));
    CHECK(queue.length() == std::chrono::milliseconds(1000));
    queue.resume();
    CHECK_FALSE(is_silent(heard(queue, 512)));
}

TEST_CASE("what is for one side leaves the other silent, and the next piece has its own side") {
    ui::SoundQueue queue;
    const std::vector<std::int16_t> piece(4, 16384);
    queue.push(piece, ui::Side::left);
    queue.push(piece, ui::Side::right);
    queue.push(piece);
    CHECK(queue.length() == std::chrono::milliseconds(0)); // twelve samples, however many channels
    const Heard out = heard_apart(queue, 14);
    const float loud = 0.5F * ui::Volume().gain();
    const auto parts = [&](float first, float second, float third) {
        std::vector<float> all;
        for (const float each : {first, second, third}) all.insert(all.end(), 4, each);
        all.insert(all.end(), 2, 0.0F);
        return all;
    };
    CHECK(out.left == parts(loud, 0, loud));
    CHECK(out.right == parts(0, loud, loud));
}

TEST_CASE("the queue says once that it is low and once that it is empty") {
    ui::SoundQueue queue;
    queue.push(second);
    std::vector<float> piece(ui::samples_a_second / 10 * ui::channel_count);
    std::string told;
    for (int i = 0; i < 12; ++i) told += queue.take(piece) ? 'x' : '.';
    CHECK(told == ".......x.x..");
}

TEST_CASE("SDL plays what it is given, tells when it is done and lets its device go") {
    ::setenv("SDL_AUDIODRIVER", "dummy", 1);
    std::mutex mutex;
    std::condition_variable changed;
    int told = 0;
    const auto before = threads();
    const auto sound = ui::make_sdl_sound();
    sound->when_low([&] {
        const std::lock_guard lock(mutex);
        ++told;
        changed.notify_all();
    });
    CHECK(threads() == before);
    REQUIRE(sound->wake());
    CHECK(threads() > before);
    sound->play(std::vector<std::int16_t>(ui::samples_a_second / 20, 1000), ui::Side::both);
    {
        std::unique_lock lock(mutex);
        CHECK(changed.wait_for(lock, std::chrono::seconds(20), [&] { return told > 0; }));
    }
    CHECK(sound->to_be_heard() == std::chrono::milliseconds(0));
    sound->play(second, ui::Side::both);
    sound->stop();
    CHECK(sound->to_be_heard() == std::chrono::milliseconds(0));
    sound->rest();
    CHECK(threads() == before);
    ::unsetenv("SDL_AUDIODRIVER");
}

TEST_CASE("the chime for one side reaches the device in that channel alone") {
    const support::TempFolder folder;
    ::setenv("SDL_AUDIODRIVER", "disk", 1); // what would reach the device goes into a file
    ::setenv("SDL_DISKAUDIODELAY", "0", 1);
    for (const auto side : {ui::Side::left, ui::Side::right}) {
        const auto file = folder.path() / "played";
        ::setenv("SDL_DISKAUDIOFILE", file.c_str(), 1);
        std::mutex mutex;
        std::condition_variable changed;
        const auto sound = ui::make_sdl_sound();
        sound->when_low([&] {
            const std::lock_guard lock(mutex);
            changed.notify_all();
        });
        REQUIRE(sound->wake());
        sound->play(ui::chime(), side);
        {
            std::unique_lock lock(mutex);
            REQUIRE(
                changed.wait_for(lock, std::chrono::seconds(20), [&] { return sound->to_be_heard().count() == 0; }));
        }
        sound->rest();
        const std::string bytes = support::read_file(file);
        std::vector<float> pairs(bytes.size() / sizeof(float));
        std::memcpy(pairs.data(), bytes.data(), pairs.size() * sizeof(float));
        const Heard out = apart(pairs);
        CHECK(is_silent(out.left) == (side == ui::Side::right));
        CHECK(is_silent(out.right) == (side == ui::Side::left));
    }
    ::unsetenv("SDL_DISKAUDIOFILE");
    ::unsetenv("SDL_DISKAUDIODELAY");
    ::unsetenv("SDL_AUDIODRIVER");
}

TEST_CASE("a driver whose device cannot be opened is no sound") {
    ::setenv("SDL_AUDIODRIVER", "disk", 1); // plays into a file
    ::setenv("SDL_DISKAUDIOFILE", "/no such folder/sound", 1);
    const auto sound = ui::make_sdl_sound();
    CHECK_FALSE(sound->wake());
    ::unsetenv("SDL_DISKAUDIOFILE");
    ::setenv("SDL_AUDIODRIVER", "dummy", 1);
    CHECK(sound->wake()); // plugged in since
    sound->rest();
    ::unsetenv("SDL_AUDIODRIVER");
}

TEST_CASE("a machine without sound says so and nothing breaks") {
    ::setenv("SDL_AUDIODRIVER", "no such driver", 1);
    const auto sound = ui::make_sdl_sound();
    CHECK_FALSE(sound->wake());
    sound->play(second, ui::Side::both);
    sound->stop();
    sound->rest();
    CHECK(sound->to_be_heard() == std::chrono::milliseconds(0));
    ::unsetenv("SDL_AUDIODRIVER");
}
