// The on-screen keyboard without its looks: what each key does, which keys there are and where they go in the room that
// a page has. Too little width splits rows in two, too little height makes two pages of letters. Pure; any thread.
#pragma once

#include "ui/geometry.hpp"
#include "ui/icons.hpp"
#include "ui/text_field.hpp"

#include <string>
#include <vector>

namespace ui {

struct KeyAction {
    enum class Kind {
        write, // `text`
        erase,
        shift,
        signs,    // to the digits and signs, or back to the letters
        part,     // the next page of keys
        variants, // the next letter shows its variants; or lets go of them
        open,     // shows the variants of the letter `text`
        left,
        right,
        done,
    };
    Kind kind{};
    std::string text;
};

// What a keyboard remembers from key to key. A page keeps it beside the field.
struct KeyboardState {
    bool is_shifted = false;
    bool are_signs = false;
    std::size_t part = 0;
    bool offers_variants = false;
    std::string opened; // the letter whose variants are shown; empty: none

    void take(const KeyAction& action);
};
// The key's work on a field and on its keyboard. False if the field did not take it: full, or at its end.
bool type_key(TextField& field, KeyboardState& keyboard, const KeyAction& action, TextField::Paragraph paragraph);

constexpr float key_gap = 24;
constexpr float key_lip = 4; // rows stand further apart by it
constexpr Size least_key{96, 92};

struct KeyboardRoom {
    Size box;
    Size least = least_key; // larger where letters are
    float gap = key_gap;
    TextField::Paragraph paragraph = TextField::Paragraph::left_to_right;
    bool has_done = false;
};

struct PlannedKey {
    std::string id;    // stable: "e", "variant.é", "shift"
    std::string label; // what it shows, if no icon
    Icon icon = Icon::none;
    KeyAction action;
    bool has_variants = false;
    bool is_selected = false;
    // Letters stand where keyboards of the language have them, whatever way it is read; the keys below run with it.
    bool is_letter = true;
    Rect box;
};

struct KeyboardNeed {
    float height = 0;
    std::size_t parts = 1; // pages of letters
};

struct KeyboardPlan {
    std::vector<PlannedKey> keys; // in reading order
    std::size_t parts = 1;        // pages of keys
    float height = 0;
};

[[nodiscard]] KeyboardPlan plan_keyboard(std::string_view language, FieldForm form, const KeyboardState& state,
                                         const KeyboardRoom& room);

} // namespace ui
