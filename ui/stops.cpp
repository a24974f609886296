#include "ui/stops.hpp"

#include <algorithm>
#include <utility>

namespace ui {

namespace {

std::pair<StopOrder, int> rank_of(const Node& node) {
    const bool is_frame = node.is_constant && node.order == StopOrder::content;
    return {is_frame ? StopOrder::frame : node.order, node.place};
}

} // namespace

std::vector<Stop> stops_of(const SemanticTree& tree, TitleStop title) {
    std::vector<Stop> stops;
    for (const auto& node : tree.nodes()) {
        if (!node.is_focusable) continue;
        const Stop stop{&node};
        const bool is_known = stop.is_group() && std::any_of(stops.begin(), stops.end(), [&](const Stop& other) {
                                  return other.is_group() && other.name() == stop.name();
                              });
        if (!is_known) stops.push_back(stop);
    }
    std::stable_sort(stops.begin(), stops.end(),
                     [](const Stop& one, const Stop& other) { return rank_of(*one.node) < rank_of(*other.node); });
    if (title == TitleStop::none) return stops;
    const auto found = std::find_if(tree.nodes().begin(), tree.nodes().end(),
                                    [](const Node& node) { return node.role == Role::title && !node.is_focusable; });
    if (found != tree.nodes().end()) stops.insert(stops.begin(), Stop{&*found});
    return stops;
}

std::size_t find_stop(const std::vector<Stop>& stops, const Node& node) {
    const auto at = std::find_if(stops.begin(), stops.end(), [&](const Stop& stop) {
        return stop.node->id == node.id || (stop.is_group() && stop.name() == node.group);
    });
    return static_cast<std::size_t>(at - stops.begin());
}

std::vector<Row> rows_of(const SemanticTree& tree, const std::string& group) {
    Row cells;
    for (const auto& node : tree.nodes()) {
        if (node.is_focusable && node.group == group) cells.push_back(&node);
    }
    std::stable_sort(cells.begin(), cells.end(),
                     [](const Node* one, const Node* other) { return one->rect.centre().y < other->rect.centre().y; });
    std::vector<Row> rows;
    for (const Node* cell : cells) {
        const bool is_below = rows.empty() || cell->rect.centre().y > rows.back().front()->rect.bottom();
        if (is_below) rows.emplace_back();
        rows.back().push_back(cell);
    }
    for (auto& row : rows) {
        std::stable_sort(row.begin(), row.end(), [&](const Node* one, const Node* other) {
            const bool is_left = one->rect.x < other->rect.x;
            const bool is_right = one->rect.x > other->rect.x;
            return tree.is_right_to_left() ? is_right : is_left;
        });
    }
    return rows;
}

} // namespace ui
