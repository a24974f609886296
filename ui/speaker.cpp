#include "ui/speaker.hpp"

#include <condition_variable>
#include <thread>

namespace ui {

namespace {

// A sound device that hangs must not hold up the next person; the words are overwritten as soon as it lets go.
constexpr std::chrono::milliseconds longest_reset{500};
// Of a sound that is no speech: cut as soon as speech is.
constexpr std::size_t samples_a_piece = samples_a_second / 10;

} // namespace

// Everything below `mutex` is read and written with it held. The device's thread takes it too, so it is never held
// while the device is opened or let go.
struct Speaker::Work {
    Work(Voice& the_voice, std::unique_ptr<Sound> the_sound, std::chrono::milliseconds pause,
         std::function<void()> tell)
        : voice(the_voice), sound(std::move(the_sound)), rest_after(pause), tell_trouble(std::move(tell)) {}

    Voice& voice;
    const std::unique_ptr<Sound> sound;
    const std::chrono::milliseconds rest_after;
    const std::function<void()> tell_trouble;

    std::mutex mutex;
    std::condition_variable changed;
    std::condition_variable forgotten;
    std::deque<Utterance> queue;
    std::uint64_t turn = 0;                   // goes up with each cut; sound made for an earlier one is never played
    std::optional<std::uint64_t> turn_spoken; // of what the voice is making
    SpeechRate rate;
    SpeechState state = SpeechState::unused;
    bool is_awake = false;
    bool is_used = false; // since it last forgot
    bool must_wake = false;
    bool must_rest = false;
    bool must_forget = false;
    bool is_ending = false;
    std::thread thread;

    void start() {
        sound->when_low([this] {
            const std::lock_guard lock(mutex);
            changed.notify_all();
        });
        thread = std::thread([this] { run(); });
    }
    void end() {
        {
            const std::lock_guard lock(mutex);
            is_ending = true;
            cut();
        }
        thread.join();
        sound->rest();
    }
    // With the mutex held.
    void cut() {
        ++turn;
        queue.clear();
        sound->stop();
        changed.notify_all();
    }

    using Lock = std::unique_lock<std::mutex>;

    void run() {
        Lock lock(mutex);
        while (!is_ending) {
            if (must_forget || must_rest) {
                let_go(lock);
            } else if (must_wake) {
                must_wake = false;
                wake(lock);
            } else if (!queue.empty()) {
                speak_next(lock);
            } else if (is_awake && sound->to_be_heard().count() == 0) {
                const auto woken = changed.wait_for(lock, rest_after);
                must_rest = must_rest || (woken == std::cv_status::timeout && queue.empty());
            } else {
                changed.wait(lock);
            }
        }
    }

    void let_go(Lock& lock) {
        const bool forgets = must_forget;
        must_rest = false;
        is_awake = false;
        lock.unlock();
        sound->rest();
        if (forgets) voice.forget();
        lock.lock();
        if (!forgets) return;
        must_forget = false;
        forgotten.notify_all();
    }

    void wake(Lock& lock) {
        if (is_awake) return;
        lock.unlock();
        const bool has_device = sound->wake();
        lock.lock();
        is_awake = has_device;
        if (!has_device) stand(SpeechState::no_sound, lock);
        if (has_device && state != SpeechState::no_voice) state = SpeechState::working;
    }

    void speak_next(Lock& lock) {
        const std::uint64_t mine = turn;
        Utterance next = std::move(queue.front());
        queue.pop_front();
        turn_spoken = mine;
        wake(lock);
        if (!is_awake || mine != turn) {
            turn_spoken.reset();
            return;
        }
        lock.unlock();
        const auto spoken = make_sound(next, mine);
        next.text.clear();
        lock.lock();
        turn_spoken.reset();
        stand(spoken.is_error() ? SpeechState::no_voice : SpeechState::working, lock);
    }

    base::Result<void> make_sound(const Utterance& next, std::uint64_t mine) {
        if (next.sound.empty()) {
            return voice.speak(
                next.text.text(), next.language, [this] { return rate_now(); },
                [this, mine](Samples piece) { return play(piece, Side::both, mine); });
        }
        for (Samples rest = next.sound; !rest.empty();) {
            const Samples piece = rest.first(std::min(samples_a_piece, rest.size()));
            if (play(piece, next.side, mine) == Wanted::stop) break;
            rest = rest.subspan(piece.size());
        }
        return {};
    }

    // Whoever shows why nothing is heard may be asleep, or about to ask.
    void stand(SpeechState now, Lock& lock) {
        const bool is_news = state != now && now != SpeechState::working;
        state = now;
        if (!is_news || !tell_trouble) return;
        lock.unlock();
        tell_trouble();
        lock.lock();
    }

