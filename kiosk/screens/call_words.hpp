// How a called ticket is shown: on the display of the waiting room, and as a strip on the home page of a kiosk that has
// no such display. Never a name. Main thread.
#pragma once

#include "kiosk/staff/calls.hpp"
#include "ui/canvas.hpp"

#include <span>

namespace kiosk {

// The newest call large, the others small beside it; what will stand here, if there is none. `languages`: each says the
// same, the first one largest.
void draw_calls(ui::Canvas& canvas, std::span<const Call> calls, std::span<const std::string> languages);

// "Robin 12: Garden Room", in the page's language.
[[nodiscard]] ui::Words call_words(const ui::Phrasebook& words, const Call& call);
// The same with its picture and "Called now". Gives back whether there was room for it.
bool draw_call_strip(ui::Canvas& canvas, const ui::Rect& box, const Call& call);

// What is said of a call, and shown of it, in one of the languages.
[[nodiscard]] ui::Words ticket_in(const ui::Phrasebook& words, const std::string& language,
                                  const storage::Ticket& ticket);
[[nodiscard]] ui::Words spoken_call(const ui::Phrasebook& words, const std::string& language, const Call& call);

} // namespace kiosk
