// Keys of the languages in Cyrillic and Arabic letters, in the places where keyboards of those languages have them; the
// letters of Arabic and Pashto run from left to right over the keys, as they do there. And the signs of all languages.

#include "ui/keyboard_letters.hpp"

#include <algorithm>
#include <array>

namespace ui {

namespace {

// U+064B to U+0654 and U+0670 are marks that stand over or under a letter; fatha has the key, the others are behind it.
constexpr std::array<LanguageKeys, 3> others{{
    {"uk", "й ц у к е н г ш щ з х ї|ф і в а п р о л д ж є ґ|я ч с м и т ь б ю ʼ , .", "и ы|е ёэ|ʼ ’'-|ь ъ|. ?!", "АБВ",
     "ёэ"},
    {"ar", "ض ص ث ق ف غ ع ه خ ح ج د|ش س ي ب ل ا ت ن م ك ط \u064E|ذ ئ ء ؤ ر ى ة و ز ظ ، .",
     "ا أإآٱ|ه ة|ي ى|ب پ|ج چ|ف ڤ|ك گ|\u064E \u064B\u064C\u064D\u064F\u0650\u0651\u0652\u0670|، ؛|. ؟!", "أ ب ج", "أآ",
     "،", "؟", "؛"},
    {"ps", "ض ص ث ق ف غ ع ه خ ح ځ ج چ څ \u064E|ش س ښ ی ي ې ۍ ب پ ل ا ت ټ ن ئ|ظ ط ز ژ ږ ر ړ ذ د ډ ڼ و م ک ګ",
     "ا آأء|ه ةۀ|و ؤ|ی ى|ک ك|ګ گ|\u064E \u064B\u064C\u064D\u064F\u0650\u0651\u0652\u0670\u0654", "ا ب پ", "آء", "،",
     "؟", "؛"},
}};

} // namespace

std::optional<LanguageKeys> find_other_keys(std::string_view language) {
    const auto found =
        std::find_if(others.begin(), others.end(), [&](const LanguageKeys& each) { return each.language == language; });
    if (found == others.end()) return std::nullopt;
    return *found;
}

std::string_view sign_variants() {
    return "1 ١۱|2 ٢۲|3 ٣۳|4 ٤۴|5 ٥۵|6 ٦۶|7 ٧۷|8 ٨۸|9 ٩۹|0 ٠۰|, ،、，|. …。·|? ¿؟？|! ¡|; ؛|، ,|؟ ?|؛ ;|' ’‘ʼ|- –—|\" "
           "“”«»„|$ €£¢";
}

} // namespace ui
