// Every page in every state and theme, drawn as on the glass, and its words measured there.

#include "tests/audits/page_states.hpp"
#include "tests/audits/pixel_contrast.hpp"
#include "tests/support/kiosk_app.hpp"

#include <doctest/doctest.h>

namespace {

struct ThemeFloors {
    ui::ThemeName theme;
    const char* name;
    audits::ContrastFloors floors;
};

// A theme that is added to the kiosk gets its line here. In high contrast some words stand on yellow: 16:1.
constexpr std::array<ThemeFloors, 5> themes{{{ui::ThemeName::light, "light", {10, 4.5}},
                                             {ui::ThemeName::dark, "dark", {10, 4.5}},
                                             {ui::ThemeName::white_on_black, "white on black", {16, 4.5}},
                                             {ui::ThemeName::black_on_white, "black on white", {16, 4.5}},
                                             {ui::ThemeName::low_contrast, "low contrast", {4.5, 4.5}}}};

class Glass {
public:
    Glass() : words_(support::house_phrases({"en"})) {
        ui::SurfaceOptions options;
        options.panel = support::whole_panel;
        surface_ = support::value_of(ui::Surface::open(options, clock_));
    }
    template <typename Draw>
    std::vector<std::string> faint_words(const ThemeFloors& theme, const Draw& draw) {
        ui::Focus focus;
        ui::SemanticTree tree;
        ui::Paging paging;
        std::vector<audits::PaintedText> painted;
        surface_->update([&](ui::Painter& painter, const ui::Input& input) {
            tree.clear();
            audits::TextWatcher watcher(painter, painted);
            ui::Canvas canvas(watcher, {surface_->scale(), {theme.theme}}, words_, focus, paging, tree, input);
            draw(canvas);
            return false;
        });
        REQUIRE_FALSE(painted.empty());
        const auto pixels = surface_->pixels();
        return audits::faint_words({pixels, support::whole_panel.width_px, support::whole_panel.height_px}, painted,
                                   tree, theme.floors);
    }

private:
    base::FakeClock clock_{support::morning};
    ui::Phrasebook words_;
    std::unique_ptr<ui::Surface> surface_;
};

} // namespace

TEST_SUITE_BEGIN("full");

TEST_CASE("on the glass, every word of every page stands out in every theme") {
    Glass glass;
    std::string all;
    int count = 0;
    for (const auto& theme : themes) {
        for (const auto& state : audits::page_states()) {
            for (const auto& found : glass.faint_words(theme, state.draw)) {
                all += "\n  " + std::string(theme.name) + ", " + state.name + ": " + found;
                ++count;
            }
        }
    }
    INFO(count << " findings:" << all);
    CHECK(count == 0);
}

TEST_CASE("on the glass, faint words are found on the page, in a button and in one that is not ready") {
    Glass glass;
    const auto words = [](const char* text) { return ui::Words::of_record(text); };
    const ui::Rect box{200, 200, 600, 60};
    const auto found_with = [&](const auto& draw) {
        return glass.faint_words(themes[0], [&](ui::Canvas& canvas) {
            canvas.panel({0, 0, 1920, 1080}, ui::Tint::bg, 0);
            draw(canvas);
        });
    };
    CHECK(found_with([&](ui::Canvas& canvas) {
              canvas.text("planted", box, words("Go to the front desk"), {.ink = ui::Tint::ink2});
          }).empty());
    const auto grey = found_with([&](ui::Canvas& canvas) {
        canvas.text("planted", box, words("Go to the front desk"), {.ink = ui::Tint::line_strong});
    });
    REQUIRE(grey.size() == 1);
    CHECK(grey[0].find("planted \"Go to the front desk\": #75807C on #F7F2EA is 3.6") != std::string::npos);
    const auto invisible = found_with(
        [&](ui::Canvas& canvas) { canvas.text("planted", box, words("Nobody sees me"), {.ink = ui::Tint::bg}); });
    REQUIRE(invisible.size() == 1);
    CHECK(invisible[0].find("Nobody sees me") != std::string::npos);
    // Its words have 4.9:1, its border and the words of its neighbour much more.
    const auto not_ready = [&](ui::Canvas& canvas) {
        (void)canvas.button("planted", {200, 300, 600, 88}, {.label = words("Go on"), .is_ready = false});
        (void)canvas.button("ready", {200, 500, 600, 88}, {.label = words("Go on")});
    };
    CHECK(found_with(not_ready).empty());
    const ThemeFloors stricter{ui::ThemeName::light, "light", {10, 7}};
    const auto too_faint = glass.faint_words(stricter, not_ready);
    REQUIRE(too_faint.size() == 1);
    CHECK(too_faint[0].find("planted \"Go on\"") != std::string::npos);
}

TEST_SUITE_END();
