#include "tests/audits/words_never_said.hpp"

#include "ui/words.hpp"

#include <unicode/uchar.h>
#include <unicode/unistr.h>

namespace audits {

namespace {

// A star stands for any ending. Two words are a phrase.
constexpr const char* english[] = {
    "supervis*",   "case number*", "client*",  "non-complian*", "noncomplian*", "complian*",   "no-show*", "late",
    "lateness",    "fail*",        "invalid*", "error*",        "denied",       "deny*",       "denial*",  "placement*",
    "removal*",    "removed",      "abus*",    "neglect*",      "custod*",      "allegation*", "alleged",  "accus*",
    "investigat*", "offender*",    "offense*", "perpetrator*",  "maltreat*",    "unfit",       "refus*",   "reject*",
    "illegal*",    "incorrect",    "wrong",    "unauthorized",
};
// "tarde" alone is the afternoon; "más tarde" is later.
constexpr const char* spanish[] = {
    "supervis*",    "número de caso", "números de caso", "cliente*",     "incumpl*",      "cumplimiento",  "inasisten*",
    "ausencia*",    "llegó tarde",    "llega tarde",     "llegar tarde", "llegado tarde", "tardanza*",     "retras*",
    "atras*",       "impuntual*",     "fall*",           "fracas*",      "inválid*",      "no válid*",     "error*",
    "negad*",       "deneg*",         "rechaz*",         "colocación",   "colocaciones",  "colocad*",      "remoción",
    "retirada de",  "retiro de",      "separación",      "abus*",        "maltrat*",      "neglig*",       "descuid*",
    "custodia*",    "acus*",          "denuncia*",       "alegat*",      "alegad*",       "investiga*",    "delito*",
    "delincuente*", "infracción",     "ilegal*",         "incorrect*",   "equivocad*",    "no autorizad*",
};

// Lower case, one space between words, one at each end.
icu::UnicodeString spaced(std::string_view text) {
    icu::UnicodeString words(u' ');
    const auto plain = icu::UnicodeString::fromUTF8(ui::plain_text(text)).toLower();
    for (int32_t at = 0; at < plain.length(); ++at) {
        const bool is_letter = u_isalnum(plain[at]) || plain[at] == u'-' || plain[at] == u'*';
        if (is_letter) {
            words += plain[at];
        } else if (!words.endsWith(u" ")) {
            words += u' ';
        }
    }
    return words.endsWith(u" ") ? words : words + u' ';
}

template <typename List>
std::vector<std::string> found_in(const icu::UnicodeString& text, const List& list) {
    std::vector<std::string> found;
    for (const char* form : list) {
        icu::UnicodeString wanted = u" " + icu::UnicodeString::fromUTF8(form);
        if (wanted.endsWith(u"*")) {
            wanted.truncate(wanted.length() - 1);
        } else {
            wanted += u' ';
        }
        if (text.indexOf(wanted) >= 0) found.emplace_back(form);
    }
    return found;
}

} // namespace

std::vector<std::string> words_never_said_in(std::string_view text, Tongue tongue) {
    return tongue == Tongue::english ? found_in(spaced(text), english) : found_in(spaced(text), spanish);
}

std::vector<std::string> words_never_said(Tongue tongue) {
    if (tongue == Tongue::english) return {std::begin(english), std::end(english)};
    return {std::begin(spanish), std::end(spanish)};
}

} // namespace audits
