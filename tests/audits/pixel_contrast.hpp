// Contrast as it reaches the eye: measured on the pixels of a drawn page, where its words were painted. Knows nothing
// of tokens. Pure; any thread.
#pragma once

#include "tests/audits/text_watcher.hpp"
#include "ui/semantics.hpp"

#include <cstdint>
#include <optional>
#include <span>

namespace audits {

// RGBA, row by row, as Surface::pixels gives them.
struct Picture {
    std::span<const std::uint8_t> pixels;
    int width = 0;
    int height = 0;
};

struct InkAndGround {
    ui::Color ink;    // of the colours that cover enough to be the heart of a stroke, the furthest from the ground
    ui::Color ground; // the most frequent colour
};

// Nothing if the rectangle is all of one colour, or leaves the picture.
[[nodiscard]] std::optional<InkAndGround> ink_and_ground(const Picture& picture, const ui::Rect& rect);

struct ContrastFloors {
    double text = 10;
    double not_ready = 4.5; // words of a control that is not ready
};

// One line for each text whose ink is nearer to its ground than its floor, or that cannot be seen at all.
[[nodiscard]] std::vector<std::string> faint_words(const Picture& picture, const std::vector<PaintedText>& painted,
                                                   const ui::SemanticTree& tree, const ContrastFloors& floors);

} // namespace audits
