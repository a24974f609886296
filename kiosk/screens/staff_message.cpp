#include "kiosk/screens/staff_message.hpp"

namespace kiosk {

void flow_message(ui::Flow& flow, const ui::Phrasebook& words, const std::string& id,
                  const std::optional<StaffMessage>& message, ui::Type type) {
    if (!message) return;
    flow.text(id, words(message->id),
              {.type = type, .ink = message->ink, .weight = ui::Weight::bold, .role = ui::Role::status});
}

} // namespace kiosk
