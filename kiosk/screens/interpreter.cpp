#include "kiosk/screens/interpreter_parts.hpp"

#include "kiosk/screens/page.hpp"
#include "kiosk/screens/screen.hpp"

namespace kiosk::interpreter {

namespace {

// The languages asked for most in the offices we know, by their own page order; each is named in the visitor's
// language, so that a helper can choose for somebody else.
constexpr std::array<const char*, 15> spoken{"es", "pt", "ht", "pl", "zh", "ar", "fr", "it",
                                             "sq", "vi", "uk", "ps", "ru", "bn", "en"};

} // namespace

void add_languages(ui::Flow& flow, ui::Canvas& canvas, std::string_view now, const std::function<void(Choose)>& use) {
    std::vector<ui::FlowButton> buttons;
    for (const char* language : spoken) {
        ui::ButtonLook look;
        look.style = ui::ButtonStyle::tile;
        look.icon = ui::Icon::record_voice_over;
        look.label = canvas.words()((std::string("language_") + language).c_str());
        look.is_selected = now == language;
        buttons.push_back({std::string("speak.") + language, look, [use, language] { use({language}); }});
    }
    flow.tiles(std::move(buttons), (canvas.is_portrait() ? 460 : 420) * canvas.growth());
}

std::optional<Action> draw(ui::Canvas& canvas, const State&) {
    draw_ground(canvas);
    const auto& words = canvas.words();
    ui::Flow flow(canvas);
    std::optional<Action> action;
    const float top = add_title(flow, canvas, "interpreter.title", words("title_interpreter"));
    flow.text("interpreter.note", words("note_interpreter"), {.type = ui::Type::lead, .ink = ui::Tint::ink2}, 32);
    add_languages(flow, canvas, words.language(), [&action](Choose choose) { action = std::move(choose); });
    paint_flow(flow, canvas, top);
    if (back_button(canvas)) action = Back{};
    return action;
}

Next update(State&, const Action& action, Kiosk& kiosk) {
    if (const auto* choose = std::get_if<Choose>(&action)) kiosk.session.interpreter_language = choose->language;
    return Next::back();
}

} // namespace kiosk::interpreter
