#include "ui/paper.hpp"

#include "tests/support/phrases.hpp"

#include <doctest/doctest.h>

namespace {

// What stock pdftotext and pdfinfo find in the sheet.
struct ReadSheet {
    std::string text;
    std::string info;
    std::string fonts;
};

ReadSheet read(ui::Paper& paper) {
    auto pdf = paper.finish();
    REQUIRE(!pdf.is_error());
    const std::string bytes(pdf.value().text());
    CHECK(bytes.starts_with("%PDF-"));
    const support::TempFolder folder;
    const auto file = (folder.path() / "sheet.pdf").string();
    support::write_file(file, bytes);
    return {support::run({"pdftotext", "-layout", file, "-"}).out, support::run({"pdfinfo", file}).out,
            support::run({"pdffonts", file}).out};
}

std::unique_ptr<ui::Paper> begin(const ui::Phrasebook& words, ui::PaperSize size = ui::PaperSize::letter) {
    return ui::Paper::begin(size, words).release_value();
}

ui::Words told(const char* text) { return ui::Words::of_record(text); }

} // namespace

TEST_CASE("a sheet is a PDF in the fonts of the house that stock tools read: title, text and a table in its rows") {
    const auto words = support::house_phrases({"en"});
    const auto paper = begin(words);
    paper->title(told("A title"));
    paper->heading(told("A heading"));
    paper->text(told("A line of text with ñ and é."));
    paper->columns({2, 1});
    paper->row({told("What"), told("How it is")}, ui::RowMark::none, ui::Weight::bold);
    paper->row({told("Screen"), told("Passed")}, ui::RowMark::passed);
    paper->row({told("Printer"), told("Left out")}, ui::RowMark::left_out);
    const auto sheet = read(*paper);
    for (const char* text : {"A title", "A heading", "A line of text with ñ and é.", "How it is"}) {
        CAPTURE(text);
        CHECK(sheet.text.find(text) != std::string::npos);
    }
    const auto row = sheet.text.find("Screen");
    CHECK(sheet.text.find("Passed", row) < sheet.text.find('\n', row));
    CHECK(sheet.fonts.find("Andika") != std::string::npos);
    CHECK(sheet.info.find("612 x 792") != std::string::npos);
}

TEST_CASE("A4 is A4, and what finds no room goes to a new page with nothing lost") {
    const auto words = support::house_phrases({"en"});
    const auto paper = begin(words, ui::PaperSize::a4);
    for (int i = 0; i < 120; ++i) paper->row({told(("Row " + std::to_string(i) + ".").c_str())});
    CHECK(paper->pages() > 1);
    const int pages = paper->pages();
    const auto sheet = read(*paper);
    CHECK(sheet.info.find("595 x 842") != std::string::npos);
    CHECK(sheet.info.find(std::to_string(pages) + "\n") != std::string::npos);
    for (int i = 0; i < 120; ++i) {
        CAPTURE(i);
        CHECK(sheet.text.find("Row " + std::to_string(i) + ".") != std::string::npos);
    }
}

TEST_CASE("a sheet in a language that reads from the right begins there") {
    auto words = support::house_phrases({"en", "ar-XB"});
    REQUIRE(words.set_language("ar-XB"));
    const auto paper = begin(words);
    paper->columns({1, 1});
    paper->row({told("first"), told("second")});
    const auto sheet = read(*paper);
    CHECK(sheet.text.find("second") < sheet.text.find("first"));
}

TEST_CASE("a long cell takes more lines and pushes down what follows") {
    const auto words = support::house_phrases({"en"});
    const auto paper = begin(words);
    paper->columns({1, 1});
    std::string many;
    for (int i = 0; i < 40; ++i) many += "word" + std::to_string(i) + " ";
    paper->row({told(many.c_str()), told("beside")});
    paper->row({told("after")});
    const auto sheet = read(*paper);
    CHECK(sheet.text.find("word39") < sheet.text.find("after"));
}
