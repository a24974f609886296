// One fact of the kiosk's health as a card: only read, so without a lip. Main thread.
#pragma once

#include "kiosk/screens/health_words.hpp"

namespace kiosk {

// Whether all its words have room on a card of this size.
[[nodiscard]] bool fits_card(ui::Canvas& canvas, const ui::Rect& card, const FactWords& fact);
void draw_card(ui::Canvas& canvas, const std::string& id, const ui::Rect& card, const FactWords& fact);

} // namespace kiosk
