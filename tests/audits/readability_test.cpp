#include "tests/audits/readability.hpp"

#include <doctest/doctest.h>
#include <utility>

using namespace audits;

TEST_CASE("English words have the syllables that a dictionary gives them") {
    const std::pair<const char*, int> words[] = {
        {"visit", 2},      {"the", 1},       {"code", 1},    {"people", 2},      {"something", 2}, {"everything", 3},
        {"someone", 2},    {"safely", 2},    {"table", 2},   {"asked", 1},       {"needed", 2},    {"likes", 1},
        {"pages", 2},      {"houses", 2},    {"family", 3},  {"interpreter", 4}, {"language", 2},  {"information", 4},
        {"wheelchair", 2}, {"confirmed", 2}, {"checked", 1}, {"check-in", 2},    {"don’t", 1},     {"that's", 1},
        {"private", 2},    {"telephone", 3}, {"numbers", 2}, {"moment", 2},      {"picture", 2},   {"988", 3},
        {"4:30", 3},       {"PM", 2},        {"here", 1},    {"question", 2},    {"caregiver", 3}, {"Polish", 2},
        {"times", 1},      {"else", 1},      {"little", 2},  {"staff", 1},       {"undo", 2},      {"by", 1},
        {"quiet", 2},
    };
    int wrong = 0;
    for (const auto& [word, count] : words) {
        if (syllables(word, Tongue::english) == count) continue;
        MESSAGE(std::string(word) << " is said to have " << syllables(word, Tongue::english));
        ++wrong;
    }
    CHECK(wrong <= 1); // care-gi-ver: no rule knows the joint
}

TEST_CASE("Spanish words have the syllables that the rules give them") {
    const std::pair<const char*, int> words[] = {
        {"visita", 3},    {"código", 3},     {"todavía", 4},  {"que", 1},         {"quiere", 2}, {"guía", 2},
        {"ahora", 3},     {"hoy", 1},        {"ya", 1},       {"día", 2},         {"ciudad", 2}, {"aquí", 2},
        {"recepción", 3}, {"intérprete", 4}, {"aún", 2},      {"bienvenidos", 4}, {"lee", 2},    {"niños", 2},
        {"ayuda", 3},     {"llegada", 3},    {"bilingüe", 3}, {"idioma", 3},      {"Sra", 1},    {"a", 1},
        {"reunión", 2},   {"oír", 2},
    };
    for (const auto& [word, count] : words) {
        CAPTURE(word);
        CHECK(syllables(word, Tongue::spanish) == count);
    }
}

TEST_CASE("sentences end where a reader stops, and nowhere else") {
    CHECK(sentences_of("Touch *Finish* to go. Ms. Finch helps M. and T.").size() == 2);
    CHECK(sentences_of("Su visita es a las 4:30 p. m.: llegó a tiempo.").size() == 2);
    CHECK(sentences_of("¿Sigue aquí? Sí.").size() == 2);
    CHECK(sentences_of("Call 2-1-1 by 4:30 PM, or go on for 15").front().size() == 8);
    CHECK(sentences_of("May 9, 1990 is 0509 1990.").front().size() == 3);
    CHECK(sentences_of(" … ").empty());
    CHECK(counts_of("Back. We are glad you are here.", Tongue::english, 5).words == 6);
}

TEST_CASE("known texts have the grades that others give them") {
    // 4 and 9 words, 5 and 10 syllables, by hand.
    const auto easy = counts_of("The cat is sleeping. It has a warm place in the quiet house.", Tongue::english);
    CHECK(easy.sentences == 2);
    CHECK(easy.words == 13);
    CHECK(easy.syllables == 15);
    CHECK(grade_of(easy) == doctest::Approx(0.39 * 6.5 + 11.8 * 15 / 13 - 15.59));
    const auto office = counts_of("Individuals with insufficient documentation will be administratively ineligible for "
                                  "participation in supplementary visitation opportunities.",
                                  Tongue::english);
    CHECK(grade_of(office) > 20);
    const auto facil = counts_of("El niño come pan en la casa.", Tongue::spanish);
    CHECK(facil.syllables == 10);
    CHECK(inflesz_of(facil) == doctest::Approx(206.835 - 62.3 * 10 / 7 - 7));
    const auto oficina =
        counts_of("La documentación insuficiente imposibilita administrativamente la participación.", Tongue::spanish);
    CHECK(inflesz_of(oficina) < 0);
}
