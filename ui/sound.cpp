#include "ui/sound.hpp"

#include <SDL.h>

namespace ui {

namespace {

constexpr int samples_a_piece = 512;
// Drivers keep one piece that is being played and one to follow, and SDL one more where it has to change the rate.
static_assert(3 * samples_a_piece * 1000 / samples_a_second < longest_echo.count());

class SdlSound final : public Sound {
public:
    SdlSound() = default;
    SdlSound(const SdlSound&) = delete;
    SdlSound& operator=(const SdlSound&) = delete;
    ~SdlSound() override { SdlSound::rest(); }

    [[nodiscard]] bool wake() override {
        if (device_ != 0) return true;
        // Not at start: an audio subsystem that is only there would wake up for ever.
        if (SDL_InitSubSystem(SDL_INIT_AUDIO) != 0) return false;
        SDL_AudioSpec wanted{};
        wanted.freq = samples_a_second;
        wanted.format = AUDIO_F32SYS;
        wanted.channels = channel_count;
        wanted.samples = samples_a_piece;
        wanted.callback = [](void* self, Uint8* out, int size) {
            static_cast<SdlSound*>(self)->fill(
                {reinterpret_cast<float*>(out), static_cast<std::size_t>(size) / sizeof(float)});
        };
        wanted.userdata = this;
        device_ = SDL_OpenAudioDevice(nullptr, 0, &wanted, nullptr, 0);
        if (device_ == 0) {
            SDL_QuitSubSystem(SDL_INIT_AUDIO);
            return false;
        }
        SDL_PauseAudioDevice(device_, 0);
        return true;
    }

    void rest() override {
        queue_.clear();
        if (device_ == 0) return;
        SDL_CloseAudioDevice(device_);
        device_ = 0;
        SDL_QuitSubSystem(SDL_INIT_AUDIO);
    }

    void play(Samples piece, Side side) override { queue_.push(piece, side); }
    void stop() override { queue_.clear(); }
    void pause() override { queue_.pause(); }
    void resume() override { queue_.resume(); }
    void set_volume(Volume volume) override { queue_.set_volume(volume); }
    [[nodiscard]] std::chrono::milliseconds to_be_heard() const override { return queue_.length(); }
    void when_low(std::function<void()> tell) override { tell_ = std::move(tell); }

private:
    SoundQueue queue_;
    std::function<void()> tell_;
    SDL_AudioDeviceID device_ = 0;

    void fill(std::span<float> out) {
        if (queue_.take(out) && tell_) tell_();
    }
};

} // namespace

std::unique_ptr<Sound> make_sdl_sound() { return std::make_unique<SdlSound>(); }

} // namespace ui
