// How hard a text is to read, by the formulas that are used for English and Spanish. A text is UTF-8, as a person sees
// it. Pure; any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace audits {

enum class Tongue { english, spanish };

// Words of each sentence. As Flesch counted ("The Art of Readable Writing", 1949): a sentence ends at . ? ! : ;
// and lengthy figures (three digits or more) are no words. It ends with its line, too. The dots of initials and of
// "p. m." end nothing.
[[nodiscard]] std::vector<std::vector<std::string>> sentences_of(std::string_view text);

// English: by the spelling, good to about one word in thirty. Spanish: by the rules of the language, which leave no
// doubt (diphthongs, hiatus, silent u). A figure has one syllable a digit.
[[nodiscard]] int syllables(std::string_view word, Tongue tongue);

struct Counts {
    int sentences = 0;
    int words = 0;
    int syllables = 0;
};
// Sentences of fewer words than `least_words` are labels and not counted: they would flatter the text.
[[nodiscard]] Counts counts_of(std::string_view text, Tongue tongue, int least_words = 1);

// Flesch-Kincaid grade: Kincaid et al., "Derivation of new readability formulas …", 1975. School years; lower is easier.
[[nodiscard]] double grade_of(const Counts& counts);
// Flesch-Szigriszt index: Szigriszt Pazos, 1993; read on the INFLESZ scale (Barrio-Cantalejo et al., "Validación de la
// Escala INFLESZ", An. Sist. Sanit. Navar. 31, 2008): 65 and more is "bastante fácil". Higher is easier.
[[nodiscard]] double inflesz_of(const Counts& counts);
[[nodiscard]] double words_a_sentence(const Counts& counts);

} // namespace audits
