// One field with what was typed into it: lines that fit, dots where it is masked, a steady caret.

#include "ui/canvas_parts.hpp"
#include "ui/text_borders.hpp"
#include "ui/typing.hpp"

#include <cmath>

namespace ui {

namespace {

constexpr float padding = 24;
constexpr float radius = 20;
constexpr float icon_side = 40;
constexpr float caret_width = 4;
constexpr float caret_height = 52;
constexpr std::string_view more_text = "…";
constexpr std::string_view dot = "•";

// What of a field is painted: a window on its text, since a field never scrolls by dragging.
class FieldText {
public:
    FieldText(const FieldLook& look) : look_(look), borders_(character_borders(look.field.text())) {
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

    [[nodiscard]] Words text() const {
        std::string shown(from_ > 0 ? more_text : "");
        shown += piece(from_, to_).text();
        if (to_ + 1 < borders_.size()) shown += more_text;
        return Words::of_record(std::move(shown));
    }
    // The byte of the painted text at which the character of the caret begins.
    [[nodiscard]] std::size_t caret_byte() const {
        const std::size_t character = caret_ - (look_.field.caret().is_behind ? 1 : 0);
        return (from_ > 0 ? more_text.size() : 0) + piece(from_, character).text().size();
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
    [[nodiscard]] Words piece(std::size_t from, std::size_t to) const {
        if (look_.masking == Masking::masked) {
            std::string dots;
            for (std::size_t i = from; i < to; ++i) dots += dot;
            return Words::of_record(std::move(dots));
        }
        return Words::of_record(std::string(look_.field.text().substr(borders_[from], borders_[to] - borders_[from])));
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
    const bool is_hc = p.is_high_contrast();
    p.paint_rounded(box, radius, is_wrong && !is_hc ? Tint::care_soft : Tint::surface);
    const Tint edge = is_wrong ? Tint::care : look.is_active ? Tint::primary : Tint::line_strong;
    const bool is_strong = is_wrong || look.is_active;
    p.paint_border(box, radius, is_strong ? (is_hc ? 6.0F : 4.0F) : 3.0F, edge);
    if (is_focused) p.paint_border(box.inset(-11), radius + 11, 6, Tint::focus);
}

// The text, or what stands in its place, and the caret.
void paint_typed(Canvas::Parts& p, const Rect& inner, const FieldLook& look) {
    const TypeSize size = size_of(Type::lead);
    const int lines = std::max(1, static_cast<int>(std::floor(inner.h / size.line)));
    const float top = lines == 1 ? inner.centre().y - size.line / 2 : inner.y;
    const Rect box{inner.x, top, inner.w, size.line * static_cast<float>(lines)};
    Rect caret = p.pixels({inner.x, top + (size.line - caret_height) / 2, caret_width, caret_height});
    if (look.field.is_empty()) {
        if (!look.placeholder.is_empty()) {
            p.paint_text({box.x + 12, box.y, box.w - 12, box.h}, look.placeholder, size, Tint::ink2, Align::start, 1);
        }
    } else {
        FieldText typed(look);
        typed.fit([&](const Words& words) {
            return p.painter.measure(p.run(words, size, inner.w, Align::start, 0)).lines <= lines;
        });
        const Words shown = typed.text();
        p.paint_text(box, shown, size, Tint::ink, Align::start, 0);
        // As paint_text places it.
        const TextRun run = p.run(shown, size, inner.w, Align::start, 0);
        Rect place = p.pixels(box);
        if (p.is_right_to_left()) place.x = place.right() - run.width_px;
        place.w = run.width_px;
        const Edge edge = look.field.caret().is_behind ? Edge::back : Edge::front;
        const Point at = p.painter.caret(run, place, typed.caret_byte(), edge);
        // Spaces at the end of a line may hang over its edge; the caret does not.
        caret.x = std::round(std::clamp(at.x, place.x, place.right()) - caret.w / 2);
        caret.y = std::round(at.y + (run.line_px - caret.h) / 2);
    }
    if (look.is_active) p.painter.fill(caret, p.theme[Tint::primary]);
}

} // namespace

bool Canvas::field(const std::string& id, const Rect& box, const FieldLook& look) {
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
    Rect inner = box.inset(padding, std::min(16.0F, (box.h - size_of(Type::lead).line) / 2));
    if (look.icon != Icon::none) {
        p.paint_icon(look.icon, {inner.x, box.centre().y - icon_side / 2, icon_side, icon_side}, Tint::primary);
        inner.x += icon_side + 16;
        inner.w -= icon_side + 16;
    }
    paint_typed(p, inner, look);

    Node node;
    node.id = id;
    node.role = Role::field;
    node.name = plain_text(look.label.text());
    node.value = value_of(look, p.phrasebook);
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
    return touch.is_activated || is_chosen;
}

} // namespace ui
