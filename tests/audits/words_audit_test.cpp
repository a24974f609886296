// What the kiosk says, in the two languages in which it owes every word: easy to read, short, and without a word that
// blames. All that is found is told at once, one line a finding.

#include "tests/audits/page_states.hpp"
#include "tests/audits/readability.hpp"
#include "tests/audits/sample_sentences.hpp"
#include "tests/audits/words_never_said.hpp"
#include "tests/support/canvas_page.hpp"
#include "ui/catalog.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <map>
#include <utility>

using audits::Tongue;

namespace {

constexpr double hardest_grade = 6;
constexpr double least_inflesz = 65;
constexpr double longest_sentence = 15; // words, on average
constexpr double longest_row = 18;      // of a table, which is no sentence
constexpr int least_words = 6;          // the formulas know nothing of a label
constexpr int least_words_on_page = 5;  // as the design counted
constexpr int most_words_before_choice = 60;
constexpr int most_words_for_staff = 120; // tables and lists, to look things up in

struct Language {
    const char* code;
    Tongue tongue;
};
constexpr std::array<Language, 2> owed{{{"en", Tongue::english}, {"es", Tongue::spanish}}};

// The pages that have more to read than the bar allows (A8.7), and how much: all of them tell what happens next once
// everything has been chosen, step by step as the design draws it. None may grow, and none stays here that got shorter.
struct LongPage {
    const char* name;
    int words;
};
constexpr std::array<LongPage, 7> long_pages{{{"checked_in", 102},
                                              {"checked_in under way, all asked for, undo", 107},
                                              {"checked_in not taken back", 107},
                                              {"checked_in already", 112},
                                              {"checked_in unlisted", 83},
                                              {"checked_in as made", 85},
                                              {"privacy as made", 78}}};

std::string one_digit(double number) { return fmt::format("{:.1f}", number); }

bool is_for_staff(std::string_view page) { return page.starts_with("staff_") && !page.starts_with("staff_unlock"); }

std::string hard_to_read(std::string_view text, Tongue tongue, int least_sentence, double longest = longest_sentence) {
    const auto counts = audits::counts_of(text, tongue, least_sentence);
    if (counts.words < least_words) return {};
    if (audits::words_a_sentence(counts) > longest) {
        return "has " + one_digit(audits::words_a_sentence(counts)) + " words a sentence";
    }
    if (tongue == Tongue::english && audits::grade_of(counts) > hardest_grade) {
        return "is of grade " + one_digit(audits::grade_of(counts));
    }
    if (tongue == Tongue::spanish && audits::inflesz_of(counts) < least_inflesz) {
        return "has INFLESZ " + one_digit(audits::inflesz_of(counts));
    }
    return {};
}

void find_in_text(const std::string& where, std::string_view text, Tongue tongue, std::vector<std::string>& findings) {
    for (const auto& word : audits::words_never_said_in(text, tongue)) {
        findings.push_back(where + " says \"" + word + "\": " + std::string(text));
    }
}

struct PageWords {
    std::string page;
    std::string all;       // everything but the frame, a sentence a node
    int before_choice = 0; // words to be read, in reading order, before the first thing to choose
};

std::vector<PageWords> words_of_pages(const Language& language) {
    std::vector<PageWords> pages;
    support::CanvasPage page({.language = language.code});
    for (const auto& state : audits::page_states()) {
        page.frame([&](ui::Canvas& canvas) { state.draw(canvas); });
        PageWords words{state.name, {}, 0};
        bool is_choice_met = false;
        for (const auto& node : page.tree.nodes()) {
            if (node.is_constant) continue;
            is_choice_met = is_choice_met || node.role == ui::Role::button;
            words.all += node.name + "\n";
            if (node.role != ui::Role::field) words.all += node.value + "\n"; // else the person's own words
            if (!is_choice_met) words.before_choice += audits::counts_of(node.name, language.tongue).words;
        }
        pages.push_back(std::move(words));
    }
    return pages;
}

ui::Catalog catalog_of(const Language& language) {
    const auto file = support::read_file(support::house_catalogs() / (std::string(language.code) + ".mo"));
    auto catalog = ui::read_catalog(base::bytes_of(file));
    REQUIRE_FALSE(catalog.is_error());
    auto messages = catalog.release_value();
    messages.erase("");
    REQUIRE(messages.size() > 100);
    return messages;
}

void tell(const std::vector<std::string>& findings) {
    std::string all;
    for (const auto& finding : findings) all += "\n  " + finding;
    INFO(findings.size() << " findings:" << all);
    CHECK(findings.empty());
}

} // namespace

