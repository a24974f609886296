// The places where keys and switches can stop on a page, read from its semantic tree: in the order of the design,
// whatever order the page was drawn in. A group (a keypad) is one stop with rows of cells. Pure; any thread.
#pragma once

#include "ui/semantics.hpp"

#include <string>
#include <vector>

namespace ui {

enum class TitleStop { none, first }; // whether the title is a stop too, so that its words can be heard again

struct Stop {
    const Node* node = nullptr; // of a group: its first cell
    [[nodiscard]] bool is_group() const { return !node->group.empty(); }
    [[nodiscard]] const std::string& name() const { return is_group() ? node->group : node->id; }
};

[[nodiscard]] std::vector<Stop> stops_of(const SemanticTree& tree, TitleStop title);
// The place among them, or their number.
[[nodiscard]] std::size_t find_stop(const std::vector<Stop>& stops, const Node& node);

// From top to bottom, each from its reading start.
using Row = std::vector<const Node*>;
[[nodiscard]] std::vector<Row> rows_of(const SemanticTree& tree, const std::string& group);

} // namespace ui
