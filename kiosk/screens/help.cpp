#include "kiosk/screens/help.hpp"

#include "kiosk/screens/page.hpp"
#include "kiosk/screens/screen.hpp"

namespace kiosk::help {

namespace {

struct Card {
    const char* id;
    ui::Icon icon;
    ui::Family family;
    const char* head;
    const char* note;
};

void draw_card(ui::Canvas& canvas, const ui::Rect& box, const Card& card) {
    canvas.panel(box);
    const ui::Rect inner = box.inset(36, 32);
    canvas.icon_tile(card.icon, {inner.x, inner.y, 88, 88}, card.family);
    const float x = inner.x + 112;
    const float width = inner.right() - x;
    const float head = canvas.text((std::string(card.id) + ".head").c_str(), {x, inner.y, width, 104},
                                   canvas.words()(card.head), {.type = ui::Type::side_head, .role = ui::Role::heading});
    canvas.text(card.id, {x, inner.y + head + 6, width, inner.h - head - 6}, canvas.words()(card.note),
                {.ink = ui::Tint::ink2});
}

} // namespace

std::optional<Action> draw(ui::Canvas& canvas, const State& state) {
    draw_ground(canvas);
    const auto& words = canvas.words();
    const PageLayout page = page_layout(canvas);
    const float top = draw_title(canvas, "help.title", words(state.is_safety ? "title_not_safe" : "title_help"));
    const bool is_upright = canvas.is_portrait();
    constexpr float gap = 28;
    const float width = is_upright ? page.content.w : (page.content.w - gap) / 2;
    const float height = is_upright ? 220 : 260;
    auto place = [&](int column, int row) {
        if (is_upright)
            return ui::Rect{page.content.x, top + static_cast<float>(row * 2 + column) * (height + gap), width, height};
        return ui::Rect{page.content.x + static_cast<float>(column) * (width + gap),
                        top + static_cast<float>(row) * (height + gap), width, height};
    };
    std::optional<Action> action;
    if (state.is_safety) {
        draw_card(canvas, place(0, 0),
                  {"help.desk", ui::Icon::handshake, ui::Family::good, "heading_safe_desk", "note_safe_desk"});
        draw_card(canvas, place(1, 0),
                  {"help.911", ui::Icon::call, ui::Family::care, "heading_safe_911", "note_safe_911"});
    } else {
        draw_card(canvas, place(0, 0),
                  {"help.desk", ui::Icon::handshake, ui::Family::good, "heading_help_desk", "note_help_desk"});
        draw_card(canvas, place(1, 0),
                  {"help.988", ui::Icon::call, ui::Family::sky, "heading_help_988", "note_help_988"});
        draw_card(canvas, place(0, 1),
                  {"help.211", ui::Icon::volunteer_activism, ui::Family::plum, "heading_help_211", "note_help_211"});
        ui::ButtonLook look;
        look.style = ui::ButtonStyle::card;
        look.icon = ui::Icon::shield;
        look.family = ui::Family::care;
        look.label = words("button_not_safe");
        look.under = words("note_not_safe");
        if (canvas.button("notsafe", place(1, 1), look)) action = NotSafe{};
    }
    if (main_button(canvas, words("button_okay_now"), ui::Icon::check_circle) || canvas.took_back()) action = OkayNow{};
    return action;
}

Next update(State& state, const Action& action, Kiosk& kiosk) {
    if (std::holds_alternative<OkayNow>(action)) return Next::back();
    state.is_safety = true;
    // Kept if it can be kept; the page says the same either way, since what it asks for does not need the kiosk.
    (void)kiosk.desk.ask_for_help(kiosk.found(), HelpKind::safety, "help", kiosk.words.language()).is_error();
    return Next::stay();
}

} // namespace kiosk::help
