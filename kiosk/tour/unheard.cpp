#include "kiosk/tour/unheard.hpp"

#include <algorithm>

namespace kiosk {

void Unheard::see(const ui::SemanticTree& tree) {
    for (const auto& node : tree.nodes()) {
        // What counts down, or changes without being news, is told when its page is.
        const bool is_told_once = node.is_quiet || node.seconds_left.has_value();
        if (is_told_once && !quiet_.insert(node.id).second) continue;
        seen_.emplace(node.name, node.id);
        if (!node.value.empty()) seen_.emplace(node.value, node.id);
    }
}

bool Unheard::is_new(const ui::SemanticTree& tree) {
    std::string controls;
    for (const auto& node : tree.nodes()) {
        if (node.role == ui::Role::title || node.is_focusable) controls += node.id + "\t" + node.name + "\n";
    }
    return walked_.insert(controls).second;
}

std::vector<std::string> Unheard::never_said(const ui::Transcript& transcript) const {
    std::vector<std::string> missing;
    for (const auto& seen : seen_) {
        const std::string& words = seen.first;
        const bool is_said = std::any_of(transcript.lines.begin(), transcript.lines.end(),
                                         [&](const auto& line) { return line.text.find(words) != std::string::npos; });
        if (is_said) continue;
        missing.push_back(seen.second);
        missing.back().append(": ").append(words);
    }
    return missing;
}

} // namespace kiosk
