// One field with what was typed into it: lines that fit, dots where it is masked, a steady caret.

#include "ui/canvas_parts.hpp"
#include "ui/graphemes.hpp"
#include "ui/typing.hpp"

#include <cmath>

namespace ui {

namespace {

constexpr float padding = 24;
constexpr float radius = 20;
constexpr float icon_side = 40;
constexpr float caret_width = 4;
constexpr float caret_over = 3; // above and below its line
constexpr std::string_view more_text = "…";
constexpr std::string_view dot = "•";

// What of a field is painted: a window on its text, since a field never scrolls by dragging.
class FieldText {
public:
    FieldText(const FieldLook& look) : look_(look), borders_(grapheme_borders(look.field.text())) {
        const std::size_t caret = look.field.caret().at;
        caret_ = static_cast<std::size_t>(std::lower_bound(borders_.begin(), borders_.end(), caret) - borders_.begin());
        to_ = borders_.size() - 1;
    }

    // Leaves out as little as needed, and never what stands right before the caret. `fits` looks at a text.
    template <typename Fits>
    void fit(const Fits& fits) {
        if (fits(text())) return;
        to_ = caret_;
        from_ = first_that(0, caret_, [&](std::size_t from) {
            from_ = from;
            return fits(text());
        });
        const std::size_t last = borders_.size() - 1;
        const std::size_t beyond = first_that(caret_ + 1, last + 1, [&](std::size_t to) {
            to_ = to;
            return !fits(text());
        });
        to_ = beyond - 1;
    }

