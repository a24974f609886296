#include "kiosk/import/contact_guard.hpp"

#include "kiosk/import/text_form.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace kiosk {

namespace {

using Words = std::vector<std::string>;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
// Bytes of letters beyond ASCII count as letters: they belong to words.
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80; }

template <std::size_t size>
bool is_among(const std::array<std::string_view, size>& list, std::string_view word) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

// Digits that somebody spelled, English and Spanish; "oh" as people say it on the phone.
void spell_digits(std::string& text) {
    constexpr std::array<std::pair<std::string_view, char>, 20> spelled{{
        {"zero", '0'},  {"one", '1'},    {"two", '2'},   {"three", '3'}, {"four", '4'}, {"five", '5'},  {"six", '6'},
        {"seven", '7'}, {"eight", '8'},  {"nine", '9'},  {"oh", '0'},    {"cero", '0'}, {"uno", '1'},   {"dos", '2'},
        {"tres", '3'},  {"cuatro", '4'}, {"cinco", '5'}, {"siete", '7'}, {"ocho", '8'}, {"nueve", '9'},
    }};
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at;
        while (end < text.size() && is_letter(text[end])) ++end;
        const std::string_view word(text.data() + at, end - at);
        const auto* found =
            std::find_if(spelled.begin(), spelled.end(), [&](auto& pair) { return pair.first == word; });
        if (!word.empty() && found != spelled.end()) {
            result += found->second;
        } else {
            result += word.empty() ? text.substr(at, 1) : std::string(word);
        }
        at = word.empty() ? at + 1 : end;
    }
    text = result;
}

bool stands_alone(const std::string& text, std::size_t at, std::size_t size) {
    const auto is_part = [&](std::size_t place) { return is_digit(text[place]) || text[place] == ':'; };
    return (at == 0 || !is_part(at - 1)) && (at + size >= text.size() || !is_part(at + size));
}

// How long a date (2026-03-09, 3/9/2026) or clock time (15:30) at `at` is; 0 if none stands there.
std::size_t moment_size(const std::string& text, std::size_t at) {
    const auto fits = [&](std::string_view shape) {
        if (at + shape.size() > text.size() || !stands_alone(text, at, shape.size())) return false;
        for (std::size_t n = 0; n < shape.size(); ++n) {
            const char c = text[at + n];
            if (shape[n] == 'd' ? !is_digit(c) : c != shape[n]) return false;
        }
        return true;
    };
    const auto number = [&](std::size_t from, std::size_t size) { return std::stoi(text.substr(at + from, size)); };
    if (fits("dddd-dd-dd") && number(0, 2) == 20 && number(5, 2) <= 12 && number(8, 2) <= 31) return 10;
    for (const std::string_view shape : {"dd/dd/dddd", "d/dd/dddd", "dd/d/dddd", "d/d/dddd"}) {
        if (fits(shape) && number(shape.size() - 4, 2) == 20) return shape.size();
    }
    if (fits("dd:dd") && number(0, 2) < 24 && number(3, 2) < 60) return 5;
    if (fits("d:dd") && number(2, 2) < 60) return 4;
    return 0;
}

void drop_moments(std::string& text) {
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (const std::size_t size = moment_size(text, at); size > 0) text.replace(at, size, size, 'x');
    }
}

struct DigitRun {
    std::vector<std::size_t> groups; // digits in each
    bool is_list = false;            // commas or semicolons stand between
};

bool is_phone(const DigitRun& run) {
    std::size_t digits = 0;
    for (const std::size_t group : run.groups) digits += group;
    const auto groups_are = [&](std::vector<std::size_t> shape) { return run.groups == shape; };
    if (digits < 7 || groups_are({5, 4})) return false;
    const bool is_spelled_out =
        std::all_of(run.groups.begin(), run.groups.end(), [](auto group) { return group == 1; });
    return !run.is_list || is_spelled_out || groups_are({3, 4}) || groups_are({3, 3, 4}) || groups_are({1, 3, 3, 4}) ||
           groups_are({3, 7}) || groups_are({10});
}

bool has_phone(const std::string& text) {
    constexpr std::string_view separators = " -.()/+_*:~|'\"[]{}=#,;";
    DigitRun run;
    bool in_group = false;
    for (const char c : text) {
        if (is_digit(c)) {
            if (!in_group) run.groups.push_back(0);
            ++run.groups.back();
            in_group = true;
            continue;
        }
        in_group = false;
        if (separators.find(c) == std::string_view::npos) {
            if (is_phone(run)) return true;
            run = {};
        } else if ((c == ',' || c == ';') && !run.groups.empty()) {
            run.is_list = true;
        }
    }
    return is_phone(run);
}

std::string without_blanks(std::string text) {
    text.erase(std::remove(text.begin(), text.end(), ' '), text.end());
    return text;
}

