#include "kiosk/state/office_choices.hpp"

#include <algorithm>

namespace kiosk {

int factor_of(VisitorTimes times) { return static_cast<int>(times) + 1; }

OfficeChoices choices_in(const Settings& file) {
    OfficeChoices choices{file.waiting_place, file.acknowledge,     file.languages,      file.paper,
                          file.headphones,    VisitorTimes::normal, file.rings_desk_bell};
    auto& languages = choices.languages;
    if (std::find(languages.begin(), languages.end(), "en") == languages.end()) languages.emplace_back("en");
    return choices;
}

void use_choices(const OfficeChoices& choices, const Settings& file, Settings& live) {
    live.waiting_place = choices.waiting_place;
    live.acknowledge = choices.acknowledge;
    live.languages = choices.languages;
    live.paper = choices.paper;
    live.headphones = choices.headphones;
    live.rings_desk_bell = choices.rings_desk_bell;
    const auto longer = [&](std::chrono::seconds time) { return time * factor_of(choices.times); };
    live.timers.cover = longer(file.timers.cover);
    live.timers.warning = longer(file.timers.warning);
    live.timers.answer = longer(file.timers.answer);
    live.timers.checked_in = longer(file.timers.checked_in);
    live.timers.hidden = longer(file.timers.hidden);
}

} // namespace kiosk
