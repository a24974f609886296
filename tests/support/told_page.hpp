// A page that is told to a silent speaker after each frame, as the kiosk does while someone listens.
#pragma once

#include "tests/support/phrases.hpp"
#include "tests/support/transcript.hpp"
#include "ui/input.hpp"
#include "ui/narrator.hpp"

namespace support {

inline ui::Node only_read(const char* id, ui::Role role, const char* name) {
    ui::Node node;
    node.id = id;
    node.role = role;
    node.name = name;
    return node;
}

inline ui::Node choice(const char* id, const char* name, const char* group = "") {
    ui::Node node = only_read(id, ui::Role::button, name);
    node.group = group;
    node.is_focusable = true;
    return node;
}

class ToldPage {
public:
    std::vector<ui::Node> nodes;
    ui::SemanticTree tree;
    ui::Focus focus;
    ui::Phrasebook words = house_phrases({"en", "es"});
    ui::Headphones headphones = ui::Headphones::out;
    bool has_voice = true;
    ui::Narrator narrator{ui::HashKey{1, 2}};
    ui::Transcript transcript;
    std::unique_ptr<ui::Speaker> speaker = ui::Speaker::silent(transcript);
    ui::Telling::Manner manner{};

    // One update of the kiosk: the keys, the page, what is told of it. All that was said, with bars between.
    std::string update(std::vector<ui::Key> keys = {}) {
        ui::Input input;
        input.keys = std::move(keys);
        const bool was_chosen = std::find(input.keys.begin(), input.keys.end(), ui::Key::choose) != input.keys.end();
        focus.take(input, tree);
        static_cast<void>(focus.take_choose(focus.id()));
        tree.clear();
        for (const auto& node : nodes) tree.add(node);
        return hear(narrator.tell(page(was_chosen)));
    }
    std::string retell() { return hear(narrator.retell(page(false))); }
    ui::Node& node(std::string_view id) {
        const auto found =
            std::find_if(nodes.begin(), nodes.end(), [&](const ui::Node& each) { return each.id == id; });
        base::invariant(found != nodes.end(), "the test's page has this node");
        return *found;
    }

private:
    [[nodiscard]] ui::PageHeard page(bool was_chosen) const {
        return {tree, focus, words, headphones, has_voice, was_chosen};
    }
    std::string hear(ui::Telling telling) {
        speaker->set_headphones(headphones);
        manner = telling.manner;
        const std::size_t before = transcript.lines.size();
        ui::say(*speaker, std::move(telling));
        std::string said;
        for (std::size_t i = before; i < transcript.lines.size(); ++i) {
            said += (said.empty() ? "" : " | ") + transcript.lines[i].text;
        }
        return said;
    }
};

} // namespace support