    SpeechRate rate_now() {
        const std::lock_guard lock(mutex);
        return rate;
    }

    // Waits until the device wants more, so that little is made that is never heard.
    Wanted play(Samples piece, Side side, std::uint64_t mine) {
        Lock lock(mutex);
        changed.wait(lock, [&] { return is_ending || turn != mine || sound->to_be_heard() < SoundQueue::low_mark; });
        if (is_ending || turn != mine) return Wanted::stop;
        sound->play(piece, side);
        return Wanted::more;
    }
};

Speaker::Speaker(Parts parts) : voice_(std::move(parts.voice)), transcript_(parts.transcript) {
    if (parts.sound == nullptr) return;
    work_ = std::make_unique<Work>(*voice_, std::move(parts.sound), parts.rest_after, std::move(parts.tell_trouble));
    work_->sound->set_volume(volume_);
    work_->start();
}

std::unique_ptr<Speaker> Speaker::silent(Transcript& transcript) {
    return std::make_unique<Speaker>(Parts{make_espeak_voice(), nullptr, &transcript});
}

Speaker::~Speaker() {
    if (work_) work_->end();
}

bool Speaker::can_read(std::string_view language) const { return voice_->can_read(language); }

bool Speaker::may_say(const Utterance& utterance) const {
    if (utterance.privacy == Privacy::only_headphones && headphones_ == Headphones::out) return false;
    return !utterance.sound.empty() || (!utterance.text.is_empty() && can_read(utterance.language));
}

void Speaker::hand_over(const Utterance& utterance) {
    if (!may_say(utterance)) return;
    if (transcript_ != nullptr && (utterance.sound.empty() || !utterance.text.is_empty())) {
        transcript_->lines.push_back({utterance.language, std::string(utterance.text.text())});
    }
    if (!work_) return;
    const std::lock_guard lock(work_->mutex);
    work_->queue.push_back(utterance.copy());
    work_->is_used = true;
    work_->changed.notify_all();
}

void Speaker::wake() {
    if (!work_) return;
    const std::lock_guard lock(work_->mutex);
    work_->must_wake = true;
    work_->state = SpeechState::unused; // what was broken for the last person may be whole again
    work_->changed.notify_all();
}

void Speaker::say(Utterance utterance) {
    stop();
    last_.clear();
    append(std::move(utterance));
}

void Speaker::append(Utterance utterance) {
    hand_over(utterance);
    last_.push_back(std::move(utterance));
}

void Speaker::remark(const Utterance& utterance) { hand_over(utterance); }

void Speaker::repeat() {
    stop();
    for (const auto& each : last_) hand_over(each);
}

void Speaker::stop() {
    is_paused_ = false;
    if (!work_) return;
    const std::lock_guard lock(work_->mutex);
    work_->cut();
}

void Speaker::pause() {
    is_paused_ = true;
    if (work_) work_->sound->pause();
}

void Speaker::resume() {
    is_paused_ = false;
    if (work_) work_->sound->resume();
}

bool Speaker::is_speaking() const {
    if (!work_) return false;
    const std::lock_guard lock(work_->mutex);
    return !work_->queue.empty() || work_->turn_spoken == work_->turn || work_->sound->to_be_heard().count() > 0;
}

void Speaker::rest() {
    stop();
    if (!work_) return;
    const std::lock_guard lock(work_->mutex);
    work_->must_wake = false;
    work_->must_rest = true;
    work_->changed.notify_all();
}

void Speaker::reset() {
    stop();
    last_.clear();
    set_rate({});
    set_volume({});
    if (!work_) return;
    const Work::Lock lock(work_->mutex);
    work_->must_wake = false;
    work_->must_rest = true;
    if (work_->is_used) work_->must_forget = true;
    work_->is_used = false;
    work_->changed.notify_all();
}

void Speaker::wait_until_forgotten() {
    if (!work_) return;
    Work::Lock lock(work_->mutex);
    work_->forgotten.wait_for(lock, longest_reset, [this] { return !work_->must_forget; });
}

void Speaker::set_headphones(Headphones headphones) {
    const bool is_unplugged = headphones_ == Headphones::in && headphones == Headphones::out;
    headphones_ = headphones;
    if (is_unplugged) stop();
}

void Speaker::set_rate(SpeechRate rate) {
    rate_ = rate;
    if (!work_) return;
    const std::lock_guard lock(work_->mutex);
    work_->rate = rate;
}

void Speaker::set_volume(Volume volume) {
    volume_ = volume;
    if (work_) work_->sound->set_volume(volume);
}

SpeechState Speaker::state() const {
    if (!work_) return SpeechState::unused;
    const std::lock_guard lock(work_->mutex);
    return work_->state;
}

} // namespace ui
