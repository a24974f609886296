// Which widget keys go to: one focus for keyboard, keypad and switches. It walks the stops of the last frame; the ring
// shows once a key was used, stays from page to page, and hides again on touch. Main thread.
#pragma once

#include "ui/input.hpp"
#include "ui/stops.hpp"

#include <string>
#include <vector>

namespace ui {

class Focus {
public:
    // Moves by the keys of this frame, over the stops of the last one; remembers whether `choose` came. While the ring
    // is hidden, the first key only shows it; `choose` acts unseen only where a screen asked for the focus.
    void take(const Input& input, const SemanticTree& last_frame);
    // After a frame in which nothing was used: a ring that shows is on a stop of this page, the first one of a new page
    // or the nearest to one that is gone. True if it moved: the frame is to be built again.
    [[nodiscard]] bool settle(const SemanticTree& this_frame);
    void touched();             // a finger was used: the ring hides, the place is kept
    void go_to(std::string id); // a screen asks for the focus (main button once a code is whole)
    void page_changed();        // forget the place; a ring that shows goes to the first stop of the page
    void forget();              // the person has gone
    // While pages are spoken the title is the first stop.
    void set_title_stop(TitleStop title) { title_ = title; }
    [[nodiscard]] TitleStop title_stop() const { return title_; }

    // For switches: the ring around one widget, or around many of which the first has the focus; and choosing that one.
    void show_at(std::vector<std::string> ids);
    void show();
    void choose();
    // The last frame was of another page: the keys of this one only show the ring.
    [[nodiscard]] bool is_between_pages() const { return is_between_pages_; }

    [[nodiscard]] bool is_on(const std::string& id) const;
    // True once, for the focused widget, when choose was pressed.
    [[nodiscard]] bool take_choose(const std::string& id);
    [[nodiscard]] bool is_visible() const { return is_visible_; }
    [[nodiscard]] const std::string& id() const { return id_; }

private:
    std::string id_;
    std::vector<std::string> ringed_; // more than one widget; else empty
    std::string chosen_;              // the widget that `choose` was meant for, until it asks
    TitleStop title_ = TitleStop::none;
    bool is_visible_ = false;
    bool is_asked_for_ = false;
    bool is_page_new_ = false; // what was there in the last frame is gone
    bool is_between_pages_ = false;

    // Where it stood, for when its widget is gone.
    std::string name_;
    Rect rect_{};
    std::vector<std::string> names_;

    void move(Key key, const SemanticTree& tree);
    void stand_on(const Node& node);
    void remember(const SemanticTree& tree);
    [[nodiscard]] const Node* here(const SemanticTree& tree) const;
    [[nodiscard]] const Node* nearest(const SemanticTree& tree) const;
};

} // namespace ui
