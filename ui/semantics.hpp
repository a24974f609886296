// The semantic tree: what is on the page, told once by the widgets themselves and read by keypad focus, speech, tests,
// audits and the monkey. One flat list a frame, in reading order. Main thread.
#pragma once

#include "ui/geometry.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ui {

// Where keys find it: what comes first is nearest. Within one part as `place` says, then as told.
enum class StopOrder { title, content, main, back, frame };

enum class Role { title, heading, text, status, button, digits, image, field };

struct Node {
    std::string id; // stable dotted words: "key.7", "identify.title"
    Role role{};
    std::string name; // what a person sees or hears; never empty
    // Nodes of one group ("key") are one stop for keys; arrows move inside it. Empty: a stop of its own.
    std::string group;
    std::string group_name;               // "Number pad": told when keys come into the group
    std::string value;                    // "2 of 8 entered", "selected"; empty where there is none
    std::string private_value;            // digits or letters themselves: said as they come, only with headphones
    std::string language;                 // BCP 47, of a name that is not in the page's language
    std::optional<int> seconds_left;      // of a countdown: told only now and then
    Rect rect;                            // pixels of the screen, mirrored where the page is: the part that shows
    Rect hit;                             // pixels: where a touch counts; as `rect` for what is only read
    StopOrder order = StopOrder::content; // a constant control that says nothing else belongs to the frame
    int place = 0;
    bool is_focusable = false;
    bool is_focused = false;
    bool is_selected = false;
    bool is_ready = true;        // false: "not ready", pressing says what is missing
    bool is_private = false;     // spoken only with headphones; covered first
    bool writes_private = false; // choosing it writes something private: who hears its name hears what is written
    bool is_cut = false;         // its text did not fit; audits refuse it
    bool is_constant = false;    // one of the frame's controls, found on every page
    bool is_row = false;         // of a table: rows touch each other, the only targets without a gap
    bool is_quiet = false;       // a change of it is no news: told with the page, not by itself
};

class SemanticTree {
public:
    void clear(); // overwrites what was private
    // The canvas says which way the page reads; the arrow keys then follow the eye.
    void read_right_to_left(bool is_right_to_left) { is_right_to_left_ = is_right_to_left; }
    [[nodiscard]] bool is_right_to_left() const { return is_right_to_left_; }
    Node& add(Node node) { return nodes_.emplace_back(std::move(node)); }
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
