#include "tests/support/phrases.hpp"
#include "ui/spoken_words.hpp"

#include <doctest/doctest.h>

TEST_CASE("rate, volume and listening are told in the language in use") {
    ui::Phrasebook words = support::house_phrases({"en", "es"});
    CHECK(ui::utterance_of(words, ui::rate_words(words, ui::SpeechRate().faster())).text.text() ==
          "Speed: 125 percent.");
    CHECK(ui::utterance_of(words, ui::volume_words(words, {})).text.text() == "Volume: 10 of 17.");
    CHECK(ui::utterance_of(words, ui::listening_words(words, ui::Listening::on)).text.text() == "Listening is on.");
    CHECK(ui::utterance_of(words, ui::listening_words(words, ui::Listening::off)).text.text() == "Listening is off.");
    CHECK(ui::utterance_of(words, ui::screen_words(words, ui::ScreenLight::off, ui::Words::of_record("F4")))
              .text.text() == "The screen is off. Press F4 to turn it on.");
    REQUIRE(words.set_language("es"));
    const ui::Utterance rate = ui::utterance_of(words, ui::rate_words(words, {}));
    CHECK(rate.text.text() == "Velocidad: 100 por ciento.");
    CHECK(rate.language == "es");
    CHECK(
        ui::utterance_of(words, ui::screen_words(words, ui::ScreenLight::on, ui::Words::of_record("F4"))).text.text() ==
        "La pantalla está encendida.");
    CHECK_FALSE(ui::no_sound_words(words).is_empty());
}
