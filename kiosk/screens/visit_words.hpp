// How a visit is said on a page: its kind, its room, the people in it, the ticket. Main thread.
#pragma once

#include "storage/roster.hpp"
#include "storage/submission.hpp"
#include "ui/canvas.hpp"

namespace kiosk {

[[nodiscard]] const char* visit_type_id(storage::VisitType type); // message id
// For staff: the kind, and that the visit is cancelled, moved, on hold or not sure yet, if it is.
[[nodiscard]] ui::Words kind_and_status(const ui::Phrasebook& words, const storage::Visit& visit);
[[nodiscard]] ui::Icon visit_icon(storage::VisitType type);
// Room, else place.
[[nodiscard]] ui::Words room_of(const storage::Visit& visit);
// The names the agency lets this person see, separated by ";" in the roster.
[[nodiscard]] std::vector<std::string> names_in(const storage::Visit& visit);
[[nodiscard]] const char* mark_id(storage::TicketMark mark); // message id of "Robin"
[[nodiscard]] ui::BlockName block_of(storage::TicketMark mark);
// "Robin 12"
[[nodiscard]] ui::Words ticket_words(const ui::Phrasebook& words, const storage::Ticket& ticket);

} // namespace kiosk
