// How a button's words, icon and tick share its face, for measuring it and for painting it. Only canvas_button.cpp and
// button_fit.cpp include this. Main thread.
#pragma once

#include "ui/canvas_parts.hpp"

namespace ui {

constexpr float tick_room = 42; // beyond the padding

struct ButtonMeasures {
    float padding;
    float gap;
    float icon; // side of the bare icon, or of the icon's tile
    float radius;
    TypeSize label;
    TypeSize under;
    float under_gap = 0;
    bool is_start_aligned = false;
};

[[nodiscard]] ButtonMeasures measures_of(const ButtonLook& look, TextSize size);

// Where the words of a button go, in design units.
struct ButtonFit {
    float label_width = 0; // of its widest line
    float room = 0;        // they wrap here
    float label_height = 0;
    float height = 0; // label and the line under it
    bool is_cut = false;
};
[[nodiscard]] ButtonFit fit_words(const Canvas::Parts& parts, const ButtonLook& look, const ButtonMeasures& m,
                                  float room, int most_lines);

// The width of what stands beside the words.
[[nodiscard]] float room_taken(const ButtonLook& look, const ButtonMeasures& m, bool has_tick);
[[nodiscard]] bool has_tick_at_end(const ButtonLook& look, float width);

} // namespace ui
