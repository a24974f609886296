// What a string costs that was never shown before: set by Pango, drawn by Cairo. Cached, it costs nothing but its quad.
#include "tests/bench/figures.hpp"
#include "tests/bench/sections.hpp"
#include "tests/support/reference_strings.hpp"
#include "ui/text_engine.hpp"

namespace bench {

namespace {

constexpr int rounds = 20;
constexpr float body_em_px = 30; // the design's body text

constexpr std::array english{"Welcome. How can we help you today?", "Check in for your visit",
                             "Is this your visit today?",           "You can still come in.",
                             "Please go to the front desk.",        "I need an interpreter.",
                             "A quiet room for the children",       "Please type your birth date.",
                             "We did not find this code.",          "What you typed is gone from the screen."};

// The engine keeps nothing between two calls: each is a new string to it, with its fonts open as they are in a kiosk.
void measure_language(const ui::TextEngine& engine, const support::ReferenceStrings& strings) {
    std::vector<double> layout, raster;
    for (int i = 0; i <= rounds; ++i) {
        for (const char* sentence : strings.sentences) {
            ui::TextRun run;
            run.text = sentence;
            run.language = strings.language;
            run.right_to_left = strings.right_to_left;
            run.em_px = body_em_px;
            const Stopwatch set(Stopwatch::Kind::cpu);
            (void)engine.measure(run);
            const double set_ms = set.milliseconds();
            const Stopwatch drawn(Stopwatch::Kind::cpu);
            (void)engine.render(run); // sets it once more
            const double drawn_ms = drawn.milliseconds() - set_ms;
            if (i == 0) continue; // the first opens the font
            layout.push_back(set_ms);
            raster.push_back(drawn_ms);
        }
    }
    print_line(std::string("a new string, ") + strings.language + ": CPU to set it", amount(median_of(layout), "ms"),
               "to draw it " + amount(median_of(raster), "ms"));
}

} // namespace

base::Result<void> measure_text() {
    const Stopwatch watch(Stopwatch::Kind::cpu);
    const auto engine = TRY(ui::TextEngine::open());
    const double opened = watch.milliseconds();
    print_section("Text: ten sentences in each language, " + amount(body_em_px, "px") + ", medians of " +
                  std::to_string(10 * rounds));
    print_line("all fonts of the design looked for: CPU", amount(opened, "ms"), "at start");
    measure_language(*engine, {"en", "Latn", "", 0, 0, false, english});
    for (const auto& strings : support::reference_strings()) measure_language(*engine, strings);
    return {};
}

} // namespace bench
