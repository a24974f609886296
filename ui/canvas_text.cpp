// Everything on a page that is only read: text, panels, icons, chips, steps.

#include "ui/canvas_parts.hpp"

#include <cmath>

namespace ui {

FamilyTints tints_of(Family family, const Theme& theme) {
    const auto with_soft = [&](Tint soft, Tint ink, Tint words) {
        return FamilyTints{theme.is_two_tone() ? Tint::surface : soft, ink, words};
    };
    switch (family) {
    // Words in primary would stand out from its soft ground by less than 10:1.
    case Family::primary: return with_soft(Tint::primary_soft, Tint::primary, Tint::ink);
    case Family::good: return with_soft(Tint::good_soft, Tint::good, Tint::good);
    case Family::care: return with_soft(Tint::care_soft, Tint::care, Tint::care);
    case Family::plum: return with_soft(Tint::plum_soft, Tint::plum, Tint::plum);
    case Family::sky: return with_soft(Tint::sky_soft, Tint::sky, Tint::sky);
    }
    base::invariant(false, "a family is one of its names");
    return {};
}

namespace {

// Pseudo-locales are made of English; nothing knows how to shape a language that no one speaks.
std::string shaping_language(const Phrasebook& phrasebook) {
    const std::string& code = phrasebook.language();
    return code == "en-XA" || code == "ar-XB" ? "en" : code;
}

TypeSize size_for(const TextLook& look) {
    TypeSize size = size_of(look.type);
    if (look.weight) size.weight = *look.weight;
    return size;
}

} // namespace

TextRun Canvas::Parts::run(const Words& words, const TypeSize& size, float width, Align align, int most_lines) const {
    TextRun text;
    text.text = words.text();
    text.em_px = px(shown(size).em);
    text.line_px = px(shown(size).line);
    text.weight = size.weight;
    text.width_px = std::round(px(width));
    text.most_lines = most_lines;
    text.align = align;
    text.right_to_left = is_right_to_left();
    text.language = shaping_language(phrasebook);
    return text;
}

float Canvas::Parts::paint_text(const Rect& box, const Words& words, const TypeSize& size, Tint ink, Align align,
                                int most_lines, bool* is_cut) {
    Rect place = pixels(box);
    TextRun text = run(words, size, box.w, align, most_lines);
    // Rounding each edge may make the box a pixel narrower or wider than the width was measured with.
    place.w = text.width_px;
    if (is_right_to_left()) place.x = pixels(box).right() - place.w;
    const TextMeasure measured = painter.measure(text);
    place.h = measured.size.h;
    painter.text(text, place, theme[ink]);
    if (is_cut != nullptr && measured.is_cut) *is_cut = true;
    return measured.size.h / scale.pixels_per_unit;
}

Size Canvas::measure(const Words& words, const TextLook& look, float width) {
    if (words.is_empty()) return {};
    const auto run = parts_->run(words, size_for(look), width, look.align, look.most_lines);
    const Size pixels = parts_->painter.measure(run).size;
    return {pixels.w / parts_->scale.pixels_per_unit, pixels.h / parts_->scale.pixels_per_unit};
}

float Canvas::text(const char* id, const Rect& box, const Words& words, const TextLook& look) {
    if (words.is_empty()) return 0;
    const TypeSize size = size_for(look);
    bool is_cut = false;
    const float height = parts_->paint_text(box, words, size, look.ink, look.align, look.most_lines, &is_cut);
    Node node;
    node.id = id;
    node.role = look.role;
    node.name = plain_text(words.text());
    node.rect = parts_->pixels({box.x, box.y, box.w, height});
    node.hit = node.rect;
    node.is_focused = parts_->focus.is_on(id); // a title, while pages are spoken
    if (node.is_focused) parts_->paint_border(Rect{box.x, box.y, box.w, height}.inset(-11), 35, 6, Tint::focus);
    node.is_private = look.is_private;
    node.is_quiet = look.is_quiet;
    // The lines' own air may stand over the edge of a box, its letters may not.
    const TypeSize seen = parts_->shown(size);
    node.is_cut = is_cut || (box.h > 0 && height > box.h + (seen.line - seen.em));
    parts_->tree.add(std::move(node));
    return height;
}

void Canvas::panel(const Rect& box, Tint fill, float radius) {
    parts_->paint_rounded(box, radius, fill);
    if (!parts_->is_two_tone() || fill == Tint::bg) return;
    if (radius > 0) {
        parts_->paint_border(box, radius, 3, Tint::line);
    } else { // a bar across the screen needs only the edge towards the page
        parts_->painter.fill(parts_->pixels({box.x, box.y > 0 ? box.y : box.bottom() - 3, box.w, 3}),
                             parts_->theme[Tint::line]);
    }
}

void Canvas::stitch(Point from, float length) {
    const Rect line = parts_->pixels({from.x, from.y, length, 3});
    Color color = parts_->theme[Tint::line_strong];
    if (!parts_->is_two_tone()) color.a = 140;
    parts_->painter.dashes({line.x, line.y}, line.w, parts_->px(3), color);
}

void Canvas::icon(Icon icon, const Rect& box, Tint ink) { parts_->paint_icon(icon, box, ink); }

void Canvas::icon_tile(Icon icon, const Rect& box, Family family) {
    const auto tints = tints_of(family, parts_->theme);
    const float radius = box.w <= 72 ? 18 : 24;
    parts_->paint_rounded(box, radius, tints.soft);
    if (parts_->is_two_tone()) parts_->paint_border(box, radius, 3, tints.ink);
    const float side = box.w * (box.w <= 72 ? 38.0F / 64 : box.w < 92 ? 52.0F / 88 : 56.0F / 96);
    parts_->paint_icon(icon, box.inset((box.w - side) / 2, (box.h - side) / 2), tints.ink);
}

float Canvas::chip(const char* id, Point at, Icon icon, Family family, const Words& words) {
    constexpr TypeSize size{28, 38, Weight::bold};
    const auto tints = tints_of(family, parts_->theme);
    const float side = 34 * parts_->growth();
    const float line = parts_->shown(size).line;
    const float lead = icon == Icon::none ? 20 : 14 + side + 12;
    const float letters = measure(words, {.type = Type::small, .weight = Weight::bold}).w;
    const Rect box{at.x, at.y, std::ceil(lead + letters + 20), line + 12};
    parts_->paint_rounded(box, 16, tints.soft);
    if (parts_->is_two_tone()) parts_->paint_border(box, 16, 3, tints.ink);
    parts_->paint_icon(icon, {box.x + 14, box.y + (box.h - side) / 2, side, side}, tints.ink);
    parts_->paint_text({box.x + lead, box.y + 6, box.w - lead - 12, line}, words, size, tints.words, Align::start, 1);
    parts_->tell(id, Role::status, box, words);
    return box.w;
}

void Canvas::steps(const char* id, const Rect& box, int done, int of, const Words& words) {
    constexpr float bar = 52;
    const float letters = std::ceil(measure(words, {.type = Type::small}).w) + 2;
    const float whole = static_cast<float>(of) * (bar + 12) + 8 + letters;
    const float line = parts_->shown(size_of(Type::small)).line;
    const Rect place{box.right() - whole, box.y + (box.h - line) / 2, whole, line};
    float x = place.x;
    for (int i = 0; i < of; ++i) {
        const Rect mark{x, place.y + (line - 12) / 2, bar, 12};
        if (i < done) {
            parts_->paint_rounded(mark, 6, Tint::primary);
        } else {
            parts_->paint_border(mark, 6, 2, Tint::line_strong);
        }
        x += bar + 12;
    }
    parts_->paint_text({x + 8, place.y, letters, line}, words, size_of(Type::small), Tint::ink2, Align::start, 1);
    parts_->tell(id, Role::status, place, words);
}

} // namespace ui
