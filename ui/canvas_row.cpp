// A row of a table: one button with a cell for each column.

#include "ui/canvas_parts.hpp"

namespace ui {

namespace {

constexpr float block_side = 60;
constexpr float icon_side = 36;
constexpr float tile_side = 56;
constexpr float lead_gap = 12;
constexpr float air = 8; // above and below the words

// What stands before the words.
float lead_of(const Cell& cell) {
    if (cell.block || cell.has_blank) return block_side + lead_gap;
    return cell.icon == Icon::none ? 0 : icon_side + lead_gap;
}

float tiles_of(const Cell& cell) { return static_cast<float>(cell.tiles.size()) * (tile_side + lead_gap); }

TypeSize text_size_of(const Cell& cell) {
    TypeSize size = size_of(Type::small);
    size.weight = cell.weight;
    return size;
}

struct CellFit {
    float text = 0;
    float under = 0;
    bool is_cut = false;
};

CellFit fit(const Canvas::Parts& parts, const Cell& cell) {
    CellFit fit;
    const float room = cell.width - lead_of(cell) - tiles_of(cell);
    const auto height = [&](const Words& words, const TypeSize& size) {
        if (words.is_empty()) return 0.0F;
        const auto measured = parts.painter.measure(parts.run(words, size, std::max(room, 1.0F), Align::start, 0));
        fit.is_cut = fit.is_cut || measured.is_cut || room < 1;
        return measured.size.h / parts.scale.pixels_per_unit;
    };
    fit.text = height(cell.text, text_size_of(cell));
    fit.under = height(cell.under, size_of(Type::small));
    fit.is_cut = fit.is_cut || fit.text + fit.under > row_height - 2 * air || tiles_of(cell) > cell.width + lead_gap;
    return fit;
}

void paint_cell(Canvas& canvas, Canvas::Parts& parts, const Rect& row, const Cell& cell) {
    const CellFit size = fit(parts, cell);
    const float middle = row.y + row.h / 2;
    float x = row.x + cell.x;
    if (cell.block) canvas.block({x, middle - block_side / 2, block_side, block_side}, *cell.block);
    if (cell.has_blank) {
        const Rect place{x, middle - block_side / 2, block_side, block_side};
        parts.painter.stroke_dashed(parts.pixels(place), parts.px(12), parts.px(2), parts.theme[Tint::line_strong]);
    }
    if (cell.icon != Icon::none)
        parts.paint_icon(cell.icon, {x, middle - icon_side / 2, icon_side, icon_side}, cell.ink);
    x += lead_of(cell);
    const float room = cell.width - lead_of(cell) - tiles_of(cell);
    const float top = middle - (size.text + size.under) / 2;
    if (!cell.text.is_empty()) {
        parts.paint_text({x, top, room, size.text}, cell.text, text_size_of(cell), cell.ink, cell.align, 0);
    }
    if (!cell.under.is_empty()) {
        parts.paint_text({x, top + size.text, room, size.under}, cell.under, size_of(Type::small), Tint::ink2,
                         cell.align, 0);
    }
    float end = row.x + cell.x + cell.width;
    for (std::size_t left = cell.tiles.size(); left > 0; --left) {
        const Rect place{end - tile_side, middle - tile_side / 2, tile_side, tile_side};
        const auto tints = tints_of(Family::sky, parts.theme);
        parts.paint_rounded(place, 16, tints.soft);
        if (parts.is_two_tone()) parts.paint_border(place, 16, 3, tints.ink);
        parts.paint_icon(cell.tiles[left - 1], place.inset(10), tints.ink);
        end -= tile_side + lead_gap;
    }
}

} // namespace

bool Canvas::is_row_cut(const RowLook& look) {
    return std::any_of(look.cells.begin(), look.cells.end(),
                       [&](const Cell& cell) { return fit(*parts_, cell).is_cut; });
}

bool Canvas::row(const std::string& id, const Rect& box, const RowLook& look) {
    Parts& parts = *parts_;
    const Rect hit = parts.pixels(box);
    const Touch touch = parts.painter.touch(id, hit);
    if (touch.is_down || touch.is_activated) parts.focus.touched();
    const bool is_chosen = parts.focus.take_choose(id);
    const bool is_focused = parts.focus.is_on(id);
    if (touch.is_down) {
        parts.paint_rounded(box, 24, Tint::sunken);
    } else if (look.is_selected && !parts.is_two_tone()) {
        parts.paint_rounded(box, 24, Tint::primary_soft);
    }
    if (look.is_selected) parts.paint_border(box, 24, parts.is_two_tone() ? 6 : 4, Tint::primary);
    for (const auto& cell : look.cells) paint_cell(*this, parts, box, cell);
    // Inside, where the next row does not paint over it.
    if (is_focused) parts.paint_border(box.inset(5), 20, 6, Tint::focus);

    Node node;
    node.id = id;
    node.role = Role::button;
    node.name = plain_text(look.spoken.text());
    if (look.is_selected) node.value = plain_text(parts.phrasebook("spoken_selected").text());
    node.rect = hit;
    node.hit = hit;
    node.is_focusable = true;
    node.is_focused = is_focused;
    node.is_selected = look.is_selected;
    node.is_private = look.is_private;
    node.is_row = true;
    node.is_cut = is_row_cut(look) || box.h < row_height;
    parts.tree.add(std::move(node));
    return touch.is_activated || is_chosen;
}

} // namespace ui
