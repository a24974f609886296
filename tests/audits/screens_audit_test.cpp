// Every page in every state, in the languages that stretch it and on both panels: everything has a name, fits, stands
// apart, is large enough and can be reached. All that is found is told at once, one line a finding.

#include "tests/audits/page_rules.hpp"
#include "tests/audits/page_states.hpp"
#include "tests/support/kiosk_app.hpp"

#include <doctest/doctest.h>

namespace {

struct Screen {
    const char* name;
    ui::Panel panel;
};

constexpr std::array<Screen, 2> screens{{{"1920x1080", {1920, 1080, 476, 268}}, {"1080x1920", {1080, 1920, 268, 476}}}};
constexpr std::array<const char*, 4> languages{"en", "es", "en-XA", "ar-XB"};

} // namespace

TEST_CASE("every page in every language and on both panels is whole, apart, large enough and within reach") {
    std::vector<std::string> findings;
    for (const auto& screen : screens) {
        base::FakeClock clock{support::morning};
        ui::SurfaceOptions options;
        options.panel = screen.panel;
        const auto surface = support::value_of(ui::Surface::open(options, clock));
        for (const std::string language : languages) {
            auto words = support::house_phrases(language == "en" || language == "es"
                                                    ? std::vector<std::string>{"en", "es"}
                                                    : std::vector<std::string>{language, "en", "es"});
            REQUIRE(words.set_language(language));
            for (const auto& state : audits::page_states()) {
                ui::Focus focus;
                ui::SemanticTree tree;
                surface->update([&](ui::Painter& painter, const ui::Input& input) {
                    tree.clear();
                    ui::Canvas canvas(painter, surface->scale(), {ui::ThemeName::light}, words, focus, tree, input);
                    state.draw(canvas);
                    return false;
                });
                for (const auto& found : audits::findings_of(tree, surface->scale(), screen.panel)) {
                    findings.push_back(state.name + " " + language + " " + screen.name + ": " + found);
                }
            }
        }
    }
    std::string all;
    for (const auto& finding : findings) all += "\n  " + finding;
    INFO(findings.size() << " findings:" << all);
    CHECK(findings.empty());
}

TEST_CASE("a page that breaks a rule is found out") {
    const ui::Scale scale = ui::scale_for(screens[0].panel);
    const auto button = [](const std::string& id, const ui::Rect& rect) {
        ui::Node node;
        node.id = id;
        node.role = ui::Role::button;
        node.name = id;
        node.rect = rect;
        node.is_focusable = true;
        return node;
    };
    const auto text = [](const std::string& id, const ui::Rect& rect) {
        ui::Node node;
        node.id = id;
        node.role = ui::Role::text;
        node.name = id;
        node.rect = rect;
        return node;
    };
    auto title = text("title", {100, 20, 200, 40});
    title.role = ui::Role::title;
    const std::array constants{title, button("help", {10, 980, 200, 88}), button("finish", {300, 980, 200, 88})};
    const auto findings = [&](std::vector<ui::Node> nodes) {
        ui::SemanticTree tree;
        for (auto& node : nodes) tree.add(node);
        for (const auto& node : constants) tree.add(node);
        std::string all;
        for (const auto& found : audits::findings_of(tree, scale, screens[0].panel)) all += found + "\n";
        return all;
    };
    CHECK(findings({button("a", {100, 100, 200, 100}), text("b", {400, 100, 200, 40})}).empty());
    CHECK(findings({text("a", {100, 100, 200, 40}), text("a", {100, 200, 200, 40})}).find("twice") !=
          std::string::npos);
    auto nameless = text("a", {100, 100, 200, 40});
    nameless.name.clear();
    CHECK(findings({nameless}).find("no name") != std::string::npos);
    auto untranslated = text("a", {100, 100, 200, 40});
    untranslated.name = "⟦title_x⟧";
    CHECK(findings({untranslated}).find("no words") != std::string::npos);
    auto cut = text("a", {100, 100, 200, 40});
    cut.is_cut = true;
    CHECK(findings({cut}).find("cut") != std::string::npos);
    CHECK(findings({text("a", {1800, 100, 200, 40})}).find("leaves the screen") != std::string::npos);
    CHECK(findings({button("a", {100, 100, 200, 100}), text("b", {250, 150, 200, 40})}).find("stands on") !=
          std::string::npos);
    CHECK(findings({text("a", {100, 100, 200, 100}), text("b", {250, 150, 200, 40})}).find("stands on") !=
          std::string::npos);
    CHECK(findings({button("a", {100, 100, 40, 100})}).find("too small") != std::string::npos);
    CHECK(findings({button("a", {100, 100, 100, 100}), button("b", {205, 100, 100, 100})}).find("too near") !=
          std::string::npos);
    auto unreachable = button("a", {100, 100, 200, 100});
    unreachable.is_focusable = false;
    CHECK(findings({unreachable}).find("not reached") != std::string::npos);
    ui::SemanticTree untitled;
    untitled.add(constants[1]);
    untitled.add(constants[2]);
    CHECK(audits::findings_of(untitled, scale, screens[0].panel) == std::vector<std::string>{"no title"});
}
