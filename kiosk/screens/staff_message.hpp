// What a page of the staff says of what was just done or asked: one bold line, in the colour of how it went, which is
// also told to who listens. Each page has a table of its own from what happened to such a line. Main thread.
#pragma once

#include "ui/flow.hpp"

#include <optional>

namespace kiosk {

struct StaffMessage {
    const char* id; // of its words
    ui::Tint ink;
};
[[nodiscard]] constexpr StaffMessage done_well(const char* id) { return {id, ui::Tint::good}; }
[[nodiscard]] constexpr StaffMessage needs_care(const char* id) { return {id, ui::Tint::care}; }

// Nothing without a message. `lead`: on pages that have little else.
void flow_message(ui::Flow& flow, const ui::Phrasebook& words, const std::string& id,
                  const std::optional<StaffMessage>& message, ui::Type type = ui::Type::body);

} // namespace kiosk
