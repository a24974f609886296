#include "kiosk/screens/privacy.hpp"

#include "kiosk/screens/page.hpp"
#include "kiosk/screens/screen.hpp"

namespace kiosk::privacy {

namespace {

struct Answer {
    const char* id;
    ui::Icon icon;
    ui::Family family;
    const char* head;
    const char* note;
};

constexpr std::array<Answer, 4> answers{{
    {"privacy.what", ui::Icon::edit_note, ui::Family::plum, "heading_privacy_what", "note_privacy_what"},
    {"privacy.who", ui::Icon::groups, ui::Family::sky, "heading_privacy_who", "note_privacy_who"},
    {"privacy.time", ui::Icon::schedule, ui::Family::good, "heading_privacy_time", "note_privacy_time"},
    {"privacy.screen", ui::Icon::visibility_off, ui::Family::primary, "heading_privacy_screen", "note_privacy_screen"},
}};

} // namespace

std::optional<Action> draw(ui::Canvas& canvas, const State&) {
    draw_ground(canvas);
    const auto& words = canvas.words();
    ui::Flow flow(canvas);
    const float top = add_title(flow, canvas, "privacy.title", words("title_privacy"));
    for (const auto& answer : answers) {
        flow_point(flow, canvas, answer.id, {answer.icon, answer.family, words(answer.head), words(answer.note)});
    }
    paint_flow(flow, canvas, top);
    std::optional<Action> action;
    const MainLook main{.label = words("button_okay"), .icon = ui::Icon::check_circle};
    if (draw_ends(canvas, main, BackBy::only_key)) action = Okay{};
    return action;
}

Next update(State&, const Action&, Kiosk&) { return Next::back(); }

} // namespace kiosk::privacy
