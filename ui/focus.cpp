#include "ui/focus.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace ui {

std::vector<const Node*> stops_of(const SemanticTree& tree) {
    std::vector<const Node*> stops;
    for (const bool is_constant : {false, true}) {
        for (const auto& node : tree.nodes()) {
            if (!node.is_focusable || node.is_constant != is_constant) continue;
            const bool is_known = !node.group.empty() && std::any_of(stops.begin(), stops.end(), [&](const Node* stop) {
                return stop->group == node.group;
            });
            if (!is_known) stops.push_back(&node);
        }
    }
    return stops;
}

namespace {

// The nearest node of the same group in the direction of an arrow, by what the eye sees.
const Node* neighbour_in_group(const SemanticTree& tree, const Node& from, Key key) {
    const Node* nearest = nullptr;
    float least = 0;
    for (const auto& node : tree.nodes()) {
        if (node.group != from.group || node.id == from.id || !node.is_focusable) continue;
        const float across = node.rect.centre().x - from.rect.centre().x;
        const float down = node.rect.centre().y - from.rect.centre().y;
        const bool is_sideways = key == Key::left || key == Key::right;
        const float ahead = is_sideways ? (key == Key::right ? across : -across) : (key == Key::down ? down : -down);
        const float aside = std::abs(is_sideways ? down : across);
        if (ahead <= 1 || (is_sideways && aside > from.rect.h / 2)) continue;
        const float distance = ahead + 2 * aside;
        if (nearest == nullptr || distance < least) {
            nearest = &node;
            least = distance;
        }
    }
    return nearest;
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
    case Key::erase: return std::nullopt;
    }
    return std::nullopt;
}

} // namespace

void Focus::take(const Input& input, const SemanticTree& last_frame) {
    chosen_.clear();
    for (const Key key : input.keys) {
        if (key == Key::choose) {
            const bool is_meant = is_visible_ || is_asked_for_;
            if (last_frame.find(id_) == nullptr || !is_meant) {
                move(Key::next, last_frame);
            } else {
                chosen_ = id_;
            }
            is_visible_ = true;
        } else if (step_of(key, last_frame.is_right_to_left())) {
            move(key, last_frame);
        }
    }
}

void Focus::move(Key key, const SemanticTree& tree) {
    const auto stops = stops_of(tree);
    if (stops.empty()) return;
    const Node* here = tree.find(id_);
    const bool was_visible = std::exchange(is_visible_, true);
    is_asked_for_ = false;
    if (here == nullptr || !here->is_focusable) {
        id_ = stops.front()->id;
        return;
    }
    if (!was_visible) return;
    if (!here->group.empty() && key != Key::next && key != Key::previous) {
        if (const Node* inner = neighbour_in_group(tree, *here, key)) {
            id_ = inner->id;
            return;
        }
        if (key == Key::left || key == Key::right) return;
    }
    const auto at = std::find_if(stops.begin(), stops.end(), [&](const Node* stop) {
        return stop->id == here->id || (!here->group.empty() && stop->group == here->group);
    });
    const auto count = static_cast<int>(stops.size());
    const int place = static_cast<int>(at - stops.begin()) + *step_of(key, tree.is_right_to_left());
    id_ = stops[static_cast<std::size_t>((place + count) % count)]->id;
}

void Focus::touched() {
    is_visible_ = false;
    is_asked_for_ = false;
}

void Focus::go_to(std::string id) {
    id_ = std::move(id);
    is_asked_for_ = true;
}

void Focus::page_changed() {
    id_.clear();
    chosen_.clear();
    is_visible_ = false;
    is_asked_for_ = false;
}

bool Focus::take_choose(const std::string& id) {
    if (chosen_.empty() || chosen_ != id) return false;
    chosen_.clear();
    return true;
}

} // namespace ui
