#include "tests/support/fake_speech.hpp"
#include "ui/chime.hpp"
#include "ui/speaker.hpp"

#include <doctest/doctest.h>

namespace {

ui::Utterance words(const char* text, ui::Privacy privacy = ui::Privacy::for_anyone) {
    return {base::Secret(base::bytes_of(text)), "en", privacy};
}

// A speaker with the fakes that it owns.
struct Speech {
    explicit Speech(std::chrono::milliseconds rest_after = std::chrono::hours(1)) {
        auto the_voice = std::make_unique<support::LetterVoice>();
        auto the_sound = std::make_unique<support::KeptSound>();
        voice = the_voice.get();
        sound = the_sound.get();
        speaker = std::make_unique<ui::Speaker>(
            ui::Speaker::Parts{std::move(the_voice), std::move(the_sound), &transcript, rest_after});
    }
    ui::Transcript transcript;
    support::LetterVoice* voice = nullptr;
    support::KeptSound* sound = nullptr;
    std::unique_ptr<ui::Speaker> speaker;

    [[nodiscard]] std::string said() const {
        std::string all;
        for (const auto& line : transcript.lines) all += line.text + "|";
        return all;
    }
};

} // namespace

TEST_CASE("a sound that is no speech is heard in its turn, and stopped like speech") {
    Speech speech;
    const std::vector<std::int16_t> bells(ui::samples_a_second / 10 * 3, 'b');
    const ui::Utterance bell{{}, {}, ui::Privacy::for_anyone, bells};
    speech.speaker->remark(bell);
    speech.speaker->remark(words("one"));
    CHECK(speech.sound->hear(6) == "bbbone");
    speech.speaker->remark(bell);
    speech.sound->wait_for(3);
    speech.speaker->say(words("two"));
    CHECK(speech.sound->hear(3) == "two");
    CHECK(speech.said() == "one|two|");
}

TEST_CASE("chime and bell begin and end in silence, are never as loud as can be, and are not alike") {
    for (const auto& samples : {ui::chime(), ui::desk_bell()}) {
        CHECK(samples.size() > ui::samples_a_second);
        CHECK(samples.size() < 2 * ui::samples_a_second);
        CHECK(std::abs(samples.front()) < 100);
        CHECK(std::abs(samples.back()) < 100);
        const auto loudest = *std::max_element(samples.begin(), samples.end());
        CHECK(loudest > 8000);
        CHECK(loudest < 20000);
    }
    CHECK(ui::chime() != ui::desk_bell());
}

TEST_CASE("utterances are heard one after another") {
    Speech speech;
    speech.speaker->say(words("one"));
    speech.speaker->append(words("two"));
    CHECK(speech.sound->hear(6) == "onetwo");
    CHECK(speech.said() == "one|two|");
}

TEST_CASE("a new utterance cuts the one that is being said") {
    Speech speech;
    speech.speaker->say(words("abcdefghijklmnop"));
    CHECK(speech.sound->hear(2) == "ab");
    speech.speaker->say(words("XYZ"));
    CHECK(speech.sound->hear(3) == "XYZ");
}

TEST_CASE("stop leaves nothing that could still be heard") {
    Speech speech;
    speech.speaker->say(words("abcdefghijklmnop"));
    speech.speaker->append(words("qrst"));
    speech.sound->wait_for(3);
    speech.speaker->stop();
    CHECK(speech.sound->waiting().empty());
    speech.speaker->append(words("Z"));
    CHECK(speech.sound->hear(1) == "Z");
}

TEST_CASE("little sound is made ahead of what is heard") {
    Speech speech;
    speech.speaker->say(words("abcdefghijklmnop"));
    CHECK(speech.sound->hear(4) == "abcd");
    speech.sound->wait_for(3);
    CHECK(speech.sound->to_be_heard() <= ui::SoundQueue::low_mark);
    speech.speaker->say(words("Z"));
    CHECK(speech.sound->hear(1) == "Z");
    CHECK(speech.voice->made <= 4 + 3 + 1 + 1); // heard, waiting, cut, and the Z
}

TEST_CASE("a change of rate is heard in what is being said") {
    Speech speech;
    speech.speaker->say(words("abcdefgh"));
    speech.sound->wait_for(3);
    speech.speaker->set_rate(speech.speaker->rate().faster());
    CHECK(speech.speaker->rate().percent() == 125);
    CHECK(speech.sound->last_piece() == support::LetterVoice::letter_samples);
    CHECK(speech.sound->hear(8) == "abcdefgh");
    CHECK(speech.sound->last_piece() == support::LetterVoice::letter_samples * 100 / 125);
}

TEST_CASE("repeat says all since the last interruption again") {
    Speech speech;
    speech.speaker->say(words("old"));
    speech.speaker->say(words("one"));
    speech.speaker->append(words("two"));
    speech.speaker->repeat();
    CHECK(speech.sound->hear(6) == "onetwo");
    CHECK(speech.said() == "old|one|two|one|two|");
}

TEST_CASE("pause and resume reach the sound, and what is new is not paused") {
    Speech speech;
    speech.speaker->say(words("abc"));
    speech.speaker->pause();
    CHECK(speech.speaker->is_paused());
    CHECK(speech.sound->pauses == 1);
    speech.speaker->resume();
    CHECK_FALSE(speech.speaker->is_paused());
    CHECK(speech.sound->resumes == 1);
    speech.speaker->pause();
    speech.speaker->say(words("d"));
    CHECK_FALSE(speech.speaker->is_paused());
}

