// How the rows of the desk are said on the staff's pages (who, how far, what they need), and which step each offers. Main
// thread.
#pragma once

#include "kiosk/staff/arrivals_desk.hpp"
#include "ui/canvas.hpp"

namespace kiosk {

// "R. S.", or that they are on no list.
[[nodiscard]] ui::Words who_of(const ui::Phrasebook& words, const DeskRow& row);
// "+ 2 children", "alone", "caregiver"; nothing where nothing is known.
[[nodiscard]] ui::Words party_of(const ui::Phrasebook& words, const DeskRow& row);
// "Waiting 6 min"
[[nodiscard]] ui::Words stage_of(const ui::Phrasebook& words, const DeskRow& row);
// "Robin 12", or "No ticket".
[[nodiscard]] ui::Words ticket_of(const ui::Phrasebook& words, const DeskRow& row);
// All that a row says, in one sentence.
[[nodiscard]] ui::Words spoken_row(const ui::Phrasebook& words, const DeskRow& row);
// Of its button: its own, not its place in the list, so that a finger that is down stays on the row it touched when the
// list is sorted anew. Names nobody.
[[nodiscard]] std::string row_id(const DeskRow& row);
struct StageLook {
    ui::Icon icon;
    ui::Tint ink;
};
[[nodiscard]] StageLook look_of(const DeskRow& row);

struct NeedWords {
    ui::Icon icon;
    ui::Words words;
    bool is_own = false; // their own words
};
// What they need, one line each: the interpreter with the language, their own words, the ride. Private to who listens.
[[nodiscard]] std::vector<NeedWords> needs_of(const ui::Phrasebook& words, const DeskRow& row);
// What is not as it should be: must not meet, not seen, waits long. One line each, the gravest first.
[[nodiscard]] std::vector<ui::Words> cares_of(const ui::Phrasebook& words, const DeskRow& row);
// "Spanish", or the code itself of a language that has no name here.
[[nodiscard]] ui::Words language_name(const ui::Phrasebook& words, const std::string& code);

// The step that comes next for an arrival, and the one that may come instead.
enum class DeskStep { none, check_in, acknowledge, call, start, end };
struct StepsAhead {
    DeskStep next = DeskStep::none;
    DeskStep other = DeskStep::none;
};
[[nodiscard]] StepsAhead steps_ahead(const DeskRow& row);
[[nodiscard]] ui::ButtonLook step_look(const ui::Phrasebook& words, const DeskRow& row, DeskStep step);
// Nothing for a row that has not come, and for the step of checking it in, which has a page of its own.
[[nodiscard]] base::Result<void> take_step(DeskStep step, const DeskRow& row, const StaffSession& by,
                                           ArrivalsDesk& desk);
[[nodiscard]] const char* step_id(DeskStep step); // of its button: "call"

} // namespace kiosk
