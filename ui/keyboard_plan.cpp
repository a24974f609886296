#include "ui/keyboard_plan.hpp"

#include "base/result.hpp"
#include "ui/code_points.hpp"
#include "ui/keyboard_controls.hpp"
#include "ui/keyboard_layout.hpp"

#include <algorithm>
#include <cmath>
#include <unicode/uchar.h>

namespace ui {

namespace {

using Kind = KeyAction::Kind;
using Control = KeyboardControl;

constexpr float widest_key = 144;
constexpr float widest_digit = 220;
constexpr float highest_key = 112;

// A page of keys: rows that fit the width, cut into parts that fit the height.
struct Board {
    std::vector<KeyboardRow> rows;
    std::size_t parts = 1;
    std::size_t rows_a_part = 0;
};

std::size_t ceil_div(std::size_t a, std::size_t b) { return (a + b - 1) / b; }

std::size_t how_many_fit(float room, float each, float gap) {
    return static_cast<std::size_t>(std::max(1.0F, std::floor((room + gap) / (each + gap))));
}

std::vector<KeyboardRow> split_rows(const std::vector<KeyboardRow>& rows, std::size_t most) {
    std::vector<KeyboardRow> split;
    for (const KeyboardRow& row : rows) {
        const std::size_t pieces = ceil_div(row.size(), most);
        std::size_t at = 0;
        for (std::size_t piece = 0; piece < pieces; ++piece) {
            const std::size_t count = ceil_div(row.size() - at, pieces - piece);
            const auto from = row.begin() + static_cast<std::ptrdiff_t>(at);
            split.emplace_back(from, from + static_cast<std::ptrdiff_t>(count));
            at += count;
        }
    }
    return split;
}

Board board_of(const std::vector<KeyboardRow>& rows, std::size_t most_keys, std::size_t most_rows) {
    Board board{split_rows(rows, most_keys), 1, 0};
    board.parts = std::max<std::size_t>(1, ceil_div(board.rows.size(), most_rows));
    board.rows_a_part = ceil_div(board.rows.size(), board.parts);
    return board;
}

std::size_t widest_row(const std::vector<KeyboardRow>& rows) {
    std::size_t widest = 1;
    for (const KeyboardRow& row : rows) widest = std::max(widest, row.size());
    return widest;
}

// A mark alone has nothing to stand on: it is shown on a dotted circle.
std::string shown(const std::string& text) {
    const auto type = u_charType(static_cast<UChar32>(code_points(text).front()));
    return type == U_NON_SPACING_MARK ? "\u25CC" + text : text;
}

PlannedKey letter_key(const KeyboardLetter& letter, std::string_view language, const KeyboardState& state,
                      const char* prefix) {
    PlannedKey key;
    const std::string text = state.is_shifted ? capital_of(letter.text, language) : letter.text;
    key.id = prefix + letter.text;
    key.label = shown(text);
    key.has_variants = !letter.variants.empty();
    const bool opens = state.offers_variants && key.has_variants;
    key.action = opens ? KeyAction{Kind::open, letter.text} : KeyAction{Kind::write, text};
    return key;
}

KeyboardLayout layout_of(std::string_view language, FieldForm form) {
    switch (form) {
    case FieldForm::text: return keyboard_for(language);
    case FieldForm::email: return email_keyboard_for(language);
    case FieldForm::digits: return digit_keyboard();
    case FieldForm::phone: return phone_keyboard();
    }
    base::invariant(false, "a field has one of the forms");
    return {};
}

class Planner {
public:
    Planner(std::string_view language, FieldForm form, const KeyboardState& state, const KeyboardRoom& room)
        : language_(language), form_(form), state_(state), room_(room), layout_(layout_of(language, form)),
          row_gap_(room.gap + key_lip) {}

