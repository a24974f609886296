// Says things one after another, and stops at once when asked: what to say waits here, a thread of its own turns it
// into sound. Leaves what to say to ui/narrator. All public functions from the main thread; none of them waits for
// sound. To be ended before the surface, since both use SDL.
#pragma once

#include "base/secret.hpp"
#include "ui/sound.hpp"
#include "ui/voice.hpp"

#include <memory>
#include <string>
#include <vector>

namespace ui {

enum class Privacy { for_anyone, only_headphones };
enum class Headphones { out, in };

struct Utterance {
    base::Secret text; // UTF-8
    std::string language;
    Privacy privacy = Privacy::for_anyone;
    std::vector<std::int16_t> sound = {}; // instead of the words, which then only stand in a transcript
    Side side = Side::both;               // of that sound

    [[nodiscard]] Utterance copy() const { return {text.copy(), language, privacy, sound, side}; }
};

// What was said, in order, for tours and tests: a kiosk for people has none.
struct Transcript {
    struct Line {
        std::string language;
        std::string text;
    };
    std::vector<Line> lines;
};

// How speech stands: what the kiosk can tell staff, and people on the screen.
enum class SpeechState { unused, working, no_sound, no_voice };

class Speaker {
public:
    struct Parts {
        std::unique_ptr<Voice> voice;
        std::unique_ptr<Sound> sound;
        Transcript* transcript = nullptr;
        std::chrono::milliseconds rest_after{10'000}; // of silence; then the sound device is let go
        std::function<void()> tell_trouble = {};      // nothing can be heard: called from the speaker's thread
    };
    explicit Speaker(Parts parts);
    // Without voice and sound: keeps the rules and the transcript, has no thread. Languages are those of espeak.
    [[nodiscard]] static std::unique_ptr<Speaker> silent(Transcript& transcript);
    Speaker(const Speaker&) = delete;
    Speaker& operator=(const Speaker&) = delete;
    ~Speaker();

    // Listening begins: opens the sound device, which may take longer than the first word.
    void wake();
    void say(Utterance utterance);           // now, instead of what is being said
    void append(Utterance utterance);        // after what is being said
    void remark(const Utterance& utterance); // as append, and never repeated: what is no part of the page
    void stop();
    void pause();
    void resume();
    [[nodiscard]] bool is_paused() const { return is_paused_; }
    // Something of it is still to be heard, or paused. A silent one never speaks.
    [[nodiscard]] bool is_speaking() const;
    void repeat(); // all since the last `say`
    // What `repeat` says from here on, until something else is said.
    void repeat_instead(std::vector<Utterance> utterances) { last_ = std::move(utterances); }
    // Listening ends, the person stays: stops, and lets the sound device go.
    void rest();
    // The person is gone: all of the above, rate and volume as at first, every word overwritten, in the speech engine
    // too. Asks for it and waits for nothing; what is said afterwards is said after it.
    void reset();
    // Until what `reset` asked for is done: at once if nothing was said, half a second if the sound device hangs.
    void wait_until_forgotten();

    // Unplugging stops what is being said; what is private is dropped unless they are in.
    void set_headphones(Headphones headphones);
    [[nodiscard]] Headphones headphones() const { return headphones_; }
    [[nodiscard]] bool can_read(std::string_view language) const;
    void set_rate(SpeechRate rate); // heard at once
    [[nodiscard]] SpeechRate rate() const { return rate_; }
    void set_volume(Volume volume); // heard at once
    [[nodiscard]] Volume volume() const { return volume_; }
    [[nodiscard]] SpeechState state() const;

private:
    struct Work; // what the thread shares
    std::unique_ptr<Voice> voice_;
    std::unique_ptr<Work> work_; // null: silent
    Transcript* transcript_;
    std::vector<Utterance> last_; // since the last `say`
    SpeechRate rate_;
    Volume volume_;
    Headphones headphones_ = Headphones::out;
    bool is_paused_ = false;

    [[nodiscard]] bool may_say(const Utterance& utterance) const;
    void hand_over(const Utterance& utterance);
};

} // namespace ui