bool has_email(const std::string& spaced) {
    std::string text = " " + spaced + " ";
    const auto replace = [&](std::string_view what, std::string_view by) {
        for (std::size_t at = 0; (at = text.find(what, at)) != std::string::npos; at += by.size()) {
            text.replace(at, what.size(), by);
        }
    };
    for (const std::string_view at_sign : {"(at)", "[at]", "{at}", "<at>", " arroba "}) replace(at_sign, "@");
    for (const std::string_view dot : {"(dot)", "[dot]", "{dot}", "<dot>", " punto "}) replace(dot, ".");
    if (text.find(" dot ") != std::string::npos) {
        replace(" dot ", ".");
        replace(" at ", "@");
    }
    text = without_blanks(text);
    for (std::size_t at = text.find('@'); at != std::string::npos; at = text.find('@', at + 1)) {
        if (at == 0 || !(is_letter(text[at - 1]) || is_digit(text[at - 1])) ||
            text.compare(at - std::min<std::size_t>(at, 3), 3, "•") == 0) {
            continue;
        }
        const std::size_t end = text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-", at + 1);
        if (end != std::string::npos && end > at + 1 && text[end] == '.' && end + 1 < text.size() &&
            is_letter(text[end + 1])) {
            return true;
        }
    }
    return false;
}

// Words of letters and digits; single characters in a row ("m a p l e") become one word.
Words words_of(const std::string& text) {
    Words words;
    std::string word;
    const auto end_word = [&] {
        if (!word.empty()) words.push_back(std::move(word));
        word.clear();
    };
    for (const char c : text) {
        if (is_letter(c) || is_digit(c)) {
            word += c;
        } else if ((c != '\'' && c != '.') || word.size() > 1) {
            end_word();
        }
    }
    end_word();
    Words joined;
    std::size_t singles = 0;
    for (const std::string& next : words) {
        singles = next.size() == 1 ? singles + 1 : 0;
        if (singles > 1) {
            joined.back() += next;
        } else {
            joined.push_back(next);
        }
    }
    return joined;
}

constexpr std::array<std::string_view, 42> street_words{
    "street", "st",      "avenue",  "ave",     "av",    "road",   "rd",      "lane",     "ln",
    "drive",  "dr",      "court",   "ct",      "place", "pl",     "terrace", "ter",      "boulevard",
    "blvd",   "highway", "hwy",     "parkway", "pkwy",  "circle", "cir",     "way",      "turnpike",
    "tpke",   "square",  "sq",      "trail",   "trl",   "alley",  "row",     "crescent", "extension",
    "pike",   "plaza",   "commons", "ridge",   "path",  "route",
};
// Words that show that the number before them counts something, or that the street is only a direction.
constexpr std::array<std::string_view, 34> other_words{
    "minute", "minutes", "min",    "mins", "hour", "hours",    "block", "blocks", "mile",  "miles", "am", "pm",
    "to",     "from",    "at",     "on",   "in",   "of",       "and",   "past",   "after", "near",  "by", "for",
    "stops",  "stop",    "people", "the",  "days", "children", "steps", "take",   "takes", "took",
};
constexpr std::array<std::string_view, 8> number_of{"bus", "line", "route", "room", "door", "exit", "floor", "grade"};
constexpr std::array<std::string_view, 7> spanish_streets{"calle",  "avenida", "avda",        "carretera",
                                                          "camino", "paseo",   "urbanizacion"};

bool is_house_number(std::string_view word) {
    const auto digits = static_cast<std::size_t>(std::find_if_not(word.begin(), word.end(), is_digit) - word.begin());
    return digits > 0 && digits <= 6 && word.size() - digits <= 1;
}

bool ends_like_street(std::string_view word) {
    for (const std::string_view ending : {"street", "avenue", "road", "lane", "drive", "boulevard"}) {
        if (is_digit(word.front()) && word.size() > ending.size() + 1 && word.ends_with(ending)) return true;
    }
    return false;
}

bool has_street_address(const std::string& text) {
    constexpr std::size_t most_words_between = 4;
    const Words words = words_of(text);
    for (std::size_t n = 0; n < words.size(); ++n) {
        if (ends_like_street(words[n])) return true;
        const bool is_post_box = words[n] == "pobox" ||
                                 (words[n] == "box" && n > 0 && (words[n - 1] == "po" || words[n - 1] == "office")) ||
                                 (words[n] == "box" && n > 1 && words[n - 1] == "o" && words[n - 2] == "p");
        if (is_post_box && n + 1 < words.size() && is_digit(words[n + 1].front())) return true;
        if (is_among(spanish_streets, words[n])) {
            for (std::size_t next = n + 2; next < words.size() && next <= n + 1 + most_words_between; ++next) {
                if (is_house_number(words[next])) return true;
            }
        }
        if (!is_house_number(words[n]) || (n > 0 && is_among(number_of, words[n - 1]))) continue;
        for (std::size_t next = n + 1; next < words.size() && next <= n + 1 + most_words_between; ++next) {
            if (is_among(other_words, words[next])) break;
            if (next > n + 1 && is_among(street_words, words[next])) return true;
        }
    }
    return false;
}

Contact find(std::string_view cell, bool may_be_address) {
    std::string text = plain_form(cell);
    if (has_email(text)) return Contact::email;
    if (!may_be_address && has_street_address(text)) return Contact::street_address;
    spell_digits(text);
    drop_moments(text);
    if (has_phone(text)) return Contact::phone;
    return Contact::none;
}

} // namespace

Contact find_contact(std::string_view text) { return find(text, false); }

Contact find_contact_beside_address(std::string_view text) { return find(text, true); }

} // namespace kiosk
