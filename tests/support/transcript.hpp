// Holds what was said against what a page shows: everything that can be seen must be in the transcript of a page that
// was walked by keys.
#pragma once

#include "ui/semantics.hpp"
#include "ui/speaker.hpp"

#include <algorithm>

namespace support {

inline bool was_said(const ui::Transcript& transcript, std::string_view text) {
    return std::any_of(transcript.lines.begin(), transcript.lines.end(),
                       [&](const auto& line) { return line.text.find(text) != std::string::npos; });
}

// In one breath: a name with its value, not "selected" of some other choice.
// A choice begins its line, so that the key "1" is not taken for said by "1 of 5".
inline bool was_said_together(const ui::Transcript& transcript, const ui::Node& node) {
    return std::any_of(transcript.lines.begin(), transcript.lines.end(), [&](const auto& line) {
        const std::size_t at = line.text.find(node.name);
        if (at == std::string::npos || (node.is_focusable && at != 0)) return false;
        const std::string_view rest = std::string_view(line.text).substr(at + node.name.size());
        const bool is_whole =
            rest.empty() || !node.is_focusable || std::string_view(",. ").find(rest[0]) != std::string_view::npos;
        return is_whole && rest.find(node.value) != std::string_view::npos;
    });
}

// The ids of what was not said. `hidden`: the words that stand for what is private while there are no headphones; empty
// where they are in, and then the thing itself must be heard.
inline std::vector<std::string> left_out(const ui::SemanticTree& tree, const ui::Transcript& transcript,
                                         std::string_view hidden = {}) {
    std::vector<std::string> ids;
    for (const auto& node : tree.nodes()) {
        const bool is_hidden = node.is_private && node.role != ui::Role::digits && !hidden.empty();
        const bool is_said = is_hidden ? was_said(transcript, hidden)
                             : node.language.empty()
                                 ? was_said_together(transcript, node)
                                 : was_said(transcript, node.name) && was_said(transcript, node.value);
        if (!is_said) ids.push_back(node.id);
    }
    return ids;
}

inline bool transcript_covers(const ui::SemanticTree& tree, const ui::Transcript& transcript,
                              std::string_view hidden = {}) {
    return left_out(tree, transcript, hidden).empty();
}

} // namespace support
