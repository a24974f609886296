#include "kiosk/screens/languages.hpp"

#include "kiosk/screens/page.hpp"
#include "kiosk/screens/screen.hpp"

namespace kiosk::languages {

std::optional<Action> draw(ui::Canvas& canvas, const State&) {
    draw_ground(canvas);
    const auto& words = canvas.words();
    ui::Flow flow(canvas);
    std::optional<Action> action;
    const float top = add_title(flow, canvas, "languages.title", words("title_languages"));
    std::vector<ui::FlowButton> buttons;
    for (const auto& language : words.languages()) {
        ui::ButtonLook look;
        look.style = ui::ButtonStyle::tile;
        look.icon = ui::Icon::language;
        look.label = ui::Words::of_record(language.own_name);
        look.language = language.code;
        look.is_selected = language.code == words.language();
        const std::string code = language.code;
        buttons.push_back({"language." + code, look, [&action, code] { action = Speak{code}; }});
    }
    constexpr std::size_t list = 4; // so few stand under one another
    constexpr float tile = 400;
    flow.tiles(std::move(buttons), words.languages().size() <= list ? 1144 : tile * canvas.growth());
    paint_flow(flow, canvas, top);
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
