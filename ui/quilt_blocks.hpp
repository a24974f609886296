// The blocks that a quilt is sewn from, each on the unit square; quilt.cpp lays them out. Main thread.
#pragma once

#include "ui/theme.hpp"

#include <array>

struct _cairo; // cairo_t

namespace ui {

enum class Shape { leaf, person, pair, arcs, house, wave, laurel, star, pin, heart, sun, bird, half, patch, plain };

struct Block {
    Shape shape;
    std::array<Fabric, 5> fabrics; // ground first; as many as the shape uses
    int quarter_turns = 0;
};

// Covers (0,0)–(1,1) of the context and nothing else.
void draw_shape(_cairo* context, const Block& block, const Theme& theme);

} // namespace ui
