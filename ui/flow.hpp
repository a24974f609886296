// A page that reflows: blocks one under another, in one or two columns, in as many parts as it takes, with "More" and
// "Back up" beside them; nobody has to drag. With easy reach what is only read stands above, what is touched below.
// Collects blocks, then paints them once; a flow lives for one frame. Main thread.
#pragma once

#include "ui/canvas.hpp"

namespace ui {

// Something that stands on a flowing page.
struct Block {
    std::function<float(float width)> height; // design units it takes at this width
    std::function<void(const Rect& box)> paint;
    float least = 0; // it can be drawn as low as this, where its place is lower than its height; 0: it cannot
    bool is_title = false;
    bool is_touched = false; // has to stand where a hand can reach
    bool keeps_next = false; // a heading: never the last one of its column
    float gap = 20;          // to the next block
};

// A button with what its use does.
struct FlowButton {
    std::string id;
    ButtonLook look;
    std::function<void()> use;
};

// Where a flow stands; twice the same rectangle unless what is touched has to lie lower.
struct FlowAreas {
    Rect read;
    Rect touch;
    bool are_apart = false;
};

class Flow {
public:
    explicit Flow(Canvas& canvas) : canvas_(canvas) {}

    void add(Block block) { pieces_.push_back({std::move(block), {}, 0}); }
    void text(const std::string& id, const Words& words, const TextLook& look, float gap = 20);
    // The page's title; later parts begin with it in smaller type, so that nobody loses where they are.
    void title(const std::string& id, const Words& words, float gap = 16);
    void button(FlowButton button);
    // Side by side, as many as fit when each is at least this wide; rows may part.
    void tiles(std::vector<FlowButton> buttons, float least_width);
    void paint(const FlowAreas& areas, const Words& more, const Words& up);

private:
    struct Piece {
        Block block;
        std::vector<FlowButton> tiles;
        float least_width = 0;
    };
    struct Placed {
        const Block* block;
        int part;
        Rect box;
    };
    struct Layout {
        std::vector<Block> blocks;
        std::vector<Placed> placed;
        int parts = 1;
    };
    enum class Which { all, read, touched };

    [[nodiscard]] std::vector<Block> blocks_for(Size room, Which which);
    [[nodiscard]] Layout lay_out(const Rect& area, int columns, Which which);
    [[nodiscard]] Layout best_layout(const Rect& area, Which which);
    // "Back up" and "More": a column at the end of the area, or a row under it where the area is narrow or low.
    struct Pager {
        ButtonLook more;
        ButtonLook up;
        Rect upper;
        Rect lower;
        Rect left; // what the area keeps for the page
    };
    [[nodiscard]] Pager pager_for(const Rect& area, const Words& more, const Words& up);
    void paint_part(const Layout& layout, int part);
    void paint_pager(const Pager& pager, int parts);
    void add_row(std::vector<Block>& blocks, const Piece& piece, std::size_t first, std::size_t columns);

    [[nodiscard]] Block text_block(const std::string& id, const Words& words, const TextLook& look, float gap);

    Canvas& canvas_;
    std::vector<Piece> pieces_;
    std::optional<Block> title_again_;
};

} // namespace ui
