// Typing a code: its boxes, and the keypad. Digits run from left to right in every language, so neither is mirrored
// inside; only the place of the whole is.

#include "ui/canvas_parts.hpp"

namespace ui {

namespace {

constexpr float gap_inside = 12;
constexpr float gap_between = 28;

} // namespace

void Canvas::digit_boxes(const char* id, const Rect& box, const DigitBoxes& boxes) {
    Parts& p = *parts_;
    const Rect whole = p.mirrored(box);
    const int wide_gaps = boxes.group > 0 ? (boxes.count - 1) / boxes.group : 0;
    const int small_gaps = boxes.count - 1 - wide_gaps;
    const float gaps = static_cast<float>(wide_gaps) * gap_between + static_cast<float>(small_gaps) * gap_inside;
    const float width = (box.w - gaps) / static_cast<float>(boxes.count);
    const bool is_hc = p.is_two_tone();
    float x = whole.x;
    for (int i = 0; i < boxes.count; ++i) {
        const auto place = static_cast<std::size_t>(i);
        const bool is_here = boxes.is_active && place == boxes.digits.size();
        const Rect field = p.mirrored({x, whole.y, width, whole.h});
        p.paint_rounded(field, 18, Tint::surface);
        p.paint_border(field, 18, is_here ? (is_hc ? 6.0F : 4.0F) : 3.0F, is_here ? Tint::primary : Tint::line_strong);
        const Point centre = field.centre();
        if (place < boxes.digits.size()) {
            if ((boxes.shown >> static_cast<unsigned>(i) & 1U) != 0) {
                const TypeSize size = size_of(Type::key);
                const float line = p.shown(size).line;
                p.paint_text({field.x, centre.y - line / 2, width, line},
                             Words::of_record(std::string(boxes.digits.substr(place, 1))), size, Tint::ink,
                             Align::centre, 1);
            } else {
                p.paint_rounded({centre.x - 12, centre.y - 12, 24, 24}, 12, Tint::ink);
            }
        } else if (is_here) {
            p.painter.fill(p.pixels({centre.x - 2, centre.y - 26, 4, 52}), p.theme[Tint::primary]);
        }
        x += width + (boxes.group > 0 && (i + 1) % boxes.group == 0 ? gap_between : gap_inside);
    }
    Node node;
    node.id = id;
    node.role = Role::digits;
    node.name = plain_text(boxes.label.text());
    node.value = plain_text(boxes.value.text());
    node.private_value = boxes.digits;
    node.rect = p.pixels(box);
    node.hit = node.rect;
    node.is_private = true;
    p.tree.add(std::move(node));
}

char Canvas::keypad(const char* id, const Rect& box, const Words& clear, const Words& erase_spoken, KeypadShape shape) {
    Parts& p = *parts_;
    const Rect whole = p.mirrored(box);
    const bool is_tall = shape == KeypadShape::tall;
    const std::size_t columns = is_tall ? 3 : 6;
    const std::size_t rows = is_tall ? 4 : 2;
    const float down = box.h < static_cast<float>(rows) * 88 + static_cast<float>(rows - 1) * 28 ? 14 : 28;
    const float width = (box.w - static_cast<float>(columns - 1) * 24) / static_cast<float>(columns);
    const float height = (box.h - static_cast<float>(rows - 1) * down) / static_cast<float>(rows);
    const std::string_view keys = is_tall ? "123456789c0<" : "1234567890c<";
    const KeyGroup group{id, p.phrasebook("spoken_number_pad"), true}; // its digits never show for long
    char used = 0;
    for (std::size_t i = 0; i < keys.size(); ++i) {
        const std::size_t line = i / columns;
        const auto column = static_cast<float>(i % columns);
        const auto row = static_cast<float>(line);
        const char key = keys[i];
        ButtonLook look;
        look.style = ButtonStyle::key;
        std::string name(1, key);
        if (key == 'c') {
            look.label = clear;
            name = "clear";
            // Erasing one by one is always there; a word that is cut helps nobody.
            if (is_cut_at(look, width) || words_height(look, width) > height) continue;
        } else if (key == '<') {
            look.icon = Icon::backspace;
            look.spoken = erase_spoken;
            name = "back";
        } else {
            look.label = Words::of_record(name);
        }
        const Rect place{whole.x + column * (width + 24), whole.y + row * (height + down), width, height};
        if (p.button(std::string(id) + "." + name, p.mirrored(place), look, group)) used = key;
    }
    return used;
}

} // namespace ui
