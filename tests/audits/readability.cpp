#include "tests/audits/readability.hpp"

#include "ui/words.hpp"

#include <algorithm>
#include <array>
#include <sstream>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

namespace audits {

namespace {

using icu::UnicodeString;

UnicodeString lower(std::string_view text) {
    const icu::StringPiece piece(text.data(), static_cast<int32_t>(text.size()));
    return UnicodeString::fromUTF8(piece).toLower().findAndReplace(u"’", u"'");
}

std::string utf8(const UnicodeString& text) {
    std::string bytes;
    return text.toUTF8String(bytes);
}

bool is_figure(std::string_view word) {
    return std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

int digits_of(std::string_view word) {
    return static_cast<int>(std::count_if(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; }));
}

bool is_one_of(char16_t letter, std::u16string_view letters) { return letters.find(letter) != letters.npos; }
bool is_english_vowel(char16_t letter) { return is_one_of(letter, u"aeiouy"); }

struct KnownWord {
    const char16_t* word;
    int syllables;
};
// What the spelling does not tell.
constexpr std::array<KnownWord, 11> known_words{{{u"area", 3},
                                                 {u"being", 2},
                                                 {u"creole", 2},
                                                 {u"evening", 2},
                                                 {u"every", 2},
                                                 {u"idea", 3},
                                                 {u"people", 2},
                                                 {u"quiet", 2},
                                                 {u"quietly", 3},
                                                 {u"ukrainian", 4},
                                                 {u"vietnamese", 4}}};
// Endings that keep the e before them silent: safe-ly, some-thing.
constexpr std::array<const char16_t*, 10> endings{u"thing", u"where", u"times", u"time", u"one",
                                                  u"less",  u"ness",  u"ful",   u"ly",   u"ment"};

int english_syllables(const UnicodeString& word) {
    for (const auto& known : known_words) {
        if (word == known.word) return known.syllables;
    }
    if (word == u"am" || word == u"pm") return 2; // said letter by letter, beside a time
    for (const auto* ending : endings) {
        if (!word.endsWith(ending) || word == ending) continue;
        const UnicodeString stem = word.tempSubString(0, word.length() - u_strlen(ending));
        bool has_vowel = false;
        for (int32_t i = 0; i < stem.length(); ++i) has_vowel = has_vowel || is_english_vowel(stem[i]);
        if (has_vowel && stem.length() > 1) return english_syllables(stem) + english_syllables(ending);
    }
    int count = 0;
    for (int32_t i = 0; i < word.length(); ++i) {
        if (is_english_vowel(word[i]) && (i == 0 || !is_english_vowel(word[i - 1]))) ++count;
    }
    // A last e is silent, but not in "ta-ble"; so is that of most -ed and -es.
    const auto before = [&](int32_t from_end) {
        return word.length() > from_end ? word[word.length() - 1 - from_end] : u' ';
    };
    const bool is_consonant_le = before(1) == u'l' && !is_english_vowel(before(2));
    if (word.endsWith(u"e") && !is_english_vowel(before(1)) && !is_consonant_le) --count;
    if (word.endsWith(u"ed") && !is_english_vowel(before(2)) && !is_one_of(before(2), u"td")) --count;
    const bool is_hissing = is_one_of(before(2), u"szxcgh");
    if (word.endsWith(u"es") && !is_english_vowel(before(2)) && !is_hissing && before(2) != u'l') --count;
    return std::max(1, count);
}

// A strong vowel, or a weak one with an accent, is a syllable of its own; weak ones lean on their neighbour.
int spanish_syllables(UnicodeString word) {
    for (const char16_t* silent : {u"que", u"qui", u"qué", u"quí", u"gue", u"gui", u"gué", u"guí"}) {
        const UnicodeString sound = UnicodeString(silent, 1) + UnicodeString(silent + 2);
        word.findAndReplace(silent, sound);
    }
    if (word.endsWith(u"y")) word.replace(word.length() - 1, 1, u"i");
    int count = 0;
    char16_t last = 0;
    for (int32_t i = 0; i < word.length(); ++i) {
        const char16_t letter = word[i];
        if (!is_one_of(letter, u"aeiouüáéíóú")) {
            last = 0;
            continue;
        }
        const bool is_hiatus = (is_one_of(last, u"aeoáéó") && is_one_of(letter, u"aeoáéó")) || is_one_of(last, u"íú") ||
                               is_one_of(letter, u"íú");
        if (last == 0 || is_hiatus) ++count;
        last = letter;
    }
    return std::max(1, count);
}

bool is_in_word(const UnicodeString& text, int32_t at) {
    const char16_t letter = text[at];
    if (u_isalnum(letter)) return true;
    const bool is_inside = at > 0 && at + 1 < text.length() && u_isalnum(text[at - 1]) && u_isalnum(text[at + 1]);
    return is_inside && is_one_of(letter, u"'’-:.");
}

bool is_abbreviation(const UnicodeString& word) {
    constexpr std::array<const char16_t*, 6> short_forms{u"Ms", u"Mr", u"Mrs", u"Dr", u"Sra", u"Sr"};
    const bool is_known = std::any_of(short_forms.begin(), short_forms.end(), [&](auto* form) { return word == form; });
    return is_known || (word.length() == 1 && u_isalpha(word[0]));
}

} // namespace

std::vector<std::vector<std::string>> sentences_of(std::string_view shown) {
    std::vector<std::vector<std::string>> sentences(1);
    icu::UnicodeString word;
    const auto end_word = [&] {
        const std::string bytes = utf8(word);
        if (!word.isEmpty() && digits_of(bytes) < 3) sentences.back().push_back(bytes);
        word.remove();
    };
    std::istringstream lines{std::string(shown)};
    for (std::string line; std::getline(lines, line);) {
        const auto text = UnicodeString::fromUTF8(ui::plain_text(line)) + u"\n";
        for (int32_t at = 0; at < text.length(); ++at) {
            if (is_in_word(text, at)) {
                word += text[at];
                continue;
            }
            const bool is_end = is_one_of(text[at], u"?!:;\n") || (text[at] == u'.' && !is_abbreviation(word));
            end_word();
            if (is_end && !sentences.back().empty()) sentences.emplace_back();
        }
    }
    if (sentences.back().empty()) sentences.pop_back();
    return sentences;
}

int syllables(std::string_view word, Tongue tongue) {
    if (is_figure(word)) return digits_of(word);
    int count = 0;
    UnicodeString part;
    const UnicodeString whole = lower(word) + u"-";
    for (int32_t at = 0; at < whole.length(); ++at) {
        if (whole[at] != u'-') {
            part += whole[at];
            continue;
        }
        if (!part.isEmpty()) count += tongue == Tongue::english ? english_syllables(part) : spanish_syllables(part);
        part.remove();
    }
    return count;
}

Counts counts_of(std::string_view text, Tongue tongue, int least_words) {
    Counts counts;
    for (const auto& sentence : sentences_of(text)) {
        if (static_cast<int>(sentence.size()) < least_words) continue;
        ++counts.sentences;
        counts.words += static_cast<int>(sentence.size());
        for (const auto& word : sentence) counts.syllables += syllables(word, tongue);
    }
    return counts;
}

double words_a_sentence(const Counts& counts) {
    return counts.sentences == 0 ? 0 : static_cast<double>(counts.words) / counts.sentences;
}

double grade_of(const Counts& counts) {
    if (counts.words == 0) return 0;
    return 0.39 * words_a_sentence(counts) + 11.8 * counts.syllables / counts.words - 15.59;
}

double inflesz_of(const Counts& counts) {
    if (counts.words == 0) return 100;
    return 206.835 - 62.3 * counts.syllables / counts.words - words_a_sentence(counts);
}

} // namespace audits