    [[nodiscard]] std::string text() const {
        return before() + piece(from_, to_) + std::string(to_ + 1 < borders_.size() ? more_text : "");
    }
    // Where the caret of the field stands in what is painted.
    [[nodiscard]] CaretStop painted_caret() const {
        const CaretStop caret = look_.field.caret();
        const std::size_t letter = caret_ - (caret.is_behind ? 1 : 0);
        const std::size_t start = before().size() + piece(from_, std::max(letter, from_)).size();
        const std::size_t at = before().size() + piece(from_, caret_).size();
        return {at, start, caret.is_behind};
    }
    // The other way round: the place in the field that a place in what is painted stands for.
    [[nodiscard]] CaretStop meant(const CaretStop& painted) const {
        std::size_t letter = from_;
        std::size_t end = before().size();
        while (letter < to_ && end < painted.at) {
            end += piece(letter, letter + 1).size();
            ++letter;
        }
        if (!painted.is_behind || letter == from_) return {borders_[letter], borders_[letter], false};
        return {borders_[letter], borders_[letter - 1], true};
    }

private:
    // The least number from `low` to `high` for which it is true; `high` if for none below.
    template <typename IsSo>
    static std::size_t first_that(std::size_t low, std::size_t high, const IsSo& is_so) {
        while (low < high) {
            const std::size_t middle = low + (high - low) / 2;
            if (is_so(middle)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
    [[nodiscard]] std::string before() const { return std::string(from_ > 0 ? more_text : ""); }
    [[nodiscard]] std::string piece(std::size_t from, std::size_t to) const {
        if (look_.masking == Masking::shown) {
            return std::string(look_.field.text().substr(borders_[from], borders_[to] - borders_[from]));
        }
        std::string dots;
        for (std::size_t i = from; i < to; ++i) dots += dot;
        return dots;
    }

    const FieldLook& look_;
    std::vector<std::size_t> borders_;
    std::size_t caret_ = 0;
    std::size_t from_ = 0;
    std::size_t to_ = 0;
};

std::string value_of(const FieldLook& look, const Phrasebook& phrasebook) {
    if (look.field.is_empty()) return plain_text(phrasebook("spoken_field_empty").text());
    if (look.masking == Masking::masked) {
        const auto count = static_cast<std::int64_t>(look.field.seen_length());
        return plain_text(phrasebook("spoken_letters_hidden", {{"count", count}}).text());
    }
    return plain_text(Words::of_record(std::string(look.field.text())).text());
}

void paint_face(Canvas::Parts& p, const Rect& box, const FieldLook& look, bool is_focused) {
    const bool is_wrong = !look.warning.is_empty();
    const bool is_hc = p.is_two_tone();
    p.paint_rounded(box, radius, is_wrong && !is_hc ? Tint::care_soft : Tint::surface);
    const Tint edge = is_wrong ? Tint::care : look.is_active ? Tint::primary : Tint::line_strong;
    const bool is_strong = is_wrong || look.is_active;
    p.paint_border(box, radius, is_strong ? (is_hc ? 6.0F : 4.0F) : 3.0F, edge);
    if (is_focused) p.paint_border(box.inset(-11), radius + 11, 6, Tint::focus);
}

// How what was typed is set between the edges of its field.
struct Typed {
    FieldText text;
    TextRun run;
    Rect box;        // design units
    Rect place;      // px, of the run
    float block = 0; // px: where the block of its lines begins
};

Typed set_typed(Canvas::Parts& p, const Rect& inner, const FieldLook& look) {
    const float line = p.shown(size_of(Type::lead)).line;
    const int lines = std::max(1, static_cast<int>(std::floor(inner.h / line)));
    const float top = lines == 1 ? inner.centre().y - line / 2 : inner.y;
    Typed typed{FieldText(look),
                p.run({}, size_of(Type::lead), inner.w, Align::start, 0),
                {inner.x, top, inner.w, line * static_cast<float>(lines)},
                {}};
    typed.run.stars = Stars::shown;
    typed.text.fit([&](std::string text) {
        typed.run.text = std::move(text);
        return p.painter.measure(typed.run).lines <= lines;
    });
    typed.run.text = typed.text.text();
    // As wide as it was measured with.
    typed.place = p.pixels(typed.box);
    if (p.is_right_to_left()) typed.place.x = typed.place.right() - typed.run.width_px;
    typed.place.w = typed.run.width_px;
    const float spare = typed.place.w - p.painter.measure(typed.run).size.w;
    typed.block = typed.place.x + (p.is_right_to_left() ? spare : 0);
    return typed;
}

// The edge of the letter at which the caret stands; what is left out may have joined it with the dots for that.
CaretStop stop_of(const std::vector<CaretStop>& stops, const CaretStop& caret) {
    for (const CaretStop& stop : stops) {
        if (stop.letter == caret.letter && stop.is_behind == caret.is_behind) return stop;
    }
    return *std::ranges::find_if(stops, [&](const CaretStop& stop) { return stop.at >= caret.at; });
}

// The text, or what stands in its place, and the caret.
void paint_typed(Canvas::Parts& p, const Typed& typed, const FieldLook& look) {
    const float line = p.shown(size_of(Type::lead)).line;
    const Rect& box = typed.box;
    Rect caret = p.pixels({box.x, box.y - caret_over, caret_width, line + 2 * caret_over});
    if (look.field.is_empty()) {
        if (!look.placeholder.is_empty()) {
            p.paint_text({box.x + 12, box.y, box.w - 12, box.h}, look.placeholder, size_of(Type::lead), Tint::ink2,
                         Align::start, 1);
        }
    } else {
        p.painter.text(typed.run, typed.place, p.theme[Tint::ink]);
        const CaretStop stop = stop_of(p.painter.caret_stops(typed.run), typed.text.painted_caret());
        // Spaces at the end of a line may hang over its edge; the caret does not.
        caret.x = std::round(std::clamp(typed.block + stop.x, typed.place.x, typed.place.right()) - caret.w / 2);
        caret.y += std::round(static_cast<float>(stop.line) * typed.run.line_px);
    }
    if (look.is_active) p.painter.fill(caret, p.theme[Tint::primary]);
}

CaretStop touched_stop(Canvas::Parts& p, const Typed& typed, const FieldLook& look, Point at) {
    if (look.field.is_empty()) return {};
    const auto line = static_cast<int>(std::floor((at.y - typed.place.y) / typed.run.line_px));
    return typed.text.meant(nearest_stop(p.painter.caret_stops(typed.run), at.x - typed.block, line));
}

} // namespace

std::optional<CaretStop> Canvas::field(const std::string& id, const Rect& box, const FieldLook& look) {
    Parts& p = *parts_;
    if (look.is_active) p.painter.expect_text();
    const Rect hit = p.pixels(box);
    const Touch touch = p.painter.touch(id, hit);
    if (touch.is_down || touch.is_activated) p.focus.touched();
    const bool is_chosen = p.focus.take_choose(id);
    if (look.is_label_painted) {
        const float height = measure(look.label, {.type = Type::label}, box.w).h;
        p.paint_text({box.x, box.y - height - 4, box.w, height}, look.label, size_of(Type::label), Tint::ink,
                     Align::start, 0);
    }
    paint_face(p, box, look, p.focus.is_on(id));
    Rect inner = box.inset(padding, std::min(16.0F, (box.h - p.shown(size_of(Type::lead)).line) / 2));
    if (look.icon != Icon::none) {
        p.paint_icon(look.icon, {inner.x, box.centre().y - icon_side / 2, icon_side, icon_side}, Tint::primary);
        inner.x += icon_side + 16;
        inner.w -= icon_side + 16;
    }
    const Typed typed = set_typed(p, inner, look);
    paint_typed(p, typed, look);

    Node node;
    node.id = id;
    node.role = Role::field;
    node.name = plain_text(look.label.text());
    node.value = value_of(look, p.phrasebook);
    node.private_value = look.field.text(); // masked too: for headphones, as digits are
    node.rect = hit;
    node.hit = hit;
    node.is_focusable = true;
    node.is_focused = p.focus.is_on(id);
    node.is_private = look.is_private;
    p.tree.add(std::move(node));

    const Rect under{box.x, box.bottom() + 8, box.w, 0};
    if (!look.warning.is_empty()) {
        p.paint_icon(Icon::error, {under.x, under.y + 1, 36, 36}, Tint::care);
        text((id + ".warning").c_str(), {under.x + 48, under.y, under.w - 48, 0}, look.warning,
             {.type = Type::small, .ink = Tint::care, .weight = Weight::bold, .role = Role::status});
    } else if (!look.note.is_empty()) {
        text((id + ".note").c_str(), under, look.note, {.type = Type::small, .ink = Tint::ink2});
    }
    if (touch.is_activated) return touched_stop(p, typed, look, touch.at);
    if (is_chosen) return look.field.caret();
    return std::nullopt;
}

} // namespace ui
