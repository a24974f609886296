#include "tests/support/reference_strings.hpp"
#include "tests/support/shell.hpp"
#include "ui/text_engine.hpp"

#include <cmath>
#include <doctest/doctest.h>

namespace {

using support::ReferenceStrings;

std::unique_ptr<ui::TextEngine> engine() { return ui::TextEngine::open().release_value(); }

ui::TextRun sentence_of(const ReferenceStrings& reference, const char* text, float em_px) {
    ui::TextRun run;
    run.text = text;
    run.language = reference.language;
    run.right_to_left = reference.right_to_left;
    run.em_px = em_px;
    return run;
}

constexpr std::uint32_t no_glyph = 0x0FFFFFFF; // PANGO_GLYPH_EMPTY

// A length in the font's own units. Ours is a whole number of 1/1024 px: what is not a whole unit shows as a fraction.
std::string units(float pixels, float units_per_em, float em_px) {
    const double exact = static_cast<double>(pixels) * static_cast<double>(units_per_em) / static_cast<double>(em_px);
    const double whole = std::round(exact);
    // Half a step of Pango's in units of the font: the most that one advance can be rounded by.
    const double step = static_cast<double>(units_per_em) / static_cast<double>(em_px) / 1024;
    return std::abs(exact - whole) < step ? std::to_string(std::lround(exact)) : std::to_string(exact);
}

// As hb-shape writes it: [glyph@x,y+advance|…].
std::string written(const ui::ShapedRun& run, float units_per_em, float em_px) {
    std::string line = "[";
    for (const auto& glyph : run.glyphs) {
        if (glyph.id == no_glyph) continue;
        if (line.size() > 1) line += '|';
        line += std::to_string(glyph.id);
        const auto x = units(glyph.x, units_per_em, em_px), y = units(-glyph.y, units_per_em, em_px);
        if (x != "0" || y != "0") line.append("@").append(x).append(",").append(y);
        line += "+" + units(glyph.advance, units_per_em, em_px);
    }
    return line + "]";
}

// Isolates order the pieces of a line and have no glyph.
std::string without_isolates(std::string text) {
    for (const char* mark : {"\u2068", "\u2069"}) {
        for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark)) text.erase(at, 3);
    }
    return text;
}

struct Asked {
    std::string text;
    std::string file;
    int face;
    std::string script;
    std::string language;
    bool right_to_left;
    std::string before = {};
    std::string after = {};
};

std::string hb_shape(const Asked& asked) {
    std::vector<std::string> command{"hb-shape",
                                     "--no-glyph-names",
                                     "--no-clusters",
                                     "--font-file=" + asked.file,
                                     "--face-index=" + std::to_string(asked.face),
                                     "--script=" + asked.script,
                                     "--language=" + asked.language,
                                     asked.right_to_left ? "--direction=rtl" : "--direction=ltr"};
    if (!asked.before.empty()) command.push_back("--text-before=" + asked.before);
    if (!asked.after.empty()) command.push_back("--text-after=" + asked.after);
    command.push_back("--text=" + asked.text);
    const auto answer = support::run(command);
    REQUIRE(answer.exit_code == 0);
    return answer.out.substr(0, answer.out.find('\n'));
}

} // namespace

TEST_CASE("ten sentences in each language have the glyphs and advances that hb-shape gives them") {
    const auto text = engine();
    for (const auto& reference : support::reference_strings()) {
        for (const char* sentence : reference.sentences) {
            CAPTURE(reference.language);
            CAPTURE(sentence);
            // One px is one unit of the font, so that nothing is rounded.
            const float em = reference.units_per_em;
            const auto runs = text->shaped(sentence_of(reference, sentence, em));
            REQUIRE(runs.size() == 1);
            CHECK(runs[0].file == reference.file);
            CHECK(runs[0].face == reference.face);
            CHECK(runs[0].length == std::string_view(sentence).size());
            CHECK(written(runs[0], reference.units_per_em, em) ==
                  hb_shape({sentence, reference.file, reference.face, reference.script, reference.language,
                            reference.right_to_left}));
        }
    }
}

