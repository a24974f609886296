// One page for tests of widgets: a canvas over a recording painter, in the size, theme and language a test asks for.
#pragma once

#include "tests/support/phrases.hpp"
#include "tests/support/recording_painter.hpp"
#include "ui/canvas.hpp"

namespace support {

struct PageKind {
    ui::ThemeName theme = ui::ThemeName::light;
    std::string language = "en";
    float pixels_per_unit = 1;
    ui::TextSize text_size = ui::TextSize::normal;
    float reach_top = 0;
};

class CanvasPage {
public:
    RecordingPainter painter;
    ui::Focus focus;
    ui::Paging paging;
    ui::SemanticTree tree;
    ui::Input input;

    explicit CanvasPage(const PageKind& kind = {})
        : kind_(kind), phrases_(house_phrases({"en", "es", "en-XA", "ar-XB"})) {
        base::invariant(phrases_.set_language(kind.language), "a test's language is offered");
    }
    // Each call is a new frame; what the one before painted is forgotten.
    template <typename Build>
    auto frame(const Build& build) {
        painter.strokes.clear();
        painter.touch_areas.clear();
        focus.take(input, tree);
        tree.clear();
        const ui::Scale scale{kind_.pixels_per_unit, 4.03F * kind_.pixels_per_unit, {1920, 1080}};
        const ui::View view{scale, {kind_.theme}, kind_.text_size, kind_.reach_top};
        ui::Canvas canvas(painter, view, phrases_, focus, paging, tree, input);
        return build(canvas);
    }
    [[nodiscard]] ui::Theme theme() const { return {kind_.theme}; }
    [[nodiscard]] const ui::Node& node(const char* id) const {
        const ui::Node* found = tree.find(id);
        base::invariant(found != nullptr, "the widget told what it is");
        return *found;
    }

private:
    PageKind kind_;
    ui::Phrasebook phrases_;
};

inline ui::Words words(const char* text) { return ui::Words::of_record(text); }

} // namespace support
