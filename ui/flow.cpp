#include "ui/flow.hpp"

#include <algorithm>
#include <cmath>

namespace ui {

namespace {

constexpr float column_gap = 48;
constexpr float tile_gap = 24;
constexpr float row_gap = 28; // 24 clear under the lip
constexpr float two_columns_from = 1400;
constexpr float column_from = 1200; // beside a narrower page there is no room for a column of controls

ButtonLook pager_look(Icon icon, const Words& label) {
    ButtonLook look;
    look.style = ButtonStyle::stacked;
    look.icon = icon;
    look.label = label;
    return look;
}

} // namespace

void Flow::text(const std::string& id, const Words& words, const TextLook& look, float gap) {
    if (!words.is_empty()) add(text_block(id, words, look, gap));
}

void Flow::title(const std::string& id, const Words& words, float gap) {
    Block block = text_block(id, words, {.type = Type::title, .role = Role::title}, gap);
    block.is_title = true;
    add(std::move(block));
    title_again_ = text_block(id, words, {.type = Type::small, .weight = Weight::bold, .role = Role::title}, gap);
}

Block Flow::text_block(const std::string& id, const Words& words, const TextLook& look, float gap) {
    Block block;
    block.height = [this, words, look](float width) { return canvas_.measure(words, look, width).h; };
    block.paint = [this, id, words, look](const Rect& box) { canvas_.text(id.c_str(), box, words, look); };
    block.keeps_next = look.role == Role::heading || look.role == Role::title;
    block.gap = gap;
    return block;
}

void Flow::button(FlowButton button) {
    std::vector<FlowButton> one;
    one.push_back(std::move(button));
    tiles(std::move(one), 0);
}

void Flow::tiles(std::vector<FlowButton> buttons, float least_width) {
    if (!buttons.empty()) pieces_.push_back({{}, std::move(buttons), least_width});
}

void Flow::add_row(std::vector<Block>& blocks, const Piece& piece, std::size_t first, std::size_t columns) {
    const std::size_t end = std::min(first + columns, piece.tiles.size());
    const auto width_at = [columns](float width) {
        return (width - tile_gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
    };
    Block block;
    block.is_touched = true;
    block.gap = row_gap;
    block.height = [this, &piece, first, end, width_at](float width) {
        float height = 0;
        for (std::size_t i = first; i < end; ++i) {
            height = std::max(height, canvas_.height_at(piece.tiles[i].look, width_at(width)));
        }
        return height;
    };
    block.paint = [this, &piece, first, end, width_at](const Rect& box) {
        const float width = width_at(box.w);
        for (std::size_t i = first; i < end; ++i) {
            const float x = box.x + static_cast<float>(i - first) * (width + tile_gap);
            if (canvas_.button(piece.tiles[i].id, {x, box.y, width, box.h}, piece.tiles[i].look)) piece.tiles[i].use();
        }
    };
    blocks.push_back(std::move(block));
}

std::vector<Block> Flow::blocks_for(Size room, Which which) {
    const float width = room.w;
    std::vector<Block> blocks;
    for (const auto& piece : pieces_) {
        if (piece.tiles.empty()) {
            const bool is_meant = which == Which::all || piece.block.is_touched == (which == Which::touched);
            if (is_meant) blocks.push_back(piece.block);
            continue;
        }
        if (which == Which::read) continue;
        std::size_t columns = 1;
        if (piece.least_width > 0) {
            columns = static_cast<std::size_t>(std::max(1.0F, (width + tile_gap) / (piece.least_width + tile_gap)));
            columns = std::min(columns, piece.tiles.size());
        }
        // A word that its tile would cut needs a wider tile, and so do words over more lines than there is room for.
        const auto is_too_narrow = [&] {
            const float tile = (width - tile_gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
            return std::any_of(piece.tiles.begin(), piece.tiles.end(), [&](const FlowButton& each) {
                return canvas_.is_cut_at(each.look, tile) || canvas_.height_at(each.look, tile) > room.h;
            });
        };
        while (columns > 1 && is_too_narrow()) --columns;
        for (std::size_t first = 0; first < piece.tiles.size(); first += columns) {
            add_row(blocks, piece, first, columns);
        }
    }
    return blocks;
}

Flow::Layout Flow::lay_out(const Rect& area, int columns, Which which) {
    const float width =
        std::floor((area.w - column_gap * static_cast<float>(columns - 1)) / static_cast<float>(columns));
    Layout layout;
    layout.blocks = blocks_for({width, area.h}, which);
    int part = 0;
    int column = 0;
    float y = area.y;
    bool has_title = false;
    for (std::size_t i = 0; i < layout.blocks.size(); ++i) {
        float height = layout.blocks[i].height(width);
        if (layout.blocks[i].least > 0) height = std::min(height, std::max(layout.blocks[i].least, area.h));
        float needed = height;
        // A row of headings stays with what they head.
        for (std::size_t next = i; layout.blocks[next].keeps_next && next + 1 < layout.blocks.size(); ++next) {
            needed += layout.blocks[next].gap + layout.blocks[next + 1].height(width);
        }
        if (needed > area.h) needed = height;
        if (y > area.y && y + needed > area.bottom()) {
            y = area.y;
            if (++column == columns) {
                column = 0;
                ++part;
                if (has_title && title_again_) {
                    const float title = title_again_->height(width);
                    layout.placed.push_back({&*title_again_, part, {area.x, y, width, title}});
                    y += title + title_again_->gap;
                }
            }
        }
        const float x = area.x + static_cast<float>(column) * (width + column_gap);
        has_title = has_title || layout.blocks[i].is_title;
        layout.placed.push_back({&layout.blocks[i], part, {x, y, width, height}});
        y += height + layout.blocks[i].gap;
    }
    layout.parts = part + 1;
    return layout;
}

Flow::Layout Flow::best_layout(const Rect& area, Which which) {
    Layout one = lay_out(area, 1, which);
    const bool may_be_two = area.w >= two_columns_from && canvas_.text_size() != TextSize::largest;
    if (one.parts == 1 || !may_be_two || which == Which::touched) return one;
    Layout two = lay_out(area, 2, which);
    return two.parts < one.parts ? std::move(two) : std::move(one);
}

Flow::Pager Flow::pager_for(const Rect& area, const Words& more_words, const Words& up_words) {
    Pager pager{pager_look(Icon::arrow_downward, more_words), pager_look(Icon::arrow_upward, up_words), {}, {}, area};
    const TextLook label{.type = Type::small, .weight = Weight::bold};
    const float word = std::max(canvas_.measure(more_words, label).w, canvas_.measure(up_words, label).w);
    const float width = std::max(120.0F, std::ceil(word + 24));
    const float height = std::max({canvas_.height_at(pager.more, width), canvas_.height_at(pager.up, width), 150.0F});
    if (area.w >= column_from && area.h >= 2 * height + row_gap) {
        const float x = area.right() - width;
        pager.upper = {x, area.y, width, height};
        pager.lower = {x, area.bottom() - height, width, height};
        pager.left.w -= width + tile_gap;
        return pager;
    }
    pager.more.style = pager.up.style = ButtonStyle::normal;
    const float half = std::floor((area.w - tile_gap) / 2);
    const bool is_side = area.w >= column_from; // low and wide: side by side at the end
    const float each = is_side ? std::max(canvas_.natural_width(pager.more), canvas_.natural_width(pager.up)) : half;
    const float row = std::max(canvas_.height_at(pager.more, each), canvas_.height_at(pager.up, each));
    if (is_side && area.h >= 2 * row + row_gap) {
        pager.upper = {area.right() - each, area.y, each, row};
        pager.lower = {area.right() - each, area.bottom() - row, each, row};
        pager.left.w -= each + tile_gap;
    } else if (is_side) {
        pager.upper = {area.right() - 2 * each - tile_gap, area.y, each, row};
        pager.lower = {area.right() - each, area.y, each, row};
        pager.left.w -= 2 * (each + tile_gap);
    } else {
        pager.upper = {area.x, area.bottom() - row, each, row};
        pager.lower = {area.right() - each, area.bottom() - row, each, row};
        pager.left.h -= row + row_gap;
    }
    return pager;
}

void Flow::paint_part(const Layout& layout, int part) {
    for (const auto& placed : layout.placed) {
        if (placed.part == part) placed.block->paint(placed.box);
    }
}

void Flow::paint_pager(const Pager& pager, int parts) {
    Paging& paging = canvas_.paging();
    const int part = paging.part;
    if (part > 0 && canvas_.button("page.up", pager.upper, pager.up)) paging.part = part - 1;
    if (part + 1 < parts && canvas_.button("page.more", pager.lower, pager.more)) paging.part = part + 1;
}

void Flow::paint(const FlowAreas& areas, const Words& more, const Words& up) {
    Paging& paging = canvas_.paging();
    const Which which = areas.are_apart ? Which::touched : Which::all;
    Layout read;
    if (areas.are_apart) read = best_layout(areas.read, Which::read);
    Layout touched = best_layout(areas.touch, which);
    std::optional<Pager> pager;
    if (std::max(read.parts, touched.parts) > 1) {
        pager = pager_for(areas.touch, more, up);
        touched = best_layout(pager->left, which);
    }
    paging.parts = std::max(read.parts, touched.parts);
    paging.part = std::clamp(paging.part, 0, paging.parts - 1);
    const int part = paging.part;
    paint_part(read, std::min(part, read.parts - 1));
    paint_part(touched, std::min(part, touched.parts - 1));
    if (pager && paging.parts > 1) paint_pager(*pager, paging.parts);
}

} // namespace ui
