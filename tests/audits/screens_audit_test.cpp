// Every page in every state, in the languages that stretch it and on both panels: everything has a name, fits, stands
// apart, is large enough and can be reached. All that is found is told at once, one line a finding.

#include "tests/audits/page_rules.hpp"
#include "tests/audits/page_states.hpp"
#include "tests/support/measuring_painter.hpp"
#include "tests/support/phrases.hpp"

#include <doctest/doctest.h>

namespace {

using Findings = std::vector<std::string>;

constexpr ui::Panel wide{1920, 1080, 476, 268};
constexpr ui::Panel upright{1080, 1920, 268, 476};

struct Way {
    ui::Panel panel;
    std::string language;
    ui::TextSize text_size = ui::TextSize::normal;
    kiosk::Reach reach = kiosk::Reach::whole;
};

std::string name_of(const Way& way) {
    return fmt::format("{}x{} {} {}{}", way.panel.width_px, way.panel.height_px, way.language,
                       std::array{"small", "normal", "large", "largest"}[static_cast<std::size_t>(way.text_size)],
                       way.reach == kiosk::Reach::low ? " low" : "");
}

std::vector<Way> ways(const std::vector<std::string>& languages) {
    std::vector<Way> all;
    for (const auto& panel : {wide, upright}) {
        for (const auto& language : languages) {
            for (const auto size : ui::all_text_sizes) {
                for (const auto reach : {kiosk::Reach::whole, kiosk::Reach::low}) {
                    all.push_back({panel, language, size, reach});
                }
            }
        }
    }
    return all;
}

// Walks all parts of a page; a part that nobody has seen would be a part that nobody audited.
void audit(const audits::PageState& state, const Way& way, ui::Phrasebook& words, support::MeasuringPainter& painter,
           Findings& findings) {
    const ui::Scale scale = ui::scale_for(way.panel);
    ui::View view{scale, {ui::ThemeName::light}, way.text_size, 0};
    if (way.reach == kiosk::Reach::low) view.reach_top = ui::reach_top(scale, way.panel, 0);
    ui::Paging paging;
    do {
        ui::Focus focus;
        ui::SemanticTree tree;
        const ui::Input input;
        {
            ui::Canvas canvas(painter, view, words, focus, paging, tree, input);
            state.draw(canvas);
        }
        auto found = audits::findings_of(tree, scale, way.panel);
        if (state.ways == audits::Ways::none) {
            std::erase(found, "no finish");
            std::erase(found, "no help");
        }
        audits::find_out_of_reach(tree, view.reach_top * scale.pixels_per_unit, found);
        for (const auto& each : found) {
            findings.push_back(fmt::format("{} part {} {}: {}", state.name, paging.part + 1, name_of(way), each));
        }
    } while (++paging.part < paging.parts);
}

std::string all_of(const Findings& findings) {
    std::string all = std::to_string(findings.size()) + " findings";
    for (const auto& finding : findings) all += "\n  " + finding;
    return all;
}

Findings audit_all(const std::vector<std::string>& languages) {
    Findings findings;
    support::MeasuringPainter painter;
    auto words = support::house_phrases(languages);
    for (const auto& way : ways(languages)) {
        base::invariant(words.set_language(way.language), "a language that was loaded is offered");
        for (const auto& state : audits::page_states()) audit(state, way, words, painter, findings);
    }
    return findings;
}

} // namespace

TEST_CASE("every page is whole, apart, large enough and within reach: in the languages that stretch it, in every size "
          "of words, mounted both ways, with and without easy reach") {
    const auto findings = audit_all({"en", "es", "en-XA", "ar-XB"});
    CHECK_MESSAGE(findings.empty(), all_of(findings));
}

TEST_CASE("every page is whole, apart, large enough and within reach: in every other language there is a catalog for" *
          doctest::test_suite("full")) {
    auto languages = support::house_languages();
    std::erase_if(languages, [](const auto& language) { return language == "en" || language == "es"; });
    REQUIRE(languages.size() >= 10);
    const auto findings = audit_all(languages);
    CHECK_MESSAGE(findings.empty(), all_of(findings));
}

TEST_CASE("a page that breaks a rule is found out") {
    const ui::Scale scale = ui::scale_for(wide);
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
        for (const auto& found : audits::findings_of(tree, scale, wide)) all += found + "\n";
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
    CHECK(audits::findings_of(untitled, scale, wide) == std::vector<std::string>{"no title"});
}
