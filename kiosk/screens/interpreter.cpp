#include "kiosk/screens/interpreter.hpp"

#include "kiosk/screens/page.hpp"
#include "kiosk/screens/screen.hpp"

namespace kiosk::interpreter {

namespace {

// The languages asked for most in the offices we know, by their own page order; each is named in the visitor's
// language, so that a helper can choose for somebody else.
constexpr std::array<const char*, 15> spoken{"es", "pt", "ht", "pl", "zh", "ar", "fr", "it",
                                             "sq", "vi", "uk", "ps", "ru", "bn", "en"};

} // namespace

std::optional<Action> draw(ui::Canvas& canvas, const State&) {
    draw_ground(canvas);
    const auto& words = canvas.words();
    const PageLayout page = page_layout(canvas);
    float y = draw_title(canvas, "interpreter.title", words("title_interpreter"));
    y += canvas.text("interpreter.note", {page.content.x, y, page.content.w, 92}, words("note_interpreter"),
                     {.type = ui::Type::lead, .ink = ui::Tint::ink2}) +
         32;
    const std::size_t columns = canvas.is_portrait() ? 2 : 3;
    constexpr float gap = 24;
    const float width = (page.content.w - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
    std::optional<Action> action;
    for (std::size_t i = 0; i < spoken.size(); ++i) {
        ui::ButtonLook look;
        look.style = ui::ButtonStyle::tile;
        look.icon = ui::Icon::record_voice_over;
        look.label = words((std::string("language_") + spoken[i]).c_str());
        look.is_selected = words.language() == spoken[i];
        const float x = page.content.x + static_cast<float>(i % columns) * (width + gap);
        const float row = y + static_cast<float>(i / columns) * (88 + 20);
        if (canvas.button(std::string("speak.") + spoken[i], {x, row, width, 88}, look)) action = Choose{spoken[i]};
    }
    if (back_button(canvas)) action = Back{};
    return action;
}

Next update(State&, const Action& action, Kiosk& kiosk) {
    if (const auto* choose = std::get_if<Choose>(&action)) kiosk.session.interpreter_language = choose->language;
    return Next::back();
}

} // namespace kiosk::interpreter
