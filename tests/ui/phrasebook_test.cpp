#include "tests/support/phrases.hpp"

#include <doctest/doctest.h>

using namespace ui;
using namespace std::chrono_literals;
using support::TempFolder;

namespace {

const char* const english = R"(
msgid "language_own_name"
msgstr "English"
msgid "greeting_short"
msgstr "Welcome"
msgid "button_finish"
msgstr "Finish"
msgid "text_at"
msgstr "Your visit is at {time, time, ::jmm}"
msgid "text_day"
msgstr "{time, date, ::EEEEMMMMd}"
msgid "text_minutes"
msgstr "{minutes, plural, one {# minute left} other {# minutes left, until {time, time, ::jmm}}}"
msgid "text_with"
msgstr "With {names}"
msgid "text_bold"
msgstr "Touch *Finish* to clear"
msgid "text_only_english"
msgstr "Only here"
)";
const char* const spanish = R"(
msgid "language_own_name"
msgstr "Español"
msgid "greeting_short"
msgstr "Bienvenidos"
msgid "button_finish"
msgstr "Terminar"
msgid "text_day"
msgstr "{time, date, ::EEEEMMMMd}"
msgid "text_with"
msgstr "Con {names}"
)";
const char* const arabic = R"(
msgid "language_own_name"
msgstr "العربية"
msgid "text_with"
msgstr "مع {names}"
msgid "text_at"
msgstr "الزيارة {time, time, ::jmm}"
)";

// 13 October 2026, 20:30 UTC: half past four in the afternoon in New York.
constexpr base::UtcTime visit_start = std::chrono::sys_days{std::chrono::year{2026} / 10 / 13} + 20h + 30min;

Phrasebook book_with(const std::vector<std::string>& languages, const std::string& zone = "America/New_York") {
    const TempFolder folder;
    support::compile_catalog(folder.path(), "en", english);
    support::compile_catalog(folder.path(), "es", spanish);
    support::compile_catalog(folder.path(), "ar", arabic);
    auto book = Phrasebook::load(folder.path(), languages, zone);
    REQUIRE_FALSE(book.is_error());
    return book.release_value();
}

std::vector<Words> records(std::initializer_list<const char*> names) {
    std::vector<Words> words;
    for (const char* name : names) words.push_back(Words::of_record(name));
    return words;
}

} // namespace

TEST_CASE("each language speaks with its own words and names itself") {
    auto book = book_with({"en", "es"});
    CHECK(book("button_finish").text() == "Finish");
    CHECK(book.in("es", "greeting_short").text() == "Bienvenidos");
    REQUIRE(book.set_language("es"));
    CHECK(book.language() == "es");
    CHECK(book("button_finish").text() == "Terminar");
    CHECK_FALSE(book.set_language("fr"));
    CHECK(book.language() == "es");
    REQUIRE(book.languages().size() == 2);
    CHECK(book.languages()[1].own_name == "Español");
    CHECK(book.languages()[1].greeting == "Bienvenidos");
}

TEST_CASE("a message missing in a language is said in English, and one missing there shows its id") {
    auto book = book_with({"en", "es"});
    REQUIRE(book.set_language("es"));
    CHECK(book("text_only_english").text() == "Only here");
    CHECK(book("no_such_message").text() == "⟦no_such_message⟧");
    CHECK(book("").text() == "⟦⟧");
    CHECK(book.has("es", "button_finish"));
    CHECK_FALSE(book.has("es", "text_only_english"));
    CHECK(book.has("en", "text_only_english"));
    CHECK_FALSE(book.has("fr", "button_finish"));
}

TEST_CASE("times and days are those of the office, on both sides of a clock change") {
    auto book = book_with({"en", "es"});
    CHECK(book("text_at", {{"time", visit_start}}).text() == "Your visit is at 4:30\u00A0PM");
    CHECK(plain_text(book("text_at", {{"time", visit_start}}).text()) == "Your visit is at 4:30 PM");
    CHECK(plain_text(book("text_day", {{"time", visit_start}}).text()) == "Tuesday, October 13");
    const base::UtcTime after_change = std::chrono::sys_days{std::chrono::year{2026} / 11 / 3} + 20h + 30min;
    CHECK(plain_text(book("text_at", {{"time", after_change}}).text()) == "Your visit is at 3:30 PM");
    CHECK(plain_text(book("text_minutes", {{"minutes", 5}, {"time", visit_start}}).text()) ==
          "5 minutes left, until 4:30 PM");
    CHECK(book("text_minutes", {{"minutes", 1}, {"time", visit_start}}).text() == "1 minute left");
    REQUIRE(book.set_language("es"));
    CHECK(plain_text(book("text_day", {{"time", visit_start}}).text()) == "martes, 13 de octubre");
    CHECK(plain_text(book_with({"en"}, "America/Los_Angeles")("text_at", {{"time", visit_start}}).text()) ==
          "Your visit is at 1:30 PM");
}

TEST_CASE("names are joined as the language joins them") {
    auto book = book_with({"en", "es"});
    CHECK(book("text_with", {{"names", records({"Ana", "Tom"})}}).text() == "With Ana and Tom");
    CHECK(book("text_with", {{"names", records({"Ana", "Tom", "Li"})}}).text() == "With Ana, Tom, and Li");
    CHECK(book("text_with", {{"names", records({"Ana"})}}).text() == "With Ana");
    CHECK(book.initials({"Maria Lopez", "Tom"}).text() == "M. and T.");
    REQUIRE(book.set_language("es"));
    CHECK(book("text_with", {{"names", records({"Ana", "Tom"})}}).text() == "Con Ana y Tom");
    CHECK(book.initials({"Maria", "Tom"}).text() == "M. y T.");
}

