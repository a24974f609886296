#include "base/secret.hpp"
#include "tests/support/heard_voice.hpp"
#include "tests/support/memory_places.hpp"

#include <cmath>
#include <doctest/doctest.h>

namespace {

using support::seconds_of;
using support::sound_of;

// The pitch of a voice: the shift at which its sound is most like itself, in the middle of the text.
double pitch_of(const std::vector<std::int16_t>& sound) {
    std::vector<double> pitches;
    constexpr std::size_t window = 1024, least = 55, most = 370; // 400 Hz … 60 Hz
    for (std::size_t at = 0; at + window + most < sound.size(); at += 8 * window) {
        double best = 0, energy = 0;
        std::size_t best_lag = 0;
        for (std::size_t i = 0; i < window; ++i) energy += double(sound[at + i]) * sound[at + i];
        if (energy < 1e9) continue;
        for (std::size_t lag = least; lag < most; ++lag) {
            double product = 0, other = 1;
            for (std::size_t i = 0; i < window; ++i) {
                product += double(sound[at + i]) * sound[at + i + lag];
                other += double(sound[at + i + lag]) * sound[at + i + lag];
            }
            const double alike = product / std::sqrt(energy * other);
            if (alike > best + 0.02) {
                best = alike;
                best_lag = lag;
            }
        }
        if (best > 0.7) pitches.push_back(double(ui::samples_a_second) / double(best_lag));
    }
    std::sort(pitches.begin(), pitches.end());
    return pitches.empty() ? 0 : pitches[pitches.size() / 2];
}

} // namespace

TEST_CASE("all our languages but Pashto have a voice") {
    const auto voice = ui::make_espeak_voice();
    for (const char* code : {"en", "es", "pt", "ht", "pl", "zh", "ar", "fr", "it", "sq", "vi", "uk", "ru", "bn"}) {
        CAPTURE(code);
        CHECK(voice->can_read(code));
        CHECK(seconds_of(sound_of(*voice, "1 2 3", code)) > 0.3);
    }
    CHECK_FALSE(voice->can_read("ps"));
    CHECK_FALSE(voice->can_read(""));
}

TEST_CASE("a language is read whatever its region or script") {
    const auto voice = ui::make_espeak_voice();
    CHECK(voice->can_read("es-MX"));
    CHECK(voice->can_read("zh-Hans"));
    // Two readings differ by a few samples, as a person's do.
    const double here = seconds_of(sound_of(*voice, "Buenos días", "es-MX"));
    CHECK(here == doctest::Approx(seconds_of(sound_of(*voice, "Buenos días", "es"))).epsilon(0.01));
    CHECK_FALSE(here == doctest::Approx(seconds_of(sound_of(*voice, "Buenos días", "it"))).epsilon(0.02));
}

TEST_CASE("a language without a voice is an error and makes no sound") {
    const auto voice = ui::make_espeak_voice();
    bool has_sound = false;
    const auto spoken = voice->speak(
        "1", "ps", [] { return ui::SpeechRate(); },
        [&](ui::Samples) {
            has_sound = true;
            return ui::Wanted::more;
        });
    REQUIRE(spoken.is_error());
    CHECK(spoken.error().kind == base::ErrorKind::call_staff);
    CHECK_FALSE(has_sound);
}

TEST_CASE("normal speech has 120 to 125 words a minute") {
    const auto voice = ui::make_espeak_voice();
    const double minutes = seconds_of(sound_of(*voice, support::page_text, "en")) / 60;
    const double words = static_cast<double>(support::words_in(support::page_text)) / minutes;
    CHECK(words >= 120);
    CHECK(words <= 125);
}

TEST_CASE("each step of rate takes the time that it names") {
    const auto voice = ui::make_espeak_voice();
    const double normal = seconds_of(sound_of(*voice, support::page_text, "en"));
    for (std::size_t step = 0; step < ui::SpeechRate::percents.size(); ++step) {
        const ui::SpeechRate rate = support::rate_at(step);
        const double percent = 100 * normal / seconds_of(sound_of(*voice, support::page_text, "en", rate));
        CAPTURE(rate.percent());
        CHECK(percent == doctest::Approx(rate.percent()).epsilon(0.02));
    }
}

TEST_CASE("slow and fast speech keep the pitch") {
    const auto voice = ui::make_espeak_voice();
    const double normal = pitch_of(sound_of(*voice, support::page_text, "en"));
    CHECK(normal > 60);
    CHECK(pitch_of(sound_of(*voice, support::page_text, "en", support::rate_at(0))) ==
          doctest::Approx(normal).epsilon(0.06));
    CHECK(pitch_of(sound_of(*voice, support::page_text, "en", support::rate_at(7))) ==
          doctest::Approx(normal).epsilon(0.06));
}

TEST_CASE("no more sound is made once it is not wanted") {
    const auto voice = ui::make_espeak_voice();
    int pieces = 0;
    const auto spoken = voice->speak(
        support::page_text, "en", [] { return ui::SpeechRate(); },
        [&](ui::Samples) { return ++pieces == 3 ? ui::Wanted::stop : ui::Wanted::more; });
    CHECK_FALSE(spoken.is_error());
    CHECK(pieces == 3);
}

TEST_CASE("a change of rate is heard within the text") {
    const auto voice = ui::make_espeak_voice();
    const double slow = seconds_of(sound_of(*voice, support::page_text, "en", support::rate_at(0)));
    std::size_t samples = 0;
    const auto spoken = voice->speak(
        support::page_text, "en", [&] { return support::rate_at(samples < ui::samples_a_second ? 0 : 7); },
        [&](ui::Samples piece) {
            samples += piece.size();
            return ui::Wanted::more;
        });
    CHECK_FALSE(spoken.is_error());
    CHECK(static_cast<double>(samples) / ui::samples_a_second < slow / 3);
}

TEST_CASE("the speech engine forgets what it read") {
    const auto voice = ui::make_espeak_voice();
    const std::string_view disguised = "hsbojufsnpptf"; // each letter is one too high
    base::Secret text(base::bytes_of("Please call "));
    text.append(support::undisguised(disguised).view());
    text.append(" at the desk. Then sit down. It is ");
    text.append(support::undisguised(disguised).view());
    text.append(" who helps.");
    {
        const auto sound = sound_of(*voice, text.text(), "en");
        CHECK_FALSE(sound.empty());
    }
    text.clear();
    CHECK(support::places_in_memory(disguised) > 0); // so espeak keeps it, and the search finds it
    voice->forget();
    CHECK(support::places_in_memory(disguised) == 0);
}
