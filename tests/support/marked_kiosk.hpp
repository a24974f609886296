// A demo kiosk whose roster is made of words that stand nowhere else, and a search for them in every spelling in which
// a program might let them slip: as they are, UTF-16, hexadecimal, base64. One thread.
#pragma once

#include "kiosk/visits/visit_code.hpp"
#include "tests/support/shell.hpp"
#include "tests/support/temp_folder.hpp"

#include <algorithm>
#include <cctype>
#include <cstdint>
#include <set>

namespace support {

struct Mark {
    const char* column; // of the canonical roster, or what else a person enters
    std::string text;
};

inline std::string marked_code() { return std::string("6913582") + kiosk::damm_check_digit("6913582"); }

// One person at one visit. `with_names` holds two marks.
inline std::vector<Mark> marked_cells() {
    return {
        {"visit_id", "vzqxvisit.4471"},
        {"person_id", "vzqxperson.9926"},
        {"visit_code", marked_code()},
        {"role", "parent"},
        {"given_name", "Quorvelline"},
        {"family_name", "Zanthobrix"},
        {"birth_date", "1987-03-29"},
        {"kind", "family_time"},
        {"status", "booked"},
        {"start", "2026-10-13T20:30Z"},
        {"end", "2026-10-13T22:00Z"},
        {"site", "marked-office"},
        {"place", "Wexglimmer House"},
        {"qr_key", "7QZX4MARKWXYZ"},
        {"purpose", "Plimvoskan together"},
        {"how_it_goes", "Grelthuvine first"},
        {"room", "Vornaquist Room"},
        {"place_access", "Skelbrundy ramp"},
        {"transport", "Drozzelwick shuttle"},
        {"with_names", "Thrylmeda;Oskwiffe"},
        {"helper_name", "Ms. Fendrazzo"},
        {"bring", "Jumblewrex blanket"},
        {"viewer_note", "Hyxolument please"},
        {"language", "en"},
        {"phone_hint", "Ploxternid ••• 0142"},
        {"contact_safety", "Wyrmbaskel only"},
        {"keep_apart", "Blentvorix apart"},
        {"may_take_home", "Crystomund alone"},
        {"meeting", "Egglantrix circle"},
    };
}

// Words looked for in files: of the roster's cells, what no other file of ours could hold, and what is typed.
inline std::vector<Mark> marks() {
    std::vector<Mark> words;
    constexpr std::array<std::string_view, 8> ordinary{"role", "kind", "status",   "start",
                                                       "end",  "site", "language", "with_names"};
    for (auto& cell : marked_cells()) {
        if (std::find(ordinary.begin(), ordinary.end(), cell.column) != ordinary.end()) continue;
        // The word alone: a program may have cut the rest of the cell.
        std::string text = cell.text.substr(cell.text.starts_with("Ms. ") ? 4 : 0);
        words.push_back({cell.column, text.substr(0, text.find(' '))});
    }
    words.push_back({"with_names, the first", "Thrylmeda"});
    words.push_back({"with_names, the second", "Oskwiffe"});
    words.push_back({"birth date as typed", "03291987"});
    words.push_back({"note as typed", "Smorlathene"});
    words.push_back({"note by touch", "Kvipuz"}); // letter by letter, on the keys of the screen
    return words;
}

inline std::string marked_roster() {
    std::string names;
    std::string cells;
    for (const auto& cell : marked_cells()) {
        names += (names.empty() ? "" : ",") + std::string(cell.column);
        cells += (cells.empty() ? "" : ",") + cell.text;
    }
    return names + "\r\n" + cells + "\r\n";
}

// Finds marks in any number of texts, letter case aside.
class MarkSearch {
public:
    explicit MarkSearch(const std::vector<Mark>& words) {
        for (const auto& word : words) {
            add(word.column, word.text);
            std::string wide;
            for (const char c : word.text) (wide += c) += '\0';
            add(std::string(word.column) + " in UTF-16", wide);
            add(std::string(word.column) + " in hexadecimal", hex(word.text));
            add(std::string(word.column) + " in hexadecimal of UTF-16", hex(wide));
            for (std::size_t shift = 0; shift < 3; ++shift) {
                add(std::string(word.column) + " in base64", base64_inside(word.text, shift));
            }
        }
    }

    // The columns whose words stand in `text`, each with its spelling.
    [[nodiscard]] std::set<std::string> find(std::string_view text) const {
        std::set<std::string> found;
        for (std::size_t i = 0; i + 1 < text.size(); ++i) {
            for (const std::size_t n : by_start_[start_of(text, i)]) {
                const Needle& needle = needles_[n];
                if (text.size() - i < needle.text.size()) continue;
                const bool is_same =
                    std::equal(needle.text.begin(), needle.text.end(), text.begin() + static_cast<std::ptrdiff_t>(i),
                               [](char mark, char c) { return mark == lower(c); });
                if (is_same) found.insert(needle.what);
            }
        }
        return found;
    }

    // The same for every file under `folder`, and for the names of the files.
    [[nodiscard]] std::set<std::string> find_in_folder(const std::filesystem::path& folder) const {
        std::set<std::string> found;
        for (const auto& file : std::filesystem::recursive_directory_iterator(folder)) {
            const std::string name = file.path().lexically_relative(folder).string();
            for (const auto& what : find(name)) found.insert(what + " in a file's name");
            if (!file.is_regular_file()) continue;
            for (const auto& what : find(read_file(file.path()))) found.insert(what + " in " + name);
        }
        return found;
    }

private:
    struct Needle {
        std::string what;
        std::string text; // lower case
    };

    static char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
    static std::size_t start_of(std::string_view text, std::size_t at) {
        return static_cast<std::size_t>(static_cast<unsigned char>(lower(text[at]))) << 8U |
               static_cast<unsigned char>(lower(text[at + 1]));
    }
    void add(std::string what, std::string text) {
        std::transform(text.begin(), text.end(), text.begin(), &lower);
        by_start_[start_of(text, 0)].push_back(needles_.size());
        needles_.push_back({std::move(what), std::move(text)});
    }
    static std::string hex(std::string_view text) {
        std::string digits;
        for (const char c : text) {
            digits += "0123456789abcdef"[static_cast<unsigned char>(c) >> 4U];
            digits += "0123456789abcdef"[static_cast<unsigned char>(c) & 15U];
        }
        return digits;
    }
    // The letters of base64 that depend on `text` alone when it begins `shift` bytes into a group of three.
    static std::string base64_inside(std::string_view text, std::size_t shift) {
        constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        std::string padded(shift, '\0');
        padded += text;
        std::string coded;
        for (std::size_t bit = 0; bit + 6 <= padded.size() * 8; bit += 6) {
            unsigned value = 0;
            for (std::size_t i = bit; i < bit + 6; ++i) {
                const unsigned byte = static_cast<unsigned char>(padded[i / 8]);
                value = value << 1U | (byte >> (7 - i % 8) & 1U);
            }
            coded += letters[value];
        }
        return coded.substr((shift * 8 + 5) / 6);
    }

    std::vector<Needle> needles_;
    std::array<std::vector<std::size_t>, 65536> by_start_;
};

} // namespace support
