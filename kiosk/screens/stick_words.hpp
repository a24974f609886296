// What came of carrying by stick, in plain words: each with what to do about it. Decides nothing. Main thread.
#pragma once

#include "kiosk/staff/stick_carrier.hpp"
#include "ui/canvas.hpp"

namespace kiosk {

struct CarriedLine {
    ui::Icon icon = ui::Icon::none;
    ui::Family family = ui::Family::sky;
    ui::Words head;
    ui::Words note;
};

// "Copying: 3 of 12".
[[nodiscard]] ui::Words progress_words(const ui::Phrasebook& words, const Carried& carried);
// Empty before anything was carried.
[[nodiscard]] std::vector<CarriedLine> lines_of(const ui::Phrasebook& words, const Carried& carried);

} // namespace kiosk
