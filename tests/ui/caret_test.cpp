#include "ui/text_engine.hpp"

#include <algorithm>
#include <doctest/doctest.h>

namespace {

ui::TextRun typed(std::string text, std::string language = "en", bool right_to_left = false) {
    ui::TextRun run;
    run.text = std::move(text);
    run.language = std::move(language);
    run.right_to_left = right_to_left;
    run.stars = ui::Stars::shown;
    return run;
}

std::unique_ptr<ui::TextEngine> engine() { return ui::TextEngine::open().release_value(); }

std::vector<std::size_t> places(const std::vector<ui::CaretStop>& stops) {
    std::vector<std::size_t> at;
    at.reserve(stops.size());
    for (const auto& stop : stops) at.push_back(stop.at);
    std::ranges::sort(at);
    at.erase(std::unique(at.begin(), at.end()), at.end());
    return at;
}

} // namespace

TEST_CASE("the caret stands before the first letter, behind the last, and between whole letters") {
    const auto text = engine();
    const auto run = typed("Zoe\u0308 !");
    const auto stops = text->caret_stops(run);
    CHECK(places(stops) == std::vector<std::size_t>{0, 1, 2, 5, 6, 7});
    CHECK(stops.front().x == 0);
    CHECK(stops.back().x == doctest::Approx(text->measure(run).size.w).epsilon(0.02));
    CHECK(std::ranges::is_sorted(stops, {}, &ui::CaretStop::x));
    // The end of each letter is the beginning of the next.
    for (std::size_t i = 2; i < stops.size(); i += 2) CHECK(stops[i].x == stops[i - 1].x);
}

TEST_CASE("an empty field has one place for its caret") {
    const auto stops = engine()->caret_stops(typed(""));
    REQUIRE(stops.size() == 1);
    CHECK(stops[0].at == 0);
    CHECK(stops[0].x == 0);
}

TEST_CASE("no caret inside a conjunct, a stack, an emoji family or a letter with its marks") {
    const auto text = engine();
    CHECK(places(text->caret_stops(typed("क्षेत्र", "hi"))) == std::vector<std::size_t>{0, 12, 21});
    CHECK(places(text->caret_stops(typed("တက္က", "my"))) == std::vector<std::size_t>{0, 3, 12});
    CHECK(places(text->caret_stops(typed("ខ្មែរ", "km"))) == std::vector<std::size_t>{0, 12, 15});
    CHECK(places(text->caret_stops(typed("a👨‍👩‍👧b"))) == std::vector<std::size_t>{0, 1, 19, 20});
    CHECK(places(text->caret_stops(typed("مُتَ", "ar", true))) == std::vector<std::size_t>{0, 4, 8});
    // Both edges of the conjunct, not something between them.
    const auto stops = text->caret_stops(typed("क्षक्ष", "hi"));
    REQUIRE(stops.size() == 4);
    CHECK(stops[1].x == stops[2].x);
    CHECK(stops[3].x - stops[2].x == doctest::Approx(stops[1].x - stops[0].x));
}

TEST_CASE("in a right-to-left field the first place is at the right and the last at the left") {
    const auto text = engine();
    const auto run = typed("سلام", "ar", true);
    const auto stops = text->caret_stops(run);
    CHECK(places(stops) == std::vector<std::size_t>{0, 2, 4, 6, 8});
    CHECK(stops.front().x == doctest::Approx(text->measure(run).size.w).epsilon(0.02));
    CHECK(stops.back().x < 1); // the block is whole pixels wide
    CHECK(std::ranges::is_sorted(stops, std::greater(), &ui::CaretStop::x));
}

TEST_CASE("where Latin letters stand inside Arabic, one place in the text has two on the glass") {
    const auto stops = engine()->caret_stops(typed("ابAbجد", "ar", true));
    REQUIRE(stops.size() == 12);
    const auto behind_ba = stops[3], before_a = stops[4], behind_b = stops[7];
    CHECK(behind_ba.at == before_a.at);
    CHECK(before_a.x < behind_b.x); // "Ab" reads from left to right
    CHECK(behind_ba.x == behind_b.x);
}

TEST_CASE("a touch means the nearest place, in both directions") {
    const auto text = engine();
    const auto latin = text->caret_stops(typed("Hallo"));
    CHECK(ui::nearest_stop(latin, -50).at == 0);
    CHECK(ui::nearest_stop(latin, 5000).at == 5);
    const float h = latin[1].x; // where "H" ends
    CHECK(ui::nearest_stop(latin, h * 0.4F).at == 0);
    CHECK(ui::nearest_stop(latin, h * 0.6F).at == 1);
    const auto arabic = text->caret_stops(typed("سلام", "ar", true));
    CHECK(ui::nearest_stop(arabic, -50).at == 8);
    CHECK(ui::nearest_stop(arabic, 5000).at == 0);
    const float width = arabic.front().x - arabic[1].x;
    CHECK(ui::nearest_stop(arabic, arabic.front().x - width * 0.4F).at == 0);
    CHECK(ui::nearest_stop(arabic, arabic.front().x - width * 0.6F).at == 2);
}

TEST_CASE("stars that a person types are shown and count as letters") {
    const auto text = engine();
    CHECK(places(text->caret_stops(typed("a*b*"))) == std::vector<std::size_t>{0, 1, 2, 3, 4});
    const auto shown = typed("a*b*");
    auto marked = shown;
    marked.stars = ui::Stars::bold;
    CHECK(text->measure(shown).size.w > text->measure(marked).size.w);
    CHECK(text->caret_stops(shown).back().x == doctest::Approx(text->measure(shown).size.w).epsilon(0.03));
}

TEST_CASE("in a field of several lines each place knows its line, and a touch means one of the line it is nearest to") {
    const auto text = engine();
    auto run = typed("one two");
    run.width_px = text->measure(typed("one t")).size.w;
    REQUIRE(text->measure(run).lines == 2);
    const auto stops = text->caret_stops(run);
    CHECK(stops.front().line == 0);
    CHECK(stops[8].at == 4); // before "two"
    CHECK(stops[8].line == 1);
    CHECK(stops[8].x == 0);
    CHECK(stops.back().line == 1);
    CHECK(ui::nearest_stop(stops, -5, 0).at == 0);
    CHECK(ui::nearest_stop(stops, -5, 1).at == 4);
    CHECK(ui::nearest_stop(stops, 5000, 7).at == 7);
    // Read from right to left, a short line begins where the long one does.
    auto arabic = typed("سلام لك", "ar", true);
    arabic.width_px = text->measure(typed("سلام ", "ar", true)).size.w;
    REQUIRE(text->measure(arabic).lines == 2);
    const auto turned = text->caret_stops(arabic);
    CHECK(turned[10].line == 1);
    CHECK(turned[10].x == doctest::Approx(turned[0].x).epsilon(0.02));
}

TEST_CASE("word breaks that nobody wrote move no caret") {
    const auto text = engine();
    auto run = typed("သူငယ်ချင်း", "my");
    const auto one_line = text->caret_stops(run);
    run.width_px = 5000;
    const auto wrapping = text->caret_stops(run);
    REQUIRE(wrapping.size() == one_line.size());
    for (std::size_t i = 0; i < wrapping.size(); ++i) CHECK(wrapping[i].x == doctest::Approx(one_line[i].x));
}
