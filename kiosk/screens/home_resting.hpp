// Home while nobody checks in at this kiosk: staff closed it, or it is outside the office's hours. Included by home only.
// Main thread.
#pragma once

#include "kiosk/screens/home.hpp"
#include "ui/flow.hpp"

namespace kiosk::home {

// Looks whether it is so now, and when that changes.
void rest(State& state, Kiosk& kiosk);
// Where the card is at other times: where to go, and when it opens if that is known. Gives
// back the height used.
float draw_resting(ui::Canvas& canvas, const Resting& resting, const ui::Rect& box);
void flow_resting(ui::Flow& flow, const ui::Phrasebook& words, const Resting& resting);

} // namespace kiosk::home
