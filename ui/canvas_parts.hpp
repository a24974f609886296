// What the files of the canvas share: how design units become pixels, and the strokes that all widgets are made of.
// Only canvas_*.cpp includes this. Main thread.
#pragma once

#include "ui/canvas.hpp"

namespace ui {

// The soft ground of a family, its ink for icons and edges, and its ink for words; high contrast knows no tints.
struct FamilyTints {
    Tint soft;
    Tint ink;
    Tint words;
};
[[nodiscard]] FamilyTints tints_of(Family family, const Theme& theme);

// How much icons and the room around words grow.
[[nodiscard]] float growth_of(TextSize size);

constexpr float touch_margin = 12; // half of the gap between two targets: near misses count

// What keys of a keypad or a keyboard belong to.
struct KeyGroup {
    std::string id;
    Words name;
    bool writes_private = false;
};

struct Canvas::Parts {
    Painter& painter;
    Scale scale;
    Theme theme;
    View view;
    const Phrasebook& phrasebook;
    Focus& focus;
    Paging& paging;
    SemanticTree& tree;
    const Input& input;
    int frame = 0;
    TextSize most_on_low_buttons = TextSize::large;
    bool is_back_taken = false;
    bool is_erase_taken = false;

    [[nodiscard]] bool is_right_to_left() const { return phrasebook.direction() == Direction::right_to_left; }
    [[nodiscard]] bool is_two_tone() const { return theme.is_two_tone(); }
    [[nodiscard]] float growth() const { return growth_of(view.text_size); }
    // With easy reach all that is touched shares the lower part of the screen: there its words grow less.
    [[nodiscard]] TextSize button_size(const ButtonLook& look) const {
        if (view.reach_top <= 0) return view.text_size;
        // A digit as drawn is as high as the words of the largest size.
        return std::min(view.text_size, look.style == ButtonStyle::key ? TextSize::normal : most_on_low_buttons);
    }
    // A size of the drawings as this person sees it. Text is given in the drawings' sizes everywhere; `run` scales.
    [[nodiscard]] TypeSize shown(const TypeSize& drawn) const { return scaled(drawn, view.text_size); }
    [[nodiscard]] float px(float units) const { return units * scale.pixels_per_unit; }
    // A rectangle of the left-to-right page, where the language puts it; its own inverse.
    [[nodiscard]] Rect mirrored(const Rect& box) const;
    // Design units of the screen as it is, in whole pixels, so that nine slices and hairlines stay sharp.
    [[nodiscard]] Rect to_pixels(const Rect& box) const;
    [[nodiscard]] Rect pixels(const Rect& box) const { return to_pixels(mirrored(box)); }

    [[nodiscard]] TextRun run(const Words& words, const TypeSize& size, float width, Align align, int most_lines) const;
    // Height in design units.
    float paint_text(const Rect& box, const Words& words, const TypeSize& size, Tint ink, Align align, int most_lines,
                     bool* is_cut = nullptr);
    void paint_rounded(const Rect& box, float radius, Tint fill);
    void paint_border(const Rect& box, float radius, float width, Tint ink);
    void paint_icon(Icon icon, const Rect& box, Tint ink);
    void paint_picture(const Rect& box, const std::string& key, const std::function<void(_cairo*)>& draw);
    // Only read: what is there, for eyes and ears.
    Node& tell(const char* id, Role role, const Rect& box, const Words& name);
    bool button(const std::string& id, const Rect& box, const ButtonLook& look, const KeyGroup& group);
    void paint_mark(const Rect& button, const Words& mark);
    void paint_card_tile(const ButtonLook& look, const Rect& place);
};

} // namespace ui
