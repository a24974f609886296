// Scanning with one or two switches: one goes on to the next stop, the other chooses it. A group is chosen first, then
// one of its rows, then a cell; after the last row or cell comes a way out. With one switch, time goes on by itself.
// Moves the one focus and its ring; leaves acting to the widgets. Main thread.
#pragma once

#include "base/clock.hpp"
#include "ui/focus.hpp"

#include <optional>

namespace ui {

struct ScanSettings {
    std::chrono::milliseconds step{0};  // one switch: how long each place waits to be chosen; 0: two switches
    std::chrono::milliseconds pause{0}; // presses that come sooner than this after the last do not count
};

class SwitchScan {
public:
    void set(const ScanSettings& settings) { settings_ = settings; }
    // After the focus took the same frame's keys.
    void take(const Input& input, const SemanticTree& last_frame, Focus& focus, base::Moment now);
    // After the focus has settled on this frame. True if the ring changed: the frame is to be built again.
    [[nodiscard]] bool settle(const SemanticTree& this_frame, Focus& focus);
    // One switch: the next step. None once it went round three times and nobody chose: a kiosk left alone rests.
    [[nodiscard]] std::optional<base::Moment> deadline() const;
    // Choosing now leaves the row, or the group.
    [[nodiscard]] bool is_at_way_out() const { return is_at_way_out_; }
    void forget(); // the person has gone; the settings stay

private:
    enum class Level { stops, rows, cells };

    void press(Key key, const SemanticTree& tree, Focus& focus);
    void go_on(const SemanticTree& tree, Focus& focus);
    void choose(const SemanticTree& tree, Focus& focus);
    void enter(const SemanticTree& tree, Focus& focus);
    void choose_cell(const Node& cell, Focus& focus);
    void leave(const SemanticTree& tree, Focus& focus);
    void show(const SemanticTree& tree, Focus& focus);
    void show_stop(const Stop& stop, const SemanticTree& tree, Focus& focus);
    [[nodiscard]] bool is_automatic() const { return settings_.step > std::chrono::milliseconds{0}; }

    ScanSettings settings_;
    Level level_ = Level::stops;
    std::string group_;   // of rows and cells
    std::size_t row_ = 0; // their number: the way out
    std::size_t cell_ = 0;
    std::string shown_; // where it left the focus
    bool is_active_ = false;
    bool is_at_way_out_ = false;
    int rounds_ = 0; // since the last press
    base::Moment step_at_{};
    std::optional<base::Moment> pressed_at_;
};

} // namespace ui
