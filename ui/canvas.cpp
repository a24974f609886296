#include "ui/canvas_parts.hpp"

#include <cmath>

namespace ui {

Rect Canvas::Parts::mirrored(const Rect& box) const {
    if (!is_right_to_left()) return box;
    return {scale.units.w - box.x - box.w, box.y, box.w, box.h};
}

Rect Canvas::Parts::to_pixels(const Rect& box) const {
    const float left = std::round(px(box.x));
    const float top = std::round(px(box.y));
    return {left, top, std::round(px(box.right())) - left, std::round(px(box.bottom())) - top};
}

void Canvas::Parts::paint_rounded(const Rect& box, float radius, Tint fill) {
    painter.fill_rounded(pixels(box), px(radius), theme[fill]);
}

void Canvas::Parts::paint_border(const Rect& box, float radius, float width, Tint ink) {
    painter.stroke_rounded(pixels(box), px(radius), px(width), theme[ink]);
}

void Canvas::Parts::paint_icon(Icon icon, const Rect& box, Tint ink) {
    if (icon == Icon::none) return;
    painter.icon(icon, pixels(box), theme[ink], is_right_to_left() && is_mirrored(icon));
}

Node& Canvas::Parts::tell(const char* id, Role role, const Rect& box, const Words& name) {
    Node node;
    node.id = id;
    node.role = role;
    node.name = plain_text(name.text());
    node.rect = pixels(box);
    node.hit = node.rect;
    return tree.add(std::move(node));
}

Canvas::Canvas(Painter& painter, const View& view, const Phrasebook& phrasebook, Focus& focus, Paging& paging,
               SemanticTree& tree, const Input& input)
    : parts_(new Parts{painter, view.scale, view.theme, view, phrasebook, focus, paging, tree, input}) {
    tree.read_right_to_left(parts_->is_right_to_left());
}

Canvas::~Canvas() = default;

Size Canvas::size() const { return parts_->scale.units; }
bool Canvas::is_portrait() const { return size().h > size().w; }
const Phrasebook& Canvas::words() const { return parts_->phrasebook; }
const Theme& Canvas::theme() const { return parts_->theme; }
const Input& Canvas::input() const { return parts_->input; }
TextSize Canvas::text_size() const { return parts_->view.text_size; }
float Canvas::reach_top() const { return parts_->view.reach_top; }
int Canvas::frame() const { return parts_->frame; }
void Canvas::set_frame(int frame, TextSize most_on_low_buttons) {
    parts_->frame = frame;
    parts_->most_on_low_buttons = most_on_low_buttons;
}
Paging& Canvas::paging() const { return parts_->paging; }
float Canvas::growth() const { return parts_->growth(); }

float growth_of(TextSize size) {
    switch (size) {
    case TextSize::small:
    case TextSize::normal: return 1;
    case TextSize::large: return 1.15F;
    case TextSize::largest: return 1.3F;
    }
    return 1;
}

namespace {

bool take_once(const Input& input, Key key, bool& is_taken) {
    if (is_taken || std::find(input.keys.begin(), input.keys.end(), key) == input.keys.end()) return false;
    is_taken = true;
    return true;
}

} // namespace

bool Canvas::took_back() { return take_once(parts_->input, Key::back, parts_->is_back_taken); }
bool Canvas::took_erase() { return take_once(parts_->input, Key::erase, parts_->is_erase_taken); }

bool Canvas::is_held_long(const std::string& id, const Rect& box) {
    (void)parts_->painter.touch(id, parts_->pixels(box));
    return parts_->painter.held(id) >= long_hold;
}

void Canvas::show_missed_touch() {
    const auto at = parts_->painter.missed_touch();
    if (!at) return;
    const float radius = parts_->px(24);
    parts_->painter.stroke_rounded({at->x - radius, at->y - radius, 2 * radius, 2 * radius}, radius, parts_->px(4),
                                   parts_->theme[Tint::line_strong]);
}

} // namespace ui
