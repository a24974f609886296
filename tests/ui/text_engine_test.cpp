#include "ui/text_engine.hpp"

#include <doctest/doctest.h>

namespace {

std::unique_ptr<ui::TextEngine> engine() { return ui::TextEngine::open().release_value(); }

ui::TextRun run(std::string text, std::string language = "en") {
    ui::TextRun run;
    run.text = std::move(text);
    run.language = std::move(language);
    return run;
}

// Rows of the picture that hold ink, relative to the block.
std::pair<int, int> ink_rows(const ui::PlacedBitmap& placed) {
    int first = -1, last = -1;
    for (int y = 0; y < placed.bitmap.height(); ++y) {
        for (int x = 0; x < placed.bitmap.width(); ++x) {
            const auto at = static_cast<std::size_t>(y) * static_cast<std::size_t>(placed.bitmap.width());
            if (placed.bitmap.pixels()[at + static_cast<std::size_t>(x)] >> 24 < 128) continue;
            if (first < 0) first = y;
            last = y;
        }
    }
    return {first + placed.top, last + placed.top};
}

std::size_t ink(const ui::PlacedBitmap& placed) {
    std::size_t sum = 0;
    for (std::size_t i = 0; i < placed.bitmap.bytes() / 4; ++i) sum += placed.bitmap.pixels()[i] >> 24;
    return sum;
}

} // namespace

TEST_CASE("each script is set in the family that the design names") {
    const auto text = engine();
    CHECK(text->family_of(run("Welcome")) == "Andika");
    CHECK(text->family_of(run("łódź", "pl")) == "Andika");
    CHECK(text->family_of(run("Hỗ trợ", "vi")) == "Andika");
    for (const char* language : {"ar", "ps", "fa", "ur"}) {
        CHECK(text->family_of(run("\u0645\u0631\u062d\u0628\u0627", language)) == "Noto Sans Arabic");
        CHECK(text->family_of(run("\u069a\u067c\u06bc", language)) == "Noto Sans Arabic");
    }
    CHECK(text->family_of(run("\u6b22\u8fce", "zh-CN")) == "Noto Sans CJK SC");
    CHECK(text->family_of(run("\u6b22\u8fce", "zh-TW")) == "Noto Sans CJK TC");
    CHECK(text->family_of(run("\u0939\u093f\u0928\u094d\u0926\u0940", "hi")) == "Noto Sans Devanagari");
}

TEST_CASE("Arabic letters join: the word is narrower than its letters alone") {
    const auto text = engine();
    auto width = [&](std::string letters) {
        ui::TextRun arabic = run(std::move(letters), "ar");
        arabic.right_to_left = true;
        return text->measure(arabic).size.w;
    };
    const float word = width("\u0628\u064a\u062a");
    const float letters = width("\u0628") + width("\u064a") + width("\u062a");
    CHECK(word < letters * 0.9F);
    // A zero width non-joiner between them gives the lone forms back.
    CHECK(width("\u0628\u200c\u064a\u200c\u062a") > word * 1.1F);
}

TEST_CASE("capitals stand in the middle of their line, whatever the line's height") {
    const auto text = engine();
    for (const float em : {28.0F, 30.0F, 40.0F, 56.0F, 84.0F}) {
        for (const float line : {em * 1.2F, em * 1.4F, em * 2}) {
            ui::TextRun capital = run("H");
            capital.em_px = em;
            capital.line_px = line;
            const auto [first, last] = ink_rows(text->render(capital));
            const float middle = static_cast<float>(first + last + 1) / 2;
            CHECK(std::abs(middle - line / 2) <= 1.0F);
        }
    }
}

TEST_CASE("lines are line_px apart, not what the font would like") {
    const auto text = engine();
    ui::TextRun two = run("H\nH");
    two.line_px = 100;
    CHECK(text->measure(two).size.h == 200);
    const auto [first, last] = ink_rows(text->render(two));
    CHECK(last - first > 100);
    CHECK(last - first < 130);
}

TEST_CASE("text wraps at its width, and says when it does not fit") {
    const auto text = engine();
    ui::TextRun words = run("You can still come in today and tomorrow");
    const float natural = text->measure(words).size.w;
    CHECK(text->measure(words).lines == 1);
    words.width_px = natural;
    CHECK(text->measure(words).lines == 1);
    words.width_px = natural * 0.6F;
    const auto wrapped = text->measure(words);
    CHECK(wrapped.lines == 2);
    CHECK_FALSE(wrapped.is_cut);
    CHECK(wrapped.size.w <= words.width_px + 1);
    words.most_lines = 1;
    const auto cut = text->measure(words);
    CHECK(cut.lines == 1);
    CHECK(cut.is_cut);
    words.most_lines = 2;
    CHECK_FALSE(text->measure(words).is_cut);
    // One word that is wider than the box.
    ui::TextRun word = run("Unbelievable");
    word.width_px = 80;
    CHECK(text->measure(word).is_cut);
}

TEST_CASE("asterisks make their part bold and are not shown") {
    const auto text = engine();
    const float plain = text->measure(run("your code here")).size.w;
    const float part = text->measure(run("your *code* here")).size.w;
    ui::TextRun heavy = run("your code here");
    heavy.weight = ui::Weight::bold;
    const float whole = text->measure(heavy).size.w;
    CHECK(part > plain);
    CHECK(part < whole);
    CHECK(ink(text->render(run("*code*"))) > ink(text->render(run("code"))) * 5 / 4);
    CHECK(text->measure(run("a <b> & c")).size.w > text->measure(run("a c")).size.w);
}

TEST_CASE("a run is drawn the same every time") {
    const auto one = engine()->render(run("Hỗ trợ \u0645\u0631\u062d\u0628\u0627 \u6b22"));
    const auto two = engine()->render(run("Hỗ trợ \u0645\u0631\u062d\u0628\u0627 \u6b22"));
    REQUIRE(one.bitmap.bytes() == two.bitmap.bytes());
    CHECK(std::memcmp(one.bitmap.pixels(), two.bitmap.pixels(), one.bitmap.bytes()) == 0);
}

TEST_CASE("empty text and blanks measure without ink") {
    const auto text = engine();
    CHECK(text->measure(run("")).size.w == 0);
    CHECK(text->measure(run("")).lines == 1);
    CHECK(text->render(run("   ")).bitmap.width() == 0);
}
