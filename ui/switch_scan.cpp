#include "ui/switch_scan.hpp"

#include <algorithm>

namespace ui {

namespace {

constexpr int most_rounds = 3;

bool is_switch(Key key) { return key == Key::switch_next || key == Key::switch_choose; }

void add_ids(std::vector<std::string>& ids, const Row& row) {
    for (const Node* cell : row) ids.push_back(cell->id);
}

std::vector<std::string> ids_of(const std::vector<Row>& rows) {
    std::vector<std::string> ids;
    for (const auto& row : rows) add_ids(ids, row);
    return ids;
}

} // namespace

void SwitchScan::take(const Input& input, const SemanticTree& last_frame, Focus& focus, base::Moment now) {
    const bool has_other = std::any_of(input.keys.begin(), input.keys.end(), [](Key key) { return !is_switch(key); });
    // What it was within may be another grid by now: larger words make other rows.
    if (input.was_touched || has_other) {
        is_active_ = false;
        level_ = Level::stops;
    }
    // A page or another key has moved the focus.
    if (focus.id() != shown_ || last_frame.find(shown_) == nullptr) level_ = Level::stops;
    for (const Key key : input.keys) {
        if (!is_switch(key)) continue;
        if (pressed_at_ && now - *pressed_at_ < settings_.pause) continue;
        pressed_at_ = now;
        step_at_ = now + settings_.step;
        rounds_ = 0;
        press(key, last_frame, focus);
    }
    if (!is_automatic() || !is_active_) return;
    if (focus.is_between_pages()) step_at_ = now + settings_.step;
    if (now < step_at_) return;
    step_at_ = now + settings_.step;
    go_on(last_frame, focus);
    if (rounds_ < most_rounds) return;
    is_active_ = false;
    level_ = Level::stops;
    show(last_frame, focus);
}

void SwitchScan::press(Key key, const SemanticTree& tree, Focus& focus) {
    const bool was_active = std::exchange(is_active_, true);
    const bool is_here = focus.is_visible() && tree.find(focus.id()) != nullptr;
    if (focus.is_between_pages()) {
        focus.show();
    } else if (!is_here || (is_automatic() && !was_active)) {
        // Nobody could see what would be chosen.
        level_ = Level::stops;
        show(tree, focus);
    } else if (key == Key::switch_next) {
        go_on(tree, focus);
    } else {
        choose(tree, focus);
    }
}

void SwitchScan::show_stop(const Stop& stop, const SemanticTree& tree, Focus& focus) {
    focus.show_at(stop.is_group() ? ids_of(rows_of(tree, stop.name())) : std::vector<std::string>{stop.node->id});
}

void SwitchScan::show(const SemanticTree& tree, Focus& focus) {
    is_at_way_out_ = false;
    if (level_ == Level::stops) {
        const auto stops = stops_of(tree, focus.title_stop());
        if (stops.empty()) return;
        const Node* node = tree.find(focus.id());
        const std::size_t place = node != nullptr ? find_stop(stops, *node) : stops.size();
        show_stop(place < stops.size() ? stops[place] : stops.front(), tree, focus);
    } else {
        const auto rows = rows_of(tree, group_);
        row_ = std::min(row_, rows.size());
        const bool is_whole = row_ == rows.size();
        std::vector<std::string> ids;
        if (is_whole) {
            ids = ids_of(rows);
        } else if (level_ == Level::cells && cell_ < rows[row_].size()) {
            ids.push_back(rows[row_][cell_]->id);
        } else {
            add_ids(ids, rows[row_]);
        }
        is_at_way_out_ = is_whole || (level_ == Level::cells && cell_ >= rows[row_].size());
        focus.show_at(std::move(ids));
    }
    shown_ = focus.id();
}

void SwitchScan::go_on(const SemanticTree& tree, Focus& focus) {
    switch (level_) {
    case Level::stops: {
        const auto stops = stops_of(tree, focus.title_stop());
        const Node* node = tree.find(focus.id());
        if (stops.empty() || node == nullptr) return;
        const std::size_t place = find_stop(stops, *node) + 1;
        if (place >= stops.size()) ++rounds_;
        show_stop(stops[place % stops.size()], tree, focus);
        break;
    }
    case Level::rows: {
        const std::size_t places = rows_of(tree, group_).size() + 1;
        if (++row_ >= places) {
            row_ = 0;
            ++rounds_;
        }
        break;
    }
    case Level::cells: {
        const auto rows = rows_of(tree, group_);
        if (row_ < rows.size() && ++cell_ > rows[row_].size()) {
            cell_ = 0;
            ++rounds_;
        }
        break;
    }
    }
    show(tree, focus);
}

void SwitchScan::choose(const SemanticTree& tree, Focus& focus) {
    if (level_ == Level::stops) {
        const Node* node = tree.find(focus.id());
        if (node->group.empty()) {
            focus.choose();
            return;
        }
        group_ = node->group;
        enter(tree, focus);
        return;
    }
    if (is_at_way_out_) {
        leave(tree, focus);
        return;
    }
    const auto rows = rows_of(tree, group_);
    if (row_ >= rows.size() || (level_ == Level::cells && cell_ >= rows[row_].size())) {
        level_ = Level::stops; // the page was drawn anew, in other rows
        show(tree, focus);
        return;
    }
    const Row& row = rows[row_];
    if (level_ == Level::cells) {
        choose_cell(*row[cell_], focus);
        enter(tree, focus);
    } else if (row.size() == 1) {
        choose_cell(*row.front(), focus);
        enter(tree, focus);
    } else {
        level_ = Level::cells;
        cell_ = 0;
        show(tree, focus);
    }
}

void SwitchScan::choose_cell(const Node& cell, Focus& focus) {
    focus.show_at({cell.id});
    focus.choose();
}

// At its first row, since the next digit may be in any; a single row needs no choosing.
void SwitchScan::enter(const SemanticTree& tree, Focus& focus) {
    level_ = rows_of(tree, group_).size() == 1 ? Level::cells : Level::rows;
    row_ = 0;
    cell_ = 0;
    show(tree, focus);
}

// To what comes next, so that it is seen that the choice was taken.
void SwitchScan::leave(const SemanticTree& tree, Focus& focus) {
    const bool is_row = level_ == Level::cells && rows_of(tree, group_).size() > 1;
    level_ = is_row ? Level::rows : Level::stops;
    go_on(tree, focus);
}

bool SwitchScan::settle(const SemanticTree& this_frame, Focus& focus) {
    if (!is_active_ || !focus.is_visible() || focus.id() == shown_) return false;
    if (this_frame.find(focus.id()) == nullptr) return false;
    level_ = Level::stops;
    show(this_frame, focus);
    return true;
}

std::optional<base::Moment> SwitchScan::deadline() const {
    if (!is_automatic() || !is_active_) return std::nullopt;
    return step_at_;
}

void SwitchScan::forget() {
    const ScanSettings settings = settings_;
    *this = SwitchScan{};
    settings_ = settings;
}

} // namespace ui