    KeyboardPlan plan() {
        const std::size_t most_keys = how_many_fit(room_.box.w, room_.least.w, room_.gap);
        const std::size_t most_rows = how_many_fit(room_.box.h, room_.least.h, row_gap_);
        columns_ = std::max(widest_row(split_rows(layout_.letters, most_keys)),
                            widest_row(split_rows(layout_.signs, most_keys)));
        const float count = static_cast<float>(columns_);
        key_.w = std::min((room_.box.w - (count - 1) * room_.gap) / count,
                          std::max(room_.least.w, layout_.letters[0].size() == 3 ? widest_digit : widest_key));
        width_ = count * key_.w + (count - 1) * room_.gap;
        start_ = (room_.box.w - width_) / 2;
        // Keys to turn the pages of letters only stand where there are pages.
        std::size_t below = control_rows(Pages::one).size();
        Board letters = body(layout_.letters, most_rows, below);
        Board signs = body(layout_.signs, most_rows, below);
        Board board = current(letters, signs, most_rows, below);
        const bool has_parts = board.parts > 1;
        if (has_parts) {
            below = control_rows(Pages::several).size();
            letters = body(layout_.letters, most_rows, below);
            signs = body(layout_.signs, most_rows, below);
            board = current(letters, signs, most_rows, below);
        }
        const std::size_t above = std::max(letters.rows_a_part, signs.rows_a_part);
        const float rows = static_cast<float>(above + below);
        key_.h = std::clamp((room_.box.h - (rows - 1) * row_gap_) / rows, room_.least.h,
                            std::max(room_.least.h, highest_key));
        KeyboardPlan plan;
        plan.parts = board.parts;
        plan.height = rows * key_.h + (rows - 1) * row_gap_;
        place_letters(board, plan);
        float y = static_cast<float>(above) * (key_.h + row_gap_);
        for (auto& row : control_rows(has_parts ? Pages::several : Pages::one)) {
            place_controls(row, y, plan);
            y += key_.h + row_gap_;
        }
        return plan;
    }

private:
    Board body(const std::vector<KeyboardRow>& rows, std::size_t most_rows, std::size_t below) const {
        return board_of(rows, columns_, most_rows > below ? most_rows - below : 1);
    }

    Board current(const Board& letters, const Board& signs, std::size_t most_rows, std::size_t below) const {
        if (!state_.opened.empty()) return body({variants_row()}, most_rows, below);
        return state_.are_signs && !layout_.signs.empty() ? signs : letters;
    }

    // The opened letter itself, then its variants.
    KeyboardRow variants_row() const {
        KeyboardRow row;
        for (const auto* rows : {&layout_.letters, &layout_.signs}) {
            for (const KeyboardRow& candidates : *rows) {
                for (const KeyboardLetter& letter : candidates) {
                    if (letter.text != state_.opened || !row.empty()) continue;
                    row.push_back({letter.text, {}});
                    for (const auto& variant : letter.variants) row.push_back({variant, {}});
                }
            }
        }
        return row;
    }

    std::vector<std::vector<Control>> control_rows(Pages pages) const {
        std::vector<std::vector<Control>> rows(1);
        std::size_t used = 0;
        for (Control& control : keyboard_controls(layout_, form_, state_, room_, pages)) {
            control.span = std::min(control.span, columns_);
            if (used + control.span > columns_) {
                rows.emplace_back();
                used = 0;
            }
            used += control.span;
            rows.back().push_back(std::move(control));
        }
        return rows;
    }

    void place_letters(const Board& board, KeyboardPlan& plan) const {
        const bool are_variants = !state_.opened.empty();
        const std::size_t first = state_.part % board.parts * board.rows_a_part;
        const std::size_t end = std::min(first + board.rows_a_part, board.rows.size());
        float y = 0;
        for (std::size_t i = first; i < end; ++i) {
            const KeyboardRow& row = board.rows[i];
            const float count = static_cast<float>(row.size());
            float x = start_ + (width_ - count * key_.w - (count - 1) * room_.gap) / 2;
            for (const KeyboardLetter& letter : row) {
                PlannedKey key = letter_key(letter, language_, state_, are_variants ? "variant." : "");
                key.box = {x, y, key_.w, key_.h};
                plan.keys.push_back(std::move(key));
                x += key_.w + room_.gap;
            }
            y += key_.h + row_gap_;
        }
    }

    void place_controls(std::vector<Control>& row, float y, KeyboardPlan& plan) const {
        float left = width_ - room_.gap * static_cast<float>(row.size() - 1);
        std::size_t elastic = 0;
        for (const Control& control : row) {
            left -= width_of(control);
            if (control.is_elastic) ++elastic;
        }
        const float extra = left / static_cast<float>(elastic > 0 ? elastic : row.size());
        float x = start_;
        for (Control& control : row) {
            const float width = width_of(control) + (control.is_elastic || elastic == 0 ? extra : 0);
            control.key.box = {x, y, width, key_.h};
            plan.keys.push_back(std::move(control.key));
            x += width + room_.gap;
        }
    }
    [[nodiscard]] float width_of(const Control& control) const {
        const auto span = static_cast<float>(control.span);
        return span * key_.w + (span - 1) * room_.gap;
    }

    std::string_view language_;
    FieldForm form_;
    const KeyboardState& state_;
    const KeyboardRoom& room_;
    KeyboardLayout layout_;
    float row_gap_ = 0;
    std::size_t columns_ = 1;
    Size key_;
    float width_ = 0;
    float start_ = 0;
};

} // namespace

KeyboardPlan plan_keyboard(std::string_view language, FieldForm form, const KeyboardState& state,
                           const KeyboardRoom& room) {
    return Planner(language, form, state, room).plan();
}

} // namespace ui
