#include "kiosk/screens/health_card.hpp"

#include <algorithm>

namespace kiosk {

namespace {

using ui::Rect;

constexpr float card_tile = 64;
constexpr float mark = 40;

constexpr ui::TextLook label_look{.type = ui::Type::small, .weight = ui::Weight::bold, .role = ui::Role::heading};
constexpr ui::TextLook value_look{.type = ui::Type::head};
constexpr ui::TextLook note_look{.type = ui::Type::small, .ink = ui::Tint::ink2};

struct CardPlaces {
    Rect tile;
    Rect label;
    Rect mark;
    Rect value;
    Rect note;
    Rect bar;
};

CardPlaces places_in(const Rect& card, bool has_bar) {
    const Rect inner = card.inset(28, 26);
    CardPlaces places;
    places.tile = {inner.x, inner.y, card_tile, card_tile};
    places.mark = {inner.right() - mark, inner.y + 12, mark, mark};
    const float label = inner.x + card_tile + 14;
    places.label = {label, inner.y + 13, places.mark.x - 8 - label, 38};
    places.value = {inner.x, inner.y + 74, inner.w, 52};
    places.bar = {inner.x, inner.bottom() - 18, inner.w, 18};
    const float note = places.value.bottom() + 2;
    places.note = {inner.x, note, inner.w, (has_bar ? places.bar.y - 8 : inner.bottom()) - note};
    return places;
}

bool fits(ui::Canvas& canvas, const ui::Words& words, const ui::TextLook& look, const Rect& box) {
    const auto size = canvas.measure(words, look, box.w);
    return size.h <= box.h && size.w <= box.w;
}

} // namespace

bool fits_card(ui::Canvas& canvas, const ui::Rect& card, const FactWords& fact) {
    const CardPlaces places = places_in(card, fact.used.has_value());
    return fits(canvas, fact.label, label_look, places.label) && fits(canvas, fact.value, value_look, places.value) &&
           fits(canvas, fact.note, note_look, places.note);
}

void draw_card(ui::Canvas& canvas, const std::string& id, const ui::Rect& card, const FactWords& fact) {
    const CardPlaces places = places_in(card, fact.used.has_value());
    canvas.panel(card);
    canvas.icon_tile(fact.icon, places.tile, fact.family);
    canvas.text((id + ".label").c_str(), places.label, fact.label, label_look);
    canvas.icon(condition_icon(fact.condition), places.mark, condition_ink(fact.condition));
    canvas.text((id + ".value").c_str(), places.value, fact.value, value_look);
    canvas.text((id + ".note").c_str(), places.note, fact.note, note_look);
    if (!fact.used) return;
    canvas.panel(places.bar, ui::Tint::line_strong, 9);
    const Rect groove = places.bar.inset(2, 2);
    canvas.panel(groove, ui::Tint::sunken, 7);
    const float used = std::clamp(*fact.used, 0.05F, 1.0F);
    canvas.panel({groove.x, groove.y, groove.w * used, groove.h}, condition_ink(fact.condition), 7);
}

} // namespace kiosk
