#include "tests/support/phrases.hpp"
#include "ui/text_engine.hpp"

#include <doctest/doctest.h>

using ui::Direction;
using ui::LeftToRight;
using ui::Phrasebook;
using ui::TextEngine;
using ui::TextRun;
using ui::Words;

namespace {

const char* const english = R"(
msgid "text_at"
msgstr "Your visit is at {time, time, ::jmm}"
)";
const char* const arabic = R"(
msgid "text_at"
msgstr "زيارتك في {time, time, ::jmm} اليوم"
msgid "text_lines"
msgstr "اتصل على 988 أو 911 أو 2-1-1 في أي وقت"
msgid "text_hotline"
msgstr "الخط الساخن 1-800-842-2288 (24/7) مجاني"
msgid "text_bracket"
msgstr "اتصل (2-1-1) الآن، أو (203) 555-0142."
msgid "text_hours"
msgstr "من 9:00-16:30 كل يوم"
msgid "text_phone"
msgstr "اتصل على {phone} الآن"
msgid "text_plural"
msgstr "{n, plural, one {اتصل 2-1-1} other {اتصل 2-1-1 أو {phone}}}"
)";
const char* const pashto = R"(
msgid "text_at"
msgstr "ستاسو لیدنه په {time, time, ::jmm} ده"
msgid "text_lines"
msgstr "هر وخت 988 یا 2-1-1 ته زنګ ووهئ"
msgid "text_phone"
msgstr "دې شمېرې ته {phone} زنګ ووهئ"
)";

constexpr base::UtcTime visit_start =
    std::chrono::sys_days{std::chrono::year{2026} / 10 / 13} + std::chrono::minutes(20 * 60 + 30);

Phrasebook book_in(const std::string& language) {
    const support::TempFolder folder;
    support::compile_catalog(folder.path(), "en", english);
    support::compile_catalog(folder.path(), "ar", arabic);
    support::compile_catalog(folder.path(), "ps", pashto);
    return Phrasebook::load(folder.path(), {language}, "America/New_York").release_value();
}

// What stands on the glass from left to right.
std::string seen(const Words& words, const Phrasebook& book) {
    const auto engine = TextEngine::open().release_value();
    TextRun run;
    run.text = words.text();
    run.language = book.language();
    run.right_to_left = book.direction() == Direction::right_to_left;
    const auto pieces = engine->shaped(run);
    std::vector<std::size_t> starts{run.text.size()};
    for (const auto& piece : pieces) {
        starts.push_back(piece.start + piece.length);
        for (const auto& glyph : piece.glyphs) starts.push_back(glyph.at);
    }
    std::ranges::sort(starts);
    std::string text;
    for (const auto& piece : pieces) {
        std::size_t last = run.text.size();
        for (const auto& glyph : piece.glyphs) {
            if (glyph.at == last) continue; // a mark on the letter before
            last = glyph.at;
            text += run.text.substr(glyph.at, *std::ranges::upper_bound(starts, glyph.at) - glyph.at);
        }
    }
    return ui::plain_text(text);
}

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

} // namespace

TEST_CASE("numbers to call that an Arabic or Pashto message holds keep their order") {
    const auto book = book_in("ar");
    const std::string lines = seen(book("text_lines"), book);
    CAPTURE(lines);
    CHECK(has(lines, " 2-1-1 "));
    CHECK(has(lines, " 988 "));
    CHECK(has(lines, " 911 "));
    CHECK(lines.find("2-1-1") < lines.find("911"));
    CHECK(lines.find("911") < lines.find("988"));
    CHECK(has(seen(book("text_hotline"), book), "1-800-842-2288"));
    CHECK(has(seen(book("text_hotline"), book), "24/7"));
    CHECK(has(seen(book("text_hours"), book), "9:00-16:30"));
    const std::string bracket = seen(book("text_bracket"), book);
    CAPTURE(bracket);
    CHECK(has(bracket, "2-1-1"));
    CHECK(has(bracket, "(203) 555-0142"));
    CHECK(has(seen(book("text_plural", {{"n", 1}, {"phone", LeftToRight{"988"}}}), book), "2-1-1"));
    CHECK(has(seen(book("text_plural", {{"n", 2}, {"phone", LeftToRight{"1-2-3"}}}), book), "1-2-3"));
    const auto other = book_in("ps");
    CHECK(has(seen(other("text_lines"), other), " 2-1-1 "));
    CHECK(has(seen(other("text_lines"), other), " 988 "));
}

TEST_CASE("a bracket around a number is not torn from its other half") {
    const auto book = book_in("ar");
    CHECK(has(book("text_bracket").text(), "(\u20662-1-1\u2069)"));
    CHECK(has(book("text_bracket").text(), "\u2066(203) 555-0142\u2069."));
    CHECK(has(book("text_lines").text(), " 988 ")); // one run of digits needs nothing
}

TEST_CASE("a phone number or code that fills a place is read from left to right in every language") {
    for (const char* language : {"ar", "ps"}) {
        const auto book = book_in(language);
        for (const char* phone : {"+1 (203) 555-0142", "2-1-1", "4827 1930", "*67 555", "FK1.4827-1930"}) {
            CAPTURE(phone);
            const auto words = book("text_phone", {{"phone", LeftToRight{phone}}});
            CHECK(has(words.text(), "\u2066"));
            CHECK(has(seen(words, book), phone));
        }
    }
    const auto book = book_in("ar");
    // What it brings along cannot turn what stands around it.
    CHECK_FALSE(has(book("text_phone", {{"phone", LeftToRight{"1\u202E2"}}}).text(), "\u202E"));
}

TEST_CASE("a time is shown with the digits and in the order of its language") {
    const auto book = book_in("ar");
    const auto at = book("text_at", {{"time", visit_start}});
    CHECK(ui::plain_text(at.text()) == "زيارتك في ٤:٣٠ م اليوم");
    CHECK(has(seen(at, book), " م ٤:٣٠ ")); // read from the right: the digits, then what stands for PM
    const auto other = book_in("ps");
    const auto there = other("text_at", {{"time", visit_start}});
    CHECK(ui::plain_text(there.text()) == "ستاسو لیدنه په ۴:۳۰ غ.و. ده");
    CHECK(has(seen(there, other), " .و.غ ۴:۳۰ "));
}
