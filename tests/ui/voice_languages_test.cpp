#include "tests/support/heard_voice.hpp"

#include <doctest/doctest.h>

namespace {

struct SpokenSentence {
    const char* language;
    std::string_view text;
};

// Article 1 of the Universal Declaration of Human Rights: the same thought in each language.
constexpr std::array<SpokenSentence, 13> sentences{{
    {"en",
     "All human beings are born free and equal in dignity and rights. They are endowed with reason and conscience "
     "and should act towards one another in a spirit of brotherhood."},
    {"es", "Todos los seres humanos nacen libres e iguales en dignidad y derechos y, dotados como están de razón y "
           "conciencia, deben comportarse fraternalmente los unos con los otros."},
    {"pt",
     "Todos os seres humanos nascem livres e iguais em dignidade e em direitos. Dotados de razão e de consciência, "
     "devem agir uns para com os outros em espírito de fraternidade."},
    {"ht", "Tout moun fèt lib, egal ego pou diyite kou wè dwa. Nou gen la rezon ak la konsyans epi nou fèt pou nou aji "
           "youn ak lòt ak yon lespri fwatènite."},
    {"pl", "Wszyscy ludzie rodzą się wolni i równi pod względem swej godności i swych praw. Są oni obdarzeni rozumem i "
           "sumieniem i powinni postępować wobec innych w duchu braterstwa."},
    {"zh", "人人生而自由,在尊严和权利上一律平等。他们赋有理性和良心,并应以兄弟关系的精神相对待。"},
    {"ar", "يولد جميع الناس أحراراً متساوين في الكرامة والحقوق. وقد وهبوا عقلاً وضميراً وعليهم أن يعامل بعضهم بعضاً بروح "
           "الإخاء."},
    {"fr", "Tous les êtres humains naissent libres et égaux en dignité et en droits. Ils sont doués de raison et de "
           "conscience et doivent agir les uns envers les autres dans un esprit de fraternité."},
    {"it", "Tutti gli esseri umani nascono liberi ed eguali in dignità e diritti. Essi sono dotati di ragione e di "
           "coscienza e devono agire gli uni verso gli altri in spirito di fratellanza."},
    {"sq", "Të gjithë njerëzit lindin të lirë dhe të barabartë në dinjitet dhe në të drejta. Ata kanë arsye dhe "
           "ndërgjegje dhe duhet të sillen ndaj njëri tjetrit me frymë vëllazërimi."},
    {"vi", "Tất cả mọi người sinh ra đều được tự do và bình đẳng về nhân phẩm và quyền lợi. Mọi con người đều được tạo "
           "hóa ban cho lý trí và lương tâm và cần phải đối xử với nhau trong tình bằng hữu."},
    {"uk", "Всі люди народжуються вільними і рівними у своїй гідності та правах. Вони наділені розумом і совістю і "
           "повинні діяти у відношенні один до одного в дусі братерства."},
    {"ru", "Все люди рождаются свободными и равными в своем достоинстве и правах. Они наделены разумом и совестью и "
           "должны поступать в отношении друг друга в духе братства."},
}};

} // namespace

TEST_CASE("every language takes about as long for the same sentence") {
    const auto voice = ui::make_espeak_voice();
    const double english = support::seconds_of(support::sound_of(*voice, sentences[0].text, "en"));
    for (const auto& sentence : sentences) {
        CAPTURE(sentence.language);
        const double seconds = support::seconds_of(support::sound_of(*voice, sentence.text, sentence.language));
        CHECK(seconds == doctest::Approx(english).epsilon(0.06));
    }
}

TEST_CASE("every language is as slow and as fast as its step says") {
    const auto voice = ui::make_espeak_voice();
    for (const auto& sentence : sentences) {
        CAPTURE(sentence.language);
        const double normal = support::seconds_of(support::sound_of(*voice, sentence.text, sentence.language));
        for (const std::size_t step : std::array<std::size_t, 2>{0, 7}) {
            const ui::SpeechRate rate = support::rate_at(step);
            const double seconds =
                support::seconds_of(support::sound_of(*voice, sentence.text, sentence.language, rate));
            CHECK(100 * normal / seconds == doctest::Approx(rate.percent()).epsilon(0.03));
        }
    }
}
