#include "ui/text_field.hpp"

#include "ui/code_points.hpp"
#include "ui/graphemes.hpp"
#include "ui/seen_order.hpp"

#include <algorithm>
#include <cstring>
#include <unicode/uchar.h>

namespace ui {

namespace {

constexpr char32_t zero_width_non_joiner = 0x200C; // Pashto and Persian words are spelt with it
constexpr char32_t zero_width_joiner = 0x200D;
constexpr char32_t not_utf8 = 0xFFFD;

bool is_text(char32_t point) {
    if (point == zero_width_non_joiner || point == zero_width_joiner) return true;
    switch (u_charType(static_cast<UChar32>(point))) {
    case U_CONTROL_CHAR:
    case U_FORMAT_CHAR: // also the marks that turn the direction of a line
    case U_LINE_SEPARATOR:
    case U_PARAGRAPH_SEPARATOR:
    case U_SURROGATE:
    case U_PRIVATE_USE_CHAR:
    case U_UNASSIGNED: return false;
    default: return point != not_utf8; // ICU's own list of types is open-ended
    }
}

bool is_one_of(char32_t point, std::u32string_view allowed) { return allowed.find(point) != std::u32string_view::npos; }

// What the form makes of a code point; 0 if it does not take it.
char32_t taken(FieldForm form, char32_t point) {
    const std::int32_t digit = u_charDigitValue(static_cast<UChar32>(point));
    const char32_t as_digit = digit < 0 ? 0 : U'0' + static_cast<char32_t>(digit);
    switch (form) {
    case FieldForm::text: return is_text(point) ? point : 0;
    case FieldForm::digits: return as_digit;
    case FieldForm::email: return point > U' ' && point < 0x7F ? point : 0;
    case FieldForm::phone: return is_one_of(point, U" +()-") ? point : as_digit;
    }
    return 0;
}

// How far the caret is from the left, in characters.
struct Line {
    std::vector<std::size_t> borders;
    std::vector<SeenLetter> seen;

    [[nodiscard]] std::size_t place_of(std::size_t byte) const {
        return static_cast<std::size_t>(std::lower_bound(borders.begin(), borders.end(), byte) - borders.begin());
    }
    // The edge of a character of the text: its end in its own direction, or its beginning.
    [[nodiscard]] std::size_t edge(std::size_t place, bool is_end) const {
        const auto at =
            std::find_if(seen.begin(), seen.end(), [&](const SeenLetter& each) { return each.place == place; });
        return static_cast<std::size_t>(at - seen.begin()) + (is_end != at->is_right_to_left ? 1 : 0);
    }
};

} // namespace

TextField::TextField(FieldForm form, std::size_t most_characters) : form_(form), most_characters_(most_characters) {}

std::size_t TextField::length() const { return code_points(text()).size(); }

std::size_t TextField::seen_length() const { return grapheme_borders(text()).size() - 1; }

bool TextField::insert(std::string_view utf8) {
    const auto points = code_points(utf8);
    if (points.empty() || length() + points.size() > most_characters_) return false;
    std::string more;
    for (const char32_t point : points) {
        const char32_t kept = taken(form_, point);
        if (kept == 0) {
            base::wipe(more.data(), more.size());
            return false;
        }
        append_utf8(more, kept);
    }
    const std::size_t before = text_.size();
    text_.resize(before + more.size());
    std::uint8_t* const place = text_.bytes().data() + at_;
    std::memmove(place + more.size(), place, before - at_);
    std::ranges::copy(base::bytes_of(more), place);
    at_ += more.size();
    base::wipe(more.data(), more.size());
    // What was typed may have joined what follows: the caret stays between whole characters.
    const auto borders = grapheme_borders(text());
    at_ = *std::lower_bound(borders.begin(), borders.end(), at_);
    clings_to_next_ = false;
    return true;
}

bool TextField::erase() {
    if (at_ == 0) return false;
    const auto borders = grapheme_borders(text());
    const std::size_t from = *std::prev(std::lower_bound(borders.begin(), borders.end(), at_));
    std::uint8_t* const bytes = text_.bytes().data();
    std::memmove(bytes + from, bytes + at_, text_.size() - at_);
    text_.resize(text_.size() - (at_ - from));
    // What stood on both sides may be one character now.
    const auto left = grapheme_borders(text());
    at_ = *std::lower_bound(left.begin(), left.end(), from);
    clings_to_next_ = false;
    return true;
}

void TextField::clear() {
    text_.clear();
    at_ = 0;
    clings_to_next_ = false;
}

bool TextField::move(Side side, Paragraph paragraph) {
    const bool is_right_to_left = paragraph == Paragraph::right_to_left;
    Line line{grapheme_borders(text()), {}};
    line.seen = seen_order(text(), line.borders, is_right_to_left);
    if (line.seen.empty()) return false;
    const std::size_t place = line.place_of(at_);
    const bool is_next = clings_to_next_ || place == 0;
    const std::size_t from_left = is_next ? line.edge(place, false) : line.edge(place - 1, true);
    const bool is_at_edge = side == Side::left ? from_left == 0 : from_left == line.seen.size();
    if (is_at_edge) return false;
    // The caret passes one character and then stands at its far edge.
    const SeenLetter& passed = line.seen[side == Side::left ? from_left - 1 : from_left];
    const bool is_behind = (side == Side::right) != passed.is_right_to_left;
    at_ = line.borders[passed.place + (is_behind ? 1 : 0)];
    clings_to_next_ = !is_behind;
    return true;
}

void TextField::place(const CaretStop& stop) {
    const auto borders = grapheme_borders(text());
    const auto border = std::lower_bound(borders.begin(), borders.end(), stop.at);
    at_ = border == borders.end() ? borders.back() : *border;
    clings_to_next_ = !stop.is_behind && at_ < borders.back();
}

CaretStop TextField::caret() const {
    const auto borders = grapheme_borders(text());
    const bool is_next = clings_to_next_ || at_ == 0;
    if (is_next) return {at_, at_, false};
    return {at_, *std::prev(std::lower_bound(borders.begin(), borders.end(), at_)), true};
}

} // namespace ui