TEST_CASE("an initial is a whole letter, with its accents, in any script") {
    const auto book = book_with({"en"});
    CHECK(book.initials({"E\u0301mile"}).text() == "E\u0301.");
    CHECK(book.initials({" Øystein "}).text() == "Ø.");
    CHECK(book.initials({"李雷"}).text() == "李.");
    CHECK(book.initials({"", "Bo"}).text() == "B.");
    CHECK(book.initials({}).text().empty());
}

TEST_CASE("plain fills stay plain, and what reads from the right is set apart in a left-to-right sentence") {
    const auto book = book_with({"en"});
    CHECK(book("text_with", {{"names", std::string("Ana")}}).text() == "With Ana");
    CHECK(book("text_with", {{"names", std::string("علي")}}).text() == "With \u2068علي\u2069");
    CHECK(book("text_with", {{"names", std::string("*x*")}}).text() == "With ∗x∗");
    CHECK(book("text_bold").text() == "Touch *Finish* to clear");
}

TEST_CASE("every fill of a right-to-left sentence is set apart, times too") {
    const auto book = book_with({"ar"});
    CHECK(book.direction() == Direction::right_to_left);
    CHECK(book("text_with", {{"names", std::string("Ana")}}).text() == "مع \u2068Ana\u2069");
    const std::string at = book("text_at", {{"time", visit_start}}).text();
    CHECK(at.starts_with("الزيارة \u2068"));
    CHECK(at.ends_with("\u2069"));
}

TEST_CASE("the accented pseudo-locale keeps places and plurals and is 40 % longer") {
    const auto book = book_with({"en-XA"});
    CHECK(book.direction() == Direction::left_to_right);
    const std::string with = book("text_with", {{"names", std::string("Ana")}}).text();
    CHECK(with.starts_with("[Ŵîţĥ Ana"));
    CHECK(with.ends_with("]"));
    CHECK(book("text_minutes", {{"minutes", 1}, {"time", visit_start}}).text().starts_with("[1 ɱîñûţé ļéƒţ"));
    CHECK(book("text_bold").text().find("*Ƒîñîšĥ*") != std::string::npos);
    CHECK(book("button_finish").text() == "[Ƒîñîšĥ on]");
}

TEST_CASE("English on a mirrored page keeps its own order, up to its full stop") {
    const auto book = book_with({"ar", "es"});
    CHECK(book("text_bold").text() == "\u2066Touch *Finish* to clear\u2069");
    CHECK(plain_text(book("text_bold").text()) == "Touch Finish to clear");
    CHECK(book.in("es", "text_bold").text() == "Touch *Finish* to clear");
}

TEST_CASE("the right-to-left pseudo-locale turns each word and reads as English when said") {
    const auto book = book_with({"ar-XB"});
    CHECK(book.direction() == Direction::right_to_left);
    CHECK(book("button_finish").text() == "\u200F\u202EFinish\u202C\u200F");
    CHECK(plain_text(book("text_bold").text()) == "Touch Finish to clear");
    CHECK(book("text_bold").text().find("*\u200F\u202EFinish\u202C\u200F*") != std::string::npos);
    CHECK(plain_text(book("text_minutes", {{"minutes", 5}, {"time", visit_start}}).text()) ==
          "5 minutes left, until 4:30 PM");
    CHECK(plain_text(book.initials({"Maria", "Tom"}).text()) == "M. and T.");
}

TEST_CASE("a missing, damaged or ill-written catalog and an unknown zone are for staff to see") {
    const TempFolder folder;
    const auto refused = [&](const std::vector<std::string>& languages, const std::string& zone) {
        auto book = Phrasebook::load(folder.path(), languages, zone);
        return book.is_error() && book.error().kind == base::ErrorKind::call_staff;
    };
    CHECK(refused({"en"}, "UTC"));
    support::compile_catalog(folder.path(), "en", english);
    CHECK_FALSE(Phrasebook::load(folder.path(), {"en"}, "UTC").is_error());
    CHECK(refused({"en", "es"}, "UTC"));
    CHECK(refused({"../en"}, "UTC"));
    CHECK(refused({"en"}, "America/Nowhere"));
    support::compile_catalog(folder.path(), "es", "msgid \"button_finish\"\nmsgstr \"{open\"\n");
    auto book = Phrasebook::load(folder.path(), {"en", "es"}, "UTC");
    REQUIRE(book.is_error());
    CHECK(book.error().message.find("button_finish") != std::string::npos);
    support::write_file(folder.path() / "es.mo", "damaged");
    CHECK(refused({"es"}, "UTC"));
}

TEST_CASE("a fill of the wrong type shows the message's id and ends nothing") {
    const auto book = book_with({"en"});
    CHECK(book("text_at", {{"time", std::string("soon")}}).text() == "⟦text_at⟧");
}

TEST_CASE("our own catalogs load in every language and pseudo-locale") {
    auto languages = support::house_languages();
    REQUIRE(std::count(languages.begin(), languages.end(), "es") == 1);
    languages.insert(languages.end(), {"en-XA", "ar-XB"});
    auto book = support::house_phrases(languages);
    CHECK(book.languages().size() == languages.size());
    CHECK(book.in("es", "greeting_short").text() == "Bienvenidos");
    for (const auto& language : book.languages()) {
        CAPTURE(language.code);
        REQUIRE(book.set_language(language.code));
        CHECK(book.has(language.code, "language_own_name"));
        const auto said = book("label_step", {{"step", std::int64_t{2}}, {"of", std::int64_t{3}}}).text();
        CHECK(said.find("⟦") == std::string::npos); // a draft without the message says it in English
    }
}
