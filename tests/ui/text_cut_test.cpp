#include "ui/graphemes.hpp"
#include "ui/text_engine.hpp"

#include <algorithm>
#include <doctest/doctest.h>

namespace {

// A text as the list of its letters, written by hand: nothing may part what stands together here.
struct Letters {
    const char* language;
    bool right_to_left;
    std::vector<std::string> letters;

    [[nodiscard]] std::string text() const {
        std::string all;
        for (const auto& letter : letters) all += letter;
        return all;
    }
    [[nodiscard]] std::vector<std::size_t> borders() const {
        std::vector<std::size_t> all{0};
        for (const auto& letter : letters) all.push_back(all.back() + letter.size());
        return all;
    }
    [[nodiscard]] bool has_border(std::size_t at) const { return std::ranges::count(borders(), at) == 1; }
    [[nodiscard]] ui::TextRun run() const {
        ui::TextRun run;
        run.text = text();
        run.language = language;
        run.right_to_left = right_to_left;
        return run;
    }
};

const std::vector<Letters>& all_letters() {
    static const std::vector<Letters> all{
        {"en", false, {"a", "👨‍👩‍👧‍👦", "b", "👍🏽", "🇺🇸", "🇲🇽", "c", "❤️", "1️⃣"}},
        {"hi", false, {"क्षे", "त्री", "य", "का", "र्या", "ल", "य", "द्ध्या", "ज़", "श्र्या", "हि", "न्दी"}},
        {"bn", false, {"ক্ষে", "ত্র", "স্বা", "গ", "ত", "জ্ঞা", "ন", "ন্ত্রী"}},
        {"my", false, {"တ", "က္က", "သို", "လ်", "အ", "င်္ဂ", "လိ", "ပ်", "စာ", "မြ", "န်", "မာ"}},
        {"km", false, {"ខ្មែ", "រ", "ក្រុ", "ង", "ស្ត្រី", "ព័", "ត៌", "មា", "ន"}},
        {"vi", false, {"T", "i", "e\u0302\u0301", "n", "g", "V", "i", "e\u0323\u0302", "t", "u\u031b\u0309"}},
        {"ar", true, {"مُ", "تَ", "رْ", "جِ", "مٌ", "شُّ", "كْ", "رً", "ا"}},
        {"ta", false, {"த", "மி", "ழ்", "ப", "க்", "க", "ம்"}},
    };
    return all;
}

} // namespace

TEST_CASE("letters are whole: emoji families, conjuncts, stacks, marks") {
    for (const auto& some : all_letters()) {
        CAPTURE(some.text());
        CHECK(ui::grapheme_borders(some.text()) == some.borders());
    }
    CHECK(ui::grapheme_borders("") == std::vector<std::size_t>{0});
}

TEST_CASE("a word too wide for its line breaks between letters only, at every width") {
    const auto engine = ui::TextEngine::open().release_value();
    for (const auto& some : all_letters()) {
        CAPTURE(some.text());
        ui::TextRun run = some.run();
        const int natural = static_cast<int>(engine->measure(run).size.w);
        std::size_t most_lines = 0;
        for (int width = 12; width < natural; width += 3) {
            run.width_px = static_cast<float>(width);
            CAPTURE(run.width_px);
            std::vector<std::size_t> starts; // of the lines
            for (const auto& piece : engine->shaped(run)) {
                const auto line = static_cast<std::size_t>(piece.line);
                if (starts.size() <= line) starts.resize(line + 1, run.text.size());
                starts[line] = std::min(starts[line], piece.start);
            }
            most_lines = std::max(most_lines, starts.size());
            for (const std::size_t start : starts) CHECK(some.has_border(start));
        }
        CHECK(most_lines >= some.letters.size() / 2); // narrow enough to have had every chance
    }
}

TEST_CASE("an ellipsis stands behind a whole letter, within its lines, at every width") {
    const auto engine = ui::TextEngine::open().release_value();
    for (const auto& some : all_letters()) {
        CAPTURE(some.text());
        ui::TextRun run = some.run();
        const int natural = static_cast<int>(engine->measure(run).size.w);
        const std::string whole = run.text;
        for (run.most_lines = 1; run.most_lines <= 2; ++run.most_lines) {
            std::size_t kept_before = 0, places = 0;
            for (int width = 36; width < natural * 19 / 20 / run.most_lines; width += 3) {
                run.width_px = static_cast<float>(width);
                CAPTURE(run.width_px);
                const auto measured = engine->measure(run);
                if (!measured.is_cut || measured.lines < run.most_lines) continue;
                CHECK(measured.lines <= run.most_lines);
                CHECK(measured.size.w <= run.width_px + 1);
                std::size_t end = 0;
                for (const auto& piece : engine->shaped(run)) end = std::max(end, piece.start + piece.length);
                // What is set is a part of the text and an ellipsis of three bytes.
                const std::size_t kept = end - 3;
                CHECK(some.has_border(kept));
                CHECK(kept < whole.size());
                places += kept != kept_before ? 1 : 0;
                kept_before = kept;
            }
            CHECK(places >= 2);
        }
    }
}

TEST_CASE("text that is cut after a word keeps no space before its ellipsis, and its bold part stays bold") {
    const auto engine = ui::TextEngine::open().release_value();
    ui::TextRun run;
    run.text = "You *can still* come in today";
    const std::string plain = "You can still come in today";
    const int natural = static_cast<int>(engine->measure(run).size.w);
    run.most_lines = 1;
    bool has_bold = false;
    for (int width = 80; width < natural - 4; width += 2) {
        run.width_px = static_cast<float>(width);
        std::size_t end = 0;
        for (const auto& piece : engine->shaped(run)) {
            end = std::max(end, piece.start + piece.length);
            has_bold = has_bold || piece.file.find("Bold") != std::string::npos;
        }
        REQUIRE(end > 3);
        CHECK(plain[end - 4] != ' ');
    }
    CHECK(has_bold);
}

TEST_CASE("Khmer and Burmese, written without spaces, break between words and are not cut") {
    const auto engine = ui::TextEngine::open().release_value();
    struct Sentence {
        const char* language;
        std::vector<std::string> words;
    };
    for (const auto& sentence : {Sentence{"km", {"សូម", "ទៅ", "កាន់", "បន្ទប់", "ស្ងាត់", "សម្រាប់", "កុមារ"}},
                                 Sentence{"my", {"ကလေး", "များ", "အတွက်", "အခန်း"}}}) {
        ui::TextRun run;
        run.language = sentence.language;
        std::vector<std::size_t> borders{0};
        for (const auto& word : sentence.words) {
            run.text += "*" + word + "*"; // bold marks must not move the breaks
            borders.push_back(borders.back() + word.size());
        }
        CAPTURE(run.text);
        run.width_px = engine->measure(run).size.w * 0.55F;
        CHECK(engine->measure(run).lines >= 2);
        CHECK_FALSE(engine->measure(run).is_cut);
        std::size_t end = 0;
        int line = 0;
        for (const auto& piece : engine->shaped(run)) {
            if (piece.line != line) CHECK(std::ranges::count(borders, piece.start) == 1);
            line = piece.line;
            end = piece.start + piece.length;
        }
        CHECK(end == borders.back());
    }
}
