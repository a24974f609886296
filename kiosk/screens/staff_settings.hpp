// What an office sets for itself: where families wait, when an arrival is shown louder and whether a
// bell rings, languages, paper, headphones, and
// how long visitors have. Kept only when "Save" is chosen. Reached from "Look after this kiosk".
#pragma once

#include "kiosk/app/session.hpp"
#include "kiosk/screens/next.hpp"
#include "kiosk/state/office_choices.hpp"
#include "ui/keyboard_plan.hpp"
#include "ui/typing.hpp"

namespace kiosk::staff_settings {

enum class Saved { not_yet, kept, failed };
constexpr std::size_t most_place = 60;

struct Language {
    std::string code;
    std::string own_name;
};

struct State {
    static constexpr StaffAction needed = StaffAction::change_settings;
    OfficeChoices choices;           // as they are on the page
    std::vector<Language> languages; // all that could be offered, but English
    bool is_typing = false;          // the waiting place
    ui::TextField place{ui::FieldForm::text, most_place};
    ui::KeyboardState keyboard{};
    Saved saved = Saved::not_yet;
};

struct Back {};
struct Save {};
struct Change {
    OfficeChoices choices;
};
struct TypePlace {};
struct Press {
    ui::KeyAction key;
};
struct Type { // on a real keyboard
    base::Secret letters;
};
struct Place { // the caret
    ui::CaretStop stop;
};
using Action = std::variant<Back, Save, Change, TypePlace, Press, Type, Place>;

std::optional<Action> draw(ui::Canvas& canvas, const State& state);
Next update(State& state, const Action& action, Kiosk& kiosk);

[[nodiscard]] State open(Kiosk& kiosk);

} // namespace kiosk::staff_settings
