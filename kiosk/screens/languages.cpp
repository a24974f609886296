#include "kiosk/screens/languages.hpp"

#include "kiosk/screens/page.hpp"
#include "kiosk/screens/screen.hpp"

namespace kiosk::languages {

std::optional<Action> draw(ui::Canvas& canvas, const State&) {
    draw_ground(canvas);
    const auto& words = canvas.words();
    const PageLayout page = page_layout(canvas);
    float y = draw_title(canvas, "languages.title", words("title_languages")) + 8;
    const float width = std::min(page.content.w, 1144.0F);
    std::optional<Action> action;
    for (const auto& language : words.languages()) {
        ui::ButtonLook look;
        look.style = ui::ButtonStyle::tile;
        look.icon = ui::Icon::language;
        look.label = ui::Words::of_record(language.own_name);
        look.is_selected = language.code == words.language();
        if (canvas.button("language." + language.code, {page.content.x, y, width, 88}, look)) {
            action = Speak{language.code};
        }
        y += 88 + 24;
    }
    if (back_button(canvas)) action = Back{};
    return action;
}

Next update(State&, const Action& action, Kiosk& kiosk) {
    if (const auto* speak = std::get_if<Speak>(&action)) {
        if (!kiosk.words.set_language(speak->language)) return Next::stay();
    }
    return Next::back();
}

} // namespace kiosk::languages