TEST_CASE("every message is easy to read and says no word that blames") {
    std::vector<std::string> findings;
    for (const auto& language : owed) {
        for (const auto& [id, pattern] : catalog_of(language)) {
            for (const auto& sentence : audits::sample_sentences(pattern, language.code)) {
                const std::string where = std::string(language.code) + " " + id;
                find_in_text(where, sentence, language.tongue, findings);
                const auto said = hard_to_read(sentence, language.tongue, 1);
                if (!said.empty()) findings.push_back(where + " " + said + ": " + sentence);
            }
        }
    }
    tell(findings);
}

TEST_CASE("every page as a whole is easy to read and says no word that blames") {
    std::vector<std::string> findings;
    for (const auto& language : owed) {
        for (const auto& page : words_of_pages(language)) {
            const std::string where = std::string(language.code) + " page " + page.page;
            find_in_text(where, page.all, language.tongue, findings);
            const auto said = hard_to_read(page.all, language.tongue, least_words_on_page,
                                           is_for_staff(page.page) ? longest_row : longest_sentence);
            if (!said.empty()) findings.push_back(where + " " + said);
        }
    }
    tell(findings);
}

TEST_CASE("no page asks to read more than 60 words before a choice, but those that are named here") {
    std::vector<std::string> findings;
    std::map<std::string, int> most_words; // of either language
    for (const auto& language : owed) {
        for (const auto& page : words_of_pages(language)) {
            most_words[page.page] = std::max(most_words[page.page], page.before_choice);
        }
    }
    for (const auto& known : long_pages) {
        const int words = std::exchange(most_words[known.name], 0);
        WARN_MESSAGE(words <= most_words_before_choice, std::string(known.name) << " has " << words << " words");
        if (words > known.words) findings.push_back(fmt::format("{} grew to {} words", known.name, words));
        if (words <= most_words_before_choice) findings.push_back(fmt::format("{} is short now", known.name));
    }
    for (const auto& [page, words] : most_words) {
        const int most = is_for_staff(page) ? most_words_for_staff : most_words_before_choice;
        if (words > most) findings.push_back(fmt::format("{} has {} words", page, words));
    }
    tell(findings);
}

TEST_CASE("a text that is hard, long or blames is found out") {
    CHECK(hard_to_read("Please talk to the front desk. A person there can help you.", Tongue::english, 1).empty());
    CHECK(
        hard_to_read("Identification documentation is required for participation.", Tongue::english, 1).find("grade") !=
        std::string::npos);
    CHECK(hard_to_read("La documentación insuficiente imposibilita su participación hoy.", Tongue::spanish, 1)
              .find("INFLESZ") != std::string::npos);
    CHECK(hard_to_read("If you go to the desk and say that you are here then a man will come to you and help.",
                       Tongue::english, 1)
              .find("words a sentence") != std::string::npos);
    CHECK(hard_to_read("Interpreter information", Tongue::english, 1).empty());
}

TEST_CASE("each word that is never said is found, in any case and inside a sentence, and its neighbours are not") {
    for (const auto& language : owed) {
        for (auto word : audits::words_never_said(language.tongue)) {
            CAPTURE(word);
            if (word.ends_with("*")) word.replace(word.size() - 1, 1, "xo");
            CHECK_FALSE(audits::words_never_said_in("x, *" + word + "*.", language.tongue).empty());
        }
    }
    CHECK_FALSE(audits::words_never_said_in("You are Late", Tongue::english).empty());
    CHECK_FALSE(audits::words_never_said_in("Usted LLEGÓ TARDE.", Tongue::spanish).empty());
    CHECK(audits::words_never_said_in("See you later. Chocolate!", Tongue::english).empty());
    CHECK(audits::words_never_said_in("Más tarde. Buenas tardes. Atrás.", Tongue::spanish).empty());
}
