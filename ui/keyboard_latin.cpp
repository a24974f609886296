// Keys of the languages in Latin letters. Names are from everywhere: every accent that the common list has can be typed
// in each of them.

#include "ui/keyboard_letters.hpp"

#include <algorithm>
#include <array>

namespace ui {

namespace {

constexpr std::string_view abc = "ABC";
constexpr std::string_view qwerty = "q w e r t y u i o p|a s d f g h j k l '|z x c v b n m , . ?";

constexpr std::array<LanguageKeys, 10> latin{{
    {"en", qwerty, "", abc, "áà"},
    {"es", "q w e r t y u i o p|a s d f g h j k l ñ|z x c v b n m , . ?", "a á|e é|i í|o ó|u úü|? ¿|. ¡!'", abc, "áü"},
    {"pt", "q w e r t y u i o p|a s d f g h j k l ç|z x c v b n m , . ?", "a ãáâà|e éê|i í|o õóô|u úü|. '", abc, "ãé"},
    {"ht", qwerty, "a à|e èé|o ò", abc, "èò"},
    {"pl", qwerty, "a ą|c ć|e ę|l ł|n ń|o ó|s ś|z żź", abc, "ął"},
    // No conversion to Han characters: pinyin with its tones.
    {"zh", qwerty, "a āáǎà|e ēéěè|i īíǐì|o ōóǒò|u ūúǔùü|v üǖǘǚǜ|, ，、|. 。|? ？", abc, "āǎ"},
    {"fr", "a z e r t y u i o p|q s d f g h j k l m|w x c v b n ' , . ?", "a àâæ|c ç|e éèêë|i îï|o ôœ|u ùûü|y ÿ", abc,
     "éè"},
    {"it", qwerty, "a à|e èé|i ìî|o òó|u ùú", abc, "èà"},
    {"sq", "q w e r t z u i o p ë|a s d f g h j k l ç '|y x c v b n m , . ?", "", abc, "áà"},
    // The twelve vowels stand on keys of their own; each holds its five tones.
    {"vi", "q w e r t y u i o p ơ ư|a s d f g h j k l ă â đ|z x c v b n m ê ô , . ?",
     "a àảãáạ|ă ằẳẵắặ|â ầẩẫấậ|e èẻẽéẹ|ê ềểễếệ|i ìỉĩíị|o òỏõóọ|ô ồổỗốộ|ơ ờởỡớợ|u ùủũúụ|ư ừửữứự|y ỳỷỹýỵ", abc, "ạả"},
}};

} // namespace

std::optional<LanguageKeys> find_latin_keys(std::string_view language) {
    const auto found =
        std::find_if(latin.begin(), latin.end(), [&](const LanguageKeys& each) { return each.language == language; });
    if (found == latin.end()) return std::nullopt;
    return *found;
}

std::string_view common_latin_variants() {
    return "a áàâäãåąăāæ|c çćč|d đð|e éèêëęē|g ğ|i íìîïīı|l ł|n ñńň|o óòôöõøœő|r ř|s śšşß|t ţț|u úùûüūű|y ýÿ|z źżž";
}

} // namespace ui
