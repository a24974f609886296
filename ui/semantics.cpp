#include "ui/semantics.hpp"

#include "base/secret.hpp"
#include "ui/words.hpp"

#include <algorithm>

namespace ui {

void SemanticTree::clear() {
    // Short strings lie inside the nodes, and the nodes' memory is used again without being freed.
    for (auto& node : nodes_) {
        if (!node.is_private) continue;
        for (std::string* text : {&node.name, &node.value, &node.private_value}) base::wipe(text->data(), text->size());
    }
    nodes_.clear();
}

const Node* SemanticTree::find(std::string_view id) const {
    const auto found = std::find_if(nodes_.begin(), nodes_.end(), [&](const Node& node) { return node.id == id; });
    return found == nodes_.end() ? nullptr : &*found;
}

const Node* SemanticTree::find_by_name(std::string_view name, bool only_buttons, int* matches) const {
    const std::string wanted = plain_text(name);
    const Node* exact = nullptr;
    const Node* inside = nullptr;
    int exact_count = 0;
    int inside_count = 0;
    for (const auto& node : nodes_) {
        if (only_buttons && node.role != Role::button) continue;
        if (node.name == wanted) {
            if (exact_count++ == 0) exact = &node;
        } else if (node.name.find(wanted) != std::string::npos) {
            if (inside_count++ == 0) inside = &node;
        }
    }
    if (matches != nullptr) *matches = exact_count > 0 ? exact_count : inside_count;
    if (exact_count > 0) return exact;
    return inside_count == 1 ? inside : nullptr;
}

bool SemanticTree::shows(std::string_view text) const {
    const std::string wanted = plain_text(text);
    return std::any_of(nodes_.begin(), nodes_.end(), [&](const Node& node) {
        return node.name.find(wanted) != std::string::npos || node.value.find(wanted) != std::string::npos;
    });
}

} // namespace ui
