#include "ui/button_fit.hpp"

#include <cmath>

namespace ui {

namespace {

constexpr float least_target = 88;
constexpr float narrow = 340; // below this the tick takes the icon's place, so that words keep their room

constexpr TypeSize under_size{28, 34, Weight::regular};

bool is_word(const Words& label) {
    // A key with more than one or two letters ("Clear") carries a word.
    return std::count_if(label.text().begin(), label.text().end(),
                         [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }) > 2;
}

ButtonMeasures drawn_measures(const ButtonLook& look) {
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

} // namespace

ButtonMeasures measures_of(const ButtonLook& look, TextSize size) {
    ButtonMeasures m = drawn_measures(look);
    m.icon *= growth_of(size);
    m.label.most = size;
    m.under.most = size;
    return m;
}

float room_taken(const ButtonLook& look, const ButtonMeasures& m, bool has_tick) {
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

ButtonFit fit_words(const Canvas::Parts& parts, const ButtonLook& look, const ButtonMeasures& m, float room,
                    int most_lines) {
    ButtonFit fit;
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

float Canvas::natural_width(const ButtonLook& look) {
    const ButtonMeasures m = measures_of(look, parts_->button_size(look));
    const ButtonFit fit = fit_words(*parts_, look, m, 0, 1);
    const float width = std::max(least_target, std::ceil(room_taken(look, m, false) + fit.label_width + 2));
    return has_tick_at_end(look, width) ? width + tick_room : width;
}

float Canvas::words_height(const ButtonLook& look, float width) {
    const ButtonMeasures m = measures_of(look, parts_->button_size(look));
    return fit_words(*parts_, look, m, std::max(1.0F, width - room_taken(look, m, false)), 0).height;
}

bool Canvas::is_cut_at(const ButtonLook& look, float width) {
    const ButtonMeasures m = measures_of(look, parts_->button_size(look));
    const float room = width - room_taken(look, m, has_tick_at_end(look, width));
    return room < 1 || fit_words(*parts_, look, m, room, 0).is_cut;
}

float Canvas::height_at(const ButtonLook& look, float width) {
    const ButtonMeasures m = measures_of(look, parts_->button_size(look));
    const ButtonFit fit =
        fit_words(*parts_, look, m, std::max(1.0F, width - room_taken(look, m, has_tick_at_end(look, width))), 0);
    float words = fit.height + 2 * (look.style == ButtonStyle::card ? 24.0F : 12.0F);
    if (look.style == ButtonStyle::stacked) words += m.icon + m.gap;
    const float picture = look.style == ButtonStyle::card ? m.icon + 2 * 20 : 0;
    return std::max({least_target, std::ceil(words), picture});
}

} // namespace ui
