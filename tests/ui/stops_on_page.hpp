// Pages made of nothing but their stops.
#pragma once

#include "ui/semantics.hpp"

namespace support {

inline ui::Node stop(std::string id) {
    ui::Node node;
    node.id = std::move(id);
    node.name = node.id;
    node.role = ui::Role::button;
    node.is_focusable = true;
    return node;
}

// `group`.1 and so on, row by row.
inline void add_grid(ui::SemanticTree& tree, const std::string& group, int columns, int rows) {
    for (int i = 0; i < columns * rows; ++i) {
        ui::Node node = stop(group + "." + std::to_string(i + 1));
        node.group = group;
        node.rect = {static_cast<float>(i % columns) * 208, static_cast<float>(i / columns) * 120, 184, 92};
        tree.add(node);
    }
}

// A page to type a code, drawn in about the worst order.
inline ui::SemanticTree whole_page() {
    ui::SemanticTree tree;
    const char* frame[] = {"help",      "finish",        "tool.low",    "tool.language",
                           "tool.text", "tool.contrast", "tool.listen", "tool.hide"};
    for (int i = 7; i >= 0; --i) {
        ui::Node node = stop(frame[i]);
        node.is_constant = true;
        node.place = i;
        tree.add(node);
    }
    for (const auto& [id, order] :
         {std::pair{"back", ui::StopOrder::back}, std::pair{"primary", ui::StopOrder::main}}) {
        ui::Node node = stop(id);
        node.order = order;
        tree.add(node);
    }
    tree.add(stop("show"));
    add_grid(tree, "key", 3, 4);
    ui::Node title = stop("title");
    title.role = ui::Role::title;
    title.is_focusable = false;
    tree.add(title);
    ui::Node note = stop("note");
    note.role = ui::Role::text;
    note.is_focusable = false;
    tree.add(note);
    tree.add(stop("nocode"));
    return tree;
}

} // namespace support
