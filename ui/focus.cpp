#include "ui/focus.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace ui {

namespace {

float distance_between(Point one, Point other) { return std::hypot(one.x - other.x, one.y - other.y); }

// The cell beside it or in the row above or below, by what the eye sees.
const Node* neighbour_in_group(const SemanticTree& tree, const Node& from, Key key) {
    const auto rows = rows_of(tree, from.group);
    const auto row = std::find_if(rows.begin(), rows.end(), [&](const Row& cells) {
        return std::find(cells.begin(), cells.end(), &from) != cells.end();
    });
    if (row == rows.end()) return nullptr;
    if (key == Key::left || key == Key::right) {
        const auto at = std::find(row->begin(), row->end(), &from);
        const bool is_onward = (key == Key::right) != tree.is_right_to_left();
        if (is_onward) return at + 1 == row->end() ? nullptr : *(at + 1);
        return at == row->begin() ? nullptr : *(at - 1);
    }
    if (key == Key::down ? row + 1 == rows.end() : row == rows.begin()) return nullptr;
    const Row& other = key == Key::down ? *(row + 1) : *(row - 1);
    const auto aside = [&](const Node* cell) { return std::abs(cell->rect.centre().x - from.rect.centre().x); };
    return *std::min_element(other.begin(), other.end(),
                             [&](const Node* one, const Node* two) { return aside(one) < aside(two); });
}

// +1 forward, -1 back; nothing for keys that do not walk.
std::optional<int> step_of(Key key, bool is_right_to_left) {
    switch (key) {
    case Key::next:
    case Key::down: return 1;
    case Key::previous:
    case Key::up: return -1;
    case Key::right: return is_right_to_left ? -1 : 1;
    case Key::left: return is_right_to_left ? 1 : -1;
    case Key::choose:
    case Key::back:
    case Key::erase:
    case Key::language:
    case Key::repeat:
    case Key::louder:
    case Key::quieter:
    case Key::listen:
    case Key::blank_screen:
    case Key::faster:
    case Key::slower:
    case Key::text_size:
    case Key::hide:
    case Key::quick_exit:
    case Key::service:
    case Key::switch_next:
    case Key::switch_choose: return std::nullopt;
    }
    return std::nullopt;
}

} // namespace

const Node* Focus::here(const SemanticTree& tree) const {
    const Node* node = tree.find(id_);
    if (node == nullptr) return nullptr;
    const bool is_title = title_ == TitleStop::first && node->role == Role::title;
    return node->is_focusable || is_title ? node : nullptr;
}

// Whatever is left of where it stood: another cell of the same group, else the stop that was nearest in the order;
// of two the earlier one, since what follows the last of a list is the button that ends the page.
const Node* Focus::nearest(const SemanticTree& tree) const {
    const auto stops = stops_of(tree, title_);
    if (stops.empty()) return nullptr;
    const auto find = [&](const std::string& name) {
        return std::find_if(stops.begin(), stops.end(), [&](const Stop& stop) { return stop.name() == name; });
    };
    if (const auto same = find(name_); same != stops.end()) {
        const Node* cell = same->node;
        for (const auto& node : tree.nodes()) {
            const bool is_cell = node.is_focusable && node.group == name_;
            if (is_cell && distance_between(node.rect.centre(), rect_.centre()) <
                               distance_between(cell->rect.centre(), rect_.centre())) {
                cell = &node;
            }
        }
        return cell;
    }
    const auto at = std::find(names_.begin(), names_.end(), name_) - names_.begin();
    const auto count = static_cast<std::ptrdiff_t>(names_.size());
    for (std::ptrdiff_t away = 1; at < count && away < count; ++away) {
        for (const std::ptrdiff_t place : {at - away, at + away}) {
            if (place < 0 || place >= count) continue;
            const auto left = find(names_[static_cast<std::size_t>(place)]);
            if (left != stops.end()) return left->node;
        }
    }
    return stops.front().node;
}

void Focus::stand_on(const Node& node) {
    id_ = node.id;
    ringed_.clear();
}

void Focus::remember(const SemanticTree& tree) {
    const Node* node = here(tree);
    if (node == nullptr) return;
    name_ = node->group.empty() ? node->id : node->group;
    rect_ = node->rect;
    names_.clear();
    for (const auto& stop : stops_of(tree, title_)) names_.push_back(stop.name());
}

void Focus::take(const Input& input, const SemanticTree& last_frame) {
    chosen_.clear();
    is_between_pages_ = std::exchange(is_page_new_, false);
    for (const Key key : input.keys) {
        const bool is_step = step_of(key, last_frame.is_right_to_left()).has_value();
        if (is_between_pages_) {
            if (is_step || key == Key::choose) show();
        } else if (key == Key::choose) {
            const bool is_meant = is_visible_ || is_asked_for_;
            if (here(last_frame) == nullptr || !is_meant) {
                move(Key::next, last_frame);
            } else {
                chosen_ = id_;
            }
            is_visible_ = true;
        } else if (is_step) {
            move(key, last_frame);
        }
    }
}

void Focus::move(Key key, const SemanticTree& tree) {
    const auto stops = stops_of(tree, title_);
    if (stops.empty()) return;
    const bool was_visible = std::exchange(is_visible_, true);
    is_asked_for_ = false;
    const Node* from = here(tree);
    if (from == nullptr) {
        stand_on(*nearest(tree));
        return;
    }
    ringed_.clear();
    if (!was_visible) return;
    if (!from->group.empty() && key != Key::next && key != Key::previous) {
        if (const Node* inner = neighbour_in_group(tree, *from, key)) {
            stand_on(*inner);
            return;
        }
        if (key == Key::left || key == Key::right) return;
    }
    const auto count = static_cast<int>(stops.size());
    const int place = static_cast<int>(find_stop(stops, *from)) + *step_of(key, tree.is_right_to_left());
    stand_on(*stops[static_cast<std::size_t>((place + count) % count)].node);
}

bool Focus::settle(const SemanticTree& this_frame) {
    const bool has_moved = is_visible_ && here(this_frame) == nullptr;
    const Node* node = has_moved ? nearest(this_frame) : nullptr;
    if (node != nullptr) stand_on(*node);
    remember(this_frame);
    return node != nullptr;
}

void Focus::show_at(std::vector<std::string> ids) {
    if (ids.empty()) return;
    id_ = ids.front();
    ringed_ = std::move(ids);
    is_visible_ = true;
    is_asked_for_ = false;
}

void Focus::show() { is_visible_ = true; }
void Focus::choose() { chosen_ = id_; }

void Focus::touched() {
    is_visible_ = false;
    is_asked_for_ = false;
    ringed_.clear();
}

void Focus::go_to(std::string id) {
    id_ = std::move(id);
    ringed_.clear();
    is_asked_for_ = true;
}

void Focus::page_changed() {
    const bool was_visible = is_visible_;
    forget();
    is_visible_ = was_visible;
    is_page_new_ = true;
}

void Focus::forget() {
    id_.clear();
    ringed_.clear();
    chosen_.clear();
    name_.clear();
    names_.clear();
    is_visible_ = false;
    is_asked_for_ = false;
    is_page_new_ = false;
}

bool Focus::is_on(const std::string& id) const {
    if (!is_visible_) return false;
    return id == id_ || std::find(ringed_.begin(), ringed_.end(), id) != ringed_.end();
}

bool Focus::take_choose(const std::string& id) {
    if (chosen_.empty() || chosen_ != id) return false;
    chosen_.clear();
    return true;
}

} // namespace ui
