// What every page has to keep to, read from its semantic tree alone. One thread.
#pragma once

#include "ui/focus.hpp"
#include "ui/semantics.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace audits {

constexpr float least_target_mm = 12.7F;
constexpr float least_gap_mm = 2.54F;

// The air above and below the letters of a line may meet another's; its letters may not.
constexpr float line_air = 6;

inline std::string place(const ui::Rect& rect) {
    return fmt::format("({:.0f},{:.0f} {:.0f}x{:.0f})", rect.x, rect.y, rect.w, rect.h);
}

inline bool is_button(const ui::Node& node) { return node.role == ui::Role::button; }

inline void find_names(const ui::SemanticTree& tree, std::vector<std::string>& findings) {
    std::set<std::string> ids;
    for (const auto& node : tree.nodes()) {
        if (!ids.insert(node.id).second) findings.push_back(node.id + " is there twice");
        if (node.name.empty()) findings.push_back(node.id + " has no name");
        if (node.name.find("⟦") != std::string::npos) findings.push_back(node.id + " has no words in this language");
    }
    // A warning may take the title's place, in the page's first words.
    const bool is_warned = !tree.nodes().empty() && tree.nodes().front().role == ui::Role::status;
    const bool has_title = std::any_of(tree.nodes().begin(), tree.nodes().end(),
                                       [](const ui::Node& node) { return node.role == ui::Role::title; });
    if (!has_title && !is_warned) findings.emplace_back("no title");
    for (const char* way_back : {"finish", "help"}) {
        if (!ids.contains(way_back)) findings.push_back(std::string("no ") + way_back);
    }
}

inline void find_cuts(const ui::SemanticTree& tree, const ui::Panel& panel, std::vector<std::string>& findings) {
    for (const auto& node : tree.nodes()) {
        if (node.is_cut) findings.push_back(node.id + " is cut " + place(node.rect));
        const bool is_inside = node.rect.x >= 0 && node.rect.y >= 0 &&
                               node.rect.right() <= static_cast<float>(panel.width_px) &&
                               node.rect.bottom() <= static_cast<float>(panel.height_px);
        if (!is_inside) findings.push_back(node.id + " leaves the screen " + place(node.rect));
    }
}

inline void find_crowds(const ui::SemanticTree& tree, const ui::Scale& scale, std::vector<std::string>& findings) {
    const auto& nodes = tree.nodes();
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        const auto& one = nodes[i];
        if (is_button(one) && std::min(one.rect.w, one.rect.h) < least_target_mm * scale.pixels_per_mm) {
            findings.push_back(one.id + " is too small " + place(one.rect));
        }
        for (std::size_t j = i + 1; j < nodes.size(); ++j) {
            const auto& other = nodes[j];
            const float across = std::max(one.rect.x, other.rect.x) - std::min(one.rect.right(), other.rect.right());
            const float down = std::max(one.rect.y, other.rect.y) - std::min(one.rect.bottom(), other.rect.bottom());
            const float apart = std::max(across, down);
            const float air = is_button(one) || is_button(other) ? 1 : line_air * scale.pixels_per_unit;
            if (apart < -air) {
                findings.push_back(one.id + " " + place(one.rect) + " stands on " + other.id + " " + place(other.rect));
            } else if (is_button(one) && is_button(other) && !(one.is_row && other.is_row) &&
                       apart < least_gap_mm * scale.pixels_per_mm) {
                findings.push_back(one.id + " " + place(one.rect) + " is too near " + other.id + " " +
                                   place(other.rect));
            }
        }
    }
}

// With easy reach nothing to touch stands higher than a hand can go.
inline void find_out_of_reach(const ui::SemanticTree& tree, float highest_px, std::vector<std::string>& findings) {
    for (const auto& node : tree.nodes()) {
        if (is_button(node) && node.rect.y < highest_px)
            findings.push_back(node.id + " is too high " + place(node.rect));
    }
}

// Walks with Tab from stop to stop, and with the arrows inside each group.
inline void find_unreached(const ui::SemanticTree& tree, std::vector<std::string>& findings) {
    std::set<std::string> reached;
    ui::Focus focus;
    const auto press = [&](ui::Key key) {
        ui::Input input;
        input.keys.push_back(key);
        focus.take(input, tree);
        for (const auto& node : tree.nodes()) {
            if (focus.is_on(node.id)) return node.id;
        }
        return std::string();
    };
    std::vector<std::string> ways;
    for (std::size_t i = 0; i < tree.nodes().size(); ++i) {
        const std::string id = press(ui::Key::next);
        if (reached.insert(id).second) ways.push_back(id);
    }
    while (!ways.empty()) {
        const std::string from = ways.back();
        ways.pop_back();
        const ui::Node* node = tree.find(from);
        if (node == nullptr || node->group.empty()) continue;
        for (const ui::Key key : {ui::Key::up, ui::Key::down, ui::Key::left, ui::Key::right}) {
            focus.go_to(from);
            ui::Input shown;
            shown.keys = {ui::Key::choose};
            focus.take(shown, tree);
            const std::string id = press(key);
            if (reached.insert(id).second) ways.push_back(id);
        }
    }
    for (const auto& node : tree.nodes()) {
        if (is_button(node) && !reached.contains(node.id)) findings.push_back(node.id + " is not reached by keys");
    }
}

inline std::vector<std::string> findings_of(const ui::SemanticTree& tree, const ui::Scale& scale,
                                            const ui::Panel& panel) {
    std::vector<std::string> findings;
    find_names(tree, findings);
    find_cuts(tree, panel, findings);
    find_crowds(tree, scale, findings);
    find_unreached(tree, findings);
    return findings;
}

} // namespace audits
