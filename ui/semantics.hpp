// The semantic tree: what is on the page, told once by the widgets themselves and read by keypad focus, speech, tests,
// audits and the monkey. One flat list a frame, in reading order. Main thread.
#pragma once

#include "ui/geometry.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace ui {

enum class Role { title, heading, text, status, button, digits, image, field };

struct Node {
    std::string id; // stable dotted words: "key.7", "identify.title"
    Role role{};
    std::string name; // what a person sees or hears; never empty
    std::string
        group; // nodes of one group are one stop for keys ("key"); arrows move inside it. Empty: a stop of its own
    std::string value; // "2 of 8 entered", "selected"; empty where there is none
    Rect rect;         // pixels of the screen, mirrored where the page is: the part that shows
    Rect hit;          // pixels: where a touch counts; as `rect` for what is only read
    bool is_focusable = false;
    bool is_focused = false;
    bool is_selected = false;
    bool is_ready = true;     // false: "not ready", pressing says what is missing
    bool is_private = false;  // spoken only with headphones; covered first
    bool is_cut = false;      // its text did not fit; audits refuse it
    bool is_constant = false; // one of the frame's controls, found on every page
};

class SemanticTree {
public:
    void clear() { nodes_.clear(); }
    // The canvas says which way the page reads; the arrow keys then follow the eye.
    void read_right_to_left(bool is_right_to_left) { is_right_to_left_ = is_right_to_left; }
    [[nodiscard]] bool is_right_to_left() const { return is_right_to_left_; }
    void add(Node node) { nodes_.push_back(std::move(node)); }
    [[nodiscard]] const std::vector<Node>& nodes() const { return nodes_; }
    [[nodiscard]] const Node* find(std::string_view id) const;
    // By what a person sees: the exact name, else the only one that contains it. Null if none; the count of
    // candidates goes to `matches`.
    [[nodiscard]] const Node* find_by_name(std::string_view name, bool only_buttons, int* matches = nullptr) const;
    // Some text of the page (a name or a value) holds this, exactly or inside.
    [[nodiscard]] bool shows(std::string_view text) const;

private:
    std::vector<Node> nodes_;
    bool is_right_to_left_ = false;
};

} // namespace ui
