#include "ui/touch_queue.hpp"

namespace ui {

void TouchQueue::down(FingerId finger, Point at, base::Moment now) {
    if (finger_ && *finger_ != finger) return;
    // A driver that lost an "up" begins again with the same finger.
    if (finger_) cancel();
    finger_ = finger;
    is_ignored_ = now < guarded_until_;
    if (is_ignored_) return;
    began_ = now;
    // Dear ImGui settles which of two overlapping areas is under the finger one frame before the press.
    steps_.push_back({at, false, began_});
    steps_.push_back({at, true, began_});
}

void TouchQueue::move(FingerId finger, Point at) {
    if (finger_ != finger || is_ignored_) return;
    steps_.push_back({at, true, began_});
}

void TouchQueue::up(FingerId finger, Point at) {
    if (finger_ != finger) return;
    finger_.reset();
    if (is_ignored_) return;
    steps_.push_back({at, false, began_});
    steps_.push_back({std::nullopt, false, began_});
}

void TouchQueue::cancel() {
    steps_.clear();
    is_ignored_ = true;
    // Let go away from everything: no area may take this for its release.
    if (is_shown_) steps_.push_back({std::nullopt, false, began_});
}

void TouchQueue::let_go() {
    cancel();
    finger_.reset();
}

void TouchQueue::guard(base::Moment now) {
    cancel();
    guarded_until_ = now + touch_guard;
}

std::optional<TouchStep> TouchQueue::next() {
    if (steps_.empty()) return std::nullopt;
    const TouchStep step = steps_.front();
    steps_.pop_front();
    is_shown_ = step.at.has_value();
    return step;
}

} // namespace ui
