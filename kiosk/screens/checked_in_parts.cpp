#include "kiosk/screens/checked_in_parts.hpp"

#include "kiosk/screens/page.hpp"
#include "kiosk/screens/visit_words.hpp"

namespace kiosk::checked_in {

std::string carried_text(const ui::Phrasebook& words, const State& state) {
    std::string text = ticket_words(words, state.arrival.ticket).text();
    if (state.visit) text += "\n" + words("label_time", {{"start", state.visit->start}}).text();
    return text;
}

std::vector<NextStep> next_steps(const ui::Phrasebook& words, const State& state) {
    const auto ticket = ticket_words(words, state.arrival.ticket);
    std::vector<NextStep> steps;
    switch (state.desk_knows) {
    case DeskKnows::not_yet:
    case DeskKnows::gone:
    case DeskKnows::overdue:
        steps.push_back({"next.desk", ui::Icon::campaign, ui::Family::sky,
                         words(state.desk_knows == DeskKnows::overdue ? "heading_next_desk_now" : "heading_next_desk"),
                         words("note_next_desk", {{"ticket", ticket}})});
        break;
    case DeskKnows::yes:
        steps.push_back({"next.desk", ui::Icon::check_circle, ui::Family::sky, words("heading_next_known"),
                         words("note_next_known", {{"ticket", ticket}})});
        break;
    }
    if (state.waiting_place.empty()) {
        steps.push_back(
            {"next.wait", ui::Icon::weekend, ui::Family::good, words("heading_next_wait"), words("note_next_wait")});
    } else {
        steps.push_back({"next.wait", ui::Icon::weekend, ui::Family::good,
                         words("heading_next_sit", {{"place", state.waiting_place}}), words("note_next_wait")});
    }
    if (state.visit) {
        const std::string helper = state.visit->text("helper_name");
        const auto room = room_of(*state.visit);
        steps.push_back({"next.room", ui::Icon::door_front, ui::Family::plum,
                         words("heading_next_room", {{"room", room}}),
                         helper.empty() ? ui::Words::of_record(state.visit->text("place_access"))
                                        : words("note_next_helper", {{"helper", helper}}),
                         !helper.empty()});
    }
    return steps;
}

ui::ButtonLook more_time_look(const ui::Canvas& canvas) {
    ui::ButtonLook more;
    more.icon = ui::Icon::more_time;
    more.label = canvas.words()("button_more_time");
    return more;
}

std::optional<Action> draw(ui::Canvas& canvas, const State& state) {
    std::optional<Action> action;
    draw_content(
        canvas, [&](const PageLayout& page) { draw_drawn(canvas, page, state, action); },
        [&] { draw_flowing(canvas, state, action); });
    const ui::Rect ends = page_layout(canvas).ends;
    const auto more = more_time_look(canvas);
    const float width = std::min(canvas.natural_width(more), ends.w);
    const ui::Rect place{ends.right() - width, ends.y, width, ends.h};
    if (canvas.button("moretime", place, more)) action = MoreTime{};
    if (canvas.took_back()) action = Done{};
    return action;
}

} // namespace kiosk::checked_in
