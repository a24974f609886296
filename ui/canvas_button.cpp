// Everything on a page that is touched, in all its states.

#include "ui/button_fit.hpp"

#include <cmath>

namespace ui {

namespace {

constexpr float lip = 4;
constexpr float tick = 40;

struct Face {
    Tint fill;
    Tint border;
    float border_width;
    Tint lip;
    Tint ink;
    Tint under;
    Tint icon;
};

bool is_filled(const ButtonLook& look) {
    return look.style == ButtonStyle::main || (look.style == ButtonStyle::card && look.is_main);
}

Face face_of(const ButtonLook& look, bool is_pressed, bool is_two_tone) {
    Face face{Tint::surface, Tint::line_strong, 2, Tint::lip, Tint::ink, Tint::ink2, Tint::primary};
    if (is_filled(look)) {
        face = {Tint::primary,    Tint::primary,   2, Tint::primary_lip, Tint::on_primary,
                Tint::on_primary, Tint::on_primary};
        if (is_pressed) face.fill = face.border = Tint::primary_press;
    } else if (look.style == ButtonStyle::help || look.is_help) {
        face = {Tint::help, Tint::on_help, 2, Tint::help_lip, Tint::on_help, Tint::on_help, Tint::on_help};
        if (is_pressed) face.fill = Tint::help_press;
    } else if (is_pressed) {
        face.fill = Tint::sunken;
    } else if (look.is_selected && !is_two_tone) {
        face.fill = Tint::primary_soft;
    }
    if (is_two_tone) {
        face.border = Tint::line_strong;
        face.border_width = 3;
        if (face.icon == Tint::primary) face.icon = face.ink;
    }
    if (!look.is_ready) {
        // The drawings show a sunken face, but there the label would stand out by less than 4.5:1.
        return {Tint::surface,      Tint::line_strong,  face.border_width, Tint::lip,
                Tint::ink_disabled, Tint::ink_disabled, Tint::ink_disabled};
    }
    if (look.is_selected) {
        face.border = Tint::primary;
        face.border_width = is_two_tone ? 6 : 4;
    }
    return face;
}

StopOrder order_of(const ButtonLook& look) {
    if (look.style == ButtonStyle::main) return StopOrder::main;
    return look.is_constant ? StopOrder::frame : StopOrder::content;
}

Words accessible_name(const ButtonLook& look) {
    if (!look.spoken.is_empty()) return look.spoken;
    if (look.under.is_empty()) return look.label;
    const std::string label = plain_text(look.label.text());
    const bool is_sentence = label.ends_with('.') || label.ends_with('?') || label.ends_with('!');
    return Words::of_record(label + (is_sentence ? " " : ". ") + plain_text(look.under.text()));
}

} // namespace

bool Canvas::button(const std::string& id, const Rect& box, const ButtonLook& look) {
    return parts_->button(id, box, look, {});
}

bool Canvas::Parts::button(const std::string& id, const Rect& box, const ButtonLook& look, const KeyGroup& group) {
    const Rect hit = pixels(box.inset(-touch_margin));
    const Touch touch = painter.touch(id, hit);
    if (touch.is_down || touch.is_activated) focus.touched();
    const bool is_chosen = focus.take_choose(id);
    const bool is_focused = focus.is_on(id);

    const ButtonMeasures m = measures_of(look, button_size(look));
    const Face face = face_of(look, touch.is_down, is_two_tone());
    const Rect at = touch.is_down ? Rect{box.x, box.y + lip, box.w, box.h} : box;
    if (!touch.is_down && look.is_ready && !is_two_tone()) {
        paint_rounded({box.x, box.y + lip, box.w, box.h}, m.radius, face.lip);
    }
    paint_rounded(at, m.radius, face.fill);
    if (look.is_ready) {
        paint_border(at, m.radius, face.border_width, face.border);
    } else {
        painter.stroke_dashed(pixels(at), px(m.radius), px(face.border_width), theme[face.border]);
    }
    if (is_focused) paint_border(at.inset(-11), m.radius + 11, 6, Tint::focus);

    const bool has_tick = has_tick_at_end(look, box.w);
    const ButtonFit fit = fit_words(*this, look, m, std::max(1.0F, box.w - room_taken(look, m, has_tick)), 0);
    const bool has_icon = look.icon != Icon::none;
    const bool has_after = look.icon_after != Icon::none;
    const bool has_words = fit.height > 0;
    float content = fit.label_width;
    if (has_icon) content += m.icon + (has_words ? m.gap : 0);
    if (has_after) content += m.icon + (has_words ? m.gap : 0);
    const float for_tick = has_tick ? tick_room : 0;
    const bool is_stacked = look.style == ButtonStyle::stacked;
    if (is_stacked) content = std::max(m.icon, fit.label_width);
    const float least_start = has_words ? m.padding : 0;
    float x =
        at.x + (m.is_start_aligned && has_words ? m.padding : std::max(least_start, (at.w - for_tick - content) / 2));
    // Under an icon the words have the lower part of the face for themselves.
    const float above = is_stacked ? m.icon + m.gap : 0;
    const float middle = at.y + (at.h + above) / 2;
    if (is_stacked) {
        const float side = m.icon;
        paint_icon(look.is_selected ? Icon::check_circle : look.icon,
                   {at.x + (at.w - side) / 2, middle - fit.height / 2 - above, side, side},
                   look.is_selected ? face.border : face.icon);
    } else if (has_icon) {
        const Rect place{x, middle - m.icon / 2, m.icon, m.icon};
        if (look.style == ButtonStyle::card) {
            paint_card_tile(look, place);
        } else {
            const bool is_tick = look.is_selected && !has_tick;
            paint_icon(is_tick ? Icon::check_circle : look.icon, place, is_tick ? face.border : face.icon);
        }
        x += m.icon + m.gap;
    }
    const bool is_centred = is_stacked || (!m.is_start_aligned && !has_icon && !has_after && !look.is_selected);
    const Align align = is_centred ? Align::centre : Align::start;
    const float left = is_centred ? at.x + m.padding : x;
    const float top = middle - fit.height / 2;
    if (!look.label.is_empty()) {
        paint_text({left, top, fit.room, fit.label_height}, look.label, m.label, face.ink, align, 0);
    }
    if (!look.under.is_empty()) {
        const float below = top + fit.label_height + m.under_gap;
        paint_text({left, below, fit.room, fit.height - fit.label_height}, look.under, m.under, face.under, align, 0);
    }
    if (has_after) {
        const float after = has_words ? x + fit.label_width + m.gap : x;
        paint_icon(look.icon_after, {after, middle - m.icon / 2, m.icon, m.icon}, face.icon);
    }
    if (has_tick) {
        paint_icon(Icon::check_circle, {at.right() - 16 - tick, middle - tick / 2, tick, tick}, face.border);
    }
    if (!look.mark.is_empty()) paint_mark(at, look.mark);

    Node node;
    node.id = id;
    node.role = Role::button;
    node.name = plain_text(accessible_name(look).text());
    node.group = group.id;
    node.group_name = plain_text(group.name.text());
    node.writes_private = group.writes_private;
    node.value = plain_text(look.value.text());
    node.language = look.language;
    const auto add_state = [&](const char* message) {
        if (!node.value.empty()) node.value += ", ";
        node.value += plain_text(phrasebook(message).text());
    };
    if (look.is_selected) add_state("spoken_selected");
    if (!look.is_ready) add_state("spoken_not_ready");
    node.rect = pixels(box);
    node.hit = hit;
    node.is_focusable = true;
    node.is_focused = is_focused;
    node.is_selected = look.is_selected;
    node.is_ready = look.is_ready;
    node.is_private = look.is_private;
    node.is_cut = fit.is_cut || fit.height > box.h || fit.label_width > fit.room + 2;
    node.is_constant = look.is_constant;
    node.is_quiet = look.is_quiet;
    node.order = look.order.value_or(order_of(look));
    node.place = look.place;
    tree.add(std::move(node));
    return touch.is_activated || is_chosen;
}

// Over the upper edge, so that it covers neither the icon nor the words.
void Canvas::Parts::paint_mark(const Rect& button, const Words& mark) {
    constexpr float within = 20;
    constexpr float from_end = 12;
    TypeSize size = size_of(Type::small);
    size.most = TextSize::large; // else it would reach the button above
    const float height = shown(size).line;
    const float letters =
        std::ceil(painter.measure(run(mark, size, 0, Align::start, 1)).size.w / scale.pixels_per_unit);
    const float width = std::max(height, letters + 24);
    const Rect place{button.right() - from_end - width, button.y + within - height, width, height};
    paint_rounded(place, height / 2, Tint::primary);
    paint_border(place, height / 2, 3, Tint::surface);
    paint_text(place, mark, size, Tint::on_primary, Align::centre, 1);
}

void Canvas::Parts::paint_card_tile(const ButtonLook& look, const Rect& place) {
    const Rect inner = place.inset((place.w - 56 * growth()) / 2);
    if (!is_filled(look) || !look.is_ready) {
        const auto tints = tints_of(look.family, theme);
        paint_rounded(place, 24, tints.soft);
        if (is_two_tone()) paint_border(place, 24, 3, tints.ink);
        paint_icon(look.icon, inner, look.is_ready ? tints.ink : Tint::ink_disabled);
        return;
    }
    if (is_two_tone()) {
        paint_border(place, 24, 3, Tint::on_primary);
    } else {
        // A breath of white (black in the dark theme) over the main face: 14 %.
        const std::uint8_t value = theme.name == ThemeName::dark ? 0 : 255;
        painter.fill_rounded(pixels(place), px(24), {value, value, value, 36});
    }
    paint_icon(look.icon, inner, Tint::on_primary);
}

} // namespace ui
