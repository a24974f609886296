// The demo kiosk's people and visits, all invented, around a given now: the canonical CSV, so that it goes through the
// real import, and the codes to type. Any thread.
#pragma once

#include "base/clock.hpp"

#include <string>
#include <vector>

namespace kiosk {

struct DemoCode {
    std::string visit_code; // the same at every start
    std::string letter;     // what a scanner reads from this letter's QR
    std::string shows;      // what happens on screen, for the hints
};

[[nodiscard]] std::string demo_roster_csv(base::UtcTime now, const std::string& site);
[[nodiscard]] std::vector<DemoCode> demo_codes();

} // namespace kiosk