TEST_CASE("a speaker tells whether something is still to be heard, paused or not") {
    Speech speech;
    CHECK_FALSE(speech.speaker->is_speaking());
    speech.speaker->say(words("abcdefgh"));
    CHECK(speech.speaker->is_speaking());
    CHECK(speech.sound->hear(2) == "ab");
    speech.speaker->pause();
    CHECK(speech.speaker->is_speaking());
    speech.speaker->stop();
    CHECK_FALSE(speech.speaker->is_speaking());
    ui::Transcript transcript;
    const auto silent = ui::Speaker::silent(transcript);
    silent->say(words("abc"));
    CHECK_FALSE(silent->is_speaking());
}

TEST_CASE("private words are said only with headphones") {
    Speech speech;
    speech.speaker->say(words("secret", ui::Privacy::only_headphones));
    speech.speaker->append(words("open"));
    CHECK(speech.sound->hear(4) == "open");
    speech.speaker->set_headphones(ui::Headphones::in);
    speech.speaker->say(words("secret", ui::Privacy::only_headphones));
    CHECK(speech.sound->hear(6) == "secret");
    CHECK(speech.said() == "open|secret|");
}

TEST_CASE("unplugging headphones stops speech at once, and repeat leaves out what is private") {
    Speech speech;
    speech.speaker->set_headphones(ui::Headphones::in);
    speech.speaker->say(words("secretsecret", ui::Privacy::only_headphones));
    speech.speaker->append(words("open"));
    speech.sound->wait_for(3);
    speech.speaker->set_headphones(ui::Headphones::out);
    CHECK(speech.sound->waiting().empty());
    speech.speaker->repeat();
    CHECK(speech.sound->hear(4) == "open");
}

TEST_CASE("a language that cannot be read is not said") {
    Speech speech;
    speech.speaker->say({base::Secret(base::bytes_of("hola")), "es", ui::Privacy::for_anyone});
    speech.speaker->append(words("hi"));
    CHECK(speech.sound->hear(2) == "hi");
    CHECK_FALSE(speech.speaker->can_read("es"));
}

TEST_CASE("the next person starts with nothing of the last") {
    Speech speech;
    speech.speaker->say(words("mine"));
    speech.speaker->set_rate(speech.speaker->rate().faster());
    speech.speaker->set_volume(speech.speaker->volume().louder());
    CHECK(speech.sound->volume.decibels() == 5);
    CHECK(speech.sound->hear(4) == "mine");
    speech.speaker->reset();
    speech.speaker->wait_until_forgotten();
    CHECK(speech.voice->forgotten == 1);
    CHECK(speech.sound->volume == ui::Volume());
    CHECK(speech.speaker->rate() == ui::SpeechRate());
    CHECK(speech.speaker->volume() == ui::Volume());
    speech.speaker->repeat();
    CHECK(speech.said() == "mine|");
    speech.speaker->reset();
    speech.speaker->wait_until_forgotten();
    CHECK(speech.voice->forgotten == 1); // nothing was said since
}

TEST_CASE("the sound device is let go after silence, and opened again") {
    Speech speech(std::chrono::milliseconds(0));
    speech.speaker->say(words("abc"));
    CHECK(speech.sound->hear(3) == "abc");
    speech.sound->wait_for_rest(1);
    speech.speaker->say(words("d"));
    CHECK(speech.sound->hear(1) == "d");
    CHECK(speech.sound->asked == 2);
}

TEST_CASE("the sound device is let go when listening ends") {
    Speech speech;
    speech.speaker->say(words("abc"));
    CHECK(speech.sound->hear(1) == "a");
    speech.speaker->rest();
    speech.sound->wait_for_rest(1);
    CHECK(speech.sound->waiting().empty());
}

TEST_CASE("without a sound device the kiosk goes on and can say so") {
    Speech speech;
    speech.sound->has_device = false;
    CHECK(speech.speaker->state() == ui::SpeechState::unused);
    speech.speaker->say(words("abc"));
    speech.sound->asked.wait(0);
    speech.speaker->reset();
    speech.speaker->wait_until_forgotten(); // waits for the thread
    CHECK(speech.speaker->state() == ui::SpeechState::no_sound);
    speech.sound->has_device = true;
    speech.speaker->say(words("abc"));
    CHECK(speech.sound->hear(3) == "abc");
    CHECK(speech.speaker->state() == ui::SpeechState::working);
}

TEST_CASE("without voices the kiosk goes on and can say so") {
    Speech speech;
    speech.voice->has_voice = false;
    speech.speaker->say(words("abc"));
    speech.voice->asked.wait(0);
    speech.speaker->reset();
    speech.speaker->wait_until_forgotten();
    CHECK(speech.speaker->state() == ui::SpeechState::no_voice);
}

TEST_CASE("a silent speaker keeps the rules and the transcript") {
    ui::Transcript transcript;
    const auto speaker = ui::Speaker::silent(transcript);
    speaker->say(words("one"));
    speaker->append(words("secret", ui::Privacy::only_headphones));
    speaker->append({base::Secret(base::bytes_of("پښتو")), "ps", ui::Privacy::for_anyone});
    speaker->append({base::Secret(base::bytes_of("hola")), "es", ui::Privacy::for_anyone});
    speaker->pause();
    speaker->reset();
    speaker->wait_until_forgotten();
    REQUIRE(transcript.lines.size() == 2);
    CHECK(transcript.lines[0].text == "one");
    CHECK(transcript.lines[1].language == "es");
    CHECK(speaker->state() == ui::SpeechState::unused);
}
