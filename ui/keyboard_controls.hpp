// The keys below the letters: what each form of field needs besides them. A part of keyboard_plan. Pure.
#pragma once

#include "ui/keyboard_layout.hpp"
#include "ui/keyboard_plan.hpp"

namespace ui {

struct KeyboardControl {
    PlannedKey key;
    std::size_t span = 1;    // keys' widths it needs
    bool is_elastic = false; // takes what its row has left
};

enum class Pages { one, several }; // of letters

// From start to end of the row.
[[nodiscard]] std::vector<KeyboardControl> keyboard_controls(const KeyboardLayout& layout, FieldForm form,
                                                             const KeyboardState& state, const KeyboardRoom& room,
                                                             Pages pages);

} // namespace ui
