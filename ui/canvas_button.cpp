// Everything on a page that is touched, in all its states.

#include "ui/canvas_parts.hpp"

#include <cmath>

namespace ui {

namespace {

constexpr float least_target = 88;
constexpr float lip = 4;
constexpr float tick = 40;
constexpr float tick_room = 42; // beyond the padding
constexpr float narrow = 340;   // below this the tick takes the icon's place, so that words keep their room

struct Measures {
    float padding;
    float gap;
    float icon; // side of the bare icon, or of the icon's tile
    float radius;
    TypeSize label;
    TypeSize under;
    float under_gap = 0;
    bool is_start_aligned = false;
};

constexpr TypeSize under_size{28, 34, Weight::regular};

bool is_word(const Words& label) {
    // A key with more than one or two letters ("Clear") carries a word.
    return std::count_if(label.text().begin(), label.text().end(),
                         [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }) > 2;
}

Measures drawn_measures(const ButtonLook& look) {
    const bool is_start = look.is_start_aligned;
    const TypeSize label = size_of(Type::label);
    // Two lines and nothing beside them, as the languages on the home page: narrow, the words nearly fill it.
    const bool is_bare = look.icon == Icon::none && look.icon_after == Icon::none && !look.under.is_empty();
    if (is_bare && (look.style == ButtonStyle::normal || look.style == ButtonStyle::tool)) {
        return {8, 12, 40, 24, {28, 38, Weight::bold}, under_size, 0, is_start};
    }
    switch (look.style) {
    case ButtonStyle::normal: return {28, 16, 40, 24, label, under_size, 0, is_start};
    case ButtonStyle::main: return {40, 16, 40, 24, {34, 46, Weight::bold}, under_size, 0, is_start};
    case ButtonStyle::help:
        return {28,         16, look.under.is_empty() ? 40.0F : 52.0F, 24, label,
                under_size, 0,  is_start || !look.under.is_empty()};
    case ButtonStyle::tool: return {22, 12, 40, 24, {28, 38, Weight::bold}, under_size, 0, is_start};
    case ButtonStyle::tile: return {24, 20, 44, 24, label, under_size, 0, true};
    case ButtonStyle::key: return {8, 12, 44, 24, is_word(look.label) ? label : size_of(Type::key), under_size};
    case ButtonStyle::card: return {32, 24, 96, 32, size_of(Type::head), {30, 40, Weight::regular}, 6, true};
    case ButtonStyle::stacked: return {10, 4, 44, 24, {28, 38, Weight::bold}, under_size};
    }
    base::invariant(false, "a button has one of the styles");
    return {};
}

Measures measures_of(const ButtonLook& look, TextSize size) {
    Measures m = drawn_measures(look);
    m.icon *= growth_of(size);
    m.label.most = size;
    m.under.most = size;
    return m;
}

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

// Where the words of a button go, in design units.
struct Fit {
    float label_width = 0; // of its widest line
    float room = 0;        // they wrap here
    float label_height = 0;
    float height = 0; // label and the line under it
    bool is_cut = false;
};

// What stands beside the words.
float room_taken(const ButtonLook& look, const Measures& m, bool has_tick) {
    const bool has_words = !look.label.is_empty();
    float taken = 2 * m.padding;
    if (look.style == ButtonStyle::stacked) return taken; // its icon and its tick stand above the words
    if (look.icon != Icon::none) taken += m.icon + (has_words ? m.gap : 0);
    if (look.icon_after != Icon::none) taken += m.icon + (has_words ? m.gap : 0);
    if (has_tick) taken += tick_room;
    return taken;
}

bool has_tick_at_end(const ButtonLook& look, float width) {
    if (!look.is_selected || look.style == ButtonStyle::stacked) return false;
    return look.icon == Icon::none || (width >= narrow && !look.is_constant);
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

Fit fit_words(const Canvas::Parts& parts, const ButtonLook& look, const Measures& m, float room, int most_lines) {
    Fit fit;
    fit.room = room;
    const float unit = parts.scale.pixels_per_unit;
    const auto add = [&](const Words& words, const TypeSize& size) {
        const auto measured = parts.painter.measure(parts.run(words, size, room, Align::start, most_lines));
        fit.label_width = std::max(fit.label_width, measured.size.w / unit);
        fit.height += measured.size.h / unit;
        fit.is_cut = fit.is_cut || measured.is_cut;
    };
    if (!look.label.is_empty()) add(look.label, m.label);
    fit.label_height = fit.height;
    if (!look.under.is_empty()) {
        fit.height += m.under_gap;
        add(look.under, m.under);
    }
    return fit;
}

} // namespace

float Canvas::natural_width(const ButtonLook& look) {
    const Measures m = measures_of(look, parts_->button_size(look));
    const Fit fit = fit_words(*parts_, look, m, 0, 1);
    const float width = std::max(least_target, std::ceil(room_taken(look, m, false) + fit.label_width + 2));
    return has_tick_at_end(look, width) ? width + tick_room : width;
}

float Canvas::words_height(const ButtonLook& look, float width) {
    const Measures m = measures_of(look, parts_->button_size(look));
    return fit_words(*parts_, look, m, std::max(1.0F, width - room_taken(look, m, false)), 0).height;
}

bool Canvas::is_cut_at(const ButtonLook& look, float width) {
    const Measures m = measures_of(look, parts_->button_size(look));
    const float room = width - room_taken(look, m, has_tick_at_end(look, width));
    return room < 1 || fit_words(*parts_, look, m, room, 0).is_cut;
}

float Canvas::height_at(const ButtonLook& look, float width) {
    const Measures m = measures_of(look, parts_->button_size(look));
    const Fit fit =
        fit_words(*parts_, look, m, std::max(1.0F, width - room_taken(look, m, has_tick_at_end(look, width))), 0);
    float words = fit.height + 2 * (look.style == ButtonStyle::card ? 24.0F : 12.0F);
    if (look.style == ButtonStyle::stacked) words += m.icon + m.gap;
    const float picture = look.style == ButtonStyle::card ? m.icon + 2 * 20 : 0;
    return std::max({least_target, std::ceil(words), picture});
}

bool Canvas::button(const std::string& id, const Rect& box, const ButtonLook& look) {
    return parts_->button(id, box, look, {});
}

bool Canvas::Parts::button(const std::string& id, const Rect& box, const ButtonLook& look, const KeyGroup& group) {
    const Rect hit = pixels(box.inset(-touch_margin));
    const Touch touch = painter.touch(id, hit);
    if (touch.is_down || touch.is_activated) focus.touched();
    const bool is_chosen = focus.take_choose(id);
    const bool is_focused = focus.is_on(id);

    const Measures m = measures_of(look, button_size(look));
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
    const Fit fit = fit_words(*this, look, m, std::max(1.0F, box.w - room_taken(look, m, has_tick)), 0);
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