TEST_CASE("at the size of the screen each advance is that of hb-shape within 1/1024 px, nothing rounded to pixels") {
    const auto text = engine();
    for (const auto& reference : support::reference_strings()) {
        const char* sentence = reference.sentences[0];
        CAPTURE(sentence);
        const auto runs = text->shaped(sentence_of(reference, sentence, 30));
        REQUIRE(runs.size() == 1);
        CHECK(written(runs[0], reference.units_per_em, 30) ==
              hb_shape({sentence, reference.file, reference.face, reference.script, reference.language,
                        reference.right_to_left}));
    }
}

TEST_CASE("a name in Latin letters inside Arabic is set as hb-shape sets each of the pieces") {
    const auto text = engine();
    const std::string arabic = support::reference_strings()[0].file;
    const std::string andika = support::reference_strings()[7].file;
    const std::string before = "زيارة مع ", name = "Zoë Łódzka", after = " في الغرفة";
    ui::TextRun run = sentence_of(support::reference_strings()[0], "", 1000);
    run.text = before + "\u2068" + name + "\u2069" + after;
    std::string seen;
    for (const auto& piece : text->shaped(run)) {
        const std::string letters = without_isolates(run.text.substr(piece.start, piece.length));
        if (letters.empty()) continue;
        seen += "|" + letters;
        const bool is_name = letters.find('Z') != std::string::npos;
        CHECK(piece.right_to_left == !is_name);
        const bool is_andika = piece.family == "Andika";
        CHECK(is_andika == (is_name || letters == " "));
        CHECK(written(piece, is_andika ? 2048 : 1000, 1000) ==
              hb_shape({letters, is_andika ? andika : arabic, 0, is_name ? "Latn" : "Arab", "ar", !is_name,
                        without_isolates(run.text.substr(0, piece.start)),
                        without_isolates(run.text.substr(piece.start + piece.length))}));
    }
    // From left to right.
    CHECK(seen == "|في الغرفة| |" + name + "|زيارة مع ");
}

TEST_CASE("a Chinese sentence with a Latin name and a number changes its font there and nowhere else") {
    const auto text = engine();
    ui::TextRun run = sentence_of(support::reference_strings()[6], "请打988找Ana。", 1000);
    std::vector<std::string> families;
    for (const auto& piece : text->shaped(run)) families.push_back(piece.family);
    CHECK(families ==
          std::vector<std::string>{"Noto Sans CJK SC", "Andika", "Noto Sans CJK SC", "Andika", "Noto Sans CJK SC"});
}

TEST_CASE("each language of the design is set in the design's family, bold too") {
    const auto text = engine();
    struct Expected {
        const char* sample;
        const char* language;
        const char* family;
    };
    for (const auto& expected :
         {Expected{"مرحبا", "ar", "Noto Sans Arabic"}, Expected{"ښه", "ps", "Noto Sans Arabic"},
          Expected{"क्ष", "hi", "Noto Sans Devanagari"}, Expected{"ক্ষ", "bn", "Noto Sans Bengali"},
          Expected{"।", "bn", "Noto Sans Bengali"}, Expected{"។", "km", "Noto Sans Khmer"},
          Expected{"ខ្មែរ", "km", "Noto Sans Khmer"}, Expected{"မြန်မာ", "my", "Noto Sans Myanmar"},
          Expected{"中文", "zh", "Noto Sans CJK SC"}, Expected{"中文", "zh-CN", "Noto Sans CJK SC"},
          Expected{"中文", "zh-Hant", "Noto Sans CJK TC"}, Expected{"中文", "ja", "Noto Sans CJK JP"},
          Expected{"Việt", "vi", "Andika"}, Expected{"Ласкаво просимо", "uk", "Andika"},
          // In the list of languages each name stands among the words of another language.
          Expected{"বাংলা", "en", "Noto Sans Bengali"}, Expected{"ខ្មែរ", "en", "Noto Sans Khmer"},
          Expected{"မြန်မာ", "es", "Noto Sans Myanmar"}, Expected{"中文", "ar", "Noto Sans CJK SC"}}) {
        CAPTURE(expected.sample);
        for (const auto weight : {ui::Weight::regular, ui::Weight::bold}) {
            ui::TextRun run;
            run.text = expected.sample;
            run.language = expected.language;
            run.weight = weight;
            const auto runs = text->shaped(run);
            REQUIRE(runs.size() == 1);
            CHECK(runs[0].family == expected.family);
            CHECK(runs[0].file.find(weight == ui::Weight::bold ? "-Bold." : "-Regular.") != std::string::npos);
        }
    }
}
