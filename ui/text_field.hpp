// What a person types into one field, in wiped memory: letters go in and out at a caret that stands only between whole
// characters, as the eye sees them. Draws nothing and knows no key; see canvas_field.cpp for its looks. One thread.
#pragma once

#include "base/secret.hpp"
#include "ui/caret.hpp"

namespace ui {

// What may be typed: any text but control and direction marks; digits; what an email address is made of; digits,
// spaces and `+ ( ) -`. Digits of other scripts become ASCII where only digits are asked for.
enum class FieldForm { text, digits, email, phone };

class TextField {
public:
    // `most_characters` counts code points, as JSON Schema does, so that what fits the field fits its record.
    TextField(FieldForm form, std::size_t most_characters);
    TextField(TextField&&) noexcept = default;
    TextField& operator=(TextField&&) noexcept = default;

    [[nodiscard]] FieldForm form() const { return form_; }
    [[nodiscard]] std::string_view text() const { return text_.text(); } // UTF-8
    [[nodiscard]] bool is_empty() const { return text_.is_empty(); }
    [[nodiscard]] std::size_t most_characters() const { return most_characters_; }
    [[nodiscard]] std::size_t length() const;      // code points
    [[nodiscard]] std::size_t seen_length() const; // characters as the eye counts them

    // At the caret, whole or not at all: false if something of it is not allowed here or does not fit.
    bool insert(std::string_view utf8);
    bool erase(); // the character before the caret
    void clear();
    // One character to that side of what is shown; in a right-to-left paragraph the text may run the other way.
    enum class Side { left, right };
    enum class Paragraph { left_to_right, right_to_left };
    bool move(Side side, Paragraph paragraph);

    // To where a finger meant, among the stops of this text.
    void place(const CaretStop& stop);
    // Where the caret stands; where that is on the glass is left to who paints it.
    [[nodiscard]] CaretStop caret() const;

private:
    FieldForm form_;
    std::size_t most_characters_;
    base::Secret text_;
    std::size_t at_ = 0;
    bool clings_to_next_ = false; // the caret is shown at the edge of the character after it
};

} // namespace ui
