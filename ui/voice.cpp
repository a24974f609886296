#include "ui/voice.hpp"

#include "base/secret.hpp"

#include <array>
#include <cstring>
#include <espeak-ng/espeak_ng.h>
#include <optional>
#include <string>

namespace ui {

namespace {

struct SpokenLanguage {
    std::string_view code;
    const char* voice; // espeak's names: "zh" is not among them
    int pace;          // espeak's rate that is normal speech
};

// English at 120-125 words a minute; the others so that they take as long for the same sentence, Bengali unmeasured.
// tests/ui/voice_languages_test.cpp holds them to it.
constexpr std::array<SpokenLanguage, 14> spoken{{
    {"en", "en-us", 110},
    {"es", "es-419", 125},
    {"pt", "pt-br", 125},
    {"ht", "ht", 125},
    {"pl", "pl", 135},
    {"zh", "cmn", 178},
    {"ar", "ar", 118},
    {"fr", "fr", 95},
    {"it", "it", 118},
    {"sq", "sq", 120},
    {"vi", "vi", 122},
    {"uk", "uk", 86},
    {"ru", "ru", 95},
    {"bn", "bn", 110},
}};

// By the first part of the tag: region and script change the spelling, not who can read it.
const SpokenLanguage* find_spoken(std::string_view language) {
    const std::string_view first = language.substr(0, language.find('-'));
    for (const auto& each : spoken) {
        if (each.code == first) return &each;
    }
    return nullptr;
}

// What one call of espeak_Synth is for; espeak carries a pointer to it through to the callback.
struct Reading {
    Stretch stretch{samples_a_second};
    const std::function<SpeechRate()>& rate;
    const TakeSound& take;
    Wanted wanted = Wanted::more;
};

int take_piece(short* wave, int count, espeak_EVENT* events) {
    auto* reading = static_cast<Reading*>(events->user_data);
    if (wave == nullptr || count <= 0 || reading == nullptr) return 0;
    const auto size = static_cast<std::size_t>(count);
    reading->wanted = reading->stretch.take({wave, size}, reading->rate(), reading->take);
    base::wipe(wave, size * sizeof(short));
    return reading->wanted == Wanted::stop ? 1 : 0;
}

class EspeakVoice final : public Voice {
public:
    [[nodiscard]] bool can_read(std::string_view language) const override { return find_spoken(language) != nullptr; }

    [[nodiscard]] base::Result<void> speak(std::string_view text, std::string_view language,
                                           const std::function<SpeechRate()>& rate, const TakeSound& take) override {
        const SpokenLanguage* who = find_spoken(language);
        if (who == nullptr) return base::call_staff("no voice reads the language " + std::string(language));
        TRY(choose(*who));
        Reading reading{.rate = rate, .take = take};
        TRY(read(text, reading));
        if (reading.wanted == Wanted::more) reading.stretch.finish(take);
        return {};
    }

    // espeak keeps the last clause it read in a buffer of its own (800 characters, in its globals), its phonemes beside
    // it. A longer clause overwrites them before its first sound is made. Proven in tests/ui/voice_test.cpp.
    void forget() override {
        if (!has_words_) return;
        std::string filler;
        for (int i = 0; i < 300; ++i) filler += "la la ";
        const std::function<SpeechRate()> any_rate = [] { return SpeechRate(); };
        const TakeSound drop = [](Samples) { return Wanted::stop; };
        Reading reading{.rate = any_rate, .take = drop};
        if (!read(filler, reading).is_error()) has_words_ = false;
    }

private:
    // Begun once in a process and never ended: each beginning leaves a sleeping thread behind, and espeak_Terminate
    // waits for ever if there is more than one (1.51).
    static base::Result<void> open() {
        if (espeak_ng_GetSampleRate() == samples_a_second) return {};
        constexpr int piece_ms = 20;
        const int rate = espeak_Initialize(AUDIO_OUTPUT_SYNCHRONOUS, piece_ms, nullptr, espeakINITIALIZE_DONT_EXIT);
        if (rate != samples_a_second)
            return base::call_staff("espeak-ng: its voices are missing; install espeak-ng-data");
        espeak_SetSynthCallback(take_piece);
        return {};
    }

    base::Result<void> choose(const SpokenLanguage& who) {
        TRY(open());
        if (chosen_ == &who) return {};
        chosen_ = nullptr;
        if (espeak_SetVoiceByName(who.voice) != EE_OK) {
            return base::call_staff(std::string("espeak-ng: the voice is missing: ") + who.voice);
        }
        espeak_SetParameter(espeakRATE, who.pace, 0);
        chosen_ = &who;
        return {};
    }

    base::Result<void> read(std::string_view text, Reading& reading) {
        // espeak wants a zero at the end.
        base::Secret ended(text.size() + 1);
        std::memcpy(ended.bytes().data(), text.data(), text.size());
        has_words_ = true;
        const espeak_ERROR failure = espeak_Synth(ended.view().data(), ended.size(), 0, POS_CHARACTER, 0,
                                                  espeakCHARS_UTF8 | espeakENDPAUSE, nullptr, &reading);
        if (failure != EE_OK) return base::retry_later("espeak-ng: a text could not be read");
        return {};
    }

    bool has_words_ = false;
    const SpokenLanguage* chosen_ = nullptr;
};

} // namespace

std::unique_ptr<Voice> make_espeak_voice() { return std::make_unique<EspeakVoice>(); }

} // namespace ui
