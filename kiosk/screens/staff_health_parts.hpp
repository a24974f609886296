// What page 14 says in both of its forms, drawn and flowing; included by staff_health only. Main thread.
#pragma once

#include "kiosk/screens/health_words.hpp"
#include "kiosk/screens/staff_health.hpp"

namespace kiosk::staff_health {

// The six of the page. Without a printer its place is taken by what every office has.
[[nodiscard]] std::vector<HealthFact> facts_of(const Health& health);
[[nodiscard]] std::string id_of(HealthFact fact);

struct Chip {
    const char* id;
    ui::Icon icon;
    ui::Family family;
    ui::Words words;
};
[[nodiscard]] std::vector<Chip> chips_of(const ui::Phrasebook& words, const Health& health);
[[nodiscard]] float chip_width(ui::Canvas& canvas, const Chip& chip); // as the canvas draws it

[[nodiscard]] ui::Words sending_words(const ui::Phrasebook& words, Sending sending);
[[nodiscard]] ui::TextLook sending_look(Sending sending);

[[nodiscard]] ui::ButtonLook send_look(const ui::Phrasebook& words);
[[nodiscard]] ui::ButtonLook report_look(const ui::Phrasebook& words);
[[nodiscard]] ui::ButtonLook readiness_look(const ui::Phrasebook& words);
[[nodiscard]] ui::ButtonLook care_look(const ui::Phrasebook& words);
[[nodiscard]] bool may_check(const State& state); // at the kiosk: it is its screen and sound that are checked

// What waits, a line each; what finds no room is one line more.
struct WaitingRow {
    std::string id;
    ui::Icon icon = ui::Icon::none;
    ui::Words what;
    ui::Words age;
};
[[nodiscard]] std::vector<WaitingRow> rows_of(const ui::Phrasebook& words, const Health& health, std::size_t most);

} // namespace kiosk::staff_health
