// Which widget keys go to: one focus for keyboard, keypad and (later) switches. It walks the semantic tree of the last
// frame in the order the page told it; the ring shows only once a key was used, and hides again on touch. Main thread.
#pragma once

#include "ui/input.hpp"
#include "ui/semantics.hpp"

#include <string>

namespace ui {

// Where keys stop: the page's own stops as it told them, then the frame's; a group is there once, as its first node.
[[nodiscard]] std::vector<const Node*> stops_of(const SemanticTree& tree);

class Focus {
public:
    // Moves by the keys of this frame, over the focusable nodes of the last one; remembers whether `choose` came. While
    // the ring is hidden, the first key only shows it; `choose` acts unseen only where a screen asked for the focus.
    // The frame's constant controls come after the page's own.
    void take(const Input& input, const SemanticTree& last_frame);
    void touched();             // a finger was used: the ring hides, the place is kept
    void go_to(std::string id); // a screen asks for the focus (main button once a code is whole)
    void page_changed();        // forget the place; the next key starts at the first stop of the page

    [[nodiscard]] bool is_on(const std::string& id) const { return is_visible_ && id == id_; }
    // True once, for the focused widget, when choose was pressed.
    [[nodiscard]] bool take_choose(const std::string& id);
    [[nodiscard]] bool is_visible() const { return is_visible_; }
    [[nodiscard]] const std::string& id() const { return id_; }

private:
    std::string id_;
    std::string chosen_; // the widget that `choose` was meant for, until it asks
    bool is_visible_ = false;
    bool is_asked_for_ = false;

    void move(Key key, const SemanticTree& tree);
};

} // namespace ui
